import Diagnostics
import Model

/// What is asked of an agenda: notice in time, a reason for what is urgent, papers that come.
struct AgendaRules {
    let meeting: Meeting
    let notice: NoticeRule
    let today: Day
    let law: Law

    var findings: [Diagnostic] {
        guard meeting.status != .cancelled, meeting.status != .postponed else { return [] }
        return [shortNotice].compactMap(\.self) + meeting.supplements.flatMap(lateItems) + meeting.everyItem.compactMap(urgentWithoutReason)
            + meeting.everyItem.compactMap(toFollowAfterMeeting) + meeting.everyItem.flatMap(unknownParagraphs)
    }

    /// That a notice is dated after the meeting was said when it was read.
    private var shortNotice: Diagnostic? {
        guard meeting.needsNotice, meeting.urgency == nil, let issued = meeting.issued, issued <= meeting.date,
            let days = shortfall(from: issued)
        else { return nil }
        return Diagnostic(RuleProblem.shortNotice(clearDays: days, of: notice, law: law.notice), at: meeting.issuedLocation ?? meeting.location)
    }

    /// A paper for an item of the agenda may come later; an item may not, unless it is urgent.
    private func lateItems(_ supplement: Supplement) -> [Diagnostic] {
        guard meeting.needsNotice, meeting.urgency == nil, let issued = supplement.issued, let days = shortfall(from: issued) else { return [] }
        let known = Set(meeting.items.compactMap { $0.number?.lowercased() })
        let added = supplement.items.filter { item in item.open.map { $0.urgent == nil } ?? false && !(item.number.map { known.contains($0.lowercased()) } ?? false) }
        return added.map { Diagnostic(RuleProblem.lateItem(clearDays: days, of: notice, law: law.urgency), at: $0.location) }
    }

    /// The clear days, where they are too few.
    private func shortfall(from issued: Day) -> Int? {
        let days = notice.clearDays(from: issued, to: meeting.date)
        return days < notice.clearDays ? days : nil
    }

    private func urgentWithoutReason(_ item: AgendaItem) -> Diagnostic? {
        guard let urgent = item.open?.urgent else { return nil }
        let letters = urgent.lowercased().filter { $0.isLetter || $0.isNumber }
        guard AgendaRules.noReasons.contains(letters) else { return nil }
        return Diagnostic(RuleProblem.urgentWithoutReason(urgent, law: law.urgency), at: item.location)
    }

    private static let noReasons: Set<String> = ["", "yes", "y", "true", "x", "urgent", "no", "n", "false", "none", "tbc", "na"]

    private func unknownParagraphs(_ item: AgendaItem) -> [Diagnostic] {
        (item.exemption?.unknownParagraphs ?? []).map {
            Diagnostic(RuleProblem.notAParagraph($0), at: item.location, withholdsLine: true)
        }
    }

    private func toFollowAfterMeeting(_ item: AgendaItem) -> Diagnostic? {
        guard meeting.date < today, let business = item.open, business.state == nil, business.isToFollow, !isBrought(item) else { return nil }
        return Diagnostic(RuleProblem.toFollowAfterMeeting(on: meeting.date, law: law.reports), at: item.location)
    }

    /// Whether a supplement brings a paper for an item of that number, or says that there will be none.
    private func isBrought(_ item: AgendaItem) -> Bool {
        guard let number = item.number?.lowercased() else { return false }
        return meeting.supplements.flatMap(\.items).contains { other in
            other.number?.lowercased() == number && other.location != item.location && (other.open.map { !$0.papers.isEmpty && !$0.isToFollow } ?? true)
        }
    }
}

extension OpenBusiness {
    fileprivate var isToFollow: Bool { papers.contains { if case .toFollow = $0 { true } else { false } } }
}
