import Diagnostics
import Markdown
import Testing

@Suite struct HeadingTests {
    @Test func aHeadingHasAnAnchorAndALinkToIt() {
        #expect(
            html("## Early *intervention*\n")
                == "<h2 id=\"early-intervention\">Early <em>intervention</em> <a class=\"anchor\" href=\"#early-intervention\" aria-label=\"Link to: Early intervention\">#</a></h2>\n")
    }

    @Test func thePrintedNumberIsTheAnchor() {
        let headings = parse("## 3.1 Early help\n\n## 4. Title\n\n## 7a. More\n\n## A1. Last\n\n## 2017 in review\n").document.headings
        #expect(headings.map(\.anchor) == ["section-3-1", "section-4", "section-7a", "section-a1", "2017-in-review"])
        #expect(headings.map(\.number) == ["3.1", "4", "7a", "A1", nil])
        #expect(headings[0].title == "3.1 Early help")
    }

    @Test func sevenHeadingsOfTheSameWordsHaveSevenAnchorsThatStayPut() {
        let seven = String(repeating: "## Aims\n\n", count: 7)
        let before = parse(seven).document.headings.map(\.anchor)
        #expect(before == ["aims", "aims--2", "aims--3", "aims--4", "aims--5", "aims--6", "aims--7"])
        #expect(parse(seven + "## Aims\n").document.headings.map(\.anchor).starts(with: before))
        #expect(parse("# A 2\n# A\n# A\n").document.headings.map(\.anchor) == ["a-2", "a", "a--2"])
    }

    @Test func wordsKeepOutOfTheFamiliesOfNumbers() {
        let headings = parse("## Page 14\n\n## Item 7\n\n## Item description\n\n## ???\n").document.headings
        #expect(headings.map(\.anchor) == ["section-page-14", "section-item-7", "item-description", "section"])
    }

    @Test func levelsAreShiftedAndAnchorsPrefixed() {
        var style = HTMLStyle()
        style.headingShift = 2
        style.anchorPrefix = "p1-"
        let out = html("##### A\n\n[up](#a)\n\n1. One\n\nx[^1]\n\n[^1]: n\n", style: style)
        #expect(out.contains("<h6 id=\"p1-a\">A <a class=\"anchor\" href=\"#p1-a\""))
        #expect(out.contains("<a href=\"#p1-a\">up</a>"))
        #expect(out.contains("<li id=\"p1-para-1\"><a class=\"label\" href=\"#p1-para-1\">1.</a> One</li>"))
        #expect(out.contains("<a id=\"p1-fnref-1\" href=\"#p1-fn-1\">1</a>"))
        #expect(out.contains("<li id=\"p1-fn-1\"><p>n <a class=\"back\" href=\"#p1-fnref-1\""))
    }
}

@Suite struct NumberingTests {
    @Test func aParagraphKeepsItsLabel() {
        #expect(
            html("1.1 The **Board**\n")
                == "<p class=\"para\" id=\"para-1-1\"><a class=\"label\" href=\"#para-1-1\">1.1</a> The <strong>Board</strong></p>\n")
        let document = parse("(iv) Agreed.\n").document
        var blocks = document.body.blocks
        #expect(blocks.next()?.label == "(iv)")
        #expect(document.body.plainText == "(iv) Agreed.")
    }

    @Test(arguments: ["(1)", "1.1", "1.1.2", "(a)", "a)", "a.", "(iv)", "(A)", "(1A)", "A)", "1.1."])
    func theseAreLabels(_ label: String) {
        #expect(parse("\(label) words\n").document.labels.count == 1)
        #expect(html("- \(label) words\n").contains(">\(label)</a> words</li>"))
    }

    @Test(arguments: ["30.11.16 –", "0.5 workers", "A. Smith", "(mild)", "1.5 million", "(a)words", "10.30 am", "\\(a)", "i.e."])
    func theseAreNot(_ start: String) {
        #expect(parse("\(start) words\n").document.labels.isEmpty)
    }

    @Test func itemsShowTheirLabelsInPlaceOfBullets() {
        #expect(
            html("- a) one\n- b) two\n")
                == "<ul class=\"labelled\">\n<li id=\"para-a\"><a class=\"label\" href=\"#para-a\">a)</a> one</li>\n<li id=\"para-b\"><a class=\"label\" href=\"#para-b\">b)</a> two</li>\n</ul>\n")
        #expect(html("- a) one\n- two\n").contains("<ul>\n<li class=\"labelled\" id=\"para-a\">"))
        #expect(html("- one\n") == "<ul>\n<li>one</li>\n</ul>\n")
    }

    @Test func orderedItemsAreParagraphsThatNest() {
        let out = html("4. Four\n   - (a) A\n   - (b) B\n5. Five\n8. Eight\n")
        #expect(out.contains("<ol start=\"4\" class=\"labelled\">\n<li id=\"para-4\">"))
        #expect(out.contains("id=\"para-4-b\""))
        #expect(out.contains("<li id=\"para-8\" value=\"8\"><a class=\"label\" href=\"#para-8\">8.</a> Eight</li>"))
        #expect(html("1. x\n1. y\n").contains("id=\"para-2\""))
    }

    @Test func labelsAreScopedByHeadingsAndNeverTwice() {
        let document = parse("## 3. Aims\n\n(a) x\n\n(a) y\n\n3.1 z\n\n## Other\n\n(a) w\n").document
        #expect(document.labels.map(\.anchor) == ["para-3-a", "para-3-a--2", "para-3-1", "para-a"])
        #expect(document.anchors == document.labels.map(\.anchor).sorted())
    }

    @Test func inMinutesTheMinuteIsTheScope() {
        let document = parse("## 62. Update\n\n- (a) x\n- (b) y\n\n### Why\n\n1. z\n", scope: .minutes).document
        #expect(document.headings.map(\.anchor) == ["minute-62", "why"])
        #expect(document.labels.map(\.anchor) == ["minute-62-a", "minute-62-b", "minute-62-1"])
        #expect(parse("## 7. x\n\n(a) y\n", scope: .items).document.labels.map(\.anchor) == ["item-7-a"])
    }
}

