import Diagnostics

/// How deep templates may put in each other while a page is rendered.
let renderingLimit = 500

/// Carries out a program for one page.
struct Renderer {
    private let program: Program
    /// The program's text, lent for the time of rendering: asking for it again at each piece costs more than the copy.
    private let text: UnsafeBufferPointer<UInt8>
    private var output: [UInt8]
    /// Where the innermost value of each shape lies. The first is for the steps of a dotted name.
    private var slots: [ValueAddress]
    private var indentation: [UInt8] = []
    private var hasFound = false
    private var depth = 0
    private(set) var failure: Diagnostic?

    /// Appends a page to the output.
    static func render(_ program: Program, _ page: ValueAddress, into output: inout [UInt8]) -> Diagnostic? {
        program.text.withUnsafeBufferPointer { text in
            var renderer = Renderer(program, text, page)
            swap(&renderer.output, &output)
            renderer.run(program.functions[0])
            swap(&renderer.output, &output)
            return renderer.failure
        }
    }

    private init(_ program: Program, _ text: UnsafeBufferPointer<UInt8>, _ page: ValueAddress) {
        self.program = program
        self.text = text
        output = []
        slots = Array(repeating: page, count: program.slotCount)
    }

    private mutating func run(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            index += 1
            switch program.operations[index - 1] {
            case .text(let start, let count):
                output.append(contentsOf: UnsafeBufferPointer(rebasing: text[Int(start)..<Int(start + count)]))
            case .lineStart: output.append(contentsOf: indentation)
            case .escaped(let slot, let reader):
                output.appendEscaped(program.readers[Int(reader)].read(slots[Int(slot)]))
            case .raw(let slot, let reader): output.append(program.readers[Int(reader)].read(slots[Int(slot)]))
            case .html(let slot, let writer): program.writers[Int(writer)].write(slots[Int(slot)], &output)
            case .when(let slot, let test, let length):
                if !program.tests[Int(test)].isTrue(slots[Int(slot)]) { index += Int(length) }
            case .visit(let slot, let visitor, let into, let length):
                visit(slots[Int(slot)], visitor, into, index..<index + Int(length))
                index += Int(length)
            case .forget: hasFound = false
            case .find(let slot, let test): hasFound = program.tests[Int(test)].isTrue(slots[Int(slot)])
            case .unlessFound(let length): if hasFound { index += Int(length) }
            case .call(let call): self.call(Int(call), program.calls[Int(call)].function)
            case .choose(let slot, let reader, let call):
                choose(program.readers[Int(reader)].read(slots[Int(slot)]), Int(call))
            }
        }
    }

    private mutating func visit(_ address: ValueAddress, _ visitor: Int32, _ into: Int32, _ body: Range<Int>) {
        let outer = slots[Int(into)]
        depth += 1
        program.visitors[Int(visitor)].visit(address) { inner in
            slots[Int(into)] = inner
            run(body)
        }
        depth -= 1
        slots[Int(into)] = outer
    }

    private mutating func call(_ call: Int, _ function: Int) {
        guard depth < renderingLimit else { return fail(.renderedTooDeep(limit: renderingLimit), at: call) }
        guard failure == nil else { return }
        depth += 1
        if program.calls[call].resetsIndentation {
            let outer = indentation
            indentation = []
            run(program.functions[function])
            indentation = outer
        } else {
            let outer = indentation.count
            indentation += text[program.calls[call].indentation]
            run(program.functions[function])
            indentation.removeSubrange(outer...)
        }
        depth -= 1
    }

    private mutating func choose(_ name: String, _ call: Int) {
        if let function = program.calls[call].choices[name] {
            self.call(call, function)
        } else if program.calls[call].mustChoose {
            fail(.undeclaredChoice(name: name), at: call)
        }
    }

    private mutating func fail(_ problem: TemplateProblem, at call: Int) {
        failure = failure ?? Diagnostic(problem, at: program.calls[call].location)
    }
}
