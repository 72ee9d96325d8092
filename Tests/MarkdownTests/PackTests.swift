import Markdown
import Testing

@Suite(.enabled(if: Shared.isPresent, "../shared is absent")) struct PackTests {
    @Test func noWordOfARealPackIsLost() {
        let files = Shared.packs()
        #expect(!files.isEmpty)
        for (path, body) in files {
            let (document, diagnostics) = MarkdownParser().parse(body[...], path: path)
            let out = linked(document)
            #expect(Balance.fault(in: out) == nil, "\(path)")
            #expect(diagnostics.allSatisfy { $0.severity == .warning }, "\(path): \(diagnostics)")
            let written = Set(words(of: visible(out).utf8))
            let plain = Set(words(of: plainText(document).utf8))
            let lost = Set(words(of: body)).subtracting(written).filter { !isMark($0) }
            #expect(lost.isEmpty, "\(path): words are not in the HTML")
            #expect(plain.subtracting(written).isEmpty, "\(path): words of the plain text are not in the HTML")
        }
    }

    /// As HTML, with every address relative, so that none is left out.
    private func linked(_ document: Document) -> String {
        func target(_ link: Int) -> LinkTarget { .address(Array("./\(document.links[link].destination)".utf8)) }
        var out: [UInt8] = []
        document.body.writeHTML(into: &out, links: target)
        document.writeFootnotes(into: &out, links: target)
        return String(decoding: out, as: UTF8.self)
    }

    /// Runs of letters and digits of ASCII.
    private func words(of text: some Collection<UInt8>) -> [String] {
        text.split { !(48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// What Markdown uses up: the word before a caption, the source of a missing picture, elements of HTML.
    private func isMark(_ word: String) -> Bool { ["Table", "missing", "br", "page"].contains(word) }

    private func visible(_ html: String) -> String {
        html.replacing("&amp;", with: "&").replacing("&quot;", with: " ").replacing("&lt;", with: " ").replacing("&gt;", with: " ")
    }

    private func plainText(_ document: Document) -> String {
        document.body.plainText + " " + document.footnotes.map { Markup(document, $0.events).plainText }.joined(separator: " ")
    }

    @Test func outlinesAreThoseOfTheSources() {
        for (path, body) in Shared.packs() {
            let document = MarkdownParser().parse(body[...], path: path).document
            let written = body.split(separator: UInt8(ascii: "\n")).count { $0.starts(with: "#".utf8) }
            #expect(document.headings.count == written, "\(path)")
            #expect(Set(document.headings.map(\.anchor)).count == document.headings.count, "\(path)")
            #expect(document.wordCount > 0 || body.allSatisfy { $0 <= 0x20 }, "\(path)")
        }
    }
}
