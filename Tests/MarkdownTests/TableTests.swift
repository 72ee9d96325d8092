import Markdown
import Testing

@Suite struct TableTests {
    /// A table without the labels of its cells, which `narrowTablesHaveLabelledCells` tells of.
    private func table(_ markdown: String) -> String {
        let out = html(markdown).replacing(#/ data-label="[^"]*"/#, with: "").replacing(#/<table aria-label="[^"]*">/#, with: "<table>")
        guard let start = out.range(of: "<table>\n"), let end = out.range(of: "</table>") else { return out }
        return String(out[start.upperBound..<end.lowerBound]).replacing("\n", with: "")
    }

    @Test func aTableIsARegionThatTheKeyboardReaches() {
        #expect(
            html("Table: Open *cases*\n\n| A | B | C | D | E |\n|:--|--:|---|---|---|\n| x | 1 | 2 | 3 | 4 |\n") == """
                <div class="table" role="group" tabindex="0" aria-labelledby="table-1">
                <table>
                <caption id="table-1">Open <em>cases</em></caption>
                <thead>
                <tr>
                <th scope="col" class="left">A</th>
                <th scope="col" class="right">B</th>
                <th scope="col">C</th>
                <th scope="col">D</th>
                <th scope="col">E</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="left">x</td>
                <td class="right">1</td>
                <td>2</td>
                <td>3</td>
                <td>4</td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
        #expect(html("| A |\n|---|\n").hasPrefix("<div class=\"table\" id=\"table-1\" role=\"group\" tabindex=\"0\" aria-label=\"Table 1\">"))
        #expect(html("Table: C\n| A |\n|---|\n").contains("<caption id=\"table-1\">C</caption>"))
    }

    @Test func narrowTablesHaveLabelledCells() {
        #expect(
            html("Table: Costs\n\n| Year | *Sum* & \"rest\" |\n|---|--:|\n| **2026** | 1 |\n| 2027 | 2 |\n") == """
                <div class="cards">
                <table>
                <caption id="table-1">Costs</caption>
                <thead>
                <tr>
                <th scope="col">Year</th>
                <th scope="col" class="right"><em>Sum</em> &amp; &quot;rest&quot;</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <th scope="row" id="2026"><strong>2026</strong></th>
                <td class="right" data-label="Sum &amp; &quot;rest&quot;">1</td>
                </tr>
                <tr>
                <td data-label="Year">2027</td>
                <td class="right" data-label="Sum &amp; &quot;rest&quot;">2</td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
        #expect(
            html("| A | B |\n|---|---|\n| x | y |\n").hasPrefix("<div class=\"cards\" id=\"table-1\">\n<table aria-label=\"Table 1\">\n"),
            "the anchor and the name, where no caption has them")
        #expect(html("| | |\n|---|---|\n| Name | Ann |\n").contains("<div class=\"cards\" id=\"table-1\">"), "without heads there are no labels to want")
        #expect(html("| A | B |\n|---|---|\n| x | << |\n| 1 | 2 |\n").contains("<td colspan=\"2\" data-label=\"A\">x</td>"))
        for wide in ["| A | B |\n|---|---|\n| x | y |\n| ^^ | z |\n", "| A | |\n|---|---|\n| x | y |\n", "| A | << |\n|---|---|\n| **B** | **C** |\n| 1 | 2 |\n", "| A |\n|---|\n| x |\n"] {
            #expect(html(wide).hasPrefix("<div class=\"table\"") && !html(wide).contains("data-label"), "\(wide)")
        }
    }

    @Test func boldFirstCellsAreRowHeadersWithAnchors() {
        let markdown = "## LPS 25\n\n| A | B |\n|---|---|\n| **LPS 25** | x |\n| **LPS 25** | y |\n"
        #expect(table(markdown).contains("<th scope=\"row\" id=\"lps-25--2\"><strong>LPS 25</strong></th>"))
        #expect(parse(markdown).document.anchors == ["lps-25--2", "lps-25--3", "table-1"])
    }

    @Test func anEmptyHeadLeavesRowHeadersOnly() {
        #expect(table("| | |\n|---|---|\n| Name | |\n") == "<tbody><tr><th scope=\"row\" id=\"name\">Name</th><td></td></tr></tbody>")
    }

