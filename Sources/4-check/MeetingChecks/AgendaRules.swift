import Diagnostics
import Facts
import Linking
import Model

/// What is asked of an agenda: notice in time, a reason for what is urgent, papers that come.
struct AgendaRules {
    let meeting: Meeting
    let links: MeetingLinks?
    let notice: NoticeRule
    let today: Day
    let law: Law

    var findings: [Diagnostic] {
        if meeting.course.stage.isCalledOff { return [] }
        return [shortNotice].compactMap(\.self) + lateItems + meeting.everyItem.compactMap(urgentWithoutReason)
            + toFollowAfterMeeting + meeting.everyItem.flatMap(unknownParagraphs)
    }

    /// That a notice is dated after the meeting was said when it was read.
    private var shortNotice: Diagnostic? {
        guard meeting.needsNotice, meeting.urgency == nil, let issued = meeting.issued, issued <= meeting.date,
            let days = shortfall(from: issued)
        else { return nil }
        return Diagnostic(RuleProblem.shortNotice(clearDays: days, of: notice, law: law.notice), at: meeting.issuedLocation ?? meeting.location)
    }

    /// A paper for an item of the agenda may come later; an item may not, unless it is urgent.
    private var lateItems: [Diagnostic] {
        guard meeting.needsNotice, meeting.urgency == nil else { return [] }
        var position = meeting.itemCount
        return meeting.supplements.flatMap { supplement in
            defer { position += supplement.items.count }
            guard let issued = supplement.issued, let days = shortfall(from: issued) else { return [Diagnostic]() }
            return supplement.items.enumerated().compactMap { at, item in
                guard let business = item.open, business.urgent == nil, meeting.join.isOwn(position + at) else { return nil }
                return Diagnostic(RuleProblem.lateItem(clearDays: days, of: notice, law: law.urgency), at: item.location)
            }
        }
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

    private var toFollowAfterMeeting: [Diagnostic] {
        let items = meeting.everyItem
        guard meeting.date < today, items.contains(where: { $0.open?.isToFollow ?? false }) else { return [] }
        return MeetingFacts(meeting, links).matters.compactMap { matter in
            guard matter.isAwaiting, let awaited = matter.awaited else { return nil }
            return Diagnostic(RuleProblem.toFollowAfterMeeting(on: meeting.date, law: law.reports), at: items[awaited.last].location)
        }
    }
}
