import Formats
import Linking
import Packs
import Registers

extension OpenData {
    /// What an entry of the index is, and where: in the words of the field.
    public struct IndexedThing: Sendable {
        /// "committee", "item" …
        public let kind: String
        public let address: Address
        public let anchor: String?
        /// Of what belongs to a meeting.
        public let meeting: MeetingRecord?
    }

    public func indexed(_ thing: IndexThing) -> IndexedThing {
        let archive = linked.archive
        switch thing {
        case .committee(let at): return IndexedThing(kind: "committee", address: archive.committees[at].address, anchor: nil, meeting: nil)
        case .strategy(let at): return IndexedThing(kind: "strategy", address: archive.strategies[at].address, anchor: nil, meeting: nil)
        case .person(let at): return IndexedThing(kind: "person", address: registers.person(at).address, anchor: nil, meeting: nil)
        case .term(let at):
            return IndexedThing(kind: "term", address: GlossaryAnchor.page, anchor: GlossaryAnchor.make(archive.glossary[at].term), meeting: nil)
        case .paper(let at):
            let record = registers.meetings[registers.papers[at].meeting]
            let paper = record.meeting.papers[registers.papers[at].paper]
            return IndexedThing(kind: "paper", address: paper.address(in: record.meeting), anchor: nil, meeting: record)
        case .item(let spot):
            let record = registers.meetings[spot.meeting]
            return IndexedThing(kind: "item", address: record.meeting.address, anchor: record.item(spot.item)?.anchor, meeting: record)
        }
    }

    public func indexCSV(_ letters: some Sequence<IndexLetter>, into out: inout [UInt8]) {
        var csv = CSV(header: ["title", "kind", "committee", "date", "address"])
        for entry in letters.lazy.flatMap(\.entries) {
            for thing in entry.things.map(indexed) {
                csv.append([
                    entry.title, thing.kind, thing.meeting.map { $0.committeeName } ?? "", thing.meeting?.meeting.date.iso ?? "",
                    url(thing.address, thing.anchor),
                ])
            }
        }
        csv.write(into: &out)
    }

    public func indexJSON(_ name: String, at address: Address, _ letters: some Sequence<IndexLetter>, into out: inout [UInt8]) {
        register(name, at: address, letters.lazy.flatMap(\.entries), into: &out) { json, entry in
            json.member("name", entry.title)
            json.array("moot:places", entry.things) { json, thing in
                let thing = indexed(thing)
                json.object { json in
                    json.member("moot:kind", thing.kind)
                    json.member("web", url(thing.address, thing.anchor))
                    if let meeting = thing.meeting { members(of: meeting, into: &json) }
                }
            }
        }
    }

    /// Where the texts use a term first: in words, and the whole address.
    public struct FirstUse: Sendable {
        public let title: String
        public let address: String

        public init(title: String, address: String) {
            self.title = title
            self.address = address
        }
    }

    /// - Parameter firstUses: Of each entry of the glossary, in its order.
    public func glossaryCSV(firstUses: [FirstUse?], into out: inout [UInt8]) {
        var csv = CSV(header: ["term", "also", "meaning", "within", "first used in", "first used at"])
        for (entry, use) in zip(linked.archive.glossary, firstUses) {
            csv.append([entry.term, entry.also.joined(separator: "; "), entry.meaning, entry.within ?? "", use?.title ?? "", use?.address ?? ""])
        }
        csv.write(into: &out)
    }

    /// - Parameter firstUses: Of each entry of the glossary, in its order.
    public func glossaryJSON(firstUses: [FirstUse?], at address: Address, into out: inout [UInt8]) {
        register("Glossary", at: address, zip(linked.archive.glossary, firstUses), into: &out) { json, entry in
            describe(entry.0, into: &json)
            json.member("moot:firstUsedIn", entry.1?.title)
            json.member("moot:firstUsedAt", entry.1?.address)
        }
    }

    /// The meanings of one term, each with the documents that use it.
    public func termJSON(_ entries: [Int], at address: Address, into out: inout [UInt8]) {
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
