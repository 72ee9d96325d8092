import Facts
import Formats
import Linking
import Platform
import Model
import Registers
import Results

/// The archive in the terms of OParl 1.1 (https://oparl.org): an object for every page with data behind it, and the lists
/// of all objects.
///
/// An object's `id` is the address of the file in which it stands; an object within another's file has that file's
/// address and a fragment. What OParl has no word for has a name that begins with `moot:`.
package final class OParl: Sendable {
    let facts: ArchiveFacts
    let linked: LinkedArchive
    private let later: Lazy<Registers>
    var registers: Registers { later.value }
    /// Where the site stands; ends in `/`.
    let base: String
    private let sorted: Lazy<[Meeting]>
    /// Of all committees, oldest first.
    var meetings: [Meeting] { sorted.value }
    private let time: Lazy<ZoneClock>
    /// For all that the meetings' dates tell.
    var clock: ZoneClock { time.value }
    private let told: Lazy<MeetingDates>
    var dates: MeetingDates { told.value }
    private let held: Lazy<Memberships>
    var seats: Memberships { held.value }
    private let printed: Lazy<PrintedNames>
    var names: PrintedNames { printed.value }
    private let considered: Lazy<Consultations>
    var consultations: Consultations { considered.value }
    private let owned: Lazy<FileOwners>
    var files: FileOwners { owned.value }
    private let counted: Lazy<ListCounts>
    var catalogue: ListCounts { counted.value }
    /// Of `People.all`, in its order.
    let addressesOfPeople: [Address]
    /// The name of each committee, by slug.
    private let committeeNames: [String: String]
    private let byAddress: Lazy<[Address: Int]>

    /// - Parameter meetings: Of all committees, oldest first.
    init(_ facts: ArchiveFacts, _ registers: Lazy<Registers>, meetings: Lazy<[Meeting]>, baseURL: String) {
        let linked = facts.linked
        self.facts = facts
        self.linked = linked
        archive = linked.archive
        later = registers
        sorted = meetings
        base = baseURL
        addressesOfPeople = linked.people.all.map(\.address)
        committeeNames = Dictionary(linked.archive.committees.map { ($0.slug, $0.name) }, uniquingKeysWith: { first, _ in first })
        byAddress = Lazy.table {
            let places = meetings.value.enumerated().flatMap { [($1.address, $0), ($1.minutesAddress, $0)] }
            return Dictionary(places, uniquingKeysWith: { first, _ in first })
        }
        let time = Lazy.table { OParl.clock(of: linked.archive.authority, meetings.value) }
        self.time = time
        told = Lazy.table { MeetingDates(meetings.value, facts, time.value) }
        held = Lazy { Memberships(linked, registers.value) }
        printed = Lazy.table { PrintedNames(meetings.value, linked) }
        considered = Lazy.table { Consultations(facts, meetings.value) }
        owned = Lazy.table { FileOwners(linked) }
        counted = Lazy.table { ListCounts(meetings.value) }
    }

    /// Notices come before a meeting and approvals after it, but hardly more than a year.
    private static func clock(of authority: Authority, _ meetings: [Meeting]) -> ZoneClock {
        let first = meetings.first?.date ?? Day(daysSince1970: 0), last = meetings.last?.date ?? first
        return ZoneClock(authority.timezone, days: first.adding(days: -500)...last.adding(days: 1000))
    }

    let archive: Archive

    /// Answers what may be asked of what was worked out of all meetings.
    func answer(into answers: inout Answers) {
        consultations.answer(into: &answers)
        files.answer(into: &answers)
        catalogue.answer(into: &answers)
    }

    func name(ofCommittee slug: String) -> String { committeeNames[slug] ?? slug }

    /// The meeting whose page, or whose minutes' page, stands at an address.
    func meeting(at address: Address) -> Meeting? { byAddress.value[address].map { meetings[$0] } }
}

// MARK: What all objects have

extension OParl {
    static let schema = "https://schema.oparl.org/1.1/"
    package static let file = Route.dataName
    private static let fileWithPart = file + "#"
    package static let system = Route.oparl(.system).address
    package static let body = Route.oparl(.body).address

    /// The two members that every object begins with. `fragment` is given for what stands within another's file.
    func begin(_ type: String, at address: Address, part fragment: String = "", _ json: inout JSONWriter) {
        reference("id", to: address, part: fragment, &json)
        json.member("type", joining: type.hasPrefix("moot:") ? "" : OParl.schema, type)
    }

    /// An object's id.
    func reference(_ name: String, to address: Address, part fragment: String = "", _ json: inout JSONWriter) {
        let path = address.path.percentEncoded
        if fragment.isEmpty {
            json.member(name, base, plain: path, OParl.file)
        } else {
            json.member(name, base, plain: path, OParl.fileWithPart, fragment.percentEncoded)
        }
    }

    /// An object's id, as an element of a list.
    func reference(to address: Address, part fragment: String = "", _ json: inout JSONWriter) {
        let path = address.path.percentEncoded
        if fragment.isEmpty {
            json.value(base, plain: path, OParl.file)
        } else {
            json.value(base, plain: path, OParl.fileWithPart, fragment.percentEncoded)
        }
    }

    /// A page or another file of the site.
    func link(_ name: String, to path: String, part fragment: String = "", _ json: inout JSONWriter) {
        json.member(name, base, plain: path.percentEncoded, fragment.isEmpty ? "" : "#", fragment.percentEncoded)
    }

    func contact(_ contact: Contact?, _ json: inout JSONWriter) {
        guard let contact else { return }
        json.object("moot:contact") { json in
            json.member("name", contact.name)
            json.member("phone", contact.phone)
            json.member("email", contact.email)
        }
    }
}
