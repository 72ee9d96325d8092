import Testing

/// References that go round in a circle, and terms that mean two things.
@Suite struct CycleTests {
    private static let first = "committees/board/2026-01-22/agenda.md"
    private static let second = "committees/board/2026-03-19/agenda.md"

    private func messages(_ sources: [String: String]) throws -> [String] {
        let outcome = try Workshop(sources).build()
        #expect(!outcome.isBuilt)
        return outcome.messages
    }

    @Test func itemsThatFollowEachOther() throws {
        #expect(try messages([
            CycleTests.first: "---\n---\n\n## 1. Bridge\n\n- Follows: [later](../2026-03-19/minutes.md#9)\n",
            CycleTests.second: "---\n---\n\n## 3. Bridge\n\n- Follows: [before](item:2026-01-22/1)\n",
            "committees/board/2026-03-19/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 9. The bridge (Item 3)\n",
        ]) == [
            "\(CycleTests.first):4:0: error E315: these items, of which each “Follows” the next, go round in a circle: item 1 of board/2026-01-22 → item 3 of board/2026-03-19 → item 1 of board/2026-01-22 → “Follows” leads to what came before. Take out the link that leads to something later, or to the item itself."
        ])
    }

    @Test func anItemThatFollowsItself() throws {
        #expect(try messages([CycleTests.first: "---\n---\n\n## 1. Bridge\n\n- Follows: [this](item:1)\n"]).first?.contains("item 1 of board/2026-01-22 → item 1 of board/2026-01-22") == true)
    }

    @Test func itemsThatFollowOneThirdAreNoCircle() throws {
        let outcome = try Workshop([
            CycleTests.first: "---\n---\n\n## 1. Bridge\n\n## 2. Weir\n\n- Follows: [one](item:1)\n\n## 3. Road\n\n- Follows: [one](item:1), [two](item:2)\n"
        ]).build()
        #expect(outcome.messages == [])
    }

    @Test func committeesAboveEachOther() throws {
        #expect(try messages([
            "committees/board/committee.md": "---\nname: Board\nparent: panel\n---\n", "committees/panel/committee.md": "---\nname: Panel\nparent: board\n---\n",
        ]) == [
            "committees/board/committee.md: error E315: these committees, of which each has the next as its “parent”, go round in a circle: board → panel → board → Take “parent” out of the highest of them."
        ])
    }

    @Test func strategiesThatSupersedeEachOther() throws {
        #expect(try messages([
            "strategies/air/strategy.md": "---\ntitle: Air\nsupersedes: soil\n---\n", "strategies/soil/strategy.md": "---\ntitle: Soil\nsupersedes: air\n---\n",
        ]) == [
            "strategies/air/strategy.md: error E315: these strategies, of which each “supersedes” the next, go round in a circle: air → soil → air → Take “supersedes” out of the oldest of them."
        ])
    }

    @Test func aChainOfAnyLength() throws {
        let items = (1...500).map { "## \($0). Matter\n\n" + ($0 == 1 ? "" : "- Follows: [before](item:\($0 - 1))\n\n") }.joined()
        #expect(try Workshop([CycleTests.first: "---\n---\n\n" + items]).build().codes == [])
    }

    // MARK: Terms

    @Test func twoMeaningsInOneScope() throws {
        let glossary = "- term: NK\n  meaning: North Kirk\n- term: NK\n  meaning: Not known\n  within: board\n- term: Not known\n  meaning: No figure\n  also: [NK]\n  within: board\n- term: NK\n  meaning: No kidding\n"
        expect(try messages(["glossary.yml": glossary]), are: [
            "glossary.yml:6:3: error E314: “NK” has a meaning within board already, in line 3 → Take one of the two out, or say with “within” for which committee, meeting, strategy or paper each of them holds.",
            "glossary.yml:10:3: error E314: “NK” has a meaning for the whole site already, in line 1 → Take one of the two out, or say with “within” for which committee, meeting, strategy or paper each of them holds.",
        ])
    }

    @Test func oneMeaningInEachScope() throws {
        let glossary = "- term: NK\n  meaning: North Kirk\n  also: [NK, N K]\n- term: NK\n  meaning: Not known\n  within: board\n"
        #expect(try Workshop(["glossary.yml": glossary]).build().messages == [])
    }
}
