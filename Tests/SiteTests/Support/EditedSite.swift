import Foundation
import Platform

/// A small site with something of everything, for an editor to edit.
enum EditedSite {
    static let today = "2026-05-01"

    static let sources: [String: String] = [
        "site.yml": "name: Testshire\nurl: https://testshire.example/\nnavigation: [about]\nother-formats:\n- language: pl\n  text: Ten dokument\n",
        "glossary.yml": "- term: CAMHS\n  meaning: Child and Adolescent Mental Health Services\n- term: SEND\n  meaning: Special educational needs\n  within: board\n",
        "people.yml": "- name: Amina Hartley\n  aliases: [Cllr A. Hartley]\n  councillor: {ward: Mossfield, party: Independent}\n",
        "redirects.yml": "- from: /old/\n  to: /about/\n",
        "pages/about.md": "---\ntitle: About us\n---\n\n## What we do\n\nWe meet. See [the board](../committees/board/committee.md).\n",
        "committees/board/committee.md":
            "---\nname: Health Board\nshort: HB\nminute-numbering: continuous\nmembers:\n- name: Amina Hartley\n  role: Chair\n- name: Peter Duxbury\n---\n\n1. To look after health.\n",
        "committees/cabinet/committee.md": "---\nname: Cabinet\nkind: cabinet\nmembers:\n- name: Ruth Rees\n---\n\n1. To decide.\n",
        "committees/board/2026-01-22/agenda.md": agenda("2026-01-10", third: "- Papers: [Winter plan](winter-plan.md)\n- Purpose: decision\n\nThe plan for CAMHS."),
        "committees/board/2026-01-22/winter-plan.md": paper("Winter plan for all wards", "See item 2, and the Clean Air Plan."),
        "committees/board/2026-01-22/winter-plan/appendix-a.md": paper("Appendix A", "More of it, in the words of CAMHS."),
        "committees/board/2026-01-22/winter-plan/figures.csv": "a,b\n1,2\n",
        "committees/board/2026-01-22/minutes.md": minutes(from: 1, "It was noted that CAMHS grew."),
        "committees/board/2026-03-05/agenda.md":
            agenda("2026-02-20", third: "- Papers: [Spring report](spring-report.md)\n- Follows: [minute 2](../2026-01-22/minutes.md#2)\n\nWhat came of minute 2."),
        "committees/board/2026-03-05/spring-report.md": paper("Spring report on the plan", "As agreed in minute 2. The Clinical Commissioning Group (CCG) pays. The CCG knows."),
        "committees/board/2026-03-05/minutes.md": minutes(from: 5, "As in minute 2 of the Health Board."),
        "committees/board/2026-06-18/agenda.md": agenda("2026-06-01", third: "- Papers: to follow\n\nNothing yet."),
        "committees/cabinet/2026-02-10/agenda.md":
            "---\nissued: 2026-01-28\nstarts: \"10:00\"\nvenue: Town Hall\n---\n\nNotice of the meeting.\n\n## 1. Apologies\n\n## 2. Purchase of land\n\n- Exempt: 3\n- Reason: It is about a bargain.\n- Papers: [Land](exempt/land.md)\n\n## 3. Roads\n\n- Papers: [Roads](roads.md)\n",
        "committees/cabinet/2026-02-10/exempt/land.md": paper("Land", "Not to be seen."),
        "committees/cabinet/2026-02-10/roads.md": paper("Roads and bridges of the county", "See the [winter plan](../../board/2026-01-22/winter-plan.md#section-2)."),
        "strategies/clean-air/strategy.md": "---\ntitle: Clean Air Plan\nshort: CAP\nfrom: 2026\nto: 2030\nstatus: adopted\nadopted-at: board/2026-01-22\n---\n\n## Foreword\n\nAir.\n",
        "strategies/clean-air/01-aims.md": "---\ntitle: Aims\nnumber: \"1\"\n---\n\n## 1.1 Less soot\n\nOf CAMHS it says nothing.\n",
    ]

