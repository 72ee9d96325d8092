import Linking
import Model
import Templates

/// What happened to a strategy, and when.
struct StrategyTimelineView: Templated {
    let events: [TimelineEventView]
    let picture: TimeLanesView?

    static let shape = Shape<StrategyTimelineView>("timeline of a strategy", "What happened to a strategy, in the order of time.", [
        .optional("picture", "The same as a picture; nothing where it would show one day alone.", TimeLanesView.self) { $0.picture },
        .text("count", "How many events.") { String($0.events.count) },
        .flag("few", "Whether they are so few that they need not be folded away.") { $0.events.count <= 8 },
        .list("events", "What happened, the oldest first.", TimelineEventView.self) { $0.events },
    ])
}

struct TimelineEventView: Templated {
    enum Kind: Int { case replaces, begins, adopted, referred, ends, replaced }

    let kind: Kind
    let day: Day
    let date: String
    /// For `datetime`: a year, or a day.
    let iso: String
    var target: LinkView?
    var references = 0

    static let shape = Shape<TimelineEventView>("event of a strategy", "Something that happened to a strategy. One of the flags is true, or none where a meeting's texts refer to it and nothing more.", [
        .text("date", "When: a day, or a year, where no more is known.") { $0.date },
        .text("iso", "The same for `datetime`.") { $0.iso },
        .optional("target", "The meeting, or the other strategy.", LinkView.self) { $0.target },
        .flag("begins", "Whether the time begins for which it is made.") { $0.kind == .begins },
        .flag("ends", "Whether that time ends.") { $0.kind == .ends },
        .flag("replaces", "Whether it takes another's place.") { $0.kind == .replaces },
        .flag("replaced", "Whether another takes its place.") { $0.kind == .replaced },
        .flag("adopted", "Whether a meeting adopted it.") { $0.kind == .adopted },
        .optionalText("references", "In how many places the meeting's texts refer to it: 1 place, 3 places.") {
            $0.references == 0 ? nil : counted($0.references, "place", "places")
        },
    ])
}

/// A date of a strategy's head: a day, or a year.
private struct LooseDate {
    let day: Day
    let text: String
    let isYear: Bool

    /// - Parameter isEnd: Whether a year means its last day.
    init?(_ text: String?, isEnd: Bool) {
        guard let text else { return nil }
        self.text = text
        if let day = Day(iso: text) {
            (self.day, isYear) = (day, false)
        } else if let year = Int(text), let day = isEnd ? Day(year: year, month: 12, day: 31) : Day(year: year, month: 1, day: 1) {
            (self.day, isYear) = (day, true)
        } else {
            return nil
        }
    }
}

extension PageBuilder {
    /// nil where less than two things are known of it.
    func timeline(of strategy: Strategy, on page: Address) -> StrategyTimelineView? {
        var events = span(of: strategy) + neighbours(of: strategy, on: page)
        var references = meetingsReferring(to: strategy)
        if let adopted = adoption(of: strategy) {
            events.append(event(.adopted, at: adopted, references.removeValue(forKey: adopted.address) ?? 0, on: page))
        }
        events += references.compactMap { address, count in meetingAt[address].map { event(.referred, at: $0, count, on: page) } }
        guard events.count > 1 else { return nil }
        events.sort { ($0.day, $0.kind.rawValue, $0.target?.href ?? "") < ($1.day, $1.kind.rawValue, $1.target?.href ?? "") }
        let picture = picture(of: strategy, events)
        return StrategyTimelineView(events: events, picture: picture.isWorthDrawing ? picture : nil)
    }

    func adoption(of strategy: Strategy) -> Meeting? {
        strategy.adoption(in: allMeetings)
    }

    /// How often the texts of meetings refer to a strategy and its chapters, by the meeting's page.
    private func meetingsReferring(to strategy: Strategy) -> [Address: Int] {
        let isOnePage = strategy.contents == .onePage
        let places = [(strategy.address, nil)] + strategy.chapters.map {
            isOnePage ? (strategy.address, "chapter--" + $0.slug) : (strategy.address(of: $0), nil)
        }
        let referenceTargets = Set(places.compactMap { linked.references.referenceTargets.number(at: $0.0, $0.1) })
        var found: [Address: Int] = [:]
        for referenceTarget in referenceTargets {
            for backlink in linked.references.backlinks(to: referenceTarget) {
                if let meeting = meeting(of: linked.references.documents[Int(backlink.document)]) { found[meeting.address, default: 0] += 1 }
            }
        }
        return found
    }

    private func event(_ kind: TimelineEventView.Kind, at meeting: Meeting, _ references: Int, on page: Address) -> TimelineEventView {
        TimelineEventView(
            kind: kind, day: meeting.date, date: dates.long(meeting.date), iso: meeting.date.iso,
            target: LinkView(title: committee(of: meeting).name, href: page.reference(to: meeting.address)), references: references)
    }

