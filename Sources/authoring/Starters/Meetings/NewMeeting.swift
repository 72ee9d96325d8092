import Diagnostics
import Model

extension AuthoringSession {
    /// The agenda of a new meeting, with what recurs from the committee's last ones.
    ///
    /// - Parameters:
    ///   - committee: Its slug, or its name.
    ///   - name: The date, or the date and a word.
    package func newMeeting(of committee: String, on name: String) throws(ScaffoldProblem) -> Draft {
        let archive = try archive()
        let committee = try self.committee(committee, in: archive)
        let date = try Day(typed: name.hasDateAndWord ? String(name.prefix(10)) : name)
        guard name.utf8.count == 10 || name.dropFirst(11).description.isSlug else { throw .notADateNorName(name) }
        let agenda = SourcePath.meeting(MeetingID(committee: committee.slug, slug: name)) + SourcePath.agendaName
        guard !isThere(agenda) else { throw .isThere(path(agenda)) }
        let standing = RecurringAgenda(committee, before: date, disk: disk)
        var text = AgendaText(committee: committee, date: date, standing: standing, authority: archive.authority, today: today)
        var draft = Draft()
        draft.add(path(agenda), text.write())
        draft.notes = text.notes
        draft.warnings = DateAdvice(archive: archive, committee: committee, date: date, standing: standing, today: today).warnings + text.warnings
        return draft
    }
}

extension String {
    /// `2027-03-04-budget` and the like.
    fileprivate var hasDateAndWord: Bool { utf8.count > 11 && utf8.dropFirst(10).first == UInt8(ascii: "-") && Day(iso: prefix(10)) != nil }
}

/// Writes an agenda, and says where each part of it is from.
private struct AgendaText {
    let committee: Committee
    let date: Day
    let standing: RecurringAgenda
    let authority: Authority
    let today: Day
    private(set) var notes: [String] = []
    private(set) var warnings: [String] = []

    init(committee: Committee, date: Day, standing: RecurringAgenda, authority: Authority, today: Day) {
        self.committee = committee
        self.date = date
        self.standing = standing
        self.authority = authority
        self.today = today
    }

    mutating func write() -> String {
        let head = head()
        let body = standing.items.isEmpty ? beginning() : recurring()
        let notice = standing.notice.isEmpty ? "" : standing.notice + "\n\n"
        tellCopied()
        tellNotice()
        return "---\n\(head)---\n\n\(notice)\(body)"
    }

    // MARK: The head

    private func head() -> String {
        var lines = ["status: scheduled"]
        let access = standing.usual { $0.access } ?? .public
        if access == .private { lines.append("access: private") }
        let starts = standing.usual { $0.starts }
        let ends = standing.usual { $0.ends }
        if let starts { lines.append("starts: \"\(starts.text)\"") } else { lines.append("# starts: \"14:00\"") }
        if let ends, ends > starts ?? ends || starts == nil { lines.append("ends: \"\(ends.text)\"") }
        lines.append(standing.usual { $0.venue }.map { "venue: \($0.yaml)" } ?? "# venue: \"Council Chamber, Town Hall\"")
        if let attendance = standing.usual({ $0.attendance.isEmpty ? nil : $0.attendance }) {
            lines.append("attendance: [\(attendance.map(\.rawValue).joined(separator: ", "))]")
        }
        if let contact = standing.meetings.last(where: { $0.contact != nil })?.contact { lines.append("contact: \(contact.yaml)") }
        if let next = committee.meetings.first(where: { $0.date > date && $0.takesPlace }) { lines.append("next-meeting: \(next.date.iso)") }
        if access == .public { lines.append("# The day on which the notice is published, \(notice.long) at the latest:\n# issued: \(notice.iso)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private var notice: Day { authority.notice.lastDay(toAnnounce: date) }

    // MARK: The items

    /// For a committee that has met never before.
    private func beginning() -> String {
        """
        ## 1. Apologies and substitutes

        ## 2. Declarations of interest

        ## 3. Minutes of the last meeting

        - Papers: to follow
        - Purpose: decision

        ## 4. Date of next meeting

        """
    }

    private mutating func recurring() -> String {
        var number = 0
        return standing.sections.map { section in
            let heading = section.title.map { ["# \($0.markdown)"] } ?? []
            let items = section.items.map { item in
                number += 1
                return text(of: item, number: standing.hasNumbers ? "\(number). " : "")
            }
            return (heading + items).joined(separator: "\n\n")
        }.joined(separator: "\n\n") + "\n"
    }

    private mutating func text(of item: StandingItem, number: String) -> String {
        var fields = item.fields
        if item.isMinutes { fields.insert(("Papers", lastMinutes()), at: 0) }
        let list = fields.map { "- \($0.key): \($0.value)" }.joined(separator: "\n")
        return (["## \(number)\(item.title.markdown)", list, item.text]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private mutating func lastMinutes() -> String {
        guard let last = committee.meetings.last(where: { $0.date < date && $0.takesPlace && $0.kind != .development }) else { return "to follow" }
        let link = "[Minutes of the meeting held on \(last.date.long)](../\(last.slug)/minutes.md)"
        if last.minutes != nil {
            notes.append("The item for the minutes links to those of \(last.date.long).")
            return link
        }
        if last.date > today {
            notes.append("The minutes of \(last.date.long) are “to follow”. Once they are there, write:\n- Papers: \(link)")
        } else {
            warnings.append("The meeting of \(last.date.long) has no minutes yet, so they are “to follow”. “moot new minutes \(last.name)” begins them.")
        }
        return "to follow"
    }

    // MARK: What is told

    private mutating func tellCopied() {
        guard !standing.meetings.isEmpty else {
            notes.insert("\(committee.name) has no earlier agenda to copy from, so these are the items that most agendas have.", at: 0)
            return
        }
        let days = listing(standing.meetings.map(\.date.long))
        let titles = standing.items.map { "  \($0.title)" }.joined(separator: "\n")
        let what = standing.items.isEmpty ? "No item recurs in most of them; these are the items that most agendas have." : "These items recur in most of them:\n\(titles)"
        notes.insert("Place, times and contact are copied from \(standing.meetings.count == 1 ? "the meeting" : "the meetings") of \(days). \(what)", at: 0)
        if standing.meetings.contains(where: { $0.items.contains { $0.exemption != nil } }) {
            notes.append("Exempt items and their sections are not copied. If there are any, write “- Exempt: 3” and “- Reason: …” under each.")
        }
    }

    private mutating func tellNotice() {
        guard (standing.usual { $0.access } ?? .public) == .public else { return }
        let rule = authority.notice
        let days = counted(rule.clearDays, rule.counting == .workingDays ? "clear working day" : "clear day")
        guard notice >= today else {
            if date >= today {
                warnings.append("The notice had to be published by \(notice.words), \(days) before the meeting. If it cannot wait, say why in “urgency”.")
            }
            return
        }
        notes.append("The notice and the papers must be published by \(notice.words): \(days) before the meeting.")
    }
}

extension Contact {
    fileprivate var yaml: String {
        let parts = [("name", name), ("phone", phone), ("email", email)].compactMap { key, value in value.map { "\(key): \($0.yaml)" } }
        return "{\(parts.joined(separator: ", "))}"
    }
}
