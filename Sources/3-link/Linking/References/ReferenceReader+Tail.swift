import Model

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
        // "In minute 42, Cabinet agreed" does not say whose minute it is, unless a date follows.
        var isApposition = false
        var isAfterComma = false
        for _ in 0..<16 {
            if cursor.take(",") { isAfterComma = true }
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
                isApposition = isAfterComma
                continue
            }
            guard let word = cursor.word(), isFiller(word, cursor) else { break }
            if cursor.equals(word, "of") || cursor.equals(word, "at") { isAfterComma = false }
        }
        return tail.committee == nil || isApposition ? nil : tail
    }

    private func isFiller(_ word: Range<Int>, _ cursor: TextCursor) -> Bool {
        if ReferenceReader.fillers.contains(where: { cursor.equals(word, $0) }) { return true }
        // "the Board" is this committee only if it is one.
        guard text[word.lowerBound].isUpper, isOwnBody(String(decoding: text[word], as: UTF8.self)) else { return false }
        var next = cursor
        return !(next.take(" ") && next.byte?.isUpper ?? false)
    }

    private static let fillers: [StaticString] = [
        "of", "the", "held", "on", "at", "its", "dated", "from", "meeting", "previous", "last", "which", "was", "took", "place", "that",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "ordinary", "annual", "extraordinary", "special",
    ]
}
