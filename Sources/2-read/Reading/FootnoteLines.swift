import Markdown

/// The lines of footnotes, which may stand far from what they belong to.
struct FootnoteLines {
    private let document: Document
    private let lastLine: Int

    init(_ document: Document, lastLine: Int) {
        self.document = document
        self.lastLine = lastLine
    }

    /// The lines of the footnotes that only these lines refer to, directly or in a footnote of their own.
    func belonging(to lines: [Range<Int>]) -> [Range<Int>] {
        var hidden = lines
        var found: [Range<Int>] = []
        var rest = Array(document.footnotes.indices)
        while let next = rest.firstIndex(where: { isReferred(to: $0, onlyFrom: hidden) }) {
            let own = self.lines(of: rest.remove(at: next))
            found.append(own)
            hidden.append(own)
        }
        return found
    }

    private func isReferred(to footnote: Int, onlyFrom lines: [Range<Int>]) -> Bool {
        let references = document.events.filter { $0.kind == .footnoteReference && Int($0.index) == footnote }
        return !references.isEmpty && references.allSatisfy { reference in lines.contains { $0.contains(Int(reference.line)) } }
    }

    /// From its first line to the next thing that is no part of it.
    private func lines(of footnote: Int) -> Range<Int> {
        let own = document.footnotes[footnote].events
        let first = own.compactMap { line($0) }.min() ?? lastLine
        let next = document.events.indices.filter { !own.contains($0) }.compactMap { line($0) }.filter { $0 > first }.min()
        return first..<max(first + 1, next ?? lastLine + 1)
    }

    private func line(_ event: Int) -> Int? {
        let line = Int(document.events[event].line)
        return line > 0 ? line : nil
    }
}
