import Formats
import Linking
import Model
import Registers

extension OpenData {
    /// What an entry of the index is, and where: in the words of the field.
    package struct IndexedSubject: Sendable {
        /// "committee", "item" …
        package let kind: String
        package let address: Address
        package let anchor: String?
        /// Of what belongs to a meeting.
        package let meeting: MeetingRecord?
    }

    package func indexed(_ referenceTarget: IndexSubject) -> IndexedSubject {
        let archive = linked.archive
        switch referenceTarget {
        case .committee(let at): return IndexedSubject(kind: "committee", address: archive.committees[at].address, anchor: nil, meeting: nil)
        case .strategy(let at): return IndexedSubject(kind: "strategy", address: archive.strategies[at].address, anchor: nil, meeting: nil)
        case .person(let at): return IndexedSubject(kind: "person", address: registers.person(at).address, anchor: nil, meeting: nil)
        case .term(let at):
            return IndexedSubject(kind: "term", address: GlossaryAnchor.page, anchor: GlossaryAnchor.make(archive.glossary[at].term), meeting: nil)
        case .paper(let at):
            let record = registers.meetings[registers.papers[at].meeting]
            let paper = record.meeting.papers[registers.papers[at].paper]
            return IndexedSubject(kind: "paper", address: paper.address(in: record.meeting), anchor: nil, meeting: record)
        case .item(let position):
            let record = registers.meetings[position.meeting]
            return IndexedSubject(kind: "item", address: record.meeting.address, anchor: record.item(position.item)?.anchor, meeting: record)
        }
    }

    package func indexCSV(_ letters: some Sequence<IndexLetter>, into out: inout [UInt8]) {
        var csv = CSV(header: ["title", "kind", "committee", "date", "address"])
        for entry in letters.lazy.flatMap(\.entries) {
            for referenceTarget in entry.referenceTargets.map(indexed) {
                csv.append([
                    entry.title, referenceTarget.kind, referenceTarget.meeting.map { $0.committeeName } ?? "", referenceTarget.meeting?.meeting.date.iso ?? "",
                    url(referenceTarget.address, referenceTarget.anchor),
                ])
            }
        }
        csv.write(into: &out)
    }

    package func indexJSON(_ name: String, at address: Address, _ letters: some Sequence<IndexLetter>, into out: inout [UInt8]) {
        register(name, at: address, letters.lazy.flatMap(\.entries), into: &out) { json, entry in
            json.member("name", entry.title)
            json.array("moot:places", entry.referenceTargets) { json, referenceTarget in
                let referenceTarget = indexed(referenceTarget)
                json.object { json in
                    json.member("moot:kind", referenceTarget.kind)
                    json.member("web", url(referenceTarget.address, referenceTarget.anchor))
                    if let meeting = referenceTarget.meeting { members(of: meeting, into: &json) }
                }
            }
        }
    }

    /// Where the texts use a term first: in words, and the whole address.
    package struct FirstUse: Sendable {
        package let title: String
        package let address: String

        package init(title: String, address: String) {
            self.title = title
            self.address = address
        }
    }

    /// - Parameter firstUses: Of each entry of the glossary, in its order.
    package func glossaryCSV(firstUses: [FirstUse?], into out: inout [UInt8]) {
        var csv = CSV(header: ["term", "also", "meaning", "within", "first used in", "first used at"])
        for (entry, use) in zip(linked.archive.glossary, firstUses) {
            csv.append([entry.term, entry.also.joined(separator: "; "), entry.meaning, entry.within ?? "", use?.title ?? "", use?.address ?? ""])
        }
        csv.write(into: &out)
    }

    /// - Parameter firstUses: Of each entry of the glossary, in its order.
    package func glossaryJSON(firstUses: [FirstUse?], at address: Address, into out: inout [UInt8]) {
        register("Glossary", at: address, zip(linked.archive.glossary, firstUses), into: &out) { json, entry in
            describe(entry.0, into: &json)
            json.member("moot:firstUsedIn", entry.1?.title)
            json.member("moot:firstUsedAt", entry.1?.address)
        }
    }

    /// The meanings of one term, each with the documents that use it.
    package func termJSON(_ entries: [Int], at address: Address, into out: inout [UInt8]) {
        register(linked.archive.glossary[entries[0]].term, at: address, entries, into: &out) { json, position in
            describe(linked.archive.glossary[position], into: &json)
            let uses = linked.references.uses(of: linked.references.meaning(ofEntry: position))
            json.array("moot:usedIn", uses) { $0.value(url(linked.references.documents[Int($1.document)].address)) }
        }
    }

    private func describe(_ entry: GlossaryEntry, into json: inout JSONWriter) {
        json.member("name", entry.term)
        json.member("web", url(GlossaryAnchor.page, GlossaryAnchor.make(entry.term)))
        json.texts("moot:also", entry.also)
        json.member("moot:meaning", entry.meaning)
        json.member("moot:within", entry.within)
    }
}
