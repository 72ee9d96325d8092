import Text

/// Cuts a folded text into words, as `Documentation/search-index.md` says under "Words".
///
/// A word can be had in several forms at one place: "well-being" as a whole and in its parts.
struct WordScanner {
    /// Takes a word's bytes, small letters, their hash, and its position among the words of the text.
    typealias Take = (UnsafeBufferPointer<UInt8>, WordHash, Int) -> Void

    static let longest = 40

    /// The run that is being read, its joints left out.
    private let room: UnsafeMutablePointer<UInt8>
    private var count = 0
    /// The parts of the run, in `room`.
    private let parts: UnsafeMutablePointer<Range<Int>>
    private var partCount = 0
    /// The first of two that give a whole: where it stands in the text, its hash, its position, and whether it is an acronym.
    private var before: (run: Range<Int>, hash: WordHash, position: Int, isAcronym: Bool) = (WordScanner.none, WordHash([]), 0, false)
    private static let none = -2 ..< -2
    /// Hashes of what the site writes with a hyphen somewhere.
    private let compounds: HashSet

    /// No run is longer than this; what is has no blank for a whole line, and is no word.
    private static let capacity = 512
    /// No run has more parts.
    private static let partCapacity = 64

    init(compounds: HashSet) {
        self.compounds = compounds
        room = .allocate(capacity: WordScanner.capacity + 1)
        parts = .allocate(capacity: WordScanner.partCapacity)
    }

    /// Gives its memory back. It must not be used after.
    func close() {
        room.deallocate()
        parts.deallocate()
    }