    private func event(_ kind: TimelineEventView.Kind, _ date: LooseDate, _ target: LinkView? = nil) -> TimelineEventView {
        TimelineEventView(kind: kind, day: date.day, date: date.isYear ? date.text : dates.long(date.day), iso: date.text, target: target)
    }

    private func span(of strategy: Strategy) -> [TimelineEventView] {
        [LooseDate(strategy.from, isEnd: false).map { event(.begins, $0) }, LooseDate(strategy.to, isEnd: true).map { event(.ends, $0) }].compactMap(\.self)
    }

    private func neighbours(of strategy: Strategy, on page: Address) -> [TimelineEventView] {
        return [
            predecessor(of: strategy).flatMap { other in start(of: strategy).map { event(.replaces, $0, link(to: other, on: page)) } },
            successor(of: strategy).flatMap { other in start(of: other).map { event(.replaced, $0, link(to: other, on: page)) } },
        ].compactMap(\.self)
    }

    /// The first day for which a strategy is made, else that of the meeting that adopted it.
    private func start(of strategy: Strategy) -> LooseDate? {
        LooseDate(strategy.from, isEnd: false) ?? adoption(of: strategy).flatMap { LooseDate($0.date.iso, isEnd: false) }
    }

    // MARK: Pictures

    private func picture(of strategy: Strategy, _ events: [TimelineEventView]) -> TimeLanesView {
        let days = { (kind: TimelineEventView.Kind) in events.filter { $0.kind == kind }.map(\.day) }
        let (before, after) = (predecessor(of: strategy), successor(of: strategy))
        var lanes = [before.flatMap { lane(of: $0, "Before: " + $0.title) }].compactMap(\.self)
        let adopted = days(.adopted)
        let years = [days(.begins).first, days(.ends).first].compactMap { $0.map { String($0.year) } }.joined(separator: " to ")
        let label = years.isEmpty ? "This strategy" : "This strategy, \(years)"
        var own = lane(of: strategy, label) ?? TimeLane(label: label)
        own.marks = adopted
        if !own.stretches.isEmpty || !adopted.isEmpty { lanes.append(own) }
        let referring = days(.referred) + events.filter { $0.kind == .adopted && $0.references > 0 }.map(\.day)
        let meetings = counted(referring.count, "meeting", "meetings")
        if !referring.isEmpty { lanes.append(TimeLane(label: "Referred to at \(meetings)", points: referring.sorted())) }
        lanes += [after.flatMap { lane(of: $0, "After: " + $0.title) }].compactMap(\.self)
        let said = [
            spanInWords(strategy).map { "It is made for the time \($0)." }, adopted.first.map { "It was adopted on \(dates.long($0))." },
            referring.isEmpty ? nil : "The texts of \(meetings) refer to it.", before.map { "Before it was “\($0.title)”." }, after.map { "After it comes “\($0.title)”." },
        ]
        return TimeLanesView(id: "timeline", title: "Timeline of “\(strategy.title)”", description: said.compactMap(\.self).joined(separator: " "), lanes: lanes)
    }

    /// nil where neither its first nor its last day is known.
    private func lane(of strategy: Strategy, _ label: String) -> TimeLane? {
        let last = LooseDate(strategy.to, isEnd: true)?.day
        guard let first = start(of: strategy)?.day ?? last else { return nil }
        if let last, last < first { return nil }
        return TimeLane(label: label, stretches: [(first, last)])
    }

    /// The time for which a strategy is made: 2026 to 2031; nil where nothing is known of it.
    func spanInWords(_ strategy: Strategy) -> String? {
        let words = [strategy.from, strategy.to].map { $0.map { text in Day(iso: text).map(dates.long) ?? text } }
        switch (words[0], words[1]) {
        case (let from?, let to?): return "\(from) to \(to)"
        case (let from?, nil): return "from \(from)"
        case (nil, let to?): return "until \(to)"
        case (nil, nil): return nil
        }
    }

    /// The times of all strategies beside each other; nil where there are less than two.
    func timelineOfStrategies() -> TimeLanesView? {
        let lanes = archive.strategies.compactMap { strategy in lane(of: strategy, strategy.title).map { (lane: $0, strategy: strategy) } }
            .sorted { ($0.lane.stretches[0].from, $0.strategy.title) < ($1.lane.stretches[0].from, $1.strategy.title) }
        guard lanes.count > 1 else { return nil }
        let said = lanes.map { "\($0.strategy.title): \(spanInWords($0.strategy) ?? "from \(dates.long($0.lane.stretches[0].from))")." }
        let picture = TimeLanesView(
            id: "timeline", title: "The times for which strategies are made", description: said.joined(separator: " "), lanes: lanes.map(\.lane))
        return picture.isWorthDrawing ? picture : nil
    }
}