    static func agenda(_ issued: String, third: String) -> String {
        "---\nissued: \(issued)\nstarts: \"14:00\"\nvenue: Town Hall\n---\n\nAll are welcome.\n\n## 1. Apologies\n\n## 2. Minutes of the last meeting\n\n- Purpose: decision\n\n## 3. The plan\n\n\(third)\n\n## 4. Any other business\n"
    }

    static func paper(_ title: String, _ text: String) -> String {
        "---\ntitle: \(title)\nkind: report\nauthor: Peter Duxbury\n---\n\n## 1. Purpose\n\n1.1 \(text)\n\n## 2. Costs\n\n| Year | Cost |\n|---|---|\n| 2026 | 5 |\n| 2027 | 6 |\n"
    }

    static func minutes(from number: Int, _ text: String) -> String {
        "---\nstatus: draft\n---\n\n# Present\n\n- Councillor Amina Hartley (Chair)\n- Peter Duxbury, County Trust\n\n# Minutes\n\n## \(number). Apologies (item 1)\n\nThere were none.\n\n## \(number + 1). The plan (item 3)\n\n\(text)\n\n**RESOLVED** that the plan be adopted.\n\n**ACTION:** Peter Duxbury to report by 1 June 2026.\n"
    }
}

/// Edits sources at random, as people do: they write, add, delete, rename, break and mend.
struct Editor {
    struct Edit {
        let words: String
        /// As a watch would name them.
        let paths: [String]
    }

    let workshop: Workshop
    var dice: Dice
    private var count = 0
    /// The sources as they were when nothing was wrong with them last.
    private var good: [String: [UInt8]] = [:]

    init(workshop: Workshop, dice: Dice) {
        self.workshop = workshop
        self.dice = dice
    }

    /// - Parameter isGood: Whether the site could be built after the last edit.
    mutating func next(isGood: Bool) throws -> Edit {
        count += 1
        if isGood { good = Tree.files(workshop.content) } else if chance(60) { return try mend() }
        let edits = chance(15) ? 3 : 1
        let made = try (0..<edits).map { _ in try one() }
        return Edit(words: made.map(\.words).joined(separator: "; "), paths: made.flatMap(\.paths))
    }

    /// Puts back what was there when nothing was wrong.
    private func mend() throws -> Edit {
        let now = Tree.files(workshop.content)
        let changed = Set(now.keys).union(good.keys).filter { now[$0] != good[$0] }.sorted()
        for path in changed {
            if let bytes = good[path] { try workshop.write(bytes, to: path) } else { try remove(path) }
        }
        return Edit(words: "mend \(changed)", paths: changed.map { workshop.content + "/" + $0 })
    }

    private mutating func one() throws -> Edit {
        switch Int.random(in: 0..<100, using: &dice) {
        case 0..<60: try changeText()
        case 60..<67: try changeHead()
        case 67..<74: try addPaper()
        case 74..<78: try addMeeting()
        case 78..<83: try deleteSomething()
        case 83..<88: try rename()
        case 88..<93: try breakSomething()
        case 93..<97: try changeRootFile()
        default: try addOther()
        }
    }

    // MARK: What people do

    private static let sentences = [
        "Here stand some more words.", "See minute 2 and minutes 5 and 6.", "This is item 3.", "The Clean Air Plan 2026 to 2030 says so.",
        "CAMHS and SEND are named again.", "The Integrated Care Board (ICB) agreed. The ICB paid.", "[The winter plan](winter-plan.md)", "[Nowhere](no-such.md)",
        "The meeting held on 22 January 2026 was long.", "## 7. One more heading\n\nWith words.", "**RESOLVED** that it be so.", "**ACTION:** Ruth Rees to write by 3 July 2026.",
        "**VOTE:** For 3; against 1.", "| A | B |\n|---|---|\n| 1 | 2 |", "A note.[^1]\n\n[^1]: The note.", "Moved by Councillor Hartley, seconded by Peter Duxbury.",
        "The Cabinet and the Health Board met. Councillor Amina Hartley, having an interest in this item, left the room.", "- (a) one\n- (b) two", "On 31 April 2026 nothing was.",
        "[Figures](winter-plan/figures.csv)", "![A map](map.png)", "**Correction:** 3 May 2026. It was six.", "See Appendix A.", "[A person](person:amina-hartley)",
        "[The meeting](meeting:board/2026-03-05)", "## 9. A new matter (item 4)\n\nIt was discussed.",
    ]

