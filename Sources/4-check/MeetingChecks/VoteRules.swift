import Model

/// Whether a vote adds up, and who took part in it.
struct VoteRules {
    let vote: Vote
    let present: Present
    let voting: Set<Int>
    let withdrawn: Set<Int>
    let law: Law

    var problems: [RuleProblem] { numbers + voters + total }

    private var numbers: [RuleProblem] {
        vote.counts.compactMap { count in
            guard let number = count.number, !count.names.isEmpty, number != count.names.count else { return nil }
            return .namesDoNotMatchNumber(count.side, number: number, names: count.names.count)
        }
    }

    private var voters: [RuleProblem] {
        var seen: Set<Int> = []
        return vote.counts.flatMap { count in
            count.names.compactMap { name -> RuleProblem? in
                switch present.find(name) {
                case .several: nil
                case .none: .voterNotPresent(name, law: law.voting)
                case .one(let who) where withdrawn.contains(who): .voterWithdrew(name)
                case .one(let who): seen.insert(who).inserted ? nil : .votedTwice(name, law: law.voting)
                }
            }
        }
    }

    /// Names were looked at one by one; numbers can only be too high.
    private var total: [RuleProblem] {
        let votes = vote.counts.reduce(0) { $0 + ($1.names.isEmpty ? $1.total : 0) }
        let named = vote.counts.reduce(0) { $0 + $1.names.count }
        let members = voting.subtracting(withdrawn).count
        guard votes > 0, votes + named > members else { return [] }
        return [.moreVotesThanMembers(votes: votes + named, members: members, law: law.voting)]
    }
}
