import Diagnostics
import Linking
import Platform
import Markdown
import Results
import Text

/// Acronyms that nobody explains: neither the glossary nor any text.
enum AcronymSurvey {
    static func findings(in linked: LinkedArchive, keeping book: ResultBook?, while isWanted: @escaping @Sendable () -> Bool) -> [Diagnostic] {
        let documents = linked.references.documents.map(\.document)
        let found = documents.concurrentMap { document in
            isWanted() ? book.value(of: Question("acronyms", document.digest)) { AcronymsOfText(document) } : AcronymsOfText()
        }
        var uses: [CapitalWord: (documents: Int, location: SourceLocation)] = [:]
        for (document, words) in zip(documents, found) {
            for (letters, line) in zip(words.used, words.lines) {
                uses[CapitalWord(letters: letters), default: (0, SourceLocation(document.path, line: line))].documents += 1
            }
        }
        guard isWanted() else { return [] }
        for known in linked.knownAcronyms { uses[known] = nil }
        for known in found.flatMap(\.explained) { uses[CapitalWord(letters: known)] = nil }
        let sought = Set(uses.keys)
        let ordinary = sought.isEmpty ? [] : OrdinaryWords.among(sought, in: documents, keeping: book, while: isWanted)
        return uses.filter { !ordinary.contains($0.key) }.map { word, use in
            Diagnostic(WritingProblem.unexplainedAcronym(word.text, documents: use.documents), at: use.location)
        }
    }
}

/// A word of two to eight capitals, one in each byte, the last lowest.
struct CapitalWord: Hashable, Sendable {
    let letters: UInt64

    init(letters: UInt64) { self.letters = letters }

    /// nil for what is no such word. A small s at the end is the plural's.
    init?(_ text: String) {
        let bytes = text.utf8.count > 2 && text.hasSuffix("s") ? text.utf8.dropLast() : text.utf8[...]
        guard (2...8).contains(bytes.count), bytes.allSatisfy(\.isUpper) else { return nil }
        letters = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    var text: String {
        let bytes = (0..<8).reversed().map { UInt8(truncatingIfNeeded: letters >> ($0 * 8)) }
        return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
    }
}

/// What a survey takes from one text.
private struct AcronymsOfText: Codable {
    /// Each with the line where it stands first.
    private(set) var used: [UInt64] = []
    private(set) var lines: [Int] = []
    private(set) var explained: [UInt64] = []

    init() {}

    init(_ document: Document) {
        for (word, line) in AcronymScan.uses(in: document).sorted(by: { $0.key.letters < $1.key.letters }) {
            used.append(word.letters)
            lines.append(line)
        }
        explained = ExplainingCells.words(in: document).map(\.letters)
    }
}

/// Acronyms and initials that have a cell of a table to themselves, with words in the next one: a list of what they mean.
private enum ExplainingCells {
    static func words(in document: Document) -> [CapitalWord] {
        guard !document.tables.isEmpty else { return [] }
        return document.events.indices.compactMap { at in
            guard document.events[at].kind == .cell, document.events[at].extent <= 5 else { return nil }
            let cell = Block(document: document, at: at)
            let next = cell.events.upperBound
            guard document.events[next].kind == .cell, let word = CapitalWord(cell.content.plainText) else { return nil }
            let meaning = Block(document: document, at: next).content.plainBytes
            return meaning.count > 6 && meaning.contains(where: \.isLower) ? word : nil
        }
    }
}

/// Finds the words in capitals of one text.
private enum AcronymScan {
    /// Each with the line where it stands first.
    static func uses(in document: Document) -> [CapitalWord: Int] {
        var found: [CapitalWord: Int] = [:]
        var headingEnd = 0
        document.text.withUnsafeBufferPointer { text in
            for (at, event) in document.events.enumerated() {
                // What an abbreviation means is said with it.
                if event.kind == .heading || event.kind == .abbreviation { headingEnd = at + Int(event.extent) }
                guard event.kind == .text, event.length > 3, at >= headingEnd else { continue }
                scan(Bytes(rebasing: text[Int(event.start)..<Int(event.start + event.length)]), line: Int(event.line), into: &found)
            }
        }
        return found
    }

    private static func scan(_ text: Bytes, line: Int, into found: inout [CapitalWord: Int]) {
        var lines = LinesOfText(text, first: line)
        var at = 0
        while at + 1 < text.count {
            // Nearly every byte goes on from here.
            guard text[at].isUpper, text[at + 1].isUpper, at == 0 || !text[at - 1].isPartOfWord else { at += 1; continue }
            let start = at
            while at < text.count, text[at].isPartOfWord { at += 1 }
            guard let word = word(Bytes(rebasing: text[start..<at])), isWord(text, start..<at) else { continue }
            lines.advance(to: start)
            if lines.haveSmallLetter(besides: start..<at), found[word] == nil { found[word] = lines.number }
        }
    }

