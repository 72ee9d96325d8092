import Model

/// All actions as they stand on a day. They are a result of their own, since most of what registers hold asks for no day.
struct DatedActions: Sendable {
    /// Open ones first: the overdue ones, those due, those without a day; then the answered ones, newest first.
    let all: [ActionEntry]
    /// For each of `People.all`, what falls to them: positions in `all`.
    let ofPerson: [Int: [Int]]

    /// - Parameter actions: Of the newest meeting first.
    init(_ actions: [ActionEntry], _ today: Today) {
        let dated = actions.map { entry in
            var entry = entry
            let isOverdue = entry.action.due.map { $0 < today } ?? false
            let isAnswered = entry.answeredBy?.date.map { $0 <= today } ?? false
            entry.state = isAnswered ? .answered : isOverdue ? .overdue : .open
            return entry
        }
        all = dated.enumerated().sorted { (DatedActions.rank($0.element), $0.offset) < (DatedActions.rank($1.element), $1.offset) }.map(\.element)
        var ofPerson: [Int: [Int]] = [:]
        for (at, entry) in all.enumerated() { for owner in entry.owners { ofPerson[owner, default: []].append(at) } }
        self.ofPerson = ofPerson
    }

    private static func rank(_ entry: ActionEntry) -> (Int, Int, Int) {
        (entry.state == .answered ? 1 : 0, entry.action.due == nil ? 1 : 0, entry.state == .answered ? 0 : entry.action.due?.daysSince1970 ?? 0)
    }
}

private func < (a: ((Int, Int, Int), Int), b: ((Int, Int, Int), Int)) -> Bool {
    a.0 != b.0 ? a.0 < b.0 : a.1 < b.1
}
