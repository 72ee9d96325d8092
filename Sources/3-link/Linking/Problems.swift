import Diagnostics

/// What can be wrong with references between sources.
enum LinkingProblem: Problem {
    case noSuchSource(String, nearest: String?)
    case notPublished
    case noSuchAnchor(String, in: String, nearest: String?)
    case noSuchTarget(kind: String, name: String, nearest: String?)
    case noMeetingHere(String)
    case noSuchItem(String, nearest: String?)
    case paperWithoutItem
    case curlyQuotes
    case unusedAttachment
    case twoPeopleOneName(String, other: String)
    case aliasOfTwo(String, other: String)
    case twoMeanings(String, within: String?, firstLine: Int)
    case cycle(of: ReferenceCycle.Kind, [String])
}

extension LinkingProblem {
    var code: String {
        switch self {
        case .noSuchSource: "E301"
        case .notPublished: "E302"
        case .noSuchAnchor: "E303"
        case .noSuchTarget: "E304"
        case .noMeetingHere: "E305"
        case .noSuchItem: "W301"
        case .paperWithoutItem: "W302"
        case .curlyQuotes: "E309"
        case .unusedAttachment: "W303"
        case .twoPeopleOneName: "E312"
        case .aliasOfTwo: "E313"
        case .twoMeanings: "E314"
        case .cycle: "E315"
        }
    }

    var message: String {
        switch self {
        case .noSuchSource(let path, _): "this link leads to “\(path)”, and there is no such file"
        case .notPublished: "this link leads to a source that is not published"
        case .noSuchAnchor(let fragment, let path, _): "“\(path)” has no place “#\(fragment)”"
        case .noSuchTarget(let kind, let name, _): "there is no \(kind) “\(name)”"
        case .noMeetingHere(let link): "“\(link)” means something of this meeting, but this page belongs to none"
        case .noSuchItem(let label, _): "the agenda has no item \(label)"
        case .curlyQuotes: "this address has curly quotation marks"
        case .paperWithoutItem: "no item of the agenda lists this paper"
        case .twoPeopleOneName(let name, let other): "“\(name)” and “\(other)” are one name, so nobody could tell which of the two is meant"
        case .aliasOfTwo(let alias, let other): "“\(alias)” is an alias of \(other) already"
        case .twoMeanings(let term, let scope, let line):
            "“\(term)” has a meaning \(scope.map { "within \($0)" } ?? "for the whole site") already, in line \(line)"
        case .cycle(let kind, let names): "\(kind.words) go round in a circle: \(names.joined(separator: " → "))"
        case .unusedAttachment: "nothing links to this file, so it is not published"
        }
    }

    var remedy: String {
        switch self {
        case .noSuchSource(_, let nearest), .noSuchTarget(_, _, let nearest):
            nearest.map { "Did you mean “\($0)”?" } ?? "Check the spelling, or take the link out."
        case .noSuchAnchor(_, _, let nearest):
            nearest.map { "Did you mean “#\($0)”?" } ?? "Check the number, or link to the page as a whole."
        case .notPublished: "Take the link and its words out: they would tell what is exempt."
        case .noMeetingHere: "Name the meeting too, as in minute:2027-03-04/62."
        case .noSuchItem(_, let nearest):
            nearest.map { "Did you mean item \($0)?" } ?? "The minute is shown without a link to its item."
        case .curlyQuotes: "Delete them: write [words](https://…)."
        case .paperWithoutItem: "Add it to “Papers” of its item; until then it stands under “Other papers”."
        case .twoPeopleOneName: "If they are one person, make one entry of both. If not, tell them apart by a middle name or a post: “Jane Hill (Thornsike)”."
        case .aliasOfTwo: "Take it out of one of the two entries; where only one of them can be meant, the sources must print more of the name."
        case .twoMeanings: "Take one of the two out, or say with “within” for which committee, meeting, strategy or paper each of them holds."
        case .cycle(let kind, _): kind.remedy
        case .unusedAttachment: "Put it in the folder of its paper, or link to it."
        }
    }
}
