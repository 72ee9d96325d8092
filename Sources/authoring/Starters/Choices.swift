import Model
import Reading

/// What a shell offers while a command is typed. It names folders and the numbers of open items, and nothing that
/// is exempt.
extension AuthoringSession {
    /// What can stand for a meeting: the folder's path, where one has begun to type it, else `board/2027-03-04`.
    package func meetingChoices(_ typed: String) -> [String] {
        guard let prefix = ["\(root)/" + SourcePath.committees, SourcePath.committees].first(where: { typed.hasPrefix($0) || ($0.hasPrefix(typed) && typed.contains("/")) })
        else { return names }
        return names.map { prefix + $0 }
    }

    /// Newest first for each committee.
    private var names: [String] { committees.flatMap { committee in meetings(of: committee).reversed().map { "\(committee)/\($0)" } } }

    /// The numbers of the open items of a meeting.
    ///
    /// - Parameter typed: What was typed of the command; the meeting may be among it.
    package func itemChoices(_ typed: [String]) -> [String] {
        guard let name = meetingName(typed), let agenda = AgendaExcerpt(path: path(SourcePath.committees + name + "/" + SourcePath.agendaName), disk: disk) else { return [] }
        return agenda.items.filter { $0.exemption == nil }.compactMap(\.number?.printed)
    }

    private func meetingName(_ typed: [String]) -> String? {
        for (at, word) in typed.enumerated() {
            let parts = pathParts([word])
            if parts.count == 2, meetings(of: parts[0]).contains(parts[1]) { return parts.joined(separator: "/") }
            if at + 1 < typed.count, parts.count == 1, meetings(of: parts[0]).contains(typed[at + 1]) { return parts[0] + "/" + typed[at + 1] }
        }
        if here.count == 2 { return here.joined(separator: "/") }
        let coming = committees.flatMap { committee in
            meetings(of: committee).compactMap { name in Day(iso: name.prefix(10)).map { (day: $0, name: "\(committee)/\(name)") } }
        }.filter { $0.day >= today && isThere(SourcePath.committees + $0.name + "/" + SourcePath.agendaName) }
        return coming.min { $0.day < $1.day }?.name
    }
}