    private mutating func changeText() throws -> Edit {
        guard let path = pick(".md") else { return try addPaper() }
        var lines = try read(path).components(separatedBy: "\n\n")
        let sentence = Self.sentences.randomElement(using: &dice)!
        if lines.count > 3, chance(30) {
            lines.remove(at: Int.random(in: 2..<lines.count, using: &dice))
        } else if chance(40) {
            lines.insert(sentence, at: Int.random(in: min(1, lines.count)...lines.count, using: &dice))
        } else {
            lines.append(sentence)
        }
        return try put(lines.joined(separator: "\n\n") + (chance(50) ? "\n" : ""), at: path, "change the text of")
    }

    private mutating func changeHead() throws -> Edit {
        guard let path = pick(".md") else { return try addPaper() }
        let lines = [
            "venue: Village Hall \(count)", "status: approved", "classification: exempt", "classification: unrestricted", "title: Title \(count) of three words", "officer: Ruth Rees",
            "author: Amina Hartley, County Trust", "issued: 2026-04-02", "pages: 3-4", "access: private", "approved-at: 2026-03-05",
        ]
        let text = try read(path)
        guard text.hasPrefix("---\n") else { return try changeText() }
        let line = lines.randomElement(using: &dice)!
        let key = line.prefix { $0 != ":" }
        let rest = text.dropFirst(4).split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(key + ":") || chance(5) }
        return try put("---\n" + line + "\n" + rest.joined(separator: "\n"), at: path, "change “\(key)” of")
    }

    private mutating func addPaper() throws -> Edit {
        guard let agenda = pick("agenda.md") else { return try addMeeting() }
        let folder = String(agenda.dropLast("agenda.md".count))
        let name = "paper-\(count)"
        let edit = try put(EditedSite.paper("Paper \(count) about many things", Self.sentences.randomElement(using: &dice)!), at: folder + name + ".md", "add")
        if chance(30) { return edit }
        let listed = try read(agenda) + "\n## \(count). Paper \(count)\n\n- Papers: [Paper \(count)](\(name).md)\n\(chance(20) ? "- Exempt: 1\n- Reason: Somebody.\n" : "")"
        return Edit(words: edit.words, paths: edit.paths + (try put(listed, at: agenda, "list it in").paths))
    }

    private mutating func addMeeting() throws -> Edit {
        let committee = ["board", "cabinet"].randomElement(using: &dice)!
        let day = String(format: "2026-%02d-%02d", Int.random(in: 1...9, using: &dice), Int.random(in: 1...28, using: &dice))
        let folder = "committees/\(committee)/\(day)/"
        try workshop.write(EditedSite.agenda("2026-01-02", third: "Something new."), to: folder + "agenda.md")
        if chance(50) { try workshop.write(EditedSite.minutes(from: count, "Said."), to: folder + "minutes.md") }
        if chance(20) { try workshop.write("---\nkind: supplement\nissued: 2026-01-05\n---\n\n## 3. The plan\n\nMore.\n", to: folder + "supplement-1.md") }
        return Edit(words: "add \(folder)", paths: [workshop.content + "/" + folder.dropLast()])
    }

    private mutating func addOther() throws -> Edit {
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: return try put("---\ntitle: Chapter \(count)\n---\n\n## Part\n\nSee item 3.\n", at: "strategies/clean-air/chapter-\(count).md", "add")
        case 1: return try put("---\ntitle: Page \(count)\n---\n\nA page.\n", at: "pages/page-\(count).md", "add")
        case 2: return try put("---\ntitle: Plan \(count) of the county\nstatus: draft\n---\n\n## Foreword\n\nWords.\n", at: "strategies/plan-\(count)/strategy.md", "add")
        default: return try put("png", at: "committees/board/2026-01-22/map.png", "add")
        }
    }

    private mutating func deleteSomething() throws -> Edit {
        guard let path = pick("") else { return try addMeeting() }
        let isFolder = chance(15) && path.hasPrefix("committees/") && path.split(separator: "/").count > 3
        let what = isFolder ? path.split(separator: "/")[..<3].joined(separator: "/") : path
        guard what != "site.yml" else { return try changeText() }
        try remove(what)
        return Edit(words: "delete \(what)", paths: [workshop.content + "/" + what])
    }

    private mutating func rename() throws -> Edit {
        guard let path = pick(".md") else { return try addMeeting() }
        let isFolder = chance(30) && path.hasPrefix("committees/") && path.split(separator: "/").count > 3
        let from = isFolder ? path.split(separator: "/")[..<3].joined(separator: "/") : path
        let to = isFolder ? from + "-a" : String(from.dropLast(3)) + "-\(count).md"
        guard !exists(to) else { return try changeText() }
        try Disk.real.move(workshop.content + "/" + from, workshop.content + "/" + to)
        return Edit(words: "rename \(from) to \(to)", paths: [workshop.content + "/" + from, workshop.content + "/" + to])
    }

    private mutating func breakSomething() throws -> Edit {
        guard let path = pick(".md") else { return try addMeeting() }
        let text = try read(path)
        let bad = [
            "no head\n" + text, text.replacing("---\n", with: "---\nnonsense: 3\n", maxReplacements: 1), "---\ntitle: [\n---\n\nx\n", text + "\n[Broken](broken-\(count).md)\n",
            text + "\n[Broken](#no-such-place)\n",
        ]
        return try put(bad.randomElement(using: &dice)!, at: path, "break")
    }

    private mutating func changeRootFile() throws -> Edit {
        let term = "- term: T\(count)\n  meaning: Term number \(count)\n"
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: return try put((exists("glossary.yml") ? read("glossary.yml") : "") + term, at: "glossary.yml", "add a term to")
        case 1: return try put("- name: Person \("ABCDEFG".randomElement(using: &dice)!)\n", at: "people.yml", "replace")
        case 2: return try put("- from: /old-\(count)/\n  to: /about/\n", at: "redirects.yml", "replace")
        case 3: return try put("name: Testshire \(count)\nurl: https://testshire.example/\nrequired-sections: [Costs]\n", at: "site.yml", "replace")
        default: return try put("---\nname: Health Board \(count)\nshort: HB\nmembers:\n- name: Ruth Rees\n---\n\nText of CAMHS.\n", at: "committees/board/committee.md", "replace")
        }
    }

    // MARK: Means

    /// Removes a file or folder, and the folders above it that are empty then.
    private func remove(_ path: String) throws {
        var folder = workshop.content + "/" + path
        repeat {
            try Disk.real.remove(folder)
            folder = String(folder[..<folder.lastIndex(of: "/")!])
        } while try folder != workshop.content && Disk.real.entries(folder).isEmpty
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &dice) < percent }

    private mutating func pick(_ ending: String) -> String? { Tree.paths(workshop.content).filter { $0.hasSuffix(ending) }.sorted().randomElement(using: &dice) }

    private func exists(_ path: String) -> Bool { ((try? Disk.real.entry(workshop.content + "/" + path)) ?? nil) != nil }

    private func read(_ path: String) throws -> String { String(decoding: try Disk.real.read(workshop.content + "/" + path), as: UTF8.self) }

    private func put(_ text: String, at path: String, _ words: String) throws -> Edit {
        try workshop.write(text, to: path)
        return Edit(words: "\(words) \(path)", paths: [workshop.content + "/" + path])
    }
}
