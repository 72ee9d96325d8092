import Diagnostics

extension EventBuilder {
    /// Goes through the words below an open event once more, for `~~deleted~~` and footnotes, which the C library does
    /// not know. It left their marks in the texts.
    mutating func lookAgain(below start: Int) {
        needsSecondLook = false
        let old = Array(events[(start + 1)...])
        events.removeSubrange((start + 1)...)
        var pass = StrikethroughAndFootnotes(closers: StrikethroughAndFootnotes.closers(old, text))
        for event in old {
            switch event.kind {
            case .text: split(event, &pass)
            case .close:
                close(&pass, event)
            default:
                if event.kind.isContainer { pass.open.append(events.count) }
                events.append(event)
            }
        }
        takeFootnotes(of: start)
    }

    private mutating func close(_ pass: inout StrikethroughAndFootnotes, _ event: Event? = nil) {
        let opened = pass.open.removeLast()
        events.append(event ?? Event(.close))
        events[opened].extent = UInt32(events.count - opened)
    }

    /// Splits a text at its marks.
    private mutating func split(_ event: Event, _ pass: inout StrikethroughAndFootnotes) {
        var start = Int(event.start)
        let end = start + Int(event.length)
        var at = start
        func piece(_ range: Range<Int>) -> Event {
            var piece = event
            piece.start = UInt32(range.lowerBound)
            piece.length = UInt32(range.count)
            return piece
        }
        while at < end {
            if text[at] == Source.tildeByte {
                // Without the backslash before it.
                if start < at - 1 { events.append(piece(start..<at - 1)) }
                text[at] = UInt8(ascii: "~")
                start = at
            }
            if let role = pass.roles[at] {
                if start < at { events.append(piece(start..<at)) }
                if role == .opens { openDeleted(&pass, event.line) } else { close(&pass) }
                at += 2
                start = at
            } else if text[at] == Source.footnoteByte, at > start, let close = text[at..<end].firstIndex(of: UInt8(ascii: "}")) {
                if start < at - 1 { events.append(piece(start..<at - 1)) }
                var reference = piece(at + 1..<close)
                reference.kind = .footnoteReference
                events.append(reference)
                at = close + 1
                start = at
            } else if text[at] == Source.footnoteByte {
                // Not ours, but made by a character reference.
                text[at] = UInt8(ascii: " ")
                at += 1
            } else {
                at += 1
            }
        }
        if start < end { events.append(piece(start..<end)) }
    }

    private mutating func openDeleted(_ pass: inout StrikethroughAndFootnotes, _ line: UInt32) {
        var event = Event(.deleted)
        event.line = line
        pass.open.append(events.count)
        events.append(event)
    }

    /// Moves the footnotes' texts (`[^1]: …`) that stand in a paragraph out of it.
    private mutating func takeFootnotes(of start: Int) {
        guard source.hasFootnotes, events[start].kind == .paragraph, cellDepth == 0 else { return }
        var depth = 0
        var first: [Int] = []
        for at in start + 1..<events.count {
            if events[at].kind == .close { depth -= 1 } else if events[at].kind.isContainer { depth += 1 }
            if depth == 0, events[at].kind == .footnoteReference, opensFootnote(at, paragraph: start) { first.append(at) }
        }
        for (at, end) in zip(first, first.dropFirst() + [events.count]).reversed() { moveFootnote(at..<end) }
        if first.isEmpty { return }
        var left = Array(events[(start + 1)...])
        trimEnd(of: &left)
        events.replaceSubrange((start + 1)..., with: left)
    }

    /// A reference that begins a line and has a colon after it is the name of a note.
    private func opensFootnote(_ at: Int, paragraph: Int) -> Bool {
        guard at + 1 < events.count, events[at + 1].kind == .text, text[Int(events[at + 1].start)] == UInt8(ascii: ":")
        else { return false }
        if at == paragraph + 1 { return events[paragraph].length == 0 }
        let before = events[at - 1]
        return before.kind == .lineBreak
            || before.kind == .text && text[Int(before.start + before.length) - 1] == UInt8(ascii: "\n")
    }

    private mutating func moveFootnote(_ range: Range<Int>) {
        let label = words(of: events[range.lowerBound])
        var moved = Array(events[(range.lowerBound + 1)..<range.upperBound])
        let blanks = 1 + text[Int(moved[0].start + 1)..<Int(moved[0].start + moved[0].length)].prefix(while: \.isBlank).count
        moved[0].start += UInt32(blanks)
        moved[0].length -= UInt32(blanks)
        let location = SourceLocation(source.path, line: Int(events[range.lowerBound].line))
        if moved[0].length == 0 { moved.removeFirst() }
        trimEnd(of: &moved)
        if footnotes.add(label, moved, location) { report(.footnoteTwice(label: label), location) }
        events.removeSubrange(range)
    }

    private func words(of event: Event) -> String {
        String(decoding: text[Int(event.start)..<Int(event.start + event.length)], as: UTF8.self)
    }

    /// Takes the blanks and breaks away that a run of inlines ends with.
    private func trimEnd(of run: inout [Event]) {
        while let last = run.last {
            if last.kind == .text {
                let words = text[Int(last.start)..<Int(last.start + last.length)]
                let blanks = words.reversed().prefix(while: \.isBlank).count
                run[run.count - 1].length -= UInt32(blanks)
                if blanks < words.count { return }
            } else if last.kind != .lineBreak {
                return
            }
            run.removeLast()
        }
    }
}

/// What the second look at a block keeps in mind.
struct StrikethroughAndFootnotes {
    enum Role { case opens, closes }

    /// The pairs of `~~`, by their place in the text.
    let roles: [Int: Role]
    var open: [Int] = []

    init(closers: [Int: Role]) { roles = closers }

    /// Pairs the marks `~~` that stand in the same container: one that a word follows with one that follows a word.
    static func closers(_ events: [Event], _ text: [UInt8]) -> [Int: Role] {
        var roles: [Int: Role] = [:]
        var waiting: [Int?] = [nil]
        for event in events {
            if event.kind == .close { waiting.removeLast() } else if event.kind.isContainer { waiting.append(nil) }
            guard event.kind == .text else { continue }
            let range = Int(event.start)..<Int(event.start + event.length)
            for at in marks(in: range, text) {
                if let opener = waiting[waiting.count - 1], follows(at, range, text) {
                    (roles[opener], roles[at]) = (.opens, .closes)
                    waiting[waiting.count - 1] = nil
                } else if waiting[waiting.count - 1] == nil, precedes(at, range, text) {
                    waiting[waiting.count - 1] = at
                }
            }
        }
        return roles
    }

    /// The places of exactly two tildes.
    private static func marks(in range: Range<Int>, _ text: [UInt8]) -> [Int] {
        var places: [Int] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let run = text[at..<range.upperBound].prefix { $0 == UInt8(ascii: "~") }.count
            if run == 2 { places.append(at) }
            at += max(1, run)
        }
        return places
    }

    private static func follows(_ at: Int, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
        at == range.lowerBound || !text[at - 1].isBlank
    }

    private static func precedes(_ at: Int, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
        at + 2 == range.upperBound || !text[at + 2].isBlank
    }
}

extension Event.Kind {
    /// Whether a `.close` belongs to it.
    var isContainer: Bool {
        switch self {
        case .quote, .callout, .list, .item, .figure, .table, .caption, .row, .cell, .paragraph, .heading, .emphasis,
            .strong, .deleted, .link, .subscript, .superscript, .abbreviation, .span:
            true
        default: false
        }
    }
}
