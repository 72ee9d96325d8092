import Facts
import Model

extension AuthoringSession {
    /// Minutes made from an agenda, with the members as present and a minute for each item.
    ///
    /// - Parameter typed: The meeting; a committee alone stands for its first meeting without minutes that is over.
    package func newMinutes(of typed: [String]) throws(ScaffoldProblem) -> Draft {
        let archive = try archive()
        let (committee, meeting) = try meetingToMinute(typed, in: archive)
        let minutes = meeting.folder + "minutes.md"
        guard !isThere(minutes) else { throw .isThere(path(minutes)) }
        guard meeting.hasAgenda else { throw .noAgenda(meeting.name) }
        if let status = meeting.status, !meeting.takesPlace { throw .notTakingPlace(meeting.name, status) }
        var text = MinutesText(committee: committee, meeting: meeting)
        var draft = Draft()
        draft.add(path(minutes), text.write())
        draft.notes = text.notes
        draft.warnings = text.warnings
        if meeting.date > today { draft.warnings.insert("The meeting is on \(meeting.date.words), and has not been held yet.", at: 0) }
        if meeting.date <= today, !meeting.course.isStated {
            draft.notes.append("If the meeting was held, write “status: held” in \(path(meeting.folder + "agenda.md")).")
        }
        return draft
    }

    private func meetingToMinute(_ typed: [String], in archive: Archive) throws(ScaffoldProblem) -> (Committee, Meeting) {
        let parts = pathParts(typed)
        guard !parts.isEmpty else { throw .noMeetingNamed }
        guard parts.count == 1 else { return try meeting(typed, in: archive) }
        let committee = try committee(parts[0], in: archive)
        let open = committee.meetings.last { $0.date <= today && $0.hasAgenda && $0.minutes == nil && $0.takesPlace && $0.kind != .development }
        guard let open else { throw .noMeetingWithoutMinutes(committee: committee.slug) }
        return (committee, open)
    }
}

/// Writes minutes to begin with.
private struct MinutesText {
    let committee: Committee
    let meeting: Meeting
    private(set) var notes: [String] = []
    private(set) var warnings: [String] = []

    init(committee: Committee, meeting: Meeting) {
        self.committee = committee
        self.meeting = meeting
    }

    mutating func write() -> String {
        let (present, observers) = attendance
        let watching = observers.isEmpty ? "" : "# Observers\n\n\(observers.map { "- \($0)\n" }.joined())\n"
        return """
            ---
            status: draft
            # started: "\(meeting.starts?.text ?? "14:00")"
            # ended: "\(meeting.ends?.text ?? "16:00")"
            ---

            # Present

            \(present.map { "- \($0)\n" }.joined())
            # Apologies

            # In attendance

            \(watching)# Minutes

            \(minutes())
            """
    }

    // MARK: People

    /// Those who hold a seat on the day, each once.
    private var attendance: (present: [String], observers: [String]) {
        var names: Set<String> = []
        let members = committee.members.filter { $0.serves(on: meeting.date) && names.insert($0.name).inserted }
        return (members.filter { $0.seat != .observer }.map(\.line), members.filter { $0.seat == .observer }.map(\.line))
    }

    // MARK: Minutes

    private mutating func minutes() -> String {
        var number = firstNumber()
        let withdrawn = items.filter { isWithdrawn($0.position) }.map(\.item)
        let texts = items.filter { !isWithdrawn($0.position) }.map { _, item in
            defer { number += 1 }
            let brackets = item.number.map { " (Item \($0))" } ?? ""
            return "## \(number). \(item.title.markdown)\(brackets)\n" + text(of: item)
        }
        tell(withdrawn, last: number - 1, count: texts.count)
        return texts.joined(separator: "\n")
    }

    /// Those of the agenda, and what supplements added.
    private var items: [(position: Int, item: AgendaItem)] {
        meeting.everyItem.enumerated().filter { meeting.join.isOwn($0.offset) }.map { ($0.offset, $0.element) }
    }

    private func isWithdrawn(_ position: Int) -> Bool { meeting.state(ofItem: position)?.state == .withdrawn }

    /// All that it says of an exempt item is what the agenda publishes.
    private func text(of item: AgendaItem) -> String {
        guard let exemption = item.exemption else {
            return item.open?.purpose == .decision ? "\n**RESOLVED** – That …\n" : ""
        }
        let numbers = exemption.paragraphs.map(String.init)
        let paragraphs = numbers.isEmpty ? "" : ", as \(numbers.count == 1 ? "paragraph" : "paragraphs") \(listing(numbers)) of Part 1 of Schedule 12A applied"
        return """

            <!-- Nothing of this is published, unless “Public: yes” stands directly under the heading. -->

            The public were excluded under section 100A(4) of the Local Government Act 1972\(paragraphs).

            """
    }

    // MARK: Numbers

    private mutating func firstNumber() -> Int {
        guard committee.minuteNumbering != .restart else { return 1 }
        let before = committee.meetings.filter { $0.date < meeting.date && $0.takesPlace && $0.kind != .development }
        guard let last = before.last(where: { $0.lastMinute != nil }), let number = last.lastMinute else { return 1 }
        // Where the committee does not say, its last minutes do.
        if committee.minuteNumbering == nil, last.minutes?.minutes.first?.number == "1", before.count > 1 { return 1 }
        notes.append("The numbers follow minute \(number) of \(last.date.long).")
        let missing = before.filter { $0.date > last.date }
        if !missing.isEmpty {
            warnings.append("There are no minutes yet of \(listing(missing.map(\.date.long))). Write these first, or change the numbers afterwards.")
        }
        return number + 1
    }

    private mutating func tell(_ withdrawn: [AgendaItem], last: Int, count: Int) {
        notes.insert("\(counted(count, "minute")), one for each item of the agenda; all members who serve on \(meeting.date.long) are listed as present. Move who was not there to “Apologies”.", at: 0)
        if count == 0 { warnings.append("The agenda has no items yet.") }
        if committee.members.isEmpty { warnings.append("committee.md lists no members, so nobody is present.") }
        if !withdrawn.isEmpty { notes.append("Left out, since it was withdrawn: \(listing(withdrawn.map(\.title))).") }
        if items.contains(where: { $0.item.exemption != nil }) {
            notes.append("Minutes are published with all they say: of an exempt item write only what the public may know.")
        }
    }
}

extension Member {
    /// As minutes list it: `Name (Role), Organisation`.
    fileprivate var line: String {
        name.markdown + (role.map { " (\($0.markdown))" } ?? "") + (organisation.map { ", \($0.markdown)" } ?? "")
    }
}

extension Meeting {
    /// The number of its last minute that has one.
    fileprivate var lastMinute: Int? { minutes?.minutes.last { $0.number.flatMap { Int($0) } != nil }?.number.flatMap { Int($0) } }
}
