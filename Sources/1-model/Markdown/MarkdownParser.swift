import Diagnostics
import Text

/// What is understood beside CommonMark 0.30.
package enum Extensions: Sendable, Codable {
    /// Nothing: raw HTML passes, and every address is a link. For the specification's examples only.
    case none
    /// Pipe tables of GitHub Flavored Markdown, and nothing else.
    case tables
    /// All of "Papers, chapters and pages" in the source format.
    case all
}

/// What the anchors of numbered paragraphs begin with.
package enum ParagraphScope: Sendable, Codable {
    /// `para-5`, `para-3-1-a`: the number of the heading above, for labels that are no plain numbers.
    case headings
    /// `minute-62-a` below `## 62. …`, whose own anchor is `minute-62`.
    case minutes
    /// `item-7-a` below `## 7. …`, whose own anchor is `item-7`.
    case items

    var word: String? {
        switch self {
        case .headings: nil
        case .minutes: "minute"
        case .items: "item"
        }
    }

    /// What a heading of a number is called.
    func anchor(ofHeading number: String, level: Int) -> String { "\(level == 2 ? word ?? "section" : "section")-\(number)" }
}

/// Reads Markdown. A value without state: one can serve all threads.
package struct MarkdownParser: Sendable {
    package let extensions: Extensions
    /// Which numbers of the source a document is to have.
    package let numbers: TextNumbers.Wanted

    package init(extensions: Extensions = .all, numbers: TextNumbers.Wanted = .none) {
        self.extensions = extensions
        self.numbers = numbers
    }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: the text, after the YAML head; UTF-8. What is not is replaced, with a warning.
    ///   - path: the file, as diagnostics name it.
    ///   - firstLine: the line of the file that `bytes` begin on.
    ///   - scope: what the anchors of numbered paragraphs begin with.
    /// - Returns: the document, whole even where something is wrong, and what is wrong, by place.
    package func parse(
        _ bytes: ArraySlice<UInt8>, path: String, firstLine: Int = 1, scope: ParagraphScope = .headings
    ) -> (document: Document, diagnostics: [Diagnostic]) {
        bytes.withUnsafeBufferPointer { parse($0, path: path, firstLine: firstLine, scope: scope) }
    }

    /// As above, for bytes that lie anywhere in memory. They are not kept.
    package func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int = 1, scope: ParagraphScope = .headings
    ) -> (document: Document, diagnostics: [Diagnostic]) {
        prepared(bytes, path: path, firstLine: firstLine) { source, isUTF8, notes in
            var source = source
            source.numbers = TextNumbers(of: bytes, numbers)
            return read(source, scope: scope, isUTF8: isUTF8, notes: notes)
        }
    }

    /// Reads a short text that stands in one line, such as a value in a YAML head: a document of one paragraph, or
    /// none where it is blank. No list, heading or other block can begin in it.
    package func parseInline(_ text: String, at location: SourceLocation) -> (document: Document, diagnostics: [Diagnostic]) {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            prepared(bytes, path: location.path, firstLine: location.line) { source, isUTF8, notes in
                readInline(source, column: location.column, notes: notes)
            }
        }
    }

    /// The time that libcmark 0.30 takes for `![[]()` grows with the square of how often it stands in a paragraph: 0.3 s
    /// for 20,000, minutes for 200,000. No text that somebody wrote has as many.
    private static let pictureLimit = 20_000

    private typealias Answer = (document: Document, diagnostics: [Diagnostic])

    /// Takes away what the C library must not see, and says so.
    private func prepared(
        _ bytes: Bytes, path: String, firstLine: Int, _ body: (Source, _ isUTF8: Bool, [Diagnostic]) -> Answer
    ) -> Answer {
        var notes: [Diagnostic] = []
        let isUTF8 = bytes.isUTF8
        if !isUTF8 { notes.append(Diagnostic(MarkdownProblem.notUTF8, at: SourceLocation(path))) }
        if extensions != .all {
            return body(Source(bytes, path: path, firstLine: firstLine), isUTF8, notes)
        }
        if bytes.count(of: "!", then: "[") > MarkdownParser.pictureLimit {
            notes.append(Diagnostic(MarkdownProblem.tooManyPictures(limit: MarkdownParser.pictureLimit), at: SourceLocation(path)))
            return body(Source(Bytes(rebasing: bytes[..<0]), path: path, firstLine: firstLine), true, notes)
        }
        let preparation = PreparedBytes(bytes)
        if preparation.controlCharacters > 0 {
            let before = bytes[..<preparation.firstControl]
            let line = firstLine + before.count { $0 == UInt8(ascii: "\n") }
            let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
            let problem = MarkdownProblem.controlCharacters(count: preparation.controlCharacters)
            notes.append(Diagnostic(problem, at: SourceLocation(path, line: line, column: column)))
        }
        guard let replaced = preparation.replaced else {
            return body(Source(bytes, path: path, firstLine: firstLine), isUTF8, notes)
        }
        return replaced.withUnsafeBufferPointer {
            let source = Source(
                $0, path: path, firstLine: firstLine, hasFootnotes: preparation.hasFootnotes,
                hasMarks: preparation.hasMarks)
            return body(source, isUTF8, notes)
        }
    }

    private func read(_ source: Source, scope: ParagraphScope, isUTF8: Bool, notes: [Diagnostic]) -> Answer {
        withTree(source.bytes, replacingBadUTF8: !isUTF8) { root in
            var builder = EventBuilder(source, extensions: extensions, scope: scope)
            builder.diagnostics = notes
            guard extensions != .none, source.hasPipes || extensions == .all && source.hasAngles else {
                builder.walk(root)
                return builder.finished()
            }
            var finder = FragmentFinder(source, extensions: extensions)
            finder.look(through: root)
            builder.diagnostics += finder.diagnostics
            builder.fragments = finder.fragments
            if source.definesLinks { builder.fragments.append(document: source.bytes) }
            return read(&builder, root)
        }
    }

    /// Lets the C library read the fragments, then walks the whole.
    private func read(_ builder: inout EventBuilder, _ root: CNode) -> Answer {
        let bytes = builder.fragments.bytes
        return bytes.withUnsafeBufferPointer { bytes in
            withTree(bytes) { fragmentRoot in
                builder.fragmentNodes = fragmentRoot.children(atMost: builder.fragments.pieces.count)
                builder.walk(root)
                return builder.finished()
            }
        }
    }

    private func readInline(_ source: Source, column: Int, notes: [Diagnostic]) -> Answer {
        var builder = EventBuilder(source, extensions: extensions, scope: .headings)
        builder.diagnostics = notes
        let words = source.bytes[...].trimmed
        if words.isEmpty { return builder.finished() }
        let lines = words.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        _ = builder.fragments.add(lines: lines, line: source.firstLine, column: column)
        let bytes = builder.fragments.bytes
        return bytes.withUnsafeBufferPointer { bytes in
            withTree(bytes) { root in
                builder.fragmentNodes = root.children(atMost: 1)
                builder.openEvent(.paragraph, line: source.firstLine)
                builder.walk(fragment: 0)
                builder.closeWords()
                return builder.finished()
            }
        }
    }
}

extension Source {
    /// Whether it may say where reference links lead.
    var definesLinks: Bool { bytes.has("]", then: ":") }
}

extension CNode {
    func children(atMost count: Int) -> [CNode] {
        var children: [CNode] = []
        children.reserveCapacity(count)
        var child = firstChild
        while let node = child, children.count < count {
            children.append(node)
            child = node.next
        }
        return children
    }
}
