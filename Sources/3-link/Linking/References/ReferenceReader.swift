import Model

/// A reference as it is printed, and what it means.
struct PrintedReference {
    enum Meaning {
        /// What the text itself belongs to.
        case own
        case referenceTarget(ReferenceTargetTable.Number)
        case place(Destination)
        /// More than one thing.
        case several([ReferenceTargetTable.Number])
        case nothing
    }

    let kind: ReferenceTarget.Kind
    let range: Range<Int>
    let meaning: Meaning
    /// A name is linked once in a section; a number every time.
    var isName = false
}

/// Reads what stands around a hit in one stretch of text.
struct ReferenceReader {
    let text: UnsafeBufferPointer<UInt8>
    let range: Range<Int>
    let hits: [NameHit]
    let document: ReferringDocument
    let context: ReferenceContext
    let section: ReferringDocument.Section
    /// The text of the whole paragraph, cell or caption: emphasis cuts it into several.
    let paragraph: Range<Int>
    let appendixCache: AppendixCache
    let presentMembers: PresentMembers

    func cursor(at start: Int) -> TextCursor { TextCursor(text, at: start, end: range.upperBound) }

    /// The references that a word such as "minute" or "meeting" opens; none where it is a plain word.
    func read(_ opening: NameIndex.Opening, _ hit: NameHit) -> [PrintedReference] {
        let found = references(opening, hit)
        return found.isEmpty || isQuoted(hit.start..<hit.end) ? [] : found
    }

    private func references(_ opening: NameIndex.Opening, _ hit: NameHit) -> [PrintedReference] {
        switch opening {
        case .minute: numbered(.minute, hit, isList: false)
        case .minutes: minutesOfMeeting(hit) ?? numbered(.minute, hit, isList: true)
        case .item: numbered(.item, hit, isList: false)
        case .items: numbered(.item, hit, isList: true)
        case .meeting: meeting(hit)
        case .appendix, .appendices: appendices(hit)
        case .title: []
        }
    }

    // MARK: Minutes and items

    /// "minute 62", "minutes 62 and 63", "item 7 of the meeting held on 26 January 2017".
    ///
    /// Only the plural opens a list: in "under item 3, 5 members spoke" there is one number.
    private func numbered(_ kind: ReferenceTarget.Kind, _ hit: NameHit, isList: Bool) -> [PrintedReference] {
        guard !isOtherKindOfNumber(kind, hit), let before = bodyBefore(hit.start) else { return [] }
        var cursor = cursor(at: hit.end)
        var found: [(label: String, letter: String?, range: Range<Int>)] = []
        var start = hit.start
        var end = hit.end
        repeat {
            cursor.skipBlanks()
            if found.isEmpty { _ = cursor.take("No. ") || cursor.take("No.") || cursor.take("no. ") || cursor.take("no ") || cursor.take("number ") }
            if !found.isEmpty { start = cursor.at }
            guard let label = cursor.label() else { break }
            let range = start..<cursor.at
            found.append((label, cursor.letterInBrackets(), range))
            end = cursor.at
        } while isList && cursor.takeListMark()
        if found.isEmpty { return [] }
        var tail = tail(after: end)
        if tail == nil, isOfSomethingElse(kind, after: end) { return [] }
        if case .committee(let committee) = before, tail?.committee == nil {
            tail = Tail(committee: committee, day: tail?.day, end: tail?.end ?? end)
        }
        return found.enumerated().map { position, entry in
            let isLast = position == found.count - 1
            let range = isLast && tail != nil ? entry.range.lowerBound..<tail!.end : entry.range
            // "item 7(a)" may be an item of its own, or a paragraph of item 7.
            if let letter = entry.letter, case let own = candidates(kind, entry.label + letter, tail), !own.isEmpty {
                return reference(kind, range.lowerBound..<max(range.upperBound, entry.range.upperBound + letter.utf8.count + 2), own)
            }
            return reference(kind, range, candidates(kind, entry.label, tail))
        }
    }

    private func candidates(_ kind: ReferenceTarget.Kind, _ label: String, _ tail: Tail?) -> [ReferenceTargetTable.Number] {
        kind == .minute ? minutes(label, tail) : items(label, tail)
    }

