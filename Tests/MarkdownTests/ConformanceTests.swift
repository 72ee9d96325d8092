import Markdown
import Testing

@Suite struct ConformanceTests {
    @Test(.enabled(if: Shared.isPresent, "../shared is absent"))
    func everyExampleOfCommonMarkGivesTheSpecifiedHTML() throws {
        let examples = try Shared.examples("commonmark-0.30.json")
        #expect(examples.count == 652)
        for example in examples {
            #expect(html(example.markdown, extensions: .none) == example.html, "example \(example.name)")
        }
    }

    @Test(.enabled(if: Shared.isPresent, "../shared is absent"))
    func tablesAreThoseOfGitHubFlavoredMarkdown() throws {
        // One example asks for addresses in plain text to become links, which is another extension.
        let examples = try Shared.examples("gfm-tables.json").filter { !$0.markdown.contains("www.github.com") }
        #expect(examples.count == 23)
        for example in examples {
            #expect(html(example.markdown, extensions: .tables) == example.html, "example \(example.name)")
        }
    }
}
