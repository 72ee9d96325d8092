import Diagnostics

/// The footnotes' texts as they are found, before they are numbered.
struct FootnoteTable {
    struct Note {
        let label: String
        var events: [Event]
        let location: SourceLocation
        var references = 0
    }

    private(set) var notes: [Note] = []
    private var places: [String: Int] = [:]
    /// Notes in the order of their first reference.
    private var order: [Int] = []
    private var numbers: [Int: Int] = [:]

    /// True where another note has the label already. Its text is kept, but nothing refers to it.
    mutating func add(_ label: String, _ events: [Event], _ location: SourceLocation) -> Bool {
        let isTaken = places[label] != nil
        if !isTaken { places[label] = notes.count }
        notes.append(Note(label: label, events: events, location: location))
        return isTaken
    }

    /// The number of a note, from 0, and which reference to it this is, from 1; nil where there is no such note.
    mutating func refer(to label: String) -> (number: Int, reference: Int)? {
        guard let note = places[label] else { return nil }
        notes[note].references += 1
        return (number(of: note), notes[note].references)
    }

    private mutating func number(of note: Int) -> Int {
        if let number = numbers[note] { return number }
        numbers[note] = order.count
        order.append(note)
        return order.count - 1
    }

    /// The note of a number, from 0: first those that were referred to, then the others. Nil after the last.
    mutating func note(number: Int) -> Int? {
        if number < order.count { return order[number] }
        guard let left = notes.indices.first(where: { numbers[$0] == nil }) else { return nil }
        _ = self.number(of: left)
        return left
    }

    mutating func setEvents(_ events: [Event], of note: Int) { notes[note].events = events }
}

extension EventBuilder {
    /// Numbers the footnotes by their first reference and puts their texts after the body.
    mutating func placeFootnotes() -> [Footnote] {
        guard source.hasFootnotes else { return [] }
        events = resolvingReferences(in: events)
        var order: [Int] = []
        while let note = footnotes.note(number: order.count) {
            footnotes.setEvents(resolvingReferences(in: footnotes.notes[note].events), of: note)
            order.append(note)
        }
        return order.map { location(footnotes.notes[$0]) }
    }

    private mutating func resolvingReferences(in unresolved: [Event]) -> [Event] {
        var events = unresolved
        for at in events.indices where events[at].kind == .footnoteReference {
            let event = events[at]
            let label = text[Int(event.start)..<Int(event.start + event.length)]
            if let found = footnotes.refer(to: String(decoding: label, as: UTF8.self)) {
                events[at].index = UInt32(found.number)
                events[at].level = UInt8(clamping: found.reference)
            } else {
                report(
                    .footnoteWithoutText(label: String(decoding: label, as: UTF8.self)),
                    SourceLocation(source.path, line: Int(event.line)))
                events[at].kind = .text
                events[at].start = UInt32(text.count)
                text += Array("[^".utf8) + Array(label) + [UInt8(ascii: "]")]
                events[at].length = event.length + 3
            }
        }
        return events
    }

    private mutating func location(_ note: FootnoteTable.Note) -> Footnote {
        if note.references == 0 { report(.footnoteWithoutReference(label: note.label), note.location) }
        let start = events.count
        openEvent(.paragraph, line: note.location.line)
        events += note.events
        closeEvent()
        return Footnote(label: note.label, events: start..<events.count, references: note.references)
    }
}
