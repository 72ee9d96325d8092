import Model

extension ReferenceReader {
    /// Whose minute, item or meeting it is, as far as the words before tell.
    enum BodyBefore {
        /// Nobody is named: it is the committee's own.
        case unsaid
        case committee(Int)
    }

    /// Looks at the words directly before "meeting" or "minute". Nil for a body that the archive does not know: "the
    /// Trust's meeting of 26 January", "a staff meeting".
    func bodyBefore(_ at: Int) -> BodyBefore? {
        guard let range = rangeOfWord(before: at) else { return .unsaid }
        let (end, isPossessive) = withoutPossessive(range)
        if let committee = committee(endingAt: end) { return .committee(committee) }
        guard range.lowerBound < end else { return .unsaid }
        let word = String(decoding: text[range.lowerBound..<end], as: UTF8.self)
        if ReferenceReader.otherMeetings.contains(word.lowercased()) { return nil }
        guard text[range.lowerBound].isUpper else { return .unsaid }
        if isOwnBody(word) { return isNamedMore(range.lowerBound) ? nil : .unsaid }
        if ReferenceReader.plainOpenings.contains(word) || ReferenceReader.kindsOfMeeting.contains(word) { return .unsaid }
        // The first word of a sentence has a capital whatever it is.
        return !isPossessive && isSentenceStart(range.lowerBound) ? .unsaid : nil
    }

    /// Whether the words after a number say that it is a number of something else: "item 3 of Schedule 12A", "minute 42 of
    /// the Trust Board". What the archive knows was read before.
    func isOfSomethingElse(_ kind: ReferenceTarget.Kind, after end: Int) -> Bool {
        var cursor = cursor(at: end)
        cursor.skipBlanks()
        guard cursor.at > end, cursor.take("of ") || cursor.take("from ") else { return false }
        cursor.skipBlanks()
        _ = cursor.take("the ") || cursor.take("this ") || cursor.take("its ")
        cursor.skipBlanks()
        guard let range = cursor.word() else { return true }
        let word = String(decoding: text[range], as: UTF8.self)
        if word.utf8.first?.isUpper ?? false, isOwnBody(word) { return cursor.take(" ") && cursor.byte?.isUpper ?? false }
        if ["agenda", "meeting", "minutes"].contains(word.lowercased()) { return false }
        return !(kind == .minute && ["previous", "last"].contains(word))
    }

    /// "10 minutes 42 seconds", "action item 3".
    func isOtherKindOfNumber(_ kind: ReferenceTarget.Kind, _ hit: NameHit) -> Bool {
        if hit.start > paragraph.lowerBound, text[hit.start - 1] == UInt8(ascii: "-") { return true }
        guard let word = wordBefore(hit.start) else { return false }
        if kind == .item { return ["action", "line", "budget"].contains(word.lowercased()) }
        return word.utf8.allSatisfy(\.isDigit)
    }

    /// Whether a word such as "Board" means this committee.
    func isOwnBody(_ word: String) -> Bool {
        guard ReferenceReader.bodies.contains(word), let committee = document.committee else { return false }
        return context.archive.committees[committee].name.contains(word)
    }

    /// The one committee that a name at a place means; nil for none, for several, and where it is part of a longer name.
    func committee(at place: Int) -> (Int, Int)? {
        var at = firstHit(from: place)
        while at < hits.count, hits[at].start == place {
            if let committee = committee(hits[at]) { return (committee, hits[at].end) }
            at += 1
        }
        return nil
    }

    private func committee(endingAt end: Int) -> Int? {
        var at = firstHit(from: end - 100)
        while at < hits.count, hits[at].start < end {
            if hits[at].end == end, let committee = committee(hits[at]) { return committee }
            at += 1
        }
        return nil
    }

    private func committee(_ hit: NameHit) -> Int? {
        guard hit.name >= 0 else { return nil }
        let name = context.tables.names.names[Int(hit.name)]
        var found: Int?
        for meaning in name.meanings {
            guard case .committee(let committee, _) = meaning, referenceTarget(meaning) != nil else { continue }
            if let found, found != committee { return nil }
            found = committee
        }
        return found != nil && isPartOfLongerName(hit, isOneWord: name.isOneWord) ? nil : found
    }

    /// The position of the first hit at or after a place.
    func firstHit(from place: Int) -> Int {
        var low = 0
        var high = hits.count
        while low < high {
            let middle = (low + high) / 2
            if hits[middle].start < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where a word ends without "'s", and whether it had that.
    private func withoutPossessive(_ word: Range<Int>) -> (Int, Bool) {
        var end = word.upperBound
        if end > word.lowerBound, text[end - 1] == UInt8(ascii: "s"), end - 1 > word.lowerBound, !text[end - 2].isWordByte { end -= 1 }
        let whole = end
        if end > word.lowerBound, text[end - 1] == UInt8(ascii: "'") { end -= 1 }
        if end - 3 >= word.lowerBound, text[end - 1] == 0x99 { end -= 3 }
        return end < whole ? (end, true) : (word.upperBound, false)
    }

    /// Whether a capital before makes "Board" part of another body's name: "the Trust Board".
    private func isNamedMore(_ at: Int) -> Bool {
        guard let before = rangeOfWord(before: at), text[before.lowerBound].isUpper else { return false }
        return !ReferenceReader.plainOpenings.contains(String(decoding: text[before], as: UTF8.self))
    }

    private func isSentenceStart(_ at: Int) -> Bool {
        var before = at
        while before > paragraph.lowerBound, text[before - 1] == UInt8(ascii: " ") || text[before - 1] == UInt8(ascii: "\n") { before -= 1 }
        return before == paragraph.lowerBound || [UInt8(ascii: "."), UInt8(ascii: ":")].contains(text[before - 1])
    }

    static let bodies: Set<String> = ["Board", "Committee", "Cabinet", "Council", "Panel", "Forum", "Partnership"]
    private static let kindsOfMeeting: Set<String> = [
        "Agenda", "Annual", "Extraordinary", "Ordinary", "Special", "Last", "Previous", "Next", "Minutes", "Minute", "Item",
    ]
    private static let otherMeetings: Set<String> = ["staff", "team", "public", "consultation", "project", "partnership", "group", "briefing"]
}
