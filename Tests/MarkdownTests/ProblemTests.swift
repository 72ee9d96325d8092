import Markdown
import Testing

@Suite struct ProblemTests {
    @Test(arguments: [
        ("a\n\n![](x.png)\n", "E201 3:1"),
        ("a <b>c</b>\n", "W203 1:3"),
        ("\n<div>x</div>\n", "W203 2:0"),
        ("a </sub>\n", "W204 1:3"),
        ("<sub>a\n", "W205 1:0"),
        ("<span class=\"x\">a</span>\n", "W206 1:1"),
        ("x\n\n<!-- never closed\n\ny\n", "W207 3:0"),
        ("see [x](javascript:y)\n", "W208 1:5"),
        ("[x](https://)\n", "W209 1:1"),
        ("| a | b |\n|---|---|\n| 1 |\n", "W210 3:0"),
        ("| a | b |\n|---|---|\n| << | 1 |\n", "W211 3:0"),
        ("| a | b |\n|---|---|\n| x | << |\n| 1 | ^^ |\n", "W212 4:0"),
        ("a[^1]\n", "W213 1:0"),
        ("a\n\n[^1]: n\n", "W214 3:0"),
        ("a\u{7}b\n", "W216 1:2"),
    ])
    func everyProblemIsReportedAtItsPlace(_ markdown: String, _ problem: String) {
        #expect(problems(markdown) == [problem])
    }

    @Test func everyProblemSaysWhatToDo() {
        let markdown = "![](x.png) <b>b</b> <i>i</i> <x>y</x> </sup> [^1] | \u{1}\n\n[^2]: a\n\n[^2]: b\n"
        let diagnostics = parse(markdown).diagnostics
        #expect(diagnostics.count >= 8)
        #expect(diagnostics == diagnostics.sorted())
        for diagnostic in diagnostics {
            #expect(diagnostic.remedy.hasSuffix("."), "\(diagnostic.code)")
            #expect(!diagnostic.message.hasSuffix("."), "\(diagnostic.code)")
            #expect((diagnostic.severity == .error) == diagnostic.code.hasPrefix("E"))
        }
        #expect(diagnostics.contains { $0.remedy == "Write **bold** instead." })
        #expect(diagnostics.contains { $0.code == "W215" })
    }

    @Test func theRaggedRowSaysFoundAndExpected() {
        let message = parse("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n").diagnostics[0].message
        #expect(message == "the table row has 3 cells, but the table has 2 columns")
    }

    @Test func badUTF8IsReplacedAndReported() {
        let (document, diagnostics) = MarkdownParser().parse([0x61, 0xFF, 0x62], path: "a.md")
        #expect(document.body.plainText == "a\u{FFFD}b")
        #expect(diagnostics.map(\.code) == ["W217"])
    }

    @Test func commentsAreDroppedInSilence() {
        #expect(problems("<!-- note to self -->\n\na <!-- b --> c\n").isEmpty)
    }
}

@Suite struct ControlCharacterTests {
    @Test(arguments: ["{&#1;x", "{&#1;x} [^1]\n\n[^1]: n", "\\&#2;a ~ [^1]\n\n[^1]: n", "{&#1;`x` [^1]\n\n[^1]: n", "&#x80; `&#1;`", "**{&#1;**[^1]\n\n[^1]: n"])
    func noneReachesTheHTML(_ markdown: String) {
        let out = html(markdown)
        #expect(!out.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || 0x7F...0x9F ~= $0.value }, "\(out)")
    }
}
