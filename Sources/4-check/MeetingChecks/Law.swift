import Model

/// Where the rules come from, for a committee of a kind. Part VA of the Act of 1972 (sections 100A to 100K) holds for
/// councils, and by section 100E for their committees; for executives the Regulations of 2012 stand in its place.
struct Law {
    let kind: Committee.Kind?

    /// Five clear days.
    var notice: String {
        switch kind {
        case .cabinet: "\(Law.executives), regulation 6(1)"
        case .council: "\(Law.act), section 100A(6)(a) and Schedule 12, paragraph 4(2)"
        default: "\(Law.act), sections 100A(6)(a) and 100E"
        }
    }

    /// An item that the public could not see on the agenda for that long.
    var urgency: String { kind == .cabinet ? "\(Law.executives), regulations 6(2) and 11" : "\(Law.act), section 100B(4)" }
    /// Reports, before the meeting and after it.
    var reports: String { kind == .cabinet ? "\(Law.executives), regulations 7 and 14" : "\(Law.act), sections 100B(1) and 100C(1)" }
    var backgroundPapers: String { kind == .cabinet ? "\(Law.executives), regulation 15" : "\(Law.act), section 100D(1)" }
    var quorum: String { kind == .council ? "\(Law.act), Schedule 12, paragraph 6" : "quorum in committee.md, as the standing orders have it" }
    /// Only who is present votes.
    var voting: String { kind == .cabinet ? "standing orders" : "\(Law.act), Schedule 12, paragraph \(kind == .council ? "39" : "39 with 44")" }

    /// The Regulations of 2012 take their meaning of exempt information from the Act.
    static let exemptInformation = "\(Law.act), Schedule 12A, Part 1"
    /// Who voted how is in the minutes if a member asks for it.
    static let recordedVotes = "Local Authorities (Standing Orders) Regulations 1993, Schedule 2, paragraph 1"
    static let interests = "Localism Act 2011, section 31(4)"
    static let substitutes = "standing orders"
    static let numbering = "minute-numbering: continuous, in committee.md"
    static let ownSections = "required-sections, in site.yml"

    private static let act = "Local Government Act 1972"
    private static let executives = "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012"
}
