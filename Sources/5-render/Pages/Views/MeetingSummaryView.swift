import Facts
import Model
import Templates

/// A meeting as a row of a list.
struct MeetingSummaryView: Templated {
    let committee: String
    let title: String
    let href: String
    let hasOwnTitle: Bool
    let date: DayView
    let time: String?
    let venue: String?
    let kind: String?
    let stage: MeetingCourse.Stage
    let isUpcoming: Bool
    let isPrivate: Bool
    let papers: Int
    let minutesHref: String?
    let minutesAreDraft: Bool

    static let shape = Shape<MeetingSummaryView>("meeting in a list", "A meeting as a row of a list.", [
        .text("committee", "The committee's name.") { $0.committee },
        .text("title", "What the meeting is called: its date, or its own title.") { $0.title },
        .flag("hasOwnTitle", "Whether it has a title of its own, so that its date is to be told beside it.") { $0.hasOwnTitle },
        .text("href", "The meeting's page.") { $0.href },
        .record("date", "The day.", DayView.self) { $0.date },
        .optionalText("time", "When it starts: 3.15pm.") { $0.time },
        .optionalText("venue", "Where.") { $0.venue },
        .optionalText("kind", "Extraordinary meeting, Annual meeting, Development session; nothing for an ordinary one.") { $0.kind },
        .optionalText("state", "Cancelled, postponed, not quorate; nothing where all is as planned.") { $0.stage.words },
        .flag("upcoming", "Whether it is still to come.") { $0.isUpcoming },
        .flag("held", "Whether it took place, as far as the sources say.") { $0.stage == .held },
        .flag("private", "Whether the public is not admitted.") { $0.isPrivate },
        .flag("hasPapers", "Whether there are papers to read.") { $0.papers > 0 },
        .text("papers", "How many papers: 1 paper, 7 papers.") { counted($0.papers, "paper", "papers") },
        .optionalText("minutesHref", "The page of the minutes.") { $0.minutesHref },
        .flag("minutesAreDraft", "Whether the minutes are not approved yet.") { $0.minutesAreDraft },
    ])
}

extension MeetingCourse.Stage {
    /// Where something did not go as planned.
    var words: String? { self == .inquorate ? "Not quorate: too few members came" : word }
}

extension PageBuilder {
    func summary(_ meeting: Meeting, on page: Address) -> MeetingSummaryView {
        MeetingSummaryView(
            committee: committee(of: meeting).name, title: title(of: meeting), href: page.reference(to: meeting.address), hasOwnTitle: meeting.title != nil,
            date: day(meeting.date), time: meeting.starts.map(dates.time), venue: meeting.venue, kind: meeting.kind.words,
            stage: meeting.course.stage, isUpcoming: isUpcoming(meeting), isPrivate: meeting.access == .private, papers: meeting.papers.count,
            minutesHref: meeting.minutes.map { _ in page.reference(to: meeting.minutesAddress) },
            minutesAreDraft: meeting.minutes?.status == .draft)
    }

    /// Above what belongs to a meeting: a paper may have the title of its meeting.
    func crumb(of meeting: Meeting) -> String { meeting.title.map { "\($0), \(dates.long(meeting.date))" } ?? dates.full(meeting.date) }

    /// The meeting's own title, or its date.
    func title(of meeting: Meeting) -> String { meeting.title ?? dates.full(meeting.date) }
}