    /// nil for longer words, those with small letters in them, and Roman numbers.
    private static func word(_ bytes: Bytes) -> CapitalWord? {
        let length = bytes.count > 2 && bytes[bytes.count - 1] == UInt8(ascii: "s") ? bytes.count - 1 : bytes.count
        guard length <= 8 else { return nil }
        var letters: UInt64 = 0
        var isRoman = true
        for byte in bytes[..<length] {
            guard byte.isUpper else { return nil }
            if byte != UInt8(ascii: "I"), byte != UInt8(ascii: "V"), byte != UInt8(ascii: "X") { isRoman = false }
            letters = letters << 8 | UInt64(byte)
        }
        return isRoman ? nil : CapitalWord(letters: letters)
    }

    /// Not a part of an address, a file's name or "R&D", nor of a reference such as "KD 25/41"; not in quotation marks.
    private static func isWord(_ text: Bytes, _ word: Range<Int>) -> Bool {
        if word.lowerBound > 0, ".@_&/\\-'".utf8.contains(text[word.lowerBound - 1]) { return false }
        if word.upperBound < text.count, "@_&\\".utf8.contains(text[word.upperBound]) { return false }
        if word.upperBound + 1 < text.count, text[word.upperBound] == UInt8(ascii: "."), text[word.upperBound + 1].isPartOfWord { return false }
        return !(word.upperBound + 1 < text.count && text[word.upperBound] == UInt8(ascii: " ") && text[word.upperBound + 1].isDigit)
    }
}

/// The line of a text in which its words stand one after the other: each line is looked through once, however many words it has.
private struct LinesOfText {
    private let text: Bytes
    /// Counted from that of the text.
    private(set) var number: Int
    private var end = 0
    /// The first and the last small letter of the line.
    private var smallLetters: (first: Int, last: Int)?

    init(_ text: Bytes, first: Int) {
        self.text = text
        number = first - 1
        end = -1
    }

    /// Goes on to the line of a place behind those asked for before.
    mutating func advance(to place: Int) {
        while place > end {
            let start = end + 1
            end = text.index(of: UInt8(ascii: "\n"), from: start) ?? text.count
            number += 1
            guard place < end || end == text.count else { continue }
            let line = text[start..<end]
            smallLetters = line.firstIndex(where: \.isLower).map { ($0, line.lastIndex(where: \.isLower)!) }
        }
    }

    /// In a line of capitals nobody can tell which words are acronyms.
    func haveSmallLetter(besides word: Range<Int>) -> Bool { smallLetters.map { $0.first < word.lowerBound || $0.last >= word.upperBound } ?? false }
}

/// Tells words that are only written in capitals here, "NOT", from acronyms: elsewhere they stand in small letters.
private enum OrdinaryWords {
    static func among(
        _ words: Set<CapitalWord>, in documents: [Document], keeping book: ResultBook?, while isWanted: @escaping @Sendable () -> Bool
    ) -> Set<CapitalWord> {
        let sieve = Sieve(words)
        let sought = Digest.joining(words.map(\.letters).sorted())
        let found = documents.concurrentMap { document -> [UInt64] in
            guard isWanted() else { return [] }
            return book.value(of: Question("ordinary", Digest.joining([document.digest, sought]))) {
                document.text.withUnsafeBufferPointer { smallWords(in: $0, sieve, words) }.map(\.letters)
            }
        }
        return Set(found.joined().map { CapitalWord(letters: $0) })
    }

    private static func smallWords(in text: Bytes, _ sieve: Sieve, _ words: Set<CapitalWord>) -> Set<CapitalWord> {
        var found: Set<CapitalWord> = []
        var letters: UInt64 = 0
        var length = 0
        for at in 0...text.count {
            if at < text.count, text[at].isPartOfWord {
                letters = letters << 8 | UInt64(text[at] & 0xDF)
                // A capital within makes it another word; the first one may be a sentence's.
                length = text[at].isLower || (length == 0 && text[at].isUpper) ? length + 1 : 100
            } else {
                if length >= 2, length <= 8, sieve.mayHold(letters), words.contains(CapitalWord(letters: letters)) { found.insert(CapitalWord(letters: letters)) }
                letters = 0
                length = 0
            }
        }
        return found
    }
}

/// Says of most words at once that they are none of those sought.
private struct Sieve: Sendable {
    private var marks = [Bool](repeating: false, count: 1 << 14)

    init(_ words: Set<CapitalWord>) { for word in words { marks[Sieve.place(word.letters)] = true } }

    func mayHold(_ letters: UInt64) -> Bool { marks[Sieve.place(letters)] }

    /// Multiplicative hashing (Knuth, "The Art of Computer Programming", volume 3, section 6.4).
    private static func place(_ letters: UInt64) -> Int { Int((letters &* 0x9E37_79B9_7F4A_7C15) >> 50) }
}

extension UInt8 {
    /// Letters, digits, and what letters with accents are made of; the marks that begin with 0xE2, such as dashes and quotation marks, are none.
    fileprivate var isPartOfWord: Bool { isLetter || isDigit || self >= 0xC3 && self < 0xE2 }
}
