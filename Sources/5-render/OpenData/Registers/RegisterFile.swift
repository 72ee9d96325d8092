import Formats
import Linking
import Model
import Registers

// The registers as files: text as the sources print it, codes and numbers of minutes as text.

extension OpenData {
    /// A page's whole address, or that of a place on it.
    func url(_ address: Address, _ anchor: String? = nil) -> String {
        baseURL + address.path + (anchor.map { "#" + $0 } ?? "")
    }

    /// A register as JSON: what it is, and its entries under `data`, as OParl's lists have them.
    func register<Entry>(
        _ name: String, at address: Address, _ entries: some Sequence<Entry>, into out: inout [UInt8], write: (inout JSONWriter, Entry) -> Void
    ) {
        JSONWriter.object(into: &out) { json in
            json.member("name", name)
            json.member("web", url(address))
            json.array("data") { json in
                for entry in entries { json.object { write(&$0, entry) } }
            }
        }
    }

    /// The committee and the meeting of an entry.
    func members(of record: MeetingRecord, into json: inout JSONWriter) {
        oparl.reference("meeting", to: record.meeting.address, &json)
        json.member("moot:date", record.meeting.date.iso)
        oparl.reference("organization", to: record.committeeAddress, &json)
        json.member("moot:committee", record.committeeName)
    }

    /// The agenda item of an entry.
    func member(item: Int?, of record: MeetingRecord, into json: inout JSONWriter) {
        guard let item = item.flatMap(record.item) else { return }
        oparl.reference("agendaItem", to: record.meeting.address, part: item.anchor, &json)
        json.member("moot:item", item.numberedTitle)
    }

    func member(person: Int?, _ name: String, into json: inout JSONWriter) {
        if let person { oparl.reference(name, to: registers.person(person).address, &json) }
    }

    /// "7. Purchase of land" of an item.
    func itemWords(_ item: Int?, of record: MeetingRecord) -> String {
        item.flatMap(record.item)?.numberedTitle ?? ""
    }
}

extension CSV {
    /// Puts the rows where a page or file is being made.
    consuming func write(into out: inout [UInt8]) { out = finish() }
}
