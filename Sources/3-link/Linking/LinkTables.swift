import Diagnostics
import Model
import Platform
import Results

/// What links and plain words are looked up in: all things of an archive that a text can name.
///
/// It is made of what others can see of a meeting or a strategy without reading its texts (`Archive.outline`), so it is as good where only texts have changed.
final class LinkTables: Sendable {
    let index: SourceIndex
    let typed: TypedLinkIndex
    let people: People
    let names: NameIndex
    let referenceTargets: ArchiveTargets
    let glossary: [GlossaryEntry]
    /// By the address of a meeting's page and of its minutes, where it stands in the list of units.
    let unitOfPage: [Address: Int]
    /// The same by the file of a text.
    let unitOfText: [String: Int]
    /// By the question for its places, where a source stands.
    let positionsByQuestion: Lazy<[Question: SourceIndex.Position]>
    /// What is wrong with what things say of each other.
    let diagnostics: [Diagnostic]
    /// Of this one object.
    let version = Version.next()

    /// By committee: the minutes of each number, as meeting and minute.
    private let minutesByNumber: [[ItemNumber: [(meeting: Int, minute: Int)]]]
    /// By committee, by meeting: the first item of each number. A supplement repeats the number of the item it adds to.
    private let itemsByNumber: [[[ItemNumber: Int]]]
    /// By committee: the meetings on each day.
    private let meetingsByDay: [[Day: [Int]]]
    private let yearsOfStrategies: [ReferenceTargetTable.Number: SaidYears]

    /// - Parameter sources: By unit.
    init(_ archive: Archive, _ units: [SourceUnit], _ sources: [[PublishedSource]]) {
        index = SourceIndex(archive, sources)
        typed = TypedLinkIndex(archive)
        var diagnostics: [Diagnostic] = []
        people = People(archive, report: &diagnostics)
        self.diagnostics = diagnostics + NamedThings(archive, typed).diagnostics
        referenceTargets = ArchiveTargets(archive, people: people)
        names = NameIndex(archive, people: people)
        glossary = archive.glossary
        let meetings = units.enumerated().compactMap { at, unit in unit.meeting(in: archive).map { (at, $0) } }
        unitOfPage = Dictionary(meetings.flatMap { [($1.address, $0), ($1.minutesAddress, $0)] }, uniquingKeysWith: { first, _ in first })
        let texts = units.enumerated().flatMap { at, unit in unit.documents(in: archive).map { ($0.path, at) } }
        unitOfText = Dictionary(texts, uniquingKeysWith: { first, _ in first })
        positionsByQuestion = Lazy.table {
            let all = sources.enumerated().flatMap { unit, own in own.enumerated().map { ($1.places.question, (unit, $0)) } }
            return Dictionary(all, uniquingKeysWith: { _, last in last })
        }
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

    /// When a strategy holds; nil where nothing says it, and for other things.
    func years(of referenceTarget: ReferenceTargetTable.Number) -> SaidYears? { yearsOfStrategies[referenceTarget] }

    func meetings(of committee: Int, on day: Day) -> [Int] { meetingsByDay[committee][day] ?? [] }

    func minutes(_ number: String, of committee: Int) -> [(meeting: Int, minute: Int)] { minutesByNumber[committee][ItemNumber(number)] ?? [] }

    func item(_ number: String, of committee: Int, _ meeting: Int) -> Int? { itemsByNumber[committee][meeting][ItemNumber(number)] }
}

/// Whether what committees, strategies, the glossary and the navigation name is there.
private struct NamedThings {
    private(set) var diagnostics: [Diagnostic] = []

    init(_ archive: Archive, _ typed: TypedLinkIndex) {
        for committee in archive.committees { checkParent(of: committee, in: archive) }
        for strategy in archive.strategies { check(strategy, in: archive, typed) }
        checkNavigation(archive)
        checkGlossary(archive)
    }

    private mutating func check(_ strategy: Strategy, in archive: Archive, _ typed: TypedLinkIndex) {
        if let older = strategy.supersedes, !archive.strategies.contains(where: { $0.slug == older }) {
            tell(.noSuchTarget(kind: "strategy", name: older, nearest: archive.strategies.map(\.slug).nearest(to: older)), at: strategy.location)
        }
        if let adopted = strategy.adoptedAt, typed.meeting(adopted, near: nil, in: archive) == nil {
            let nearest = typed.nearestMeeting(to: adopted, near: nil, in: archive)
            tell(.noSuchTarget(kind: "meeting", name: adopted, nearest: nearest), at: strategy.location)
        }
    }

    private mutating func checkParent(of committee: Committee, in archive: Archive) {
        guard let parent = committee.parent, !archive.committees.contains(where: { $0.slug == parent }) else { return }
        tell(.noSuchTarget(kind: "committee", name: parent, nearest: archive.committees.map(\.slug).nearest(to: parent)), at: committee.location)
    }

    private mutating func checkGlossary(_ archive: Archive) {
        let meetings = archive.committees.flatMap(\.meetings)
        let papers = meetings.flatMap(\.papers).map { SourcePath.name($0.slug) }
        let known = Set(archive.committees.map(\.slug) + archive.strategies.map(\.slug) + meetings.map(\.slug) + papers)
        diagnostics += GlossaryScopes.doubles(in: archive.glossary)
        for entry in archive.glossary {
            guard let within = entry.within, !known.contains(within) else { continue }
            let kind = "committee, meeting, strategy or paper"
            tell(.noSuchTarget(kind: kind, name: within, nearest: known.sorted().nearest(to: within)), at: entry.location)
        }
    }

    private mutating func checkNavigation(_ archive: Archive) {
        let slugs = archive.pages.map(\.slug)
        for entry in archive.authority.navigation where !slugs.contains(entry.page) {
            tell(.noSuchTarget(kind: "page", name: entry.page, nearest: slugs.nearest(to: entry.page)), at: entry.location)
        }
    }

    private mutating func tell(_ problem: LinkingProblem, at location: SourceLocation) {
        diagnostics.append(Diagnostic(problem, at: location))
    }
}
