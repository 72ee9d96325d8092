import Diagnostics
import Platform
import Model
import Reading

/// An item that stands on most agendas of a committee.
struct StandingItem {
    let title: String
    /// The section it stands in, where that recurs too.
    var section: String?
    var fields: [(key: String, value: String)] = []
    var text = ""
    /// Whether it is the one for the minutes of the last meeting.
    let isMinutes: Bool
}

/// What recurs from meeting to meeting of a committee.
struct RecurringAgenda {
    /// The meetings it was drawn from, oldest first.
    let meetings: [Meeting]
    private(set) var notice = ""
    /// In their usual order; nil stands for the items before any section.
    private(set) var sections: [(title: String?, items: [StandingItem])] = []
    private(set) var hasNumbers = true

    /// So many meetings are looked at.
    private static let reach = 4

    init(_ committee: Committee, before date: Day, disk: Disk) {
        let all = committee.meetings.filter { $0.hasAgenda && $0.takesPlace && $0.kind != .development && !$0.items.isEmpty }
        let earlier = all.filter { $0.date < date }
        let candidates = earlier.isEmpty ? Array(all.prefix(RecurringAgenda.reach)) : earlier
        let ordinary = candidates.filter { $0.kind == .ordinary }
        var found: [(meeting: Meeting, glance: AgendaExcerpt)] = []
        for meeting in (ordinary.isEmpty ? candidates : ordinary).reversed() where found.count < RecurringAgenda.reach {
            // Where it is in doubt what of an agenda is exempt, nothing of it is copied.
            if let glance = AgendaExcerpt(path: meeting.location.path, disk: disk) { found.insert((meeting, glance), at: 0) }
        }
        meetings = found.map(\.meeting)
        guard let last = meetings.last else { return }
        let glances = found.map(\.glance)
        hasNumbers = last.items.count { $0.number != nil } * 2 >= last.items.count
        let survey = ItemSurvey(meetings, glances: glances)
        sections = survey.sections
        notice = NoticeText.recurring(in: glances.map(NoticeText.paragraphs))
    }

    var items: [StandingItem] { sections.flatMap(\.items) }

    /// What most of these meetings have, of something that a meeting has once.
    func usual<Value: Hashable>(_ value: (Meeting) -> Value?) -> Value? { meetings.compactMap(value).usual }
}

/// What stands before the first heading of agendas.
enum NoticeText {
    static func paragraphs(of glance: AgendaExcerpt) -> [String] {
        let lines = glance.lines(glance.bodyLines)
        let own = lines.prefix { !$0.hasPrefix("#") }
        // A heading that is underlined would be taken for text.
        guard !own.contains(where: isUnderline) else { return [] }
        return own.split { $0.allSatisfy { $0 == " " } }.map { $0.joined(separator: "\n") }
    }

    static func isUnderline(_ line: Substring) -> Bool {
        let words = line.filter { $0 != " " }
        return !words.isEmpty && (words.allSatisfy { $0 == "=" } || words.allSatisfy { $0 == "-" })
    }

    /// The paragraphs that are the same in most; a heading in bold only with what it is the heading of.
    static func recurring(in notices: [[String]]) -> String {
        guard notices.count > 1, let last = notices.last else { return "" }
        let kept = last.map { paragraph in notices.count { $0.contains(paragraph) } * 2 > notices.count }
        let isHeading = last.map { $0.hasPrefix("**") && $0.hasSuffix("**") && !$0.contains("\n") }
        let shown = last.indices.filter { at in
            guard kept[at] else { return false }
            return !isHeading[at] || (at + 1 < last.count && kept[at + 1] && !isHeading[at + 1])
        }
        return shown.map { last[$0] }.joined(separator: "\n\n")
    }
}
