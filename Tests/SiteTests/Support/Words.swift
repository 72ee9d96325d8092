import Foundation

/// Letters and digits alone, in small letters: what is left of a text, however it is set.
struct Words {
    private(set) var bytes: [UInt8] = []

    init(_ text: String) {
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.lowercased().unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            bytes += Array(String(scalar).utf8)
        }
    }

    /// What a page shows: without tags, but with the texts of its pictures; notes' marks left out.
    init(page: String) {
        var text = ""
        var rest = page[...]
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let tag = rest[open...close]
            rest = rest[rest.index(after: close)...]
            if tag.hasPrefix("<img"), let alternative = tag.firstRange(of: "alt=\"") {
                text += tag[alternative.upperBound...].prefix { $0 != "\"" }
            }
            if tag.hasPrefix("<sup class=\"footnote-ref"), let end = rest.firstRange(of: "</sup>") { rest = rest[end.upperBound...] }
        }
        self.init(Words.decode(text + rest))
    }

    /// Whether other words stand here in one piece.
    func contain(_ other: Words) -> Bool {
        guard !other.bytes.isEmpty else { return true }
        return (bytes + [0]).withUnsafeBufferPointer { own in
            (other.bytes + [0]).withUnsafeBufferPointer { wanted in
                strstr(
                    UnsafeRawPointer(own.baseAddress!).assumingMemoryBound(to: CChar.self),
                    UnsafeRawPointer(wanted.baseAddress!).assumingMemoryBound(to: CChar.self)) != nil
            }
        }
    }

    static func decode(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}

/// The sentences of a Markdown source, without its marks.
struct Sentences {
    let source: String

    /// What the page must show in one piece, and the parts that it may set apart.
    func all() -> [[String]] {
        var found: [[String]] = []
        for unit in units() {
            let isParts = unit.isField
            let pieces = unit.text.replacing(/[.?!;:]\s+/, with: "\n").split(separator: "\n").map(String.init)
            for piece in pieces {
                let parts = isParts ? piece.split { "(),:;–".contains($0) }.map(String.init) : [piece]
                found.append(parts.filter { $0.contains { $0.isLetter || $0.isNumber } })
            }
        }
        return found.filter { !$0.isEmpty }
    }

    private struct Unit {
        var text: String
        var isField = false
    }

    private func units() -> [Unit] {
        var units: [Unit] = []
        var paragraph = ""
        var part = ""
        func flush() {
            if !paragraph.isEmpty { units.append(Unit(text: plain(paragraph))) }
            paragraph = ""
        }
        for line in source.components(separatedBy: .newlines) {
            let bare = line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
            if bare.hasPrefix("# ") { part = bare.dropFirst(2).trimmingCharacters(in: .whitespaces) }
            if bare.isEmpty {
                flush()
            } else if bare.hasPrefix("|") {
                flush()
                for cell in bare.replacing("\\|", with: " ").split(separator: "|") {
                    units += cell.components(separatedBy: "<br>").map { Unit(text: plain($0)) }
                }
            } else if bare.hasPrefix("#") || bare.contains(/^([-*+]|\d+[.)])\s/) {
                flush()
                let isPeople = ["Present", "Apologies", "In attendance", "Observers", "Substitutes"].contains(part)
                let isField = bare.contains(/^- (Papers|Presenter|Contact|Purpose|Pages|Wards|Reason|Follows|Urgent|State):/)
                if bare.hasPrefix("#") || isPeople || isField {
                    let value = isField ? String(bare[bare.firstIndex(of: ":")!...]) : String(bare)
                    // Said in other words on the page.
                    if isField, value.contains(/^: (to follow|verbal|presentation|to be tabled)$/) { continue }
                    let text = bare.hasPrefix("## ") ? value.replacing(/\s\((Item|Agenda) \w+\)\s*$/.ignoresCase(), with: "") : value
                    units.append(Unit(text: plain(text), isField: isPeople || isField))
                } else {
                    paragraph = String(bare).replacing(/^([-*+]|\d+[.)])\s+/, with: "")
                }
            } else {
                paragraph += (paragraph.isEmpty ? "" : " ") + bare
                if bare.hasSuffix("  ") || bare.hasSuffix("\\") { flush() }
            }
        }
        flush()
        return units
    }

    private func plain(_ text: String) -> String {
        var text = text.replacing(/<!--.*?-->/, with: "").replacing(/\[\^[^\]]+\]:?/, with: "").replacing(#/^\s*Table: /#, with: "")
        text = text.replacing(/<((https?|mailto):[^>]+)>/) { String($0.output.1) }
        text = text.replacing(/<\/?(br|sub|sup|abbr|span)[^>]*>/, with: " ")
        text = text.replacing(/!?\[([^\[\]]*)\]\((<[^>]*>|[^()\s]*(\([^()]*\)[^()\s]*)*)(\s+"([^"]*)")?\)/) { " \($0.output.1) " }
        return Words.decode(text).replacing("\\", with: "")
    }
}
