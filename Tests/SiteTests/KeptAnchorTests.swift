import Foundation
import Platform
import Preview
import Testing

/// How places on pages are called, and that what was published of them is kept.
@Suite struct KeptAnchorTests {
    static let meeting = "committees/board/2026-01-22"
    static let agenda = "\(meeting)/agenda.md"
    static let paper = "\(meeting)/plan"
    static let header = "address\tpublished\tchanged\ttext\n"

    private func listing(_ text: String) -> [String: String] {
        [KeptAnchorTests.agenda: "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n", "\(KeptAnchorTests.paper).md": "---\ntitle: Plan\n---\n\n\(text)\n"]
    }

    private func ids(_ workshop: Workshop, _ page: String = paper) -> [String] {
        let main = workshop.page(page + "/index.html").components(separatedBy: "<main ").last ?? ""
        return main.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }
    }

    /// The anchor of a heading, further ones after a plus sign.
    private func names(of heading: String, _ workshop: Workshop, _ page: String = paper) throws -> String {
        let html = workshop.page(page + "/index.html")
        let lines = html.components(separatedBy: "\n")
        let line = try #require(lines.first { $0.hasPrefix("<h") && $0.contains(">" + heading) }, "\(heading)")
        return line.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }.joined(separator: "+")
    }

    @discardableResult private func publish(_ workshop: Workshop, today: String = "2026-02-01") -> Outcome {
        let outcome = workshop.build(today: today, publishing: true)
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return outcome
    }

    // MARK: Without a record

    @Test("Anchors of items and minutes are as clean as those of headings") func cleanItems() throws {
        let workshop = try Workshop([
            KeptAnchorTests.agenda: "---\n---\n\n## Children’s services – update\n\n### Children’s services – update\n\nText.\n\n## Café\n\n## Café\n\n## …\n",
            "\(KeptAnchorTests.meeting)/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## Children’s services – update\n\n**RESOLVED** – That it be noted.\n",
        ])
        #expect(workshop.build().isBuilt)
        let found = ids(workshop, KeptAnchorTests.meeting)
        #expect(found.contains("item-childrens-services-update") && found.contains("childrens-services-update--2"))
        #expect(found.contains("item-café") && found.contains("item-café--2") && found.contains("item-untitled"))
        let minutes = ids(workshop, KeptAnchorTests.meeting + "/minutes")
        #expect(minutes.contains("minute-childrens-services-update") && minutes.contains("decision-childrens-services-update"))
        #expect(workshop.page(KeptAnchorTests.meeting + "/index.json").contains("/index.json#item-childrens-services-update\""))
    }

    @Test("Numbered sections have their anchors first, wherever they stand") func numberedFirst() throws {
        let text = "## 😀\n\n## Section 2\n\n## 1. First\n\n## 1. Other first\n\n## 2. Second\n\n## 1.2 Costs\n\n## !!!\n\nSee [costs](#1.2) and [second](#2)."
        let workshop = try Workshop(listing(text))
        expect(workshop.build().messages, are: [])
        let expected = [
            "😀": "section", "Section 2": "section-2--2", "1. First": "section-1", "1. Other first": "section-1--2", "2. Second": "section-2", "1.2 Costs": "section-1-2",
            "!!!": "section--2",
        ]
        for (heading, anchor) in expected { #expect(try names(of: heading, workshop) == anchor, "\(heading)") }
        let page = workshop.page("\(KeptAnchorTests.paper)/index.html")
        #expect(page.contains("<a href=\"#section-1-2\">costs</a>") && page.contains("<a href=\"#section-2\">second</a>"))
        #expect(Set(ids(workshop)).count == ids(workshop).count)
    }

    // MARK: Records of former versions

    @Test("What was published by the former rule is kept beside the new anchor, and links go to the new one") func formerRule() throws {
        var sources = listing("## 1. First\n\n## 1. Other first\n\n## 1.2 Costs\n\n## Aims\n\n## Aims\n\nSee [costs](#1.2), [aims](#aims-2) and [first](#section-1-2).")
        sources[KeptAnchorTests.agenda] = "---\n---\n\n## Children’s services – update\n\n- Papers: [Plan](plan.md)\n\nSee [the update](#item-children’s-services-–-update)."
        sources["\(KeptAnchorTests.meeting)/minutes.md"] = "---\nstatus: draft\n---\n\n# Minutes\n\n## Children’s services – update\n\n**RESOLVED** – That it be noted.\n"
        sources["glossary.yml"] = "- {term: Child’s plan, meaning: A plan}\n"
        let anchors = [
            (KeptAnchorTests.meeting, ["item-children’s-services-–-update"]),
            (KeptAnchorTests.meeting + "/minutes", ["minute-children’s-services-–-update", "decision-children’s-services-–-update"]),
            (KeptAnchorTests.paper, ["section-1", "section-1-2", "section-1-2-2", "aims", "aims-2"]), ("glossary", ["term-child’s-plan"]),
        ]
        let lines = anchors.flatMap { page, names in names.map { "/\(page)/#\($0)\t2026-01-02\t\t\n" } } + ["/glossary/child’s-plan/\t2026-01-02\t2026-01-02\t\n"]
        sources["published.tsv"] = KeptAnchorTests.header + lines.joined()
        let workshop = try Workshop(sources)
        for publishes in [false, true, false] {
            expect(workshop.build(today: "2026-02-0\(publishes ? 2 : 3)", publishing: publishes).messages, are: [])
            for (page, names) in anchors { for name in names { #expect(ids(workshop, page).count { $0 == name } == 1, "\(name)") } }
            #expect(try names(of: "1. Other first", workshop) == "section-1--2+section-1-2")
            #expect(try names(of: "1.2 Costs", workshop) == "section-1-2--2+section-1-2-2")
            #expect(try names(of: "Aims", workshop) == "aims")
            let page = workshop.page("\(KeptAnchorTests.paper)/index.html")
            #expect(page.contains("<a href=\"#section-1-2--2\">costs</a>"), "a number means the section of that number")
            #expect(page.contains("<a href=\"#aims--2\">aims</a>") && page.contains("<a href=\"#section-1--2\">first</a>"))
            let agenda = workshop.page("\(KeptAnchorTests.meeting)/index.html")
            #expect(agenda.contains("<li class=\"item\" id=\"item-childrens-services-update\">\n<h3><span id=\"item-children’s-services-–-update\"></span>"))
            #expect(agenda.contains("<a href=\"#item-childrens-services-update\">the update</a>"))
            #expect(workshop.page("glossary/index.html").contains("<div id=\"term-childs-plan\">\n<dt><span id=\"term-child’s-plan\"></span>"))
            #expect(workshop.page("glossary/child’s-plan/index.html").contains("url=../childs-plan/"))
        }
        #expect(workshop.record.contains(try Regex("/#section-1-2\t2026-01-02\t\t[0-9a-f]{16}\n")))
        #expect(workshop.record.contains(try Regex("/#section-1-2--2\t2026-02-02\t\t[0-9a-f]{16}\n")))
    }

    // MARK: What changes after it was published

    @Test("Headings that change places, and new ones, take no anchor that was published") func swapped() throws {
        let workshop = try Workshop(listing("## 1. Costs\n\n(a) Money.\n\n## 2. Staff\n\n(a) People.\n\n## Aims\n\n### Notes\n\n## Other\n\n### Notes\n"))
        publish(workshop)
        try workshop.write(listing("## 1. Risks\n\n(a) Fire.\n\n## 2. Staff\n\n(a) People.\n\n## 3. Costs\n\n(a) Money.\n\n## Other\n\n### Notes\n\n## Aims\n\n### Notes\n\nSee [one](#1), [three](#3) and [costs](#section-1).")["\(KeptAnchorTests.paper).md"]!, to: "\(KeptAnchorTests.paper).md")
        for today in ["2026-02-03", "2026-02-04"] {
            expect(workshop.build(today: today).messages, are: [])
            #expect(try names(of: "1. Risks", workshop) == "section-1--2")
            #expect(try names(of: "2. Staff", workshop) == "section-2")
            #expect(try names(of: "3. Costs", workshop) == "section-3+section-1")
            let page = workshop.page("\(KeptAnchorTests.paper)/index.html")
            #expect(page.contains("<a href=\"#section-1--2\">one</a>") && page.contains("<a href=\"#section-3\">costs</a>"))
            #expect(page.contains("<p class=\"para\" id=\"para-1-a--2\"><a class=\"label\" href=\"#para-1-a--2\">(a)</a> Fire."))
            #expect(page.contains("<p class=\"para\" id=\"para-3-a\"><span id=\"para-1-a\"></span><a class=\"label\" href=\"#para-3-a\">(a)</a> Money."))
            // Those under “Aims” were published first.
            #expect(page.contains("<h3 id=\"notes--2\">Notes") && page.components(separatedBy: "id=\"aims\"").last?.contains("<h3 id=\"notes\">Notes") == true)
            publish(workshop, today: today)
        }
    }

    @Test("A heading in other words keeps its number, and somebody is asked") func reworded() throws {
        let workshop = try Workshop(listing("## 1. Costs\n\n## 2. Staff\n"))
        publish(workshop)
        let file = "\(KeptAnchorTests.paper).md"
        try workshop.write(listing("## 1. Outlay\n\n## 2. Staff\n")[file]!, to: file)
        let anchor = "/\(KeptAnchorTests.paper)/#section-1"
        let warning = "\(file):5:0: warning W703: \(anchor) was published for a heading of other words → If it is the same in other words, leave it: “moot publish” records the new ones. If it is another, add to redirects.yml “- from: \(anchor)” and under it “to: …” or “gone: …” with what became of the former one."
        expect(workshop.build().messages, are: [warning])
        #expect(try names(of: "1. Outlay", workshop) == "section-1")
        try workshop.write("- from: \(anchor)\n  gone: It was dropped.\n", to: "redirects.yml")
        expect(workshop.build().messages, are: [])
        #expect(try names(of: "1. Outlay", workshop) == "section-1--2")
        #expect(workshop.page("\(KeptAnchorTests.paper)/index.html").contains("<p class=\"former\" id=\"section-1\">"))
        try Disk.real.remove(workshop.content + "/redirects.yml")
        publish(workshop, today: "2026-02-03")
        expect(workshop.build(today: "2026-02-04").messages, are: [])
    }

    @Test("Items and minutes that are numbered anew keep what was published for them") func renumbered() throws {
        let items = { (titles: [String]) in titles.enumerated().map { "## \($0 + 1). \($1)\n\nText.\n" }.joined(separator: "\n") }
        let minutes = { (titles: [String]) in "---\nstatus: draft\n---\n\n# Minutes\n\n" + titles.enumerated().map { "## \($0 + 1). \($1)\n\n**RESOLVED** – That \($1) be noted.\n" }.joined(separator: "\n") }
        let workshop = try Workshop([
            KeptAnchorTests.agenda: "---\n---\n\n" + items(["Costs", "Staff"]), "\(KeptAnchorTests.meeting)/minutes.md": minutes(["Costs", "Staff"]),
            "\(KeptAnchorTests.meeting)/supplement-1.md": "---\nkind: supplement\nissued: 2026-01-20\n---\n\n## 1. Costs\n\n### Notes\n\n## 9. Urgent\n",
            "pages/about.md": "---\ntitle: About\n---\n\n[item](../committees/board/2026-01-22/agenda.md#1), [minute](../committees/board/2026-01-22/minutes.md#2)\n",
        ])
        publish(workshop)
        try workshop.write("---\n---\n\n" + items(["Risks", "Costs", "Staff"]), to: KeptAnchorTests.agenda)
        try workshop.write(minutes(["Staff", "Costs"]), to: "\(KeptAnchorTests.meeting)/minutes.md")
        expect(workshop.build(today: "2026-02-03").messages.filter { !$0.contains("W602") }, are: [])
        let page = workshop.page("\(KeptAnchorTests.meeting)/index.html")
        #expect(page.contains("<li class=\"item\" id=\"item-1--2\">"))
        #expect(page.contains("<li class=\"item\" id=\"item-2--2\">\n<h3><span id=\"item-1\"></span>"), "\(page)")
        #expect(page.contains("<li class=\"item\" id=\"item-3\">\n<h3><span id=\"item-2\"></span>"))
        let all = ids(workshop, KeptAnchorTests.meeting)
        #expect(Set(all).count == all.count && all.contains("supplement-1-item-1") && all.contains("supplement-1-notes") && all.contains("item-9"))
        let own = workshop.page("\(KeptAnchorTests.meeting)/minutes/index.html")
        #expect(own.contains("<section class=\"minute\" id=\"minute-1--2\">\n<h3><span id=\"minute-2\"></span>"))
        #expect(own.contains("<div class=\"decision prose\" id=\"decision-1--2\">\n<span id=\"decision-2\"></span>"))
        #expect(workshop.page("about/index.html").contains("../committees/board/2026-01-22/#item-1--2\">item</a>"))
        #expect(workshop.page("about/index.html").contains("minutes/#minute-2--2\">minute</a>"))
        let record = workshop.record
        publish(workshop, today: "2026-02-04")
        for line in record.split(separator: "\n") where line.contains("#") {
            #expect(workshop.record.contains(line), "\(line)")
        }
    }

    @Test("Chapters on one page are told apart") func chapters() throws {
        let chapter = { (title: String, text: String) in "---\ntitle: \(title)\n---\n\n\(text)\n" }
        let workshop = try Workshop([
            "strategies/s/strategy.md": "---\ntitle: S\ncontents: one-page\n---\n\n## 1. Aims\n", "strategies/s/01-a.md": chapter("A", "## 1. Aims\n\n## 2. Means"),
            "strategies/s/02-b.md": chapter("B", "## 1. Aims"),
        ])
        publish(workshop)
        try workshop.write(chapter("A", "## 1. Means\n\n## 2. Aims"), to: "strategies/s/01-a.md")
        expect(workshop.build().messages, are: [])
        let page = workshop.page("strategies/s/index.html")
        #expect(page.contains("id=\"01-a--section-1--2\"><span id=\"01-a--section-2\"></span>1. Means"))
        #expect(page.contains("id=\"01-a--section-2--2\"><span id=\"01-a--section-1\"></span>2. Aims"))
        #expect(page.contains("id=\"02-b--section-1\">1. Aims") && page.contains("id=\"section-1\">1. Aims"))
    }

    @Test("A record that two branches wrote, one of them by the former rule, is read") func merged() throws {
        let workshop = try Workshop(listing("## Aims\n\n## Aims\n"))
        publish(workshop)
        let lines = workshop.record.split(separator: "\n").map(String.init)
        let former = lines.filter { $0.contains("#aims") }.map { String($0.replacing("--2", with: "-2").prefix { $0 != "\t" }) + "\t2026-01-01\t\t" }
        try workshop.write((lines + former).joined(separator: "\n") + "\n", to: "published.tsv")
        #expect(Set(workshop.build(publishing: true).codes) == ["W701"])
        #expect(Set(ids(workshop)).isSuperset(of: ["aims", "aims--2", "aims-2"]))
        #expect(workshop.record.split(separator: "\n").count { $0.contains("#aims") } == 3)
        expect(workshop.build().messages, are: [])
    }

    @Test("No anchor of a text that became exempt comes back") func exempt() throws {
        let open = "---\n---\n\n## 1. Welcome\n\n## 2. Land\n\n- Purpose: for decision\n\n### Canaryheading\n\nText.\n"
        let workshop = try Workshop([KeptAnchorTests.agenda: open])
        publish(workshop)
        try workshop.write(open.replacing("- Purpose: for decision", with: "- Exempt: 3\n- Reason: the price"), to: KeptAnchorTests.agenda)
        try workshop.write("- from: /\(KeptAnchorTests.meeting)/#canaryheading\n  gone: It is no longer published.\n", to: "redirects.yml")
        let outcome = workshop.build(today: "2026-02-03")
        #expect(outcome.isBuilt, "\(outcome.messages)")
        #expect(!workshop.page("\(KeptAnchorTests.meeting)/index.html").contains("Canaryheading"))
        #expect(!outcome.messages.contains { $0.contains("W703") })
    }

    @Test("A preview reads all again once it was published") func preview() throws {
        let workshop = try Workshop(listing("## 1. Costs\n\n## 2. Staff\n"))
        let site = PreviewSite(workshop.previewOptions)
        site.update(nil)
        publish(workshop)
        site.update([workshop.content + "/published.tsv"])
        let file = "\(KeptAnchorTests.paper).md"
        try workshop.write(listing("## 1. Staff\n\n## 2. Costs\n")[file]!, to: file)
        site.update([workshop.content + "/" + file])
        let page = { String(decoding: try site.file("\(KeptAnchorTests.paper)/")?.bytes ?? [], as: UTF8.self) }
        #expect(try page().contains("<h2 id=\"section-1--2\"><span id=\"section-2\"></span>1. Staff"))
        #expect(site.advise().diagnostics.filter { $0.severity == .error }.isEmpty)
        try Disk.real.remove(workshop.content + "/published.tsv")
        site.update([workshop.content + "/published.tsv"])
        #expect(try page().contains("<h2 id=\"section-1\">1. Staff"))
    }
}
