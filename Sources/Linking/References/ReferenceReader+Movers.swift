extension ReferenceReader {
    struct PersonMoving {
        let person: Int
        let hasSeconded: Bool
    }

    /// Whom a name means, where the text says that they moved or seconded something: "moved by Councillor Bains",
    /// "Councillor Bains proposed", ", seconded by Councillor Croft".
    func mover(_ hit: NameHit) -> PersonMoving? {
        guard let person = person(hit) else { return nil }
        if let before = openingBefore(hit.start) { return PersonMoving(person: person, hasSeconded: before) }
        var cursor = cursor(at: hit.end)
        _ = cursor.take(",")
        if cursor.take(" seconded"), !cursor.at(" by") { return PersonMoving(person: person, hasSeconded: true) }
        if cursor.take(" moved") || cursor.take(" proposed"), !cursor.at(" by") { return PersonMoving(person: person, hasSeconded: false) }
        return nil
    }

    /// The one person of that name.
    private func person(_ hit: NameHit) -> Int? {
        guard hit.name >= 0 else { return nil }
        let people = context.names.names[Int(hit.name)].meanings.compactMap { meaning -> Int? in
            if case .person(let person) = meaning { person } else { nil }
        }
        return Set(people).count == 1 ? people[0] : nil
    }

    /// Whether "seconded by" (true) or "moved by" (false) stands directly before; nil for neither.
    private func openingBefore(_ start: Int) -> Bool? {
        var at = firstHit(from: start - 12)
        while at < hits.count, hits[at].start < start {
            let hit = hits[at]
            at += 1
            guard hit.end == start - 1, hit.name >= 0, case .opening(.movedBy) = context.names.names[Int(hit.name)].meanings[0] else { continue }
            return text[hit.start] | 32 == UInt8(ascii: "s")
        }
        return nil
    }
}

extension TextCursor {
    /// Whether these bytes stand here; takes nothing.
    func at(_ word: StaticString) -> Bool {
        var ahead = self
        return ahead.take(word)
    }
}