    private var word: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: room, count: count) }

    /// - Parameter first: The position of the first word.
    /// - Returns: The position after the last.
    mutating func scan(_ text: UnsafeBufferPointer<UInt8>, from first: Int, _ take: Take) -> Int {
        var position = first
        var at = 0
        before.run = WordScanner.none
        while at < text.count {
            guard text[at].isWordPart else { at += 1; continue }
            let start = at
            at = readRun(text, from: at)
            position = give(text, start..<at, at: position, take)
        }
        return position
    }

    // MARK: Reading

    /// Reads a run of parts into `room` and `parts`; says where it ends.
    private mutating func readRun(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        count = 0
        partCount = 0
        var at = start
        var partStart = 0
        while true {
            while at < text.count, text[at].isWordPart, count < WordScanner.capacity {
                room[count] = text[at].isUpper ? text[at] | 0x20 : text[at]
                count += 1
                at += 1
            }
            guard at + 1 < text.count, text[at + 1].isWordPart, partCount + 1 < WordScanner.partCapacity else { break }
            switch joint(text, at, partLength: count - partStart) {
            case .none:
                addPart(from: partStart)
                return at
            case .removed: break
            case .possessive:
                addPart(from: partStart)
                return at + 2
            case .joins:
                addPart(from: partStart)
                partStart = count
            }
            at += 1
        }
        addPart(from: partStart)
        return at
    }

    private mutating func addPart(from start: Int) {
        parts[partCount] = start..<count
        partCount += 1
    }

    private enum Joint { case none, removed, possessive, joins }

    private func joint(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, partLength: Int) -> Joint {
        let (before, after) = (text[at - 1], text[at + 1])
        let hasDigit = before.isDigit || after.isDigit
        switch text[at] {
        case UInt8(ascii: "'"):
            guard !hasDigit else { return .none }
            let isPossessive = after | 0x20 == UInt8(ascii: "s") && (at + 2 == text.count || !text[at + 2].isWordPart)
            return isPossessive ? .possessive : .removed
        case UInt8(ascii: "-"): return .joins
        case UInt8(ascii: "/"), Folding.dash: return hasDigit ? .joins : .none
        case UInt8(ascii: "."):
            if hasDigit { return .joins }
            return partLength == 1 && (at + 2 == text.count || !text[at + 2].isWordPart) ? .joins : .none
        case UInt8(ascii: ","): return isThousands(text, at) ? .removed : .none
        default: return .none
        }
    }

    private func isThousands(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard text[at - 1].isDigit, at + 3 < text.count, text[at + 1].isDigit, text[at + 2].isDigit, text[at + 3].isDigit else { return false }
        return at + 4 == text.count || !text[at + 4].isDigit
    }

    // MARK: Giving

    private mutating func give(_ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, at first: Int, _ take: Take) -> Int {
        var position = first
        let isWhole = partCount == 1 || isDecimal(text, run)
        if partCount > 1, isWhole { putDot() }
        let hash = WordHash(word)
        give(word, hash, at: first, take)
        giveWithCurrency(text, before: run.lowerBound, word, at: first, take)
        if isWhole {
            position += 1
        } else {
            for part in 0..<partCount {
                let bytes = UnsafeBufferPointer(rebasing: word[parts[part]])
                if bytes.count > 1 || bytes.first?.isDigit == true { give(bytes, WordHash(bytes), at: position, take) }
                position += 1
            }
        }
        if isNumberSign(text, run) { WordScanner.number.withUnsafeBufferPointer { give($0, WordHash($0), at: first, take) } }
        joinWithBefore(text, run, hash, at: first, isWhole: isWhole, take)
        return position
    }

    private func give(_ word: UnsafeBufferPointer<UInt8>, _ hash: WordHash, at position: Int, _ take: Take) {
        guard word.count > WordScanner.longest else { return take(word, hash, position) }
        // No character is cut in two.
        var end = WordScanner.longest
        while word[end] & 0xC0 == 0x80 { end -= 1 }
        let cut = UnsafeBufferPointer(rebasing: word[..<end])
        take(cut, WordHash(cut), position)
    }

    /// "98.46" keeps its dot.
    private mutating func putDot() {
        let dot = parts[0].upperBound
        for at in stride(from: count, to: dot, by: -1) { room[at] = room[at - 1] }
        room[dot] = UInt8(ascii: ".")
        count += 1
    }

    private static let number = Array("number".utf8)

    /// "No 11" and "No. 11" say number.
    private func isNumberSign(_ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Bool {
        guard run.count == 2, word[0] == UInt8(ascii: "n"), word[1] == UInt8(ascii: "o") else { return false }
        var at = run.upperBound
        if at < text.count, text[at] == UInt8(ascii: ".") { at += 1 }
        if at < text.count, text[at] == UInt8(ascii: " ") { at += 1 }
        return at < text.count && text[at].isDigit && at > run.upperBound
    }

    private func isDecimal(_ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Bool {
        partCount == 2 && text[run].contains(UInt8(ascii: ".")) && word.allSatisfy(\.isDigit)
    }

    private func giveWithCurrency(
        _ text: UnsafeBufferPointer<UInt8>, before start: Int, _ word: UnsafeBufferPointer<UInt8>, at position: Int, _ take: Take
    ) {
        guard start > 0, word[0].isDigit, let sign = WordScanner.currency(text[start - 1]) else { return }
        (sign + word).withUnsafeBufferPointer { give($0, WordHash($0), at: position, take) }
    }

    private static func currency(_ byte: UInt8) -> [UInt8]? {
        switch byte {
        case UInt8(ascii: "$"): [byte]
        case Folding.pound: [0xC2, 0xA3]
        case Folding.euro: [0xE2, 0x82, 0xAC]
        default: nil
        }
    }

    /// "LPS 25" gives `lps25`, and "well being" gives `wellbeing` where the site writes "well-being" somewhere.
    private mutating func joinWithBefore(
        _ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, _ hash: WordHash, at position: Int, isWhole: Bool, _ take: Take
    ) {
        guard isWhole, partCount == 1, count == run.count else {
            before.run = WordScanner.none
            return
        }
        if before.run.upperBound == run.lowerBound - 1, text[run.lowerBound - 1] == UInt8(ascii: " ") {
            let isCode = before.isAcronym && isNumberOfCode
            if isCode || compounds.contains(before.hash.followed(by: hash)) {
                (text[before.run].map { $0.isUpper ? $0 | 0x20 : $0 } + word).withUnsafeBufferPointer { give($0, WordHash($0), at: before.position, take) }
            }
        }
        let isAcronym = (2...5).contains(run.count) && text[run].allSatisfy(\.isUpper)
        before = (run, hash, position, isAcronym)
    }

    /// Digits with at most one letter behind.
    private var isNumberOfCode: Bool { word[0].isDigit && word.dropLast().allSatisfy(\.isDigit) }
}

extension UInt8 {
    /// Of a word, in a folded text: there all that is not ASCII is a letter or a number.
    var isWordPart: Bool { isDigit || isLetter || self >= 0x80 }
}

/// A number for a word. That of two words put together follows from theirs (Rabin and Karp).
struct WordHash: Equatable {
    private(set) var value: UInt64 = 0
    /// The factor's power of the word's length.
    private var power: UInt64 = 1

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            value = value &* WordHash.factor &+ UInt64(byte) &+ 1
            power = power &* WordHash.factor
        }
    }

    /// Of this word with another behind it.
    func followed(by other: WordHash) -> UInt64 { value &* other.power &+ other.value }
}
