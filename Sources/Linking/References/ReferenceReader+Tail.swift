import Packs

/// What says more closely which minute, item or meeting is meant: "of the Cabinet held on 26 January 2017".
struct Tail {
    /// A position in the archive; nil where no committee is named, and this one is meant.
    var committee: Int?
    var day: Day?
    /// After its last byte.
    var end: Int
}

extension ReferenceReader {
    /// Reads on while the words are such as stand between "meeting" and its date. Nil where no date or committee is reached.
    func tail(after start: Int) -> Tail? {
        var cursor = cursor(at: start)
        var tail = Tail(end: start)
        for _ in 0..<16 {
            _ = cursor.take(",")
            cursor.skipBlanks()
            if let byte = cursor.byte, byte.isDigit || byte.isUpper, let day = cursor.date() {
                tail.day = day
                tail.end = cursor.at
                return tail
            }
            if let (committee, end) = committee(at: cursor.at) {
                tail.committee = committee
                tail.end = end
                cursor.at = end
                continue
            }
            guard let word = cursor.word(), isFiller(word, cursor) else { break }
        }
        return tail.committee == nil ? nil : tail
    }

    private func committee(at place: Int) -> (Int, Int)? {
        for hit in hits where hit.start == place && hit.name >= 0 {
            for case .committee(let committee, _) in context.names.names[Int(hit.name)].meanings { return (committee, hit.end) }
        }
        return nil
    }

    private func isFiller(_ word: Range<Int>, _ cursor: TextCursor) -> Bool {
        if ReferenceReader.fillers.contains(where: { cursor.equals(word, $0) }) { return true }
        // "the Board" is this committee only if it is one.
        guard text[word.lowerBound].isUpper, ReferenceReader.bodies.contains(where: { cursor.equals(word, $0) }), let committee = document.committee
        else { return false }
        return context.archive.committees[committee].name.contains(String(decoding: text[word], as: UTF8.self))
    }

    private static let fillers: [StaticString] = [
        "of", "the", "held", "on", "at", "its", "dated", "from", "meeting", "previous", "last", "which", "was", "took", "place", "that",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "ordinary", "annual", "extraordinary", "special",
    ]
    private static let bodies: [StaticString] = ["Board", "Committee", "Cabinet", "Council", "Panel", "Forum", "Partnership"]
}
