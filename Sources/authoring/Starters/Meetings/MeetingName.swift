import Diagnostics
import Facts
import Model

extension AuthoringSession {
    /// A committee by its slug, or its name or short name in any case.
    func committee(_ typed: String, in archive: Archive) throws(ScaffoldProblem) -> Committee {
        let name = pathParts([typed]).first ?? typed
        if let committee = archive.committees.first(where: { $0.slug == name }) { return committee }
        let words = typed.lowercased()
        if let committee = archive.committees.first(where: { $0.name.lowercased() == words || $0.short?.lowercased() == words }) { return committee }
        let slugs = archive.committees.map(\.slug).sorted()
        guard !slugs.isEmpty else { throw .noCommittees }
        let byName = archive.committees.map(\.name).nearest(to: typed).flatMap { near in archive.committees.first { $0.name == near }?.slug }
        throw .noSuchCommittee(typed, nearest: slugs.nearest(to: name) ?? byName, known: slugs)
    }

    /// A meeting as it is typed: `board/2027-03-04`, `board 2027-03-04`, or its folder as a shell completes it.
    func meeting(_ typed: [String], in archive: Archive) throws(ScaffoldProblem) -> (Committee, Meeting) {
        let parts = pathParts(typed)
        guard parts.count == 2 else { throw .noSuchCommittee(typed.joined(separator: " "), nearest: nil, known: archive.committees.map(\.slug)) }
        let committee = try committee(parts[0], in: archive)
        let name = parts[1]
        if let meeting = committee.meetings.first(where: { $0.slug == name }) { return (committee, meeting) }
        let ofDay = Day(iso: name) == nil ? [] : committee.meetings.filter { $0.slug.hasPrefix(name + "-") }
        if ofDay.count == 1 { return (committee, ofDay[0]) }
        let slugs = ofDay.isEmpty ? committee.meetings.map(\.slug) : ofDay.map(\.slug)
        if slugs.isEmpty == false, ofDay.isEmpty { _ = try Day(typed: String(name.prefix(10))) }
        throw .noSuchMeeting(name, committee: committee.slug, nearest: ofDay.isEmpty ? slugs.nearest(to: name) : nil, known: slugs.suffix(12).reversed())
    }

    /// What is typed, or the folder one is in, as a committee's slug and perhaps a meeting's.
    func pathParts(_ typed: [String]) -> [String] {
        var path = typed.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }.joined(separator: "/")
        while path.hasPrefix("./") { path.removeFirst(2) }
        for prefix in [root + "/", whole.map { $0 + "/" } ?? "/"] where path.hasPrefix(prefix) && prefix.count > 1 { path.removeFirst(prefix.count) }
        var parts = path.split(separator: "/").map(String.init)
        if parts.first == "committees" { parts.removeFirst() }
        if parts.last?.hasSuffix(".md") == true { parts.removeLast() }
        let own = here
        if parts == ["."] || parts.isEmpty { return own }
        // "2027-03-04/", completed in the folder of a committee.
        if parts.count == 1, own.count == 1, Day(iso: parts[0].prefix(10)) != nil { return own + parts }
        return parts
    }

    /// The committee, and perhaps the meeting, in whose folder one is.
    var here: [String] {
        guard let folder else { return [] }
        let parts = folder.split(separator: "/").map(String.init)
        return parts.first == "committees" ? Array(parts.dropFirst().prefix(2)) : []
    }

    private var whole: String? { try? disk.resolve(root) }

    /// The meeting that comes next, of one committee or of all.
    func nextMeeting(of committees: [Committee]) throws(ScaffoldProblem) -> (Committee, Meeting) {
        let coming = committees.flatMap { committee in
            committee.meetings.filter { $0.date >= today && $0.hasAgenda && $0.takesPlace }.map { (committee, $0) }
        }.sorted { ($0.1.date, $0.1.name) < ($1.1.date, $1.1.name) }
        guard let first = coming.first else { throw .noComingMeeting }
        let sameDay = coming.filter { $0.1.date == first.1.date }
        guard sameDay.count == 1 else { throw .severalComing(sameDay.map { "\($0.0.slug)/\($0.1.slug)" }) }
        return first
    }
}

extension Meeting {
    var takesPlace: Bool { !course.stage.isCalledOff }
    /// `board/2027-03-04`
    var name: String { "\(committee)/\(slug)" }
    var folder: String { SourcePath.meeting(id) }
}
