import Diagnostics

/// A page kind's template with every name resolved: what the renderer carries out.
///
/// It never changes, so any number of threads can render from it at once.
final class Program: Sendable {
    let operations: [Operation]
    /// The bytes that the operations' spans are of.
    let text: [UInt8]
    let readers: [Reader]
    let writers: [Writer]
    let tests: [Test]
    let visitors: [Visitor]
    let calls: [Call]
    /// The operations of each function; the page is the first.
    let functions: [Range<Int>]
    let slotCount: Int

    init(_ parts: ProgramParts, functions: [[Operation]], slotCount: Int) {
        operations = functions.flatMap(\.self)
        var start = 0
        self.functions = functions.map { body in
            defer { start += body.count }
            return start..<start + body.count
        }
        text = parts.text
        readers = parts.readers
        writers = parts.writers
        tests = parts.tests
        visitors = parts.visitors
        calls = parts.calls
        self.slotCount = slotCount
    }
}

/// One step of a program. The numbers are indices into the program's tables; a `length` counts the operations that
/// follow and belong to this one. It holds no reference, so that threads that share a program share no counter.
enum Operation {
    case text(start: Int32, count: Int32)
    /// The indentation of the part being shown.
    case lineStart
    case escaped(slot: Int32, reader: Int32)
    case raw(slot: Int32, reader: Int32)
    case html(slot: Int32, writer: Int32)
    case when(slot: Int32, test: Int32, length: Int32)
    /// Lends records, each of which is put into the slot `into` for the operations that follow.
    case visit(slot: Int32, visitor: Int32, into: Int32, length: Int32)
    /// Forgets what `find` found.
    case forget
    case find(slot: Int32, test: Int32)
    case unlessFound(length: Int32)
    case call(Int32)
    /// Calls the function whose name the data gives.
    case choose(slot: Int32, reader: Int32, call: Int32)
}

/// Where one template puts in another.
struct Call: Sendable {
    var function = 0
    /// The functions that the data can choose from; empty where it has no choice.
    var choices: [String: Int] = [:]
    /// What the data chooses beyond these is an error, not nothing.
    var mustChoose = false
    /// Blanks to put before each line, in the program's text.
    let indentation: Range<Int>
    /// It stands within a line, so the indentation around it is not its own.
    let resetsIndentation: Bool
    let location: SourceLocation
    let name: String
}

/// The tables of a program being made.
struct ProgramParts {
    var text: [UInt8] = []
    var readers: [Reader] = []
    var writers: [Writer] = []
    var tests: [Test] = []
    var visitors: [Visitor] = []
    var calls: [Call] = []

    mutating func add(_ reader: Reader) -> Int32 { add(reader, to: \.readers) }
    mutating func add(_ writer: Writer) -> Int32 { add(writer, to: \.writers) }
    mutating func add(_ test: Test) -> Int32 { add(test, to: \.tests) }
    mutating func add(_ visitor: Visitor) -> Int32 { add(visitor, to: \.visitors) }
    mutating func add(_ call: Call) -> Int32 { add(call, to: \.calls) }

    private mutating func add<Entry>(_ entry: Entry, to table: WritableKeyPath<ProgramParts, [Entry]>) -> Int32 {
        self[keyPath: table].append(entry)
        return Int32(self[keyPath: table].count - 1)
    }
}
