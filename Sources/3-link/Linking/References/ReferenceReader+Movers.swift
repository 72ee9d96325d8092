import Model

extension ReferenceReader {
    struct PersonMoving {
        let person: Int
        let hasSeconded: Bool
    }

    /// Whom a name means, where the text says that they moved or seconded something: "moved by Councillor Ann Bains",
    /// "Ann Bains proposed", ", seconded by Tom Croft", "Moved: Ann Bains".
    func mover(_ hit: NameHit) -> PersonMoving? {
        guard let person = person(hit), let hasSeconded = hasSeconded(hit.start..<hit.end) else { return nil }
        return PersonMoving(person: person, hasSeconded: hasSeconded)
    }

    /// The same of a title with a surname: "moved by Councillor Bains" means the one of those present who has it.
    func moverBySurname(_ title: NameHit) -> (PersonMoving, end: Int)? {
        guard case .minutes = document.kind, let end = endOfSurname(after: title.end), let hasSeconded = hasSeconded(title.start..<end),
            let committee = document.committee, let meeting = document.meeting
        else { return nil }
        let name = String(decoding: text[title.start..<end], as: UTF8.self)
        guard let minutes = context.archive.committees[committee].meetings[meeting].minutes,
            let person = presentMembers.person(called: name, in: minutes, context.tables.people)
        else { return nil }
        return (PersonMoving(person: person, hasSeconded: hasSeconded), end)
    }

    /// The one person of that name.
    private func person(_ hit: NameHit) -> Int? {
        guard hit.name >= 0 else { return nil }
        let people = context.tables.names.names[Int(hit.name)].meanings.compactMap { meaning -> Int? in
            if case .person(let person) = meaning { person } else { nil }
        }
        return Set(people).count == 1 ? people[0] : nil
    }

    /// One word with a capital; nil where another follows, since that is a longer name.
    private func endOfSurname(after title: Int) -> Int? {
        var cursor = cursor(at: title)
        _ = cursor.take(".")
        cursor.skipBlanks()
        guard cursor.at > title, let first = cursor.byte, first.isUpper || first >= 0xC3 && first != 0xE2 else { return nil }
        let start = cursor.at
        cursor.skipWordOfName()
        let end = cursor.at
        cursor.skipBlanks()
        let isLonger = cursor.at > end && (cursor.byte?.isUpper ?? false)
        return end - start > 1 && !isLonger ? end : nil
    }

    /// Whether whoever is named there seconded something (true) or moved it (false); nil for neither.
    private func hasSeconded(_ name: Range<Int>) -> Bool? {
        if let before = openingBefore(name.lowerBound) { return before }
        var cursor = cursor(at: name.upperBound)
        _ = cursor.take(",")
        if cursor.take(" seconded"), !cursor.at(" by") { return true }
        if cursor.take(" moved") || cursor.take(" proposed"), !cursor.at(" by") { return false }
        return nil
    }

    /// Whether "seconded by" (true) or "moved by" (false) stands directly before; nil for neither.
    private func openingBefore(_ start: Int) -> Bool? {
        guard start - 1 > paragraph.lowerBound, isBlank(text[start - 1]) else { return nil }
        for opening in ReferenceReader.openingsOfMovers where endsWith(opening, start - 1) {
            return opening.utf8Start.pointee == UInt8(ascii: "s")
        }
        return nil
    }

    private static let openingsOfMovers: [StaticString] = [
        "moved by", "proposed by", "seconded by", "moved:", "proposed:", "seconded:", "mover:", "proposer:", "seconder:",
    ]

    /// Whether a word, in small letters here, ends at a place and begins there too.
    private func endsWith(_ word: StaticString, _ end: Int) -> Bool {
        let start = end - word.utf8CodeUnitCount
        guard start >= paragraph.lowerBound, start == paragraph.lowerBound || !text[start - 1].isWordByte else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { at in
            let byte = text[start + at]
            let wanted = word.utf8Start[at]
            return wanted == UInt8(ascii: " ") ? isBlank(byte) : byte | (wanted.isLetter ? 0x20 : 0) == wanted
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
}

/// Who was there, by surname: made for the first name that asks for it.
final class PresentMembers {
    private var bySurname: [String: [(titles: [String], person: Int?)]]?

    /// The one of those present who has the surname that a name ends with. Nil where two have it, where it is nobody's
    /// who has a page, and where that one has another title.
    func person(called name: String, in minutes: Minutes, _ people: People) -> Int? {
        let list = bySurname ?? PresentMembers.list(minutes, people)
        bySurname = list
        let (titles, surname) = PersonKey.titlesAndSurname(name)
        guard let surname, let found = list[surname], let first = found.first, found.allSatisfy({ $0.person == first.person }) else { return nil }
        let own = Set(found.flatMap(\.titles))
        let fits = titles.allSatisfy { title in
            own.isEmpty || own.contains(title) || (title == "councillor" && own.isSubset(of: ["mr", "mrs", "ms", "miss"]))
        }
        return fits ? first.person : nil
    }

    private static func list(_ minutes: Minutes, _ people: People) -> [String: [(titles: [String], person: Int?)]] {
        var list: [String: [(titles: [String], person: Int?)]] = [:]
        for attendee in minutes.attendance.filter({ $0.capacity == .present || $0.capacity == .substitutes }).flatMap(\.people) {
            let (titles, surname) = PersonKey.titlesAndSurname(attendee.name)
            if let surname { list[surname, default: []].append((titles, people.position(of: attendee))) }
        }
        return list
    }
}

extension TextCursor {
    /// Letters of any language, and the signs within "O'Hara" and "Beaumont-Lacey".
    mutating func skipWordOfName() {
        while let byte {
            if byte.isWordByte || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2) { at += 1; continue }
            let sign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") ? 1 : at("’") ? 3 : 0
            guard sign > 0, at + sign < end, text[at + sign].isLetter else { return }
            at += sign
        }
    }

    /// Whether these bytes stand here; takes nothing.
    func at(_ word: StaticString) -> Bool {
        var ahead = self
        return ahead.take(word)
    }
}
