import Diagnostics

/// The lines of one item of an agenda, of which only the field `Papers` is touched.
struct PapersField {
    struct Change {
        let bytes: [UInt8]
        /// Of the first line that was changed, counted from 1.
        let line: Int
        /// The lines that went, with `-`, and those that came, with `+`.
        let shown: String
    }

    private var lines: [[UInt8]]
    /// Of the item's heading, counted from 0.
    private let heading: Int
    /// The line after its last.
    private let end: Int
    private let lineEnd: [UInt8]

    /// - Parameters:
    ///   - headingLine: Counted from 1.
    ///   - items: The places of all items, in this file and in others.
    init(_ bytes: [UInt8], headingLine: Int, items: [SourceLocation]) {
        lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        heading = min(headingLine, lines.count) - 1
        lineEnd = lines[max(heading, 0)].last == UInt8(ascii: "\r") ? [UInt8(ascii: "\r")] : []
        let next = items.map(\.line).filter { $0 > headingLine }.min().map { $0 - 1 } ?? lines.count
        let after = lines[(heading + 1)...].firstIndex { $0.first == UInt8(ascii: "#") } ?? lines.count
        end = min(next, after, lines.count)
    }

    /// The agenda with one paper more; nil where the item is not written in a way that leaves no doubt.
    func adding(_ link: PaperLink) -> Change? {
        guard heading >= 0, text(heading).hasPrefix("##") else { return nil }
        guard let first = (heading + 1..<end).first(where: { !text($0).isBlank }), text(first).isBullet else { return inserting("- Papers: \(link.text)") }
        guard let papers = bullets(from: first).first(where: { text($0).isPapers }) else { return replacing(first, with: ["- Papers: \(link.text)", text(first)]) }
        let value = text(papers).afterColon
        let nested = bullets(from: first, nestedIn: papers)
        if value.isEmpty, let last = nested.last { return addingBullet(link, after: last) }
        // A value that goes on in the next line is left alone.
        guard nested.isEmpty, papers + 1 >= end || text(papers + 1).isBlank || text(papers + 1).isBullet else { return nil }
        let key = text(papers).prefix { $0 != ":" }
        let kept = value.withoutPlaceholder
        return replacing(papers, with: ["\(key): " + (kept.isEmpty ? "" : kept + ", ") + link.text])
    }

    private func addingBullet(_ link: PaperLink, after last: Int) -> Change? {
        let indent = text(last).prefix { $0 == " " }
        let bullet = indent + "- " + link.text
        return text(last).drop { "- ".contains($0) }.isPlaceholder ? replacing(last, with: [String(bullet)]) : replacing(last, with: [text(last), String(bullet)])
    }

    // MARK: Lines

    private func text(_ at: Int) -> String {
        let line = lines[at].last == UInt8(ascii: "\r") ? lines[at].dropLast() : lines[at][...]
        return String(decoding: line, as: UTF8.self)
    }

    /// The bullets of the list that begins in a line; those of another bullet, where that is given.
    private func bullets(from first: Int, nestedIn parent: Int? = nil) -> [Int] {
        let list = (first..<end).prefix { !text($0).isBlank }
        guard let parent else { return list.filter { text($0).isBullet } }
        return list.drop { $0 <= parent }.prefix { text($0).hasPrefix(" ") }.filter { text($0).drop { $0 == " " }.hasPrefix("- ") }
    }

    private func inserting(_ line: String) -> Change {
        let rest = heading + 1 < lines.count && text(heading + 1).isBlank
        return change(heading + 1..<heading + 1 + (rest ? 1 : 0), to: ["", line, ""], shown: "+ \(line)")
    }

    private func replacing(_ at: Int, with new: [String]) -> Change {
        let old = text(at)
        let shown = (new.contains(old) ? [] : ["- \(old)"]) + new.filter { $0 != old }.map { "+ \($0)" }
        return change(at..<at + 1, to: new, shown: shown.joined(separator: "\n"))
    }

    private func change(_ range: Range<Int>, to new: [String], shown: String) -> Change {
        var changed = lines
        changed.replaceSubrange(range, with: new.map { Array($0.utf8) + lineEnd })
        // A file whose last line has no end gets none.
        if range.upperBound == lines.count, changed.last == lineEnd, !lineEnd.isEmpty { changed[changed.count - 1] = [] }
        let first = new.first == "" ? range.lowerBound + 1 : range.lowerBound
        return Change(bytes: Array(changed.joined(separator: [UInt8(ascii: "\n")])), line: first + 1, shown: shown)
    }
}

extension StringProtocol {
    fileprivate var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" } }
    fileprivate var isBullet: Bool { hasPrefix("- ") || hasPrefix("* ") || hasPrefix("+ ") }
    fileprivate var isPapers: Bool { dropFirst(2).prefix { $0 != ":" }.lowercased().filter { $0 != " " } == "papers" }
    fileprivate var afterColon: String {
        firstIndex(of: ":").map { String(self[index(after: $0)...].drop { $0 == " " }) }.map { String($0.reversed().drop { $0 == " " }.reversed()) } ?? ""
    }
    fileprivate var isPlaceholder: Bool { String(self).withoutPlaceholder.isEmpty }
}

extension String {
    /// Without "to follow", or "to be tabled", which the paper takes the place of.
    fileprivate var withoutPlaceholder: String {
        for words in ["to follow", "to be tabled"] {
            if lowercased() == words { return "" }
            if lowercased().hasSuffix(", " + words) { return String(dropLast(words.count + 2)) }
            if lowercased().hasPrefix(words + ", ") { return String(dropFirst(words.count + 2)) }
        }
        return self
    }
}
