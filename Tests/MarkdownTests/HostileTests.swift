import Markdown
import Testing

@Suite struct HostileTests {
    /// Whatever it is, it is read and written in a few seconds, in a debug build on a busy machine.
    private func survives(_ markdown: String, _ extensions: Extensions = .all) -> String {
        var out = ""
        let time = ContinuousClock().measure { out = html(markdown, extensions: extensions) }
        #expect(time < .seconds(10), "\(markdown.prefix(20)) took \(time)")
        return out
    }

    @Test func twoHundredThousandPicturesAreAnErrorAtOnce() {
        let parsed = MarkdownParser().parse(Array(String(repeating: "![[]()", count: 200_000).utf8)[...], path: "a.md")
        #expect(parsed.diagnostics.map(\.code) == ["E203"])
        #expect(parsed.document.events.isEmpty)
    }

    @Test(arguments: [
        String(repeating: "*a **a ", count: 5_000) + "b" + String(repeating: " a** a*", count: 5_000),
        String(repeating: "a_ ", count: 20_000), String(repeating: "_a ", count: 20_000),
        String(repeating: "[a", count: 10_000), String(repeating: "a]", count: 10_000),
        String(repeating: "[", count: 10_000) + "a" + String(repeating: "]", count: 10_000),
        String(repeating: "![[]()", count: 2_000), String(repeating: "[^", count: 10_000),
        String(repeating: "[^1]", count: 10_000) + "\n\n[^1]: x\n",
        (1...3_000).map { "[^\($0)]: x[^\($0 + 1)]\n\n" }.joined(),
        String(repeating: "**x [a*b**c*](d)", count: 2_000), String(repeating: "`", count: 10_001),
        (1...200).map { "e" + String(repeating: "`", count: $0) }.joined(),
        String(repeating: "> ", count: 10_000) + "a", String(repeating: "- ", count: 5_000) + "a",
        String(repeating: "1. ", count: 3_000) + "a", String(repeating: "<sub>", count: 10_000),
        String(repeating: "<sub>a</sup>", count: 2_000), String(repeating: "</span>", count: 3_000),
        String(repeating: "<!-- ", count: 3_000), String(repeating: "~~a ", count: 10_000),
        String(repeating: "~~*a", count: 3_000), String(repeating: "\\~", count: 10_000),
        String(repeating: "## a\n", count: 3_000), String(repeating: "(a) b\n\n", count: 3_000),
        String(repeating: "|", count: 10_000) + "\n" + String(repeating: "|-", count: 10_000) + "\n",
        "|" + String(repeating: "a|", count: 500) + "\n|" + String(repeating: "-|", count: 500) + "\n"
            + String(repeating: "|" + String(repeating: "^^|", count: 500) + "\n", count: 50),
        String(repeating: "| a |\n|---|\n\n", count: 2_000), String(repeating: "| a\n", count: 5_000) + "|-\n",
        "| a |\n|---|\n| " + String(repeating: "<br>- a", count: 3_000) + " |\n",
        String(repeating: "![](missing)", count: 1_000), "\u{0}\u{1}{\u{1}1}\u{2}[^1]\\\u{2}",
        String(repeating: "\\", count: 20_001) + "~", "[^1]: [^1]: [^1]:\n[^1]:", "<", "|", "|\n|", "\n|-|\n|-|\n",
    ])
    func itIsReadInTime(_ markdown: String) {
        for extensions in [Extensions.all, .tables, .none] { #expect(!survives(markdown, extensions).contains("\u{1}") || extensions != .all) }
    }

    @Test func tenThousandQuotesAreAnErrorAndQuick() {
        let (document, diagnostics) = parse("a\n\n" + String(repeating: ">", count: 10_000) + " deep\n")
        #expect(diagnostics.map(\.code) == ["E202"])
        #expect(diagnostics[0].location.line == 3)
        #expect(document.body.plainText == "a deep")
        #expect(Balance.fault(in: html(document)) == nil)
        let plain = html(String(repeating: ">", count: 10_000) + " deep\n", extensions: .none)
        #expect(plain.ranges(of: "<blockquote>").count == 10_000)
    }

    @Test(arguments: 0..<400)
    func madeUpDocumentsGiveBalancedHTMLWithEveryWord(_ seed: UInt64) {
        var random = SeededGenerator(state: seed &+ 1)
        let (markdown, words) = Nasty.document(&random)
        for extensions in [Extensions.all, .tables, .none] {
            let document = parse(markdown, extensions: extensions).document
            let out = html(document)
            if extensions == .all {
                #expect(Balance.fault(in: out) == nil, "\(markdown)\n-----\n\(out)")
                let lost = words.filter { !out.contains($0) }
                #expect(lost.isEmpty, "\(markdown)\n-----\n\(out)")
            }
            #expect(document.events.enumerated().allSatisfy { Int($1.extent) >= 1 && $0 + Int($1.extent) <= document.events.count })
        }
    }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Documents made of what is awkward. `@` stands for a word of its own in each place.
private enum Nasty {
    static let pieces = [
        "@", " ", "\n", "\n\n", "\n\n", "*@*", "**@**", "**", "*", "_", "`@`", "~~@~~", "~~", "\\~~", "[^1]", "[^2]",
        "\n\n[^1]: @\n", "\n[^2]: @", "\n\n[^3]: @\n\n", "[@](x.md)", "[@](javascript:x)", "![@](a.png)", "![@](missing \"@\")",
        "\n\n![@](b.png \"@\")\n\n", "\n- ", "\n  - (a) ", "\n1. ", "\n7) ", "\n> ", "\n> **Note:** ", "\n    ", "\n## 3. @\n", "\n# @\n",
        "\n| @ | @ |\n|---|---|\n| **@** | << |\n| ^^ | @ | @ |\n", "\n| | |\n|:-|-:|\n| @ |\n| - @<br>- *@ | ^^ |\n", "| ", " |", "|---|\n",
        "\nTable: @\n\n", "<br>", "<sub>", "</sub>", "<sup>@", "</sup>", "<span lang=\"ur\" dir=\"rtl\">@", "</span>", "<b>", "</b>",
        "<div>\n", "</div>\n", "<abbr title=\"x\">@</abbr>", "<!-- page 4 -->", "\n<!-- page 5 -->\n", "\n(a) @", "\n\n1.1 @\n", "\n---\n", "\n===\n",
        "&#1;", "&lt;", "\u{7}", "[", "]", "(", ")", "{", "}", "\\", "\r\n", "\t", "é£", "\u{FEFF}", "<a href='x'>", "<i ",
    ]

    static func document(_ random: inout SeededGenerator) -> (markdown: String, words: [String]) {
        var markdown = ""
        var words: [String] = []
        for _ in 0..<Int.random(in: 3...40, using: &random) {
            var piece = pieces.randomElement(using: &random) ?? ""
            while let at = piece.firstIndex(of: "@") {
                let word = "w\(words.count)x"
                words.append(word)
                piece.replaceSubrange(at...at, with: word)
            }
            markdown += piece
        }
        return (markdown, words)
    }
}

/// Whether every element is closed where it should be.
enum Balance {
    private static let void: Set<Substring> = ["br", "hr", "img"]

    static func fault(in html: String) -> String? {
        var open: [Substring] = []
        for piece in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
            guard let end = piece.firstIndex(of: ">") else { return "no end: <\(piece)" }
            let name = piece[..<end].prefix { $0 != " " }
            if name.hasPrefix("/") {
                guard open.popLast() == name.dropFirst() else { return "stray <\(name)>" }
            } else if !void.contains(name) {
                if name == "a", open.contains("a") { return "<a> in <a>" }
                if name == "p", open.contains("p") { return "<p> in <p>" }
                open.append(name)
            }
        }
        return open.isEmpty ? nil : "left open: \(open)"
    }
}

@Suite struct ThreadTests {
    @Test func documentsAreReadOnAllThreadsAlike() async {
        let parser = MarkdownParser()
        let markdown = "## A\n\n(a) b[^1]\n\n| **x** | y |\n|---|---|\n| 1 | 2 |\n\n[^1]: n\n"
        let expected = html(markdown)
        await withTaskGroup(of: String.self) { group in
            for _ in 0..<200 {
                group.addTask { html(parser.parse(Array(markdown.utf8)[...], path: "a.md").document) }
            }
            for await out in group { #expect(out == expected) }
        }
    }
}