    /// A minus before a figure, as deficits are printed.
    @Test func anEscapedDashBeginsNoList() {
        #expect(table("| A |\n|---|\n| \\- 207 |\n") == "<thead><tr><th scope=\"col\">A</th></tr></thead><tbody><tr><td>- 207</td></tr></tbody>")
        #expect(table("| A |\n|---|\n| x<br>\\- 207 |\n").contains("<td>x<br>- 207</td>"))
        #expect(table("| A |\n|---|\n| - 207 |\n").contains("<li>207</li>"))
    }

    @Test func rowsThatBelongToTheHead() {
        let bold = table("| A | << |\n|---|---|\n| **x** | **y** |\n| 1 | 2 |\n")
        #expect(bold.hasPrefix("<thead><tr><th scope=\"colgroup\" colspan=\"2\">A</th></tr><tr><th scope=\"col\"><strong>x</strong></th>"))
        let joined = table("| A | T | << |\n|---|---|---|\n| ^^ | Q1 | Q2 |\n| 1 | 2 | 3 |\n")
        #expect(joined.hasPrefix("<thead><tr><th scope=\"col\" rowspan=\"2\">A</th><th scope=\"colgroup\" colspan=\"2\">T</th></tr><tr><th scope=\"col\">Q1</th>"))
    }

    @Test func cellsAreJoined() {
        let out = table("| A | B | C | D |\n|---|---|---|---|\n| x | y | << | z |\n| ^^ | ^^ | << | z |\n| ^^ | 1 | 2 | 3 |\n")
        #expect(out.contains("<td rowspan=\"3\">x</td><td colspan=\"2\" rowspan=\"2\">y</td>"))
        #expect(!out.contains("^^") && !out.contains("&lt;&lt;"))
        let group = table("| A | B |\n|---|---|\n| 1 | 2 |\n| **P** | << |\n| 3 | 4 |\n")
        #expect(group.contains("</tbody><tbody><tr><th scope=\"rowgroup\" id=\"p\" colspan=\"2\"><strong>P</strong></th></tr><tr><td>3"))
    }

    @Test func rowsAndColumnsWithoutACellOfTheirOwnVanish() {
        #expect(table("| A | B |\n|---|---|\n| x | y |\n| ^^ | ^^ |\n") == "<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>x</td><td>y</td></tr></tbody>")
        #expect(table("| A | << |\n|---|---|\n| x | << |\n") == "<thead><tr><th scope=\"col\">A</th></tr></thead><tbody><tr><td>x</td></tr></tbody>")
    }

    @Test func cellsHoldBreaksAndLists() {
        #expect(
            table("| A |\n|---|\n| to:<br>- one<br>- *two*<br>more |\n").hasSuffix(
                "<tbody><tr><td>to:<ul><li>one</li><li><em>two</em><br>more</li></ul></td></tr></tbody>"))
        #expect(table("| A |\n|---|\n| - a. x<br>- b. y |\n").contains("<ul class=\"labelled\"><li><span class=\"label\">a.</span> x</li>"))
    }

    @Test func cellsKnowTheDocumentsLinksAndNotes() {
        let out = html("| A |\n|---|\n| [x][r] and[^n] ~~no~~ |\n\n[r]: https://example.org/\n\n[^n]: Note\n")
        #expect(out.contains("<td><a href=\"https://example.org/\">x</a> and<sup"))
        #expect(out.contains("<del>no</del></td>"))
    }

    @Test func tablesStandInListsAndQuotes() {
        #expect(html("> | a | b |\n> |---|---|\n> | x | y |\n").hasPrefix("<blockquote>\n<div class=\"cards\""))
        #expect(html("- | a |\n  |---|\n  | x |\n").contains("<li>\n<div class=\"table\""))
    }

    @Test func aRuleUnderATableIsNoHeading() {
        let out = html("| a | b |\n|---|---|\n| x | y |\n---\n")
        #expect(out.contains(">x</td>") && out.hasSuffix("</div>\n<hr>\n"))
    }

    @Test func noTextOfARaggedRowIsLost() {
        #expect(table("| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n| 5 |\n").hasSuffix("<td>2 | 3 | 4</td></tr><tr><td>5</td><td></td></tr></tbody>"))
    }

    @Test func cellsAreFoundFromTheTable() {
        let document = parse("| A | B |\n|---|---|\n| **x** | << |\n").document
        let cells = document.events.filter { $0.kind == .cell }
        #expect(cells.map { document.tables[0].cells[Int($0.index)].columnSpan } == [1, 1, 2])
        #expect(document.tables[0].headRows == 2)
        #expect(document.wordCount == 3)
    }
}
