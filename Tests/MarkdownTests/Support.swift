import Diagnostics
import Foundation
import Markdown

/// Reads a text and gives its body as HTML, footnotes after it.
func html(
    _ markdown: String, extensions: Extensions = .all, style: HTMLStyle = HTMLStyle(),
    scope: ParagraphScope = .headings
) -> String {
    let document = parse(markdown, extensions: extensions, scope: scope).document
    return html(document, style: style)
}

func html(_ document: Document, style: HTMLStyle = HTMLStyle()) -> String {
    var out: [UInt8] = []
    document.body.writeHTML(into: &out, style: style)
    document.writeFootnotes(into: &out, style: style) { .address(Array(document.links[$0].destination.utf8)) }
    return String(decoding: out, as: UTF8.self)
}

func parse(
    _ markdown: String, extensions: Extensions = .all, firstLine: Int = 1, scope: ParagraphScope = .headings
) -> (document: Document, diagnostics: [Diagnostic]) {
    MarkdownParser(extensions: extensions).parse(
        Array(markdown.utf8)[...], path: "paper.md", firstLine: firstLine, scope: scope)
}

/// `code line:column` of every problem.
func problems(_ markdown: String) -> [String] {
    parse(markdown).diagnostics.map { "\($0.code) \($0.location.line):\($0.location.column)" }
}

/// The test data beside the package, which not every machine has.
enum Shared {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared").standardizedFileURL
    static let isPresent = FileManager.default.fileExists(atPath: folder.path(percentEncoded: false))

    struct Example {
        let name: String
        let markdown: String
        let html: String
    }

    static func examples(_ file: String) throws -> [Example] {
        let data = try Data(contentsOf: folder.appending(path: "conformance").appending(path: file))
        let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
        return list.enumerated().map { number, entry in
            Example(
                name: "\(entry["example"] ?? number)", markdown: entry["markdown"] as? String ?? "",
                html: entry["html"] as? String ?? "")
        }
    }

    /// Every Markdown file of the real packs, without its head: its name, and the text.
    static func packs() -> [(path: String, body: [UInt8])] {
        let packs = folder.appending(path: "packs")
        let files = FileManager.default.enumerator(at: packs, includingPropertiesForKeys: nil)
        let urls = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "md" }
        return urls.sorted { $0.path < $1.path }.compactMap { url in
            guard let data = try? Data(contentsOf: url) else { return nil }
            return (url.lastPathComponent, withoutHead([UInt8](data)))
        }
    }

    static func withoutHead(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix("---\n"), let end = text.range(of: "\n---\n") else { return bytes }
        return Array(text[end.upperBound...].utf8)
    }
}
