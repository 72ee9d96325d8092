import Markdown

/// That a text says the same after a change: the HTML made of it is the same byte for byte, save that outside of code a tab is as good as a blank.
struct Proof {
    private let html: [UInt8]

    init(of lines: [[UInt8]]) { html = Proof.html(of: lines) }

    private func holds(for lines: [[UInt8]]) -> Bool { Proof.html(of: lines) == html }

    /// The lines with all edits that change nothing on the page.
    func accepted(_ edits: [Edit], on lines: [[UInt8]]) -> [[UInt8]] {
        guard !edits.isEmpty else { return lines }
        var changed = lines
        for edit in edits { for (line, words) in edit.lines { changed[line] = words } }
        if holds(for: changed) { return changed }
        if edits.count == 1 { return lines }
        let half = edits.count / 2
        return accepted(Array(edits[half...]), on: accepted(Array(edits[..<half]), on: lines))
    }

    /// One line feed at the end, and no empty lines before it.
    func withOneEnd(_ lines: [[UInt8]]) -> [[UInt8]] {
        var kept = lines
        while let last = kept.last, last.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { kept.removeLast() }
        kept.append([])
        if kept.count == 1 { kept = [[]] }
        return holds(for: kept) ? kept : lines
    }

    private static func html(of lines: [[UInt8]]) -> [UInt8] {
        let bytes = lines.joined(separator: [UInt8(ascii: "\n")])
        let document = MarkdownParser().parse(Array(bytes)[...], path: "").document
        var out: [UInt8] = []
        document.body.writeHTML(into: &out)
        document.writeFootnotes(into: &out) { .address(Array(document.links[$0].destination.utf8)) }
        return withoutTabs(out)
    }

    /// With a blank for each tab outside of `<pre>` and `<code>`.
    private static func withoutTabs(_ html: [UInt8]) -> [UInt8] {
        guard html.contains(0x09) else { return html }
        var out = html
        var isCode = false
        for at in out.indices {
            if out[at] == UInt8(ascii: "<") {
                let tag = out[at...].prefix(7)
                if tag.starts(with: "<pre".utf8) || tag.starts(with: "<code".utf8) { isCode = true }
                if tag.starts(with: "</pre>".utf8) || tag.starts(with: "</code>".utf8) { isCode = false }
            }
            if !isCode, out[at] == 0x09 { out[at] = 0x20 }
        }
        return out
    }
}
