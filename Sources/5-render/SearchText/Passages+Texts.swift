import Markdown
import Model
import Search

/// The passages of minutes: who was there, and each minute with its decisions.
enum MinutesPassages {
    static func passages(of minutes: Minutes) -> [SearchPassage] {
        var cutter = PassageCutter(minutes.document)
        cutter.weight = StandingItems.weight
        if !minutes.introduction.isEmpty { cutter.addWhole(minutes.introduction, at: "", under: []) }
        let attendance = attendance(minutes)
        if !attendance.isEmpty { cutter.add(attendance, at: "", under: ["Attendance"]) }
        if !minutes.preamble.isEmpty { cutter.addWhole(minutes.preamble, at: "", under: []) }
        for minute in minutes.minutes { add(minute, to: &cutter) }
        cutter.weight = 1
        cutter.decisions = []
        for (position, part) in minutes.others.enumerated() {
            cutter.addWhole(part.text, at: "other--\(position + 1)", under: [part.title])
        }
        cutter.addOtherNotes()
        return cutter.passages
    }

    private static func add(_ minute: Minute, to cutter: inout PassageCutter) {
        let texts = minute.parts.map(\.text.events)
        let events = (texts.first?.lowerBound ?? 0)..<(texts.last?.upperBound ?? 0)
        let text = Markup(cutter.document, events)
        cutter.weight = isStanding(minute, text) ? StandingItems.weight : 1
        cutter.decisions = minute.decisions.map { ($0.text.events, $0.anchor) }
        cutter.addWhole(text, at: minute.anchor, under: [minute.number.map { "\($0). \(minute.title)" } ?? minute.title])
    }

    /// An interest that was declared, or something to be done, is no standing matter.
    private static func isStanding(_ minute: Minute, _ text: Markup) -> Bool {
        let hasSubstance = minute.parts.contains { part in
            switch part {
            case .declaration, .actions, .vote: true
            case .text, .decision: false
            }
        }
        return !hasSubstance && StandingItems.isInMinutes(minute.title, words: PlainWords(text).count)
    }

    private static func attendance(_ minutes: Minutes) -> PlainWords {
        var words = PlainWords()
        for list in minutes.attendance {
            words.append(PlainWords(list.capacity.rawValue + ":"))
            for group in list.groups {
                words.append(PlainWords(group.note))
                words.append(PlainWords(group.people.map(inWords).joined(separator: "; ")))
            }
        }
        return words
    }

    /// As the page shows it.
    private static func inWords(_ attendee: Attendee) -> String {
        var words = attendee.name
        if let role = attendee.role { words += " (\(role))" }
        if let other = attendee.substituteFor { words += " (substitute for \(other))" }
        if let organisation = attendee.organisation { words += ", \(organisation)" }
        if let items = attendee.items { words += " (\(items))" }
        return words
    }
}

/// The passages of a paper: what its form says, and its sections.
enum PaperPassages {
    static func passages(of paper: Paper, in meeting: Meeting) -> [SearchPassage] {
        let parent = paper.parent.flatMap { slug in meeting.papers.first { $0.slug == slug } }
        let path = parent.map { [$0.title] } ?? []
        var passages: [SearchPassage] = []
        let form = form(of: paper)
        if !form.isEmpty { passages.append(SearchPassage(anchor: "", headings: path, text: form.bytes)) }
        var cutter = PassageCutter(paper.text)
        cutter.addSections(of: paper.text.body, at: "", under: path)
        cutter.addOtherNotes()
        return passages + cutter.passages
    }

    private static func form(of paper: Paper) -> PlainWords {
        var words = PlainWords()
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { words.append(PlainWords("\(label): \(value)")) }
        }
        add(paper.authors.count > 1 ? "Authors" : "Author", paper.authors.joined(separator: ", "))
        add("Sponsor", paper.sponsor)
        add("Contact officer", paper.officer)
        add("Wards", paper.wards)
        for property in paper.properties {
            words.append(PlainWords(property.label + ":"))
            if let value = property.value { words.append(PlainWords(value.body)) }
        }
        return words
    }
}
