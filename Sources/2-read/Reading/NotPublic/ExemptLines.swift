import Diagnostics
import Markdown
import Model

/// Looks through the lines of an agenda for what was meant as a mark of exemption, or as the heading of an item, and became
/// neither: behind a blank that is none to Markdown, in code, in HTML, within a paragraph, in bold.
///
/// Markdown makes blocks of lines by rules that nobody has in mind who writes an agenda. So the lines are read once more as a
/// reader sees them, and what they say is held against what was understood.
struct ExemptLines {
    private let lines: [ArraySlice<UInt8>]
    private let firstLine: Int
    private let path: String
    private let document: Document
    private let outline: [AgendaBuilder.Heading]
    private let exemptNumbers: Set<String>
    /// Of each line whether it was understood: it belongs to an exempt item, is the heading of a section or an item, or something was said of it already.
    private let known: [Bool]
    /// The levels of the headings that Markdown knows, wherever they stand, by their lines.
    private let levels: [Int: Int]

    /// - Parameters:
    ///   - hidden: The lines of exempt items.
    ///   - exemptItems: Those of the agenda that this is a supplement to.
    init(bytes: ArraySlice<UInt8>, firstLine: Int, path: String, document: Document, survey: AgendaBuilder, hidden: [Range<Int>], exemptItems: [AgendaItem]) {
        exemptNumbers = Set(exemptItems.compactMap { item in item.number.map { ItemLabel.plain($0.printed) ?? $0.anchor } })
        lines = bytes.lines
        self.firstLine = firstLine
        self.path = path
        self.document = document
        outline = survey.outline
        var known = Array(repeating: false, count: lines.count)
        let told = survey.findings.filter(\.isExempt).map(\.location.line) + survey.outline.map(\.line)
        for range in hidden + told.map({ $0..<$0 + 1 }) {
            for at in range.clamped(to: firstLine..<firstLine + lines.count) { known[at - firstLine] = true }
        }
        self.known = known
        levels = Dictionary(document.headings.map { ($0.line, $0.level) }, uniquingKeysWith: min)
    }

    func findings() -> [AgendaBuilder.Finding] {
        var found = underlined().map { ($0, ReadingProblem.underlinedInExemptItem) }
        if let fence = OpenFence.line(lines, firstLine: firstLine, document), !known[fence - firstLine] { found.append((fence, .fenceNotClosed)) }
        found += CommentMarks.lines(in: document).filter { !lines.indices.contains($0 - firstLine) || !known[$0 - firstLine] }.map { ($0, .commentNotHidden) }
        var problems = lines.indices.compactMap { at in
            lines[at].isEmpty || known[at] ? nil : problem(at).map { (at, $0) }
        }
        let told = Set(problems.map(\.0))
        let statements = ExemptStatements(lines: lines, firstLine: firstLine, outline: outline).findings { (known[$0] && !isHeading($0)) || told.contains($0) }
        problems += statements.map { ($0.line - firstLine, ReadingProblem.statementWithoutMark($0.item)) }
        if !problems.isEmpty {
            let comments = comments()
            for (at, problem) in problems where !comments.contains(at) || isShown(lines[at]) { found.append((firstLine + at, problem)) }
        }
        return found.map { AgendaBuilder.Finding(problem: $0.1, location: SourceLocation(path, line: $0.0), isExempt: true) }
    }

    private func problem(_ at: Int) -> ReadingProblem? {
        if isLostHeading(at) { return .headingWithoutBlank }
        if lines[at].contains(UInt8(ascii: "<")), ExemptText.hidesByTag(String(decoding: lines[at], as: UTF8.self)) { return .strayExemptMark }
        let heading = heading(before: firstLine + at)
        if heading.map({ $0.isExempt || $0.isAnswered }) ?? false { return nil }
        if opensExemptItem(at) { return .exemptAndOpen }
        if ExemptRow.mayBe(lines[at]), let line = ExemptLine(lines, at), let answer = ExemptRow.answer(inLine: line.text, raw: lines[at]) {
            return answer == .isPublic ? nil : heading?.isItem ?? false ? .strayExemptMark : .statementWithoutMark(nil)
        }
        guard ExemptWords.mayOpen(lines[at]) || lines[at].count < 400 && ExemptWords.mayStand(inLine: lines[at]), let line = ExemptLine(lines, at) else {
            guard let heading, heading.isItem, !heading.isExclusion else { return nil }
            return ExemptText.hasSentence(lines, at) ? .strayExemptMark : nil
        }
        guard let heading else { return ofNotice(line, at) ?? (ExemptText.hasStampApart(line) || ExemptText.hasStampInRow(lines[at]) ? .statementWithoutMark(nil) : nil) }
        let excludes = heading.isExclusion
        if line.isMark, !(excludes && line.isLegal) { return heading.isItem ? .strayExemptMark : .strayExemptHeading }
        if line.isHeadline, !(excludes && (line.isLegal || ExemptWords.isExclusion(line.words))) { return .strayExemptHeading }
        return heading.isItem && !excludes && ExemptText.saysOfItem(lines, at, line) ? .strayExemptMark : nil
    }

