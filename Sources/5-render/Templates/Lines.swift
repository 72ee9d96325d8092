/// What a line of a template is made of, which decides whether its white space and its end are shown.
struct Line {
    /// The line's tokens.
    let tokens: Range<Int>
    /// The blanks that it begins with.
    let margin: Range<Int>
    let layout: Layout

    enum Layout: Equatable {
        /// It has only blanks.
        case blank
        /// It has only tags that write nothing themselves: it leaves no line in the page.
        case tagsOnly
        /// It has one template put in, by the tag of this index, and nothing else: that takes its place, with its
        /// margin before each line.
        case includeOnly(Int)
        case content
    }

    /// Its white space and its end are not shown.
    var isStandalone: Bool { layout != .blank && layout != .content }
}

/// Cuts paired tokens into lines.
struct LineReader {
    let tokens: [Token]
    let bytes: [UInt8]

    func lines() -> [Line] {
        var lines: [Line] = []
        var start = 0
        for index in tokens.indices where endsLine(index) || index == tokens.count - 1 {
            lines.append(line(start..<index + 1))
            start = index + 1
        }
        return lines
    }

    /// Where text is only white space, it does not keep a tag from having its line for itself.
    func isSpace(_ index: Int) -> Bool {
        tokens[index].isText && bytes[tokens[index].range].allSatisfy(\.isSpace)
    }

    private func endsLine(_ index: Int) -> Bool {
        tokens[index].isText && bytes[tokens[index].range.upperBound - 1] == .newline
    }

    private func line(_ range: Range<Int>) -> Line {
        Line(tokens: range, margin: margin(of: range), layout: layout(of: range))
    }

    private func margin(of line: Range<Int>) -> Range<Int> {
        let range = tokens[line.lowerBound].range
        guard tokens[line.lowerBound].isText else { return range.lowerBound..<range.lowerBound }
        let end = bytes[range].firstIndex { !$0.isBlank } ?? range.upperBound
        return range.lowerBound..<end
    }

    private func layout(of line: Range<Int>) -> Line.Layout {
        let visible = line.filter { !isSpace($0) }
        guard let first = visible.first, let last = visible.last else { return .blank }
        if tokens[first].isInclude, first == last || tokens[first].partner == last { return .includeOnly(first) }
        return visible.allSatisfy { writesNothing($0, in: line) } ? .tagsOnly : .content
    }

    private func writesNothing(_ index: Int, in line: Range<Int>) -> Bool {
        switch tokens[index].kind {
        case .section, .silent: true
        case .parent: !line.contains(tokens[index].partner)
        // A block that begins and ends on one line is shown in that line.
        case .block: !line.contains(tokens[index].partner)
        case .close: !line.contains(tokens[index].partner) || !tokens[tokens[index].partner].isBlock
        case .text, .value, .partial: false
        }
    }
}
