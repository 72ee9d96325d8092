import Foundation
import Testing

/// The accessibility statement.
@Suite struct StatementTests {
    private static let least = "tested: 2026-01-15\npages: 12\n"

    private func statement(_ sources: [String: String]) throws -> String {
        let workshop = try Workshop(sources)
        let outcome = workshop.build()
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return workshop.page("accessibility/index.html")
    }

    /// A meeting with a file to each name.
    private func files(_ meeting: String, _ names: [String]) -> [String: String] {
        var sources = ["committees/board/\(meeting)/agenda.md": "---\n---\n\n## 1. Files\n\n" + names.map { "[\($0)](\($0))" }.joined(separator: ", ") + "\n"]
        for name in names { sources["committees/board/\(meeting)/\(name)"] = "x" }
        return sources
    }

    @Test func withoutATestNothingIsClaimed() throws {
        let page = try statement([:])
        #expect(page.contains("This website has not been tested yet."))
        #expect(!page.contains("compliant</strong>"))
        #expect(page.contains("Equality Advisory and Support Service"))
        #expect(page.contains("No. 2) Accessibility Regulations 2018"))
    }

    @Test func everyPageLinksToIt() throws {
        let workshop = try Workshop()
        #expect(workshop.build().isBuilt)
        #expect(workshop.page("index.html").contains("<a href=\"accessibility/\">Accessibility statement</a>"))
        #expect(workshop.page("404.html").contains("<a href=\"/accessibility/\">Accessibility statement</a>"))
        #expect(workshop.page("sitemap.xml").contains("https://testshire.example/accessibility/"))
    }

    @Test func whereNothingFallsShortItIsFullyCompliant() throws {
        let page = try statement(["accessibility.yml": StatementTests.least + "tools: [axe, vnu]\nprepared: 2026-01-16\nreviewed: 2026-01-17\nmethod: We did.\n"])
        #expect(page.contains("<strong>fully compliant</strong>"))
        #expect(!page.contains("Non-accessible content"))
        #expect(page.contains("15 January 2026</time> against WCAG 2.2 AA: 12 pages, with axe and vnu."))
        #expect(page.contains("prepared on <time datetime=\"2026-01-16\">") && page.contains("reviewed on <time datetime=\"2026-01-17\">"))
        #expect(page.contains("<p>We did.</p>"))
    }

    @Test func failuresAndBurdensAreListed() throws {
        let page = try statement(["accessibility.yml": StatementTests.least + """
            failures:
              - {criterion: 1.4.3 Contrast, what: "Grey <b> on grey.", pages: 1, remedy-by: 2026-09-01}
            burdens: [Old maps would cost too much.]
            """])
        #expect(page.contains("<strong>partially compliant</strong>") && page.contains("due to the non-compliances and the exemptions listed below"))
        #expect(page.contains("Grey &lt;b&gt; on grey. This fails success criterion 1.4.3 Contrast, on 1 page. We plan to put it right by"))
        #expect(page.contains("<li>Old maps would cost too much.</li>"))
    }

    @Test func documentsAreCountedAndOldOnesApart() throws {
        let sources = files("2026-01-22", ["a.pdf", "b.PDF", "c.xlsx", "d.csv", "e.png"]).merging(files("2018-09-22", ["old.pdf"])) { $1 }
        let page = try statement(sources.merging(["accessibility.yml": StatementTests.least]) { $1 })
        #expect(page.contains("Some papers are published as files: 2 PDF documents and 1 spreadsheet."))
        #expect(page.contains("Files of meetings before 23 September 2018: 1 PDF document."))
        let old = try statement(files("2018-09-22", ["old.pdf"]).merging(["accessibility.yml": StatementTests.least]) { $1 })
        #expect(old.contains("due to the exemptions listed below"))
        #expect(old.components(separatedBy: "<h2>Non-accessible content</h2>").count == 2)
    }

    @Test func wordsOfTheAuthorityStandOnTheSamePage() throws {
        let page = try statement([
            "pages/accessibility.md": "---\ntitle: Using this site\n---\n\nOur own words.\n\n## Help\n\nAsk.\n", "accessibility.yml": StatementTests.least,
            "site.yml": Workshop.base["site.yml"]! + "navigation: [accessibility]\ncontact: {name: Clerk, email: clerk@testshire.example}\n",
        ])
        #expect(page.contains("<h1>Using this site</h1>") && page.contains("<p>Our own words.</p>"))
        #expect(page.range(of: "Our own words")!.lowerBound < page.range(of: "Compliance status")!.lowerBound)
        #expect(page.components(separatedBy: ">Using this site</a>").count == 2, "one link to it")
        #expect(page.contains("mailto:clerk@testshire.example"))
    }

    @Test func whatIsWrongInItIsSaid() throws {
        let messages = try Workshop(["accessibility.yml": "tested: soon\npages: many\nfailure: []\nfailures:\n  - what: W\nburdens: {a: b}\n"]).build().messages
        for part in ["accessibility.yml:1", "accessibility.yml:2", "“failure”", "“criterion” is missing", "accessibility.yml:6"] {
            #expect(messages.contains { $0.contains(part) }, "\(part): \(messages)")
        }
        #expect(try Workshop(["accessibility.yml": "# nothing yet\n"]).build().codes.contains("E111"))
    }

    @Test func anExemptFileIsNotCounted() throws {
        let page = try statement([
            "accessibility.yml": StatementTests.least, "committees/board/2026-01-22/exempt/canary.pdf": "x", "committees/board/2026-01-22/agenda.md": "---\n---\n\n## 1. Welcome\n",
        ])
        #expect(page.contains("<strong>fully compliant</strong>") && !page.contains("canary"))
    }
}