    /// The heading below which a line stands.
    private func heading(before number: Int) -> AgendaBuilder.Heading? {
        var range = outline.startIndex..<outline.endIndex
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = outline[middle].line < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound == 0 ? nil : outline[range.lowerBound - 1]
    }

    /// In the notice bold lines are headings of its own. One that speaks of the press and the public is a mark only directly above the items.
    private func ofNotice(_ line: ExemptLine, _ at: Int) -> ReadingProblem? {
        if line.isMark, !line.isLegal { return .headingWithoutBlank }
        guard line.isHeadline, !line.isBullet else { return nil }
        let isLast = lines[(at + 1)...].first { !ExemptLine.isBlank($0) }.map { $0.drop { $0 == UInt8(ascii: " ") }.first == UInt8(ascii: "#") } ?? true
        let namesItems = line.words.contains { ExemptWords.isExempt($0) } && line.words.contains { ["items", "item", "business", "part", "session", "reports"].contains($0) }
        return isLast || namesItems ? .headingWithoutBlank : nil
    }

    private func isHeading(_ at: Int) -> Bool { outline.contains { $0.line == firstLine + at && !$0.isExempt && !$0.isAnswered } }

    /// Whether a line of a supplement begins with the number of an item that is exempt in the agenda: "**9. Purchase of land**", "- 9. Purchase of land".
    private func opensExemptItem(_ at: Int) -> Bool {
        guard !exemptNumbers.isEmpty, let first = lines[at].first(where: { $0 != UInt8(ascii: " ") }), "#-*_+>0123456789Ii".utf8.contains(first) else { return false }
        let text = String(decoding: lines[at], as: UTF8.self).drop { !$0.isLetter && !$0.isNumber }
        let (number, words) = ItemLabel.split(String(text))
        return number.map(exemptNumbers.contains) ?? false && !words.isEmpty && ItemLabel.opens(String(text))
    }

    // MARK: Headings

    /// A line that begins with signs # and a blank of any kind, and is no heading; or one within a list or a quotation, with the number of an item.
    private func isLostHeading(_ at: Int) -> Bool {
        guard let text = ExemptLine.heading(lines[at]) else { return false }
        guard let level = levels[firstLine + at] else { return true }
        return level <= 2 && ItemHeading(text, namesItem: false).number != nil
    }

    /// Lines that became headings since a line of hyphens or equals signs stands below them, after an exempt item: most likely its text, and a rule.
    private func underlined() -> [Int] {
        zip(outline, outline.dropFirst()).compactMap { before, heading in
            guard before.isItem, before.isExempt, isUnderlined(heading.line), !follows(before, heading) else { return nil }
            return heading.line
        }
    }

    private func isUnderlined(_ number: Int) -> Bool {
        lines.indices.contains(number - firstLine) && lines[number - firstLine].first { $0 != UInt8(ascii: " ") } != UInt8(ascii: "#")
    }

    /// Whether a heading has the next number.
    private func follows(_ before: AgendaBuilder.Heading, _ heading: AgendaBuilder.Heading) -> Bool {
        guard let first = before.number.flatMap({ Int($0) }), let second = heading.number.flatMap({ Int($0) }) else { return false }
        return second == first + 1
    }

    // MARK: Comments

    /// The places of lines that stand wholly in a comment of more than one line.
    private func comments() -> Set<Int> {
        var found: Set<Int> = []
        var start: Int?
        for at in lines.indices {
            if start == nil, lines[at].hasPair(0x3C, 0x21), !lines[at].hasPair(0x2D, 0x3E) { start = at }
            guard let first = start, lines[at].hasPair(0x2D, 0x3E) else { continue }
            found.formUnion(first...at)
            start = nil
        }
        return found
    }

    /// Whether the words of a line are published: what looked like a comment was none.
    private func isShown(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.drop { !$0.isLetter }
        guard let first = words.first else { return false }
        return document.text.indices.contains { document.text[$0] == first && document.text[$0...].starts(with: words) }
    }
}

extension ArraySlice<UInt8> {
    /// Whether two bytes stand in it, one directly after the other.
    fileprivate func hasPair(_ first: UInt8, _ second: UInt8) -> Bool { zip(self, dropFirst()).contains { $0 == first && $1 == second } }
}

/// A block of code that is opened with a fence and never closed: all that follows is code, marks and headings included.
enum OpenFence {
    /// The line of the fence.
    static func line(_ lines: [ArraySlice<UInt8>], firstLine: Int, _ document: Document) -> Int? {
        guard let last = Array(document.body.blocks).last, last.kind == .codeBlock, lines.indices.contains(last.line - firstLine) else { return nil }
        let at = last.line - firstLine
        guard let fence = fence(lines[at]) else { return nil }
        let isClosed = lines[(at + 1)...].contains { line in
            guard let end = self.fence(line), end.sign == fence.sign, end.count >= fence.count else { return false }
            return line.allSatisfy { $0 == end.sign || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        }
        return isClosed ? nil : last.line
    }

    private static func fence(_ line: ArraySlice<UInt8>) -> (sign: UInt8, count: Int)? {
        let own = line.drop { $0 == UInt8(ascii: " ") }
        guard let sign = own.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
        let count = own.prefix { $0 == sign }.count
        return count >= 3 && line.count - own.count < 4 ? (sign, count) : nil
    }
}