@Suite struct InlineTests {
    @Test func deletedWords() {
        #expect(html("so ~~we **do** it~~ now\n") == "<p>so <del>we <strong>do</strong> it</del> now</p>\n")
        #expect(html("\\~~no~~ ~~ no ~~ `~~no~~`\n") == "<p>~~no~~ ~~ no ~~ <code>~~no~~</code></p>\n")
    }

    @Test func footnotesAreNumberedByFirstReference() {
        let out = html("One[^b] two[^a] *three*[^b].\n\n[^a]: Note *a*.\n[^b]: word\n")
        #expect(out.hasPrefix("<p>One<sup class=\"footnote-ref\"><a id=\"fnref-1\" href=\"#fn-1\">1</a></sup> two"))
        #expect(out.contains("<a id=\"fnref-1-2\" href=\"#fn-1\">1</a></sup>.</p>\n<section class=\"footnotes\" aria-label=\"Notes\">\n<ol>\n<li id=\"fn-1\"><p>word <a class=\"back\" href=\"#fnref-1\" aria-label=\"Back to the text from note 1\">↩</a> <a class=\"back\" href=\"#fnref-1-2\" aria-label=\"Back to the text from note 1.2\">↩</a></p></li>\n"))
        #expect(out.contains("<li id=\"fn-2\"><p>Note <em>a</em>. <a"))
        let document = parse("One[^b].\n\n[^b]: word\n").document
        #expect(document.body.plainText == "One.")
        #expect(document.footnotes.map(\.label) == ["b"])
    }

    @Test func marksThatAreNoFootnotesStay() {
        #expect(html("`[^1]` [^2] [x[^3]](y)\n\n[^3]: z\n").hasPrefix("<p><code>[^1]</code> [^2] <a href=\"y\">x<sup class=\"footnote-ref\" id=\"fnref-1\">1</sup></a></p>\n"))
        #expect(html("_a_[^1]_b_\n\n[^1]: n\n").hasPrefix("<p><em>a</em><sup"))
        #expect(html("\\[^1] {^1} \\\\~x\n\n[^1]: n\n").hasPrefix("<p>[^1] {^1} \\~x</p>"))
        #expect(html("    [^1]: code\n") == "<pre><code>[^1]: code\n</code></pre>\n")
    }