    private func minutes(_ label: String, _ tail: Tail?) -> [ReferenceTargetTable.Number] {
        guard let committee = tail?.committee ?? document.committee else { return [] }
        var found = context.tables.minutes(label, of: committee)
        let meetings = context.archive.committees[committee].meetings
        if let day = tail?.day {
            found.removeAll { meetings[$0.meeting].date != day }
        } else if let day {
            // A text knows no minute of a later meeting: what it means is an older one of that number.
            found.removeAll { meetings[$0.meeting].date > day }
        }
        return found.map { context.referenceTargets.meetings[committee][$0.meeting].firstMinute + ReferenceTargetTable.Number($0.minute) }
    }

    private func items(_ label: String, _ tail: Tail?) -> [ReferenceTargetTable.Number] {
        let meetings: [(Int, Int)]
        if let tail {
            guard let committee = tail.committee ?? document.committee, let day = tail.day else { return [] }
            meetings = context.tables.meetings(of: committee, on: day).map { (committee, $0) }
        } else {
            guard let committee = document.committee, let meeting = document.meeting else { return [] }
            meetings = [(committee, meeting)]
        }
        return meetings.compactMap { committee, meeting in
            context.tables.item(label, of: committee, meeting).map { context.referenceTargets.meetings[committee][meeting].firstItem + ReferenceTargetTable.Number($0) }
        }
    }

    // MARK: Meetings by date

    private func minutesOfMeeting(_ hit: NameHit) -> [PrintedReference]? {
        guard let tail = tail(after: hit.end), let day = tail.day else { return nil }
        guard let committee = committee(tail, before: bodyBefore(hit.start)) else { return [] }
        let found = context.tables.meetings(of: committee, on: day).map { meeting -> ReferenceTargetTable.Number in
            let numbers = context.referenceTargets.meetings[committee][meeting]
            return numbers.minutesPage >= 0 ? numbers.minutesPage : numbers.meeting
        }
        return [reference(.minutes, hit.start..<tail.end, found)]
    }

    private func meeting(_ hit: NameHit) -> [PrintedReference] {
        guard let tail = tail(after: hit.end), let day = tail.day, let committee = committee(tail, before: bodyBefore(hit.start)) else { return [] }
        let found = context.tables.meetings(of: committee, on: day).map { context.referenceTargets.meetings[committee][$0].meeting }
        return [reference(.meeting, hit.start..<tail.end, found)]
    }

    private func committee(_ tail: Tail, before: BodyBefore?) -> Int? {
        if let named = tail.committee { return named }
        switch before {
        case .committee(let committee): return committee
        case .unsaid: return document.committee
        case nil: return nil
        }
    }

    // MARK: Names

    /// What a name of a committee, strategy or paper means here; nil where it is none, or part of a longer name.
    func referenceTargets(named name: NameIndex.Name, _ hit: NameHit) -> PrintedReference? {
        var found: [ReferenceTargetTable.Number] = []
        var kind = ReferenceTarget.Kind.paper
        for meaning in name.meanings {
            guard let (meant, referenceTarget) = referenceTarget(meaning) else { continue }
            if !found.contains(referenceTarget) { found.append(referenceTarget) }
            if meant != .paper { kind = meant }
        }
        if found.isEmpty { return nil }
        let range = hit.start..<hit.end
        if isPartOfLongerName(hit, isOneWord: name.isOneWord) || isQuoted(range) { return nil }
        // "The new Health Plan" is the one that is still to come.
        if kind == .strategy, ["new", "next", "future"].contains(wordBefore(hit.start)) { return nil }
        var reference = kind == .strategy ? strategy(found, hit) : reference(kind, range, found)
        reference.isName = true
        return reference
    }

    /// Another edition than those of the archive is none of them.
    private func strategy(_ candidates: [ReferenceTargetTable.Number], _ hit: NameHit) -> PrintedReference {
        let range = hit.start..<hit.end
        guard let (said, end) = years(after: hit) else { return reference(.strategy, range, candidates) }
        let meant = candidates.filter { context.tables.years(of: $0)?.mayBeMeant(by: said) ?? true }
        let isInBrackets = hit.start > self.range.lowerBound && text[hit.start - 1] == UInt8(ascii: "(")
        return reference(.strategy, meant.isEmpty ? (isInBrackets ? hit.start - 1 : hit.start)..<end : range, meant)
    }

