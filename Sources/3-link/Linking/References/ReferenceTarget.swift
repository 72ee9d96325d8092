import Model
import Results
import Text

/// Something of the archive that texts refer to.
package struct ReferenceTarget: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case committee, meeting
        /// The record of a meeting as a whole.
        case minutes
        case minute, item, paper, strategy, chapter, person, term
    }

    package let kind: Kind
    /// Its page.
    package let address: Address
    /// Its place on the page; nil where it is the whole page.
    package let fragment: String?
    /// For a term its place in `TermTable`; for minutes and items their place in the meeting; for a person that in `People`.
    package let position: Int
    /// For what belongs to a meeting: its date.
    package let date: Day?

    package var destination: Destination { .page(address, fragment: fragment) }
}

/// All things that can be referred to, each with a number.
package struct ReferenceTargetTable: Sendable {
    package typealias Number = Int32

    package private(set) var referenceTargets: [ReferenceTarget] = []
    /// For each of them a number that stays the same when others come.
    private(set) var keys: [UInt64] = []
    /// Pages, and the minutes and items on them as `path#anchor`.
    private var byPath: [String: Number] = [:]

    package subscript(_ number: Number) -> ReferenceTarget { referenceTargets[Int(number)] }

    func key(of number: Number) -> UInt64 { keys[Int(number)] }

    /// What a link leads to: the minute or item at that anchor, else what has the page.
    package func number(at address: Address, _ fragment: String?) -> Number? {
        if let fragment, let found = byPath[address.path + "#" + fragment] { return found }
        return byPath[address.path]
    }

    mutating func add(_ kind: ReferenceTarget.Kind, _ address: Address, _ fragment: String? = nil, position: Int = 0, date: Day? = nil) -> Number {
        let number = Number(referenceTargets.count)
        referenceTargets.append(ReferenceTarget(kind: kind, address: address, fragment: fragment, position: position, date: date))
        let path = fragment.map { address.path + "#" + $0 } ?? address.path
        keys.append(Question("target", path).key)
        if byPath[path] == nil { byPath[path] = number }
        return number
    }
}

/// The numbers of the things of a meeting.
struct MeetingTargets: Sendable {
    var meeting: ReferenceTargetTable.Number = -1
    var minutesPage: ReferenceTargetTable.Number = -1
    /// Of `everyItem[0]`; the others follow.
    var firstItem: ReferenceTargetTable.Number = -1
    /// Of `minutes.minutes[0]`; the others follow.
    var firstMinute: ReferenceTargetTable.Number = -1
    /// Of `papers[0]`; the others follow.
    var firstPaper: ReferenceTargetTable.Number = -1
}

/// Every thing of an archive, and where to find its number.
struct ArchiveTargets: Sendable {
    var table = ReferenceTargetTable()
    var committees: [ReferenceTargetTable.Number] = []
    /// By committee, by meeting.
    var meetings: [[MeetingTargets]] = []
    var strategies: [ReferenceTargetTable.Number] = []
    /// By strategy: of its first chapter.
    var firstChapters: [ReferenceTargetTable.Number] = []
    var firstPerson: ReferenceTargetTable.Number = -1

    init(_ archive: Archive, people: People) {
        for committee in archive.committees {
            committees.append(table.add(.committee, committee.address))
            meetings.append(committee.meetings.map { add($0) })
        }
        for strategy in archive.strategies {
            strategies.append(table.add(.strategy, strategy.address))
            firstChapters.append(ReferenceTargetTable.Number(table.referenceTargets.count))
            for (position, chapter) in strategy.chapters.enumerated() {
                if strategy.contents == .onePage {
                    _ = table.add(.chapter, strategy.address, "chapter--" + chapter.slug, position: position)
                } else {
                    _ = table.add(.chapter, strategy.address(of: chapter), position: position)
                }
            }
        }
        firstPerson = ReferenceTargetTable.Number(table.referenceTargets.count)
        for (position, person) in people.all.enumerated() { _ = table.add(.person, person.address, position: position) }
    }

    private mutating func add(_ meeting: Meeting) -> MeetingTargets {
        var numbers = MeetingTargets()
        let date = meeting.date
        numbers.meeting = table.add(.meeting, meeting.address, date: date)
        numbers.firstItem = ReferenceTargetTable.Number(table.referenceTargets.count)
        for (position, item) in meeting.everyItem.enumerated() {
            _ = table.add(.item, meeting.address, item.anchor, position: position, date: date)
        }
        if let minutes = meeting.minutes {
            numbers.minutesPage = table.add(.minutes, meeting.minutesAddress, date: date)
            numbers.firstMinute = ReferenceTargetTable.Number(table.referenceTargets.count)
            for (position, minute) in minutes.minutes.enumerated() {
                _ = table.add(.minute, meeting.minutesAddress, minute.anchor, position: position, date: date)
            }
        }
        numbers.firstPaper = ReferenceTargetTable.Number(table.referenceTargets.count)
        for (position, paper) in meeting.papers.enumerated() {
            _ = table.add(.paper, paper.address(in: meeting), position: position, date: date)
        }
        return numbers
    }
}