    @Test func allowedElementsOfHTMLAreBalanced() {
        #expect(html("H<SUB>2</SUB>O<br/>m<sup>2</sup>\n") == "<p>H<sub>2</sub>O<br>\nm<sup>2</sup></p>\n")
        #expect(
            html("<abbr title='A &amp; B'>AB</abbr> <span lang=ur dir=\"RTL\">x</span>\n")
                == "<p><abbr title=\"A &amp; B\">AB</abbr> <span lang=\"ur\" dir=\"rtl\">x</span></p>\n")
        #expect(html("*a <sub>b*</sub> c\n") == "<p><em>a <sub>b</sub></em> c</p>\n")
        #expect(html("<sub>a <sup>b</sub>\n") == "<p><sub>a <sup>b</sup></sub></p>\n")
    }

    @Test func otherHTMLIsDroppedAndItsWordsAreKept() {
        #expect(html("a <b onclick=x>bold</b> <!-- hidden --> c\n") == "<p>a bold  c</p>\n")
        #expect(html("<div>\n*Words* here\n</div>\n") == "<p><em>Words</em> here\n</p>\n")
        #expect(html("<script>\nalert(1)\n</script>\n\nx\n") == "<p>x</p>\n")
    }

    @Test func pageMarks() {
        #expect(html("<!-- page 14 -->\n\ntext <!-- PAGE 15 --> on\n") == "<span class=\"page-mark\" id=\"page-14\">Page 14</span>\n<p>text <span class=\"page-mark\" id=\"page-15\">Page 15</span>  on</p>\n")
        #expect(parse("<!-- page 14 -->\n").document.anchors == ["page-14"])
        #expect(html("<!-- page 3 --> and words\n").contains("<p>and words</p>"))
    }

    @Test func signaturesKeepTheirLines() {
        #expect(html("Signed: ____ Dated: ____\n") == "<p>Signed: ____ Dated: ____</p>\n")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "<\tjavascript:alert(1)>",
        "java&#10;script:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "&#1;javascript:x", "C:/x",
    ])
    func dangerousAddressesAreNeverLinks(_ address: String) {
        let markdown = "[words](\(address)) ![alt](\(address))\n"
        #expect(!html(markdown).contains("href"))
        #expect(!html(markdown).contains("src"))
        #expect(html(markdown).contains("words"))
        var out: [UInt8] = []
        parse("[words](ok.md)\n").document.body.writeHTML(into: &out) { _ in .address(Array("javascript:x".utf8)) }
        #expect(String(decoding: out, as: UTF8.self) == "<p>words</p>\n")
    }

    @Test func targetsAreWhatTheCallerSays() {
        var out: [UInt8] = []
        let document = parse("[a](minute:62 \"T\") [b](x.md)\n").document
        document.body.writeHTML(into: &out) { $0 == 0 ? .address(Array("/m/?a&b".utf8)) : .none }
        #expect(String(decoding: out, as: UTF8.self) == "<p><a href=\"/m/?a&amp;b\" title=\"T\">a</a> b</p>\n")
        #expect(document.links.map(\.destination) == ["minute:62", "x.md"])
        #expect(document.links[0].location == SourceLocation("paper.md", line: 1, column: 1))
    }
}

@Suite struct BlockTests {
    @Test func figures() {
        #expect(
            html("![A chart](a.png \"Cases\")\n")
                == "<figure>\n<img src=\"a.png\" alt=\"A chart\">\n<figcaption>Cases</figcaption>\n</figure>\n")
        #expect(html("![](a.png \"Decorative\")\n") == "<p><img src=\"a.png\" alt=\"\"></p>\n")
        #expect(
            html("![Chart: rising](missing)\n")
                == "<p class=\"missing\">Chart: rising <span class=\"missing-note\">This picture is not available in the source.</span></p>\n")
        #expect(html("x ![c](missing)\n").contains("<span class=\"missing\">c <span"))
    }

    @Test func callouts() {
        #expect(
            html("> **Draft:** to come\n")
                == "<div class=\"callout draft\" role=\"note\">\n<p><strong>Draft:</strong> to come</p>\n</div>\n")
        #expect(html("> **Correction, 3 May 2017:** x\n").contains("class=\"callout correction\""))
        #expect(html("> **Noted** x\n").hasPrefix("<blockquote>"))
        var blocks = parse("> **Note:** x\n").document.body.blocks
        #expect(blocks.next()?.callout == .note)
    }

    @Test func aValueOfOneLineIsOneParagraph() {
        let (document, _) = MarkdownParser().parseInline("1. *Not* a list | x\n# nor heading", at: SourceLocation("a.md", line: 7, column: 9))
        #expect(html(document) == "<p>1. <em>Not</em> a list | x\n# nor heading</p>\n")
        let link = MarkdownParser().parseInline("see [x](y)", at: SourceLocation("a.md", line: 7, column: 9)).document.links[0]
        #expect(link.location == SourceLocation("a.md", line: 7, column: 13))
        #expect(MarkdownParser().parseInline("  ", at: SourceLocation("a.md")).document.body.isEmpty)
    }

    @Test func linesAreThoseOfTheFile() {
        let document = parse("a\n\n> b\n\n| h |\n|---|\n| [l](m) |\n", firstLine: 10).document
        #expect(Array(document.body.blocks).map(\.line) == [10, 12, 14])
        #expect(document.links[0].location == SourceLocation("paper.md", line: 16, column: 3))
    }
}

@Suite struct SectionTests {
    @Test func sectionsKnowTheHeadingsAboveThem() {
        let document = parse("before\n\n## One\n\na *b*\n\n### Deep\n\n- c\n- d\n\n> ## In a quote\n\n## Two\n").document
        let sections = document.sections(of: document.body)
        #expect(sections.map(\.anchor) == ["", "one", "deep", "two"])
        #expect(sections.map(\.breadcrumb) == [[], [], ["One"], []])
        #expect(sections.map(\.plainText) == ["before", "a b", "c d In a quote", ""])
        #expect(document.sections(of: Markup(document, 0..<0)).isEmpty)
    }

    @Test func wordsAreCountedAsTheyAreRead() {
        #expect(parse("a **b**c d[^1]\n\n`e f` – (g)\n\n| h |\n|---|\n| i<br>j |\n\n[^1]: k l\n").document.wordCount == 12)
        #expect(parse("").document.wordCount == 0)
    }
}