    func referenceTarget(_ meaning: NameIndex.Meaning) -> (ReferenceTarget.Kind, ReferenceTargetTable.Number)? {
        switch meaning {
        case .committee(let committee, let until):
            if let until, let day, until < day { return nil }
            return (.committee, context.referenceTargets.committees[committee])
        case .strategy(let strategy): return (.strategy, context.referenceTargets.strategies[strategy])
        case .paper(let committee, let meeting, let paper):
            guard isInReach(committee: committee, meeting: meeting, paper: paper) else { return nil }
            return (.paper, context.referenceTargets.meetings[committee][meeting].firstPaper + ReferenceTargetTable.Number(paper))
        default: return nil
        }
    }

    /// The day of the meeting that the text belongs to.
    var day: Day? {
        guard let committee = document.committee, let meeting = document.meeting else { return nil }
        return context.archive.committees[committee].meetings[meeting].date
    }

    /// Titles of papers are often plain words too. They are taken for the paper in the agenda, the minutes and the other
    /// reports of the same meeting, and nowhere else.
    private func isInReach(committee: Int, meeting: Int, paper: Int) -> Bool {
        guard document.committee == committee, document.meeting == meeting else { return false }
        guard case .paper(let own) = document.kind else { return true }
        let papers = context.archive.committees[committee].meetings[meeting].papers
        return papers[own].slug.prefix { $0 != "/" } != papers[paper].slug.prefix { $0 != "/" }
    }

    /// "Leeds Health and Wellbeing Board" is another body, and "Cabinet Office" no cabinet.
    func isPartOfLongerName(_ hit: NameHit, isOneWord: Bool) -> Bool {
        if let before = wordBefore(hit.start), before.utf8.first?.isUpper ?? false, !ReferenceReader.plainOpenings.contains(before),
            !context.tables.names.ownWords.contains(before)
        {
            return true
        }
        guard isOneWord else { return false }
        var cursor = cursor(at: hit.end)
        guard cursor.take(" "), let next = cursor.byte else { return false }
        return next.isUpper
    }

    /// Words that may stand with a capital before a name, and are no part of it.
    static let plainOpenings: Set<String> = [
        "The", "This", "That", "Our", "Its", "Their", "And", "For", "To", "In", "On", "At", "By", "Of", "With", "From", "A", "See", "Under", "When",
        "As", "If", "While", "Since", "Because", "Both", "Former", "Draft", "Chair", "Today", "Each", "Every",
    ]

    /// The word directly before a place, with one blank between.
    func wordBefore(_ at: Int) -> String? {
        rangeOfWord(before: at).map { String(decoding: text[$0], as: UTF8.self) }
    }

    /// The same by its place; a curly apostrophe belongs to the word.
    func rangeOfWord(before at: Int) -> Range<Int>? {
        guard at - 2 >= paragraph.lowerBound else { return nil }
        let isNarrow = text[at - 1] == UInt8(ascii: " ") || text[at - 1] == UInt8(ascii: "\n")
        guard isNarrow || (text[at - 1] == 0xA0 && text[at - 2] == 0xC2) else { return nil }
        let end = isNarrow ? at - 1 : at - 2
        var start = end
        while start > paragraph.lowerBound {
            if text[start - 1].isWordByte || text[start - 1] == UInt8(ascii: "'") {
                start -= 1
            } else if start - 3 >= paragraph.lowerBound, text[start - 3] == 0xE2, text[start - 2] == 0x80, text[start - 1] == 0x99 {
                start -= 3
            } else {
                break
            }
        }
        return start < end ? start..<end : nil
    }

    // MARK: Outcome

    func reference(_ kind: ReferenceTarget.Kind, _ range: Range<Int>, _ candidates: [ReferenceTargetTable.Number]) -> PrintedReference {
        let meaning: PrintedReference.Meaning
        switch candidates.count {
        case 0: meaning = .nothing
        case 1: meaning = context.isOwn(candidates[0], of: document, section: section) ? .own : .referenceTarget(candidates[0])
        default: meaning = .several(candidates)
        }
        return PrintedReference(kind: kind, range: range, meaning: meaning)
    }
}

extension TextCursor {
    /// Takes what stands between the numbers of a list, if another number follows: ", ", " and ", " & ".
    mutating func takeListMark() -> Bool {
        let start = at
        if take(", and ") || take(", ") || take(" and ") || take(" & "), let byte, byte.isDigit { return true }
        at = start
        return false
    }
}
