import Foundation
import Testing
import Text

@Suite struct AnchorTests {
    @Test("Slugs are small letters with hyphens", arguments: [
        ("Children’s services – update", "childrens-services-update"), ("Apologies & Substitutes", "apologies-substitutes"), ("A1. “Quoted” (twice)", "a1-quoted-twice"),
        ("Ça va, Łódź?", "ça-va-łódź"), ("Ελλάδα 2026", "ελλάδα-2026"), ("a--b  -  c", "a-b-c"), ("😀", ""), ("!!!", ""), ("don't", "dont"),
    ])
    func slugs(_ words: String, _ expected: String) { #expect(Slug.make(words) == expected) }

    @Test("A slug ends with a word") func limit() { #expect(Slug.make("one two three", limit: 5) == "one-two") }

    @Test("The second of one name is told apart by two hyphens") func doubles() {
        var anchors = Anchors()
        #expect(["a", "b", "a", "a"].map { anchors.unique($0) } == ["a", "b", "a--2", "a--3"])
        #expect(Anchors.wish(of: "a--12") == "a")
        #expect(Anchors.wish(of: "a-12") == "a-12")
        #expect(Anchors.wish(of: "12") == "12")
    }

    @Test("What has a number gets its anchor first") func numbered() {
        var anchors = Anchors()
        let wishes = [("section-2", false), ("section-1", true), ("section-1", true), ("section-2", true)].map { Anchors.Wish($0, isNumbered: $1) }
        #expect(anchors.unique(wishes) == ["section-2--2", "section-1", "section-1--2", "section-2"])
    }

    @Test("Twice as many of one name take about twice the time") func many() {
        var anchors = Anchors()
        for _ in 0..<1_000 { _ = anchors.unique("same") }
        #expect(anchors.unique("same") == "same--1001")
        // What else the machine does meanwhile must not count: the best of several tries does.
        var best = (once: Double.infinity, twice: Double.infinity)
        for _ in 0..<5 {
            best.once = min(best.once, secondsToName(4_000))
            best.twice = min(best.twice, secondsToName(8_000))
            if best.twice < 3 * best.once { return }
        }
        Issue.record("\(best.once) s, and \(best.twice) s for twice as many")
    }

    /// Of this thread's own time on a processor.
    private func secondsToName(_ count: Int) -> Double {
        let start = threadSeconds
        var anchors = Anchors()
        for _ in 0..<count { _ = anchors.unique("same") }
        return threadSeconds - start
    }

    private var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    // MARK: What was published

    /// Headings by title, called as if nothing had been published.
    private func headings(_ titles: [String]) -> [AnchoredElement] {
        var (anchors, former, maker) = (Anchors(), FormerAnchors.ofText, AnchorKey.Maker())
        let numbered = titles.map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
        let wishes = numbered.map { parts in parts.count == 2 && Int(parts[0]) != nil ? Anchors.Wish("section-" + parts[0], isNumbered: true) : Anchors.Wish(Slug.make(parts.joined(separator: " ")), isNumbered: false) }
        return zip(anchors.unique(wishes), zip(wishes, numbered)).map { anchor, heading in
            AnchoredElement(anchor, former: former.unique(heading.0.anchor), key: maker.key(heading.0.isNumbered ? heading.1[1] : heading.1.joined(separator: " ")))
        }
    }

    private func record(_ titles: [String], withKeys: Bool = true) -> RecordedAnchors {
        RecordedAnchors(headings(titles).map { RecordedAnchors.Entry(withKeys ? $0.anchor : $0.former!, key: withKeys ? $0.key : nil) })
    }

    /// The anchors of headings, further ones after a plus sign.
    private func names(_ titles: [String], after recorded: RecordedAnchors) -> [String] {
        let elements = headings(titles)
        guard let names = recorded.names(of: elements) else { return elements.map(\.anchor) }
        return names.anchors.enumerated().map { ([$1] + (names.others[$0] ?? [])).joined(separator: "+") }
    }

    @Test("Nothing happens where nothing changed") func unchanged() {
        let titles = ["1 Costs", "2 Staff", "Costs", "Other", "Other"]
        #expect(record(titles).names(of: headings(titles)) == nil)
    }

    @Test("Headings that change places keep their anchors") func swapped() {
        #expect(names(["1 Staff", "2 Costs"], after: record(["1 Costs", "2 Staff"])) == ["section-1--2+section-2", "section-2--2+section-1"])
    }

    @Test("A heading that comes in between takes no anchor away") func inserted() {
        #expect(names(["1 Costs", "2 Risks", "3 Staff"], after: record(["1 Costs", "2 Staff"])) == ["section-1", "section-2--2", "section-3+section-2"])
    }

    @Test("An anchor whose heading is gone is given to none of the others") func gone() {
        #expect(names(["1 Staff"], after: record(["1 Costs", "2 Staff"])) == ["section-1--2+section-2"])
    }

    @Test("A heading in other words keeps its number's anchor, and says so, unless somebody says that it is another") func reworded() {
        let before = record(["1 Costs", "2 Staff"])
        let names = before.names(of: headings(["1 Outlay", "2 Staff"]))
        #expect(names?.anchors == ["section-1", "section-2"])
        #expect(names?.reworded == [0])
        let withdrawn = RecordedAnchors(before.entries.map { RecordedAnchors.Entry($0.name, key: $0.key, isWithdrawn: $0.name == "section-1") })
        #expect(self.names(["1 Outlay", "2 Staff"], after: withdrawn) == ["section-1--2", "section-2"])
    }

    @Test("Signs, capitals and blanks make no other words") func signs() {
        #expect(record(["1 Children’s  services"]).names(of: headings(["1 CHILDREN'S SERVICES!"])) == nil)
    }

    @Test("A record without keys is read by the rule of its time") func former() {
        let titles = ["1 Introduction", "1 Background", "1-2 Costs", "Other", "Other"]
        #expect(record(titles, withKeys: false).entries.map(\.name) == ["section-1", "section-1-2", "1-2-costs", "other", "other-2"])
        #expect(names(titles, after: record(titles, withKeys: false)) == ["section-1", "section-1--2+section-1-2", "1-2-costs", "other", "other--2+other-2"])
    }

    @Test("An anchor without an element stays taken") func reserved() {
        let recorded = RecordedAnchors([RecordedAnchors.Entry("section-1", key: AnchorKey(value: 1)), RecordedAnchors.Entry("section-1--2", key: nil)])
        let key = headings(["1 Costs"])[0].key
        let withdrawn = RecordedAnchors([RecordedAnchors.Entry("section-1", key: AnchorKey(value: 1), isWithdrawn: true), RecordedAnchors.Entry("section-1--2", key: nil)])
        #expect(recorded.names(of: [AnchoredElement("section-1", former: "section-1", key: key)])?.reworded == [0])
        #expect(withdrawn.names(of: [AnchoredElement("section-1", former: "section-1", key: key)])?.anchors == ["section-1--3"])
    }
}
