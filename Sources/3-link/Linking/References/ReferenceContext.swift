import Markdown
import Model

/// A name met in a text.
struct NameHit {
    /// A position in `NameIndex.names`; `bracket` for a bracket that may close a definition; -1 for a term of the document.
    let name: NameTrie.Name
    let start: Int
    let end: Int
    /// For a term that the document itself explains: its place among the document's definitions.
    var localTerm: Int32?

    static let bracket: NameTrie.Name = -2
}

/// What every scan looks things up in. It does not change, and all threads share it.
final class ReferenceContext: Sendable {
    let archive: Archive
    let people: People
    let names: NameIndex
    let referenceTargets: ArchiveTargets
    /// By meeting: which item a minute or a paper belongs to.
    let meetings: [Address: MeetingLinks]
    /// By committee: the minutes of each number, as meeting and minute.
    private let minutesByNumber: [[ItemNumber: [(meeting: Int, minute: Int)]]]
    /// By committee, by meeting: the first item of each number. A supplement repeats the number of the item it adds to.
    private let itemsByNumber: [[[ItemNumber: Int]]]
    /// By committee: the meetings on each day.
    private let meetingsByDay: [[Day: [Int]]]

    private let yearsOfStrategies: [ReferenceTargetTable.Number: SaidYears]

    var glossary: [GlossaryEntry] { archive.glossary }

    init(_ archive: Archive, people: People, referenceTargets: ArchiveTargets, meetings: [Address: MeetingLinks]) {
        self.archive = archive
        self.people = people
        self.referenceTargets = referenceTargets
        self.meetings = meetings
        names = NameIndex(archive, people: people)
        minutesByNumber = archive.committees.map { committee in
            var found: [ItemNumber: [(Int, Int)]] = [:]
            for (meeting, held) in committee.meetings.enumerated() {
                for (position, minute) in (held.minutes?.minutes ?? []).enumerated() {
                    if let number = minute.number { found[ItemNumber(number), default: []].append((meeting, position)) }
                }
            }
            return found
        }
        itemsByNumber = archive.committees.map { committee in
            committee.meetings.map { meeting in
                let items = meeting.everyItem
                let numbers = items.indices.compactMap { at in items[at].number.map { ($0, at) } }
                return Dictionary(numbers, uniquingKeysWith: { first, _ in first })
            }
        }
        let years = zip(referenceTargets.strategies, archive.strategies).compactMap { number, strategy in SaidYears(of: strategy).map { (number, $0) } }
        yearsOfStrategies = Dictionary(uniqueKeysWithValues: years)
        meetingsByDay = archive.committees.map { committee in
            Dictionary(grouping: committee.meetings.indices, by: { committee.meetings[$0].date })
        }
    }

    /// The same for an archive in which only texts are others.
    init(like other: ReferenceContext, _ archive: Archive, meetings: [Address: MeetingLinks]) {
        self.archive = archive
        self.meetings = meetings
        people = other.people
        names = other.names
        referenceTargets = other.referenceTargets
        minutesByNumber = other.minutesByNumber
        itemsByNumber = other.itemsByNumber
        meetingsByDay = other.meetingsByDay
        yearsOfStrategies = other.yearsOfStrategies
    }

    /// When a strategy holds; nil where nothing says it, and for other things.
    func years(of referenceTarget: ReferenceTargetTable.Number) -> SaidYears? { yearsOfStrategies[referenceTarget] }

    func meetings(of committee: Int, on day: Day) -> [Int] { meetingsByDay[committee][day] ?? [] }

    func minutes(_ number: String, of committee: Int) -> [(meeting: Int, minute: Int)] { minutesByNumber[committee][ItemNumber(number)] ?? [] }

    func item(_ number: String, of committee: Int, _ meeting: Int) -> Int? { itemsByNumber[committee][meeting][ItemNumber(number)] }

    func isOwn(_ referenceTarget: ReferenceTargetTable.Number, of document: ReferringDocument, section: ReferringDocument.Section) -> Bool {
        if referenceTarget == document.own { return true }
        if let strategy = document.strategy, referenceTarget == referenceTargets.strategies[strategy] { return true }
        guard let committee = document.committee else { return false }
        if referenceTarget == referenceTargets.committees[committee] { return true }
        guard let meeting = document.meeting else { return false }
        let numbers = referenceTargets.meetings[committee][meeting]
        if referenceTarget == numbers.meeting { return true }
        switch document.kind {
        case .agenda: return section >= 0 && referenceTarget == numbers.firstItem + section
        case .minutes: return section >= 0 && referenceTarget == numbers.firstMinute + section
        default: return false
        }
    }

    // MARK: Walking from word to word

    /// Finds every name in a range of a text, the longest of those that begin at one place first.
    func findHits(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into hits: inout [NameHit]) {
        names.steps.withUnsafeBufferPointer { steps in
            var at = range.lowerBound
            let end = range.upperBound
            while at < end {
                let step = steps[Int(text[at])]
                if step == NameIndex.Step.blank || step == NameIndex.Step.word {
                    at += 1
                } else {
                    at += take(step, at: at, in: text, until: end, to: &hits)
                }
                guard step & NameIndex.Step.word != 0 else { continue }
                // In the middle of a word no name begins.
                while at < end, steps[Int(text[at])] & NameIndex.Step.word != 0 { at += 1 }
            }
        }
    }

    /// Takes a sign or the first byte of a word; says how many bytes it is long.
    private func take(_ step: UInt8, at: Int, in text: UnsafeBufferPointer<UInt8>, until end: Int, to hits: inout [NameHit]) -> Int {
        switch step {
        // Dashes, curly quotation marks, bullets.
        case NameIndex.Step.punctuation: return 3
        // The blank that does not break, the pound.
        case NameIndex.Step.sign: return 2
        case NameIndex.Step.bracket:
            if at + 2 < end, text[at + 1].isUpper, text[at + 2].isLetter { hits.append(NameHit(name: NameHit.bracket, start: at, end: at + 1)) }
        default:
            if at + 1 < end, names.trie.mayBegin(at: at, in: text, until: end) { addNames(at: at, in: text, until: end, to: &hits) }
        }
        return 1
    }

    private func addNames(at start: Int, in text: UnsafeBufferPointer<UInt8>, until end: Int, to hits: inout [NameHit]) {
        let first = hits.count
        names.trie.names(at: start, in: text, until: end) { name, end_ in
            if isWordEnd(end_, in: text, until: end, of: name) { hits.append(NameHit(name: name, start: start, end: end_)) }
        }
        if hits.count > first + 1 { hits[first...].reverse() }
    }

    /// Whether a word ends here; "EHCPs" ends the word EHCP too.
    private func isWordEnd(_ at: Int, in text: UnsafeBufferPointer<UInt8>, until end: Int, of name: NameTrie.Name) -> Bool {
        guard at < end else { return true }
        let byte = text[at]
        if byte == UInt8(ascii: "s"), text[at - 1].isUpper, at + 1 == end || !text[at + 1].isWordByte { return true }
        return !byte.isWordByte && (byte < 0x80 || byte == 0xE2 || byte == 0xC2)
    }
}
