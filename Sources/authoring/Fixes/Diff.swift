/// What a mend changes, as a unified diff.
package struct Diff: Sendable {
    private static let context = 3
    private let path: String
    private let old: [Line]
    private let new: [Line]
    private let changesLineEnds: Bool

    /// A line, and whether a line feed ends it.
    private struct Line: Equatable {
        let text: String
        var isEnded = true
    }

    package init(_ mend: SourceFix) {
        path = mend.path
        old = Diff.lines(of: mend.before)
        new = Diff.lines(of: mend.after)
        changesLineEnds = mend.before.contains(0x0D)
    }

    /// - Parameter hasColours: For a terminal; blanks at the end of a line are then shown too.
    package func text(hasColours: Bool) -> String {
        var out = paint("--- \(path)\n+++ \(path)\n", "1", hasColours)
        if changesLineEnds { out += paint("# All lines will end with a line feed alone.\n", "36", hasColours) }
        for hunk in hunks() { out += text(of: hunk, hasColours) }
        return out
    }

    // MARK: Finding

    /// Lines keep their places; only at the end there may be fewer, or one more.
    private func hunks() -> [Range<Int>] {
        let count = max(old.count, new.count)
        var hunks: [Range<Int>] = []
        for at in 0..<count where at >= old.count || at >= new.count || old[at] != new[at] {
            let around = max(0, at - Diff.context)..<min(count, at + Diff.context + 1)
            if let last = hunks.last, last.upperBound >= around.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
            } else {
                hunks.append(around)
            }
        }
        return hunks
    }

    private static func lines(of bytes: [UInt8]) -> [Line] {
        var text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let isEnded = text.hasSuffix("\n")
        if isEnded { text.removeLast() }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Line(text: String($0)) }
        if !isEnded { lines[lines.count - 1].isEnded = false }
        return lines
    }

    // MARK: Writing

    private func text(of hunk: Range<Int>, _ hasColours: Bool) -> String {
        let (before, after) = (old[clamped: hunk], new[clamped: hunk])
        var out = paint("@@ -\(hunk.lowerBound + 1),\(before.count) +\(hunk.lowerBound + 1),\(after.count) @@\n", "36", hasColours)
        var removed = ""
        var added = ""
        for at in hunk {
            let (a, b) = (at < old.count ? old[at] : nil, at < new.count ? new[at] : nil)
            if let a, a == b {
                out += removed + added + " \(a.text)\n"
                (removed, added) = ("", "")
                continue
            }
            if let a { removed += paint("-\(a.text)", "31", hasColours, marksBlanks: true) + ending(a) }
            if let b { added += paint("+\(b.text)", "32", hasColours) + ending(b) }
        }
        return out + removed + added
    }

    private func ending(_ line: Line) -> String { line.isEnded ? "\n" : "\n\\ No newline at end of file\n" }

    private func paint(_ text: String, _ colour: String, _ hasColours: Bool, marksBlanks: Bool = false) -> String {
        guard hasColours else { return text }
        let words = marksBlanks ? text.trimmingEnd : text[...]
        let blanks = text[words.endIndex...]
        return "\u{1B}[\(colour)m\(words)\u{1B}[0m" + (blanks.isEmpty ? "" : "\u{1B}[41m\(blanks)\u{1B}[0m")
    }
}

extension Array {
    fileprivate subscript(clamped range: Range<Int>) -> ArraySlice<Element> { self[range.clamped(to: 0..<count)] }
}

extension String {
    fileprivate var trimmingEnd: Substring {
        var text = self[...]
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
