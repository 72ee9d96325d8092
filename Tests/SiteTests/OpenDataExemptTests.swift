import Foundation
import Testing

/// What is exempt reaches no data file. That no file of any kind has a word of it is seen to by `Secret.expectHidden`; here it
/// is seen, too, that the data say of an exempt item what they may, and no more.
@Suite struct OpenDataExemptTests {
    static let allowed: Set<String> = [
        "id", "type", "meeting", "number", "order", "name", "public", "created", "modified", "web", "moot:exemptParagraphs", "moot:reason",
    ]
    static let exempt = """
        ## 9. Purchase of land

        - Exempt: 3, 5
        - Reason: the price is being negotiated
        - Papers: [Canarytitle](canaryname.md), [Canaryfigures](canaryname/canaryfigures.csv)
        - Presenter: Canarypresenter
        - Contact: Canarycontact
        - Purpose: Canarypurpose
        - Pages: canary 1-2
        - Wards: Canaryward
        - Urgent: Canaryurgency

        Canarytext.

        """

    private func items(_ site: [String: [UInt8]], _ path: String = Secret.meeting + "/index.json") -> [[String: Any]] {
        OpenDataExemptTests.object(site[path])["agendaItem"] as? [[String: Any]] ?? []
    }

    private static func object(_ bytes: [UInt8]?) -> [String: Any] {
        bytes.flatMap { try? JSONSerialization.jsonObject(with: Data($0)) } as? [String: Any] ?? [:]
    }

    /// Every object of a kind in every data file.
    private func objects(_ kind: String, in site: [String: [UInt8]]) -> [[String: Any]] {
        var found: [[String: Any]] = []
        func look(_ value: Any) {
            if let object = value as? [String: Any] {
                if object["type"] as? String == "https://schema.oparl.org/1.1/" + kind { found.append(object) }
                object.values.forEach(look)
            } else if let list = value as? [Any] {
                list.forEach(look)
            }
        }
        for (path, bytes) in site where path.hasSuffix(".json") { look(OpenDataExemptTests.object(bytes)) }
        return found
    }

    @Test func anExemptItem() throws {
        let site = try Secret.expectHidden(Secret.files().merging(Secret.agenda(OpenDataExemptTests.exempt)) { $1 }).files()
        let item = try #require(items(site).last)
        #expect(item["name"] as? String == "Purchase of land")
        #expect(item["number"] as? String == "9")
        #expect(item["public"] as? Bool == false)
        #expect(item["moot:exemptParagraphs"] as? [Int] == [3, 5])
        #expect(item["moot:reason"] as? String == "the price is being negotiated")
        let all = objects("AgendaItem", in: site).filter { $0["public"] as? Bool == false }
        #expect(all.count == 3, "in the meeting's file, in the list of meetings, in that of items")
        for item in all { #expect(Set(item.keys).isSubset(of: OpenDataExemptTests.allowed), "\(item.keys)") }
        #expect(objects("Paper", in: site).isEmpty)
        #expect(objects("Consultation", in: site).isEmpty)
        #expect(!objects("File", in: site).contains { $0["fileName"] != nil })
    }

    /// What the minutes say of an exempt item is published there, and not given as the item's outcome.
    @Test func theMinuteOfAnExemptItem() throws {
        let minutes = "---\nstatus: draft\n---\n\n# Minutes\n\n## 5. Purchase of land (Item 9)\n\nRESOLVED in private.\n\n**RESOLVED** – That the terms be approved.\n"
        let site = try Secret.expectHidden(
            Secret.files().merging(Secret.agenda(OpenDataExemptTests.exempt)) { $1 }.merging(["\(Secret.meeting)/minutes.md": minutes]) { $1 }).files()
        for item in objects("AgendaItem", in: site) where item["public"] as? Bool == false {
            #expect(Set(item.keys).isSubset(of: OpenDataExemptTests.allowed), "\(item.keys)")
        }
        let record = OpenDataExemptTests.object(site[Secret.meeting + "/minutes/index.json"])
        #expect((record["moot:minute"] as? [[String: Any]])?.first?["agendaItem"] as? String == items(site).last?["id"] as? String)
    }

    @Test(arguments: ["canaryname", "exempt/canaryname"]) func anExemptPaperOfAnOpenItem(_ path: String) throws {
        let agenda = Secret.agenda("## 9. Land\n\n- Papers: [Canarytitle](\(path).md), [Plan](plan.md)\n\nWords.\n")
        let files = Secret.files("\(Secret.meeting)/\(path)", classification: path == "canaryname" ? "exempt" : nil)
        let plan = ["\(Secret.meeting)/plan.md": "---\ntitle: Plan\n---\n\nWords.\n"]
        let site = try Secret.expectHidden(files.merging(agenda) { $1 }.merging(plan) { $1 }).files()
        let item = try #require(items(site).last)
        #expect(item["public"] as? Bool == true)
        #expect(item["moot:hasExemptPaper"] as? Bool == true)
        #expect(item["consultation"] as? String == "https://testshire.example/\(Secret.meeting)/plan/index.json#consultation-item-9")
        #expect(Set(objects("Paper", in: site).compactMap { $0["name"] as? String }) == ["Plan"])
    }

    @Test func anItemOfASupplement() throws {
        let supplement = ["\(Secret.meeting)/supplement-1.md": "---\nkind: supplement\n---\n\n" + OpenDataExemptTests.exempt]
        let site = try Secret.expectHidden(Secret.files().merging(supplement) { $1 }).files()
        #expect(items(site).last?["public"] as? Bool == false)
        #expect(objects("Paper", in: site).isEmpty)
    }

    @Test func anExemptPaperThatAnotherMeetingLists() throws {
        let other = ["committees/board/2026-03-03/agenda.md": "---\n---\n\n## 1. Land\n\n- Papers: [Canarytitle](../2026-01-22/canaryname.md)\n"]
        let site = try Secret.expectHidden(Secret.files(classification: "exempt").merging(other) { $1 }).files()
        #expect(items(site, "committees/board/2026-03-03/index.json").first?["moot:hasExemptPaper"] as? Bool == true)
        #expect(objects("Consultation", in: site).isEmpty)
    }

    @Test func aFileOfAnExemptFolder() throws {
        let agenda = Secret.agenda("# Exempt items\n\n## 9. Land\n\n- Exempt: 3\n- Reason: none of it\n- Papers: [Canarytitle](exempt/canaryname.md)\n")
        let site = try Secret.expectHidden(Secret.files("\(Secret.meeting)/exempt/canaryname").merging(agenda) { $1 }).files()
        #expect(!objects("File", in: site).contains { $0["fileName"] != nil })
    }
}
