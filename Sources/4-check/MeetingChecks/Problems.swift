import Diagnostics
import Model

/// Where a meeting does not seem to keep the rules. All are warnings: the proper officer decides. `law` says where the
/// rule comes from.
enum RuleProblem: Problem {
    case shortNotice(clearDays: Int, of: NoticeRule, law: String)
    case lateItem(clearDays: Int, of: NoticeRule, law: String)
    case urgentWithoutReason(String, law: String)
    case namesDoNotMatchNumber(Vote.Side, number: Int, names: Int)
    case votedTwice(String, law: String)
    case voterNotPresent(String, law: String)
    case moreVotesThanMembers(votes: Int, members: Int, law: String)
    case voterWithdrew(String)
    case noQuorum(present: Int, quorum: Int, law: String)
    case substituteForPresent(String, member: String)
    case minutesSkipped(from: Int, at: Day, to: Int)
    case minuteRepeated(Int, at: Day)
    case toFollowAfterMeeting(on: Day, law: String)
    case sectionMissing(String, nearest: String?, law: String)
    case notAParagraph(Int)
    case minutesOfMeetingCalledOff(Meeting.Status)
    case statusBeforeMeeting(Meeting.Status, on: Day)
}

extension RuleProblem {
    var code: String {
        switch self {
        case .shortNotice: "W601"
        case .lateItem: "W602"
        case .urgentWithoutReason: "W603"
        case .namesDoNotMatchNumber: "W604"
        case .votedTwice: "W605"
        case .voterNotPresent: "W606"
        case .moreVotesThanMembers: "W607"
        case .voterWithdrew: "W608"
        case .noQuorum: "W609"
        case .substituteForPresent: "W610"
        case .minutesSkipped: "W611"
        case .minuteRepeated: "W612"
        case .toFollowAfterMeeting: "W613"
        case .sectionMissing: "W614"
        case .notAParagraph: "W615"
        case .minutesOfMeetingCalledOff: "W616"
        case .statusBeforeMeeting: "W617"
        }
    }

    var message: String {
        switch self {
        case .shortNotice(let days, let rule, let law):
            "notice of this meeting was given \(words(days, rule)) before it, and \(rule.clearDays) are required (\(law))"
        case .lateItem(let days, let rule, let law):
            "this item was added \(words(days, rule)) before the meeting, and \(rule.clearDays) are required of what is not urgent (\(law))"
        case .urgentWithoutReason(let value, let law): "“Urgent: \(value)” gives no reason (\(law))"
        case .namesDoNotMatchNumber(let side, let number, let names):
            "\(number) \(side.votes), but \(names == 1 ? "1 name stands" : "\(names) names stand") there (\(Law.recordedVotes))"
        case .votedTwice(let name, let law): "\(name) is counted twice in this vote (\(law))"
        case .voterNotPresent(let name, let law): "\(name) voted, but is not listed as present (\(law))"
        case .moreVotesThanMembers(let votes, let members, let law):
            "\(votes) votes are counted, but only \(members) who could vote are listed as present (\(law))"
        case .voterWithdrew(let name): "\(name) voted, but had declared an interest in this item and withdrawn (\(Law.interests))"
        case .noQuorum(let present, let quorum, let law):
            "\(present == 1 ? "1 member who counts is" : "\(present) members who count are") listed as present, and the quorum is \(quorum) (\(law))"
        case .substituteForPresent(let substitute, let member):
            "\(substitute) stands in for \(member), who is listed as present (\(Law.substitutes))"
        case .minutesSkipped(let from, let day, let to):
            "minute \(to) follows minute \(from) of \(day.iso), though the series goes on from meeting to meeting (\(Law.numbering))"
        case .minuteRepeated(let number, let day):
            "the meeting of \(day.iso) has a minute \(number) already, though the series goes on from meeting to meeting (\(Law.numbering))"
        case .toFollowAfterMeeting(let day, let law): "the meeting was on \(day.iso), and a paper for this item is still “to follow” (\(law))"
        case .notAParagraph(let number): "there is no paragraph \(number) by which an item could be exempt, only 1 to 7 (\(Law.exemptInformation))"
        case .minutesOfMeetingCalledOff(let status): "these are minutes of a meeting that was \(status.rawValue), as its agenda says"
        case .statusBeforeMeeting(let status, let day): "the agenda says “status: \(status.rawValue)”, and the meeting is on \(day.iso), which is still to come"
        case .sectionMissing(let name, _, let law): "this report has no section “\(name)” (\(law))"
        }
    }

    var remedy: String {
        switch self {
        case .shortNotice(_, let rule, _):
            "Check “issued”\(rule.counting == .workingDays ? " and the holidays in site.yml" : ""). If the meeting had to be called at shorter notice, say why: “urgency: …”."
        case .lateItem: "If it could not wait, say why: “- Urgent: …”. If not, check “issued” of the supplement."
        case .urgentWithoutReason: "Write the special circumstances for which the chair takes it as urgent: “- Urgent: notice was received on 18 November …”. The minutes must give them too."
        case .namesDoNotMatchNumber: "Correct the number or the names."
        case .votedTwice: "Take the name out of one of the two places."
        case .voterNotPresent: "Add the name to “# Present”, or correct it; if it is another spelling, add it to people.yml as an alias."
        case .moreVotesThanMembers: "Check the count, and the list under “# Present”."
        case .voterWithdrew: "Correct the vote; if the member stayed and was allowed to vote, end the declaration with “stayed”."
        case .noQuorum: "Check the list under “# Present” and the seats in committee.md. If the meeting could not do business, write “status: inquorate” in the agenda."
        case .substituteForPresent: "Check both lists: a substitute acts only while the member is away."
        case .minutesSkipped, .minuteRepeated: "If the printed minutes have it so, leave it. If each meeting begins anew, write “minute-numbering: restart” in committee.md."
        case .toFollowAfterMeeting: "Bring the paper in a supplement, write “verbal” or “to be tabled”, or give the item a “State”."
        case .notAParagraph: "Write the number of the paragraph that applies: “- Exempt: 3”. Until then the item is exempt, and its page does not say under which."
        case .minutesOfMeetingCalledOff:
            "If it was held after all, write “status: held”; if too few members came, “status: inquorate”. If it was not held, take the minutes away. Until then every page and file says that it was not held."
        case .statusBeforeMeeting: "Check the day in the folder's name. If it is right, leave “status” out until the meeting is over."
        case .sectionMissing(let name, let nearest, _):
            (nearest.map { "Is “\($0)” meant to be it? " } ?? "") + "Add a heading “## \(name)”; where there is nothing to list, say so under it."
        }
    }

    private func words(_ days: Int, _ rule: NoticeRule) -> String {
        "\(days) clear \(rule.counting == .workingDays ? "working " : "")day\(days == 1 ? "" : "s")"
    }
}

extension Vote.Side {
    fileprivate var votes: String {
        switch self {
        case .for: "votes are counted for"
        case .against: "votes are counted against"
        case .abstaining: "abstentions are counted"
        }
    }
}
