import Formats
import Linking
import Packs
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
        var json = JSONWriter(into: out)
        json.object { json in
            json.member("name", name)
            json.member("web", url(address))
            json.array("data") { json in
                for entry in entries { json.object { write(&$0, entry) } }
            }
        }
        out = json.bytes
    }

    /// The committee and the meeting of an entry.
    func members(of record: MeetingRecord, into json: inout JSONWriter) {
        json.member("meeting", url(record.meeting.address))
        json.member("moot:date", record.meeting.date.iso)
        json.member("organization", url(record.committeeAddress))
        json.member("moot:committee", record.committeeName)
    }

    /// The agenda item of an entry.
    func member(item: Int?, of record: MeetingRecord, into json: inout JSONWriter) {
        guard let item = item.flatMap(record.item) else { return }
        json.member("agendaItem", url(record.meeting.address, item.anchor))
        json.member("moot:item", (item.number.map { $0 + ". " } ?? "") + item.title)
    }

    func member(person: Int?, _ name: String, into json: inout JSONWriter) {
        guard let person = person.map(registers.person) else { return }
        json.member(name, url(person.address))
    }

    /// "7. Purchase of land" of an item.
    func itemWords(_ item: Int?, of record: MeetingRecord) -> String {
        guard let item = item.flatMap(record.item) else { return "" }
        return (item.number.map { $0 + ". " } ?? "") + item.title
    }
}

extension CSV {
    /// Puts the rows where a page or file is being made.
    func write(into out: inout [UInt8]) { out = bytes }
}
