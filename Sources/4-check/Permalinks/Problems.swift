import Diagnostics
import Model

/// What can be wrong with what was published before, and with the way on from old addresses.
package enum PublicationProblem: Problem {
    case notRecorded(reason: String)
    case addressGone(String, since: Day, now: String?)
    case anchorGone(String, since: Day, nearest: String?)
    case redirectToRedirect(String, end: String)
    case redirectToGone(String)
    case redirectCycle([String])
    case redirectNowhere(String, nearest: String?)
    case redirectToNoPart(String, String, nearest: String?)
    case redirectFromPage(String)
    case redirectFromFile(String)
    case redirectTwice(String)
    case redirectFromPart(String)
    case redirectOfNoPage(String, nearest: String?)
    case notASitePath
    case notAWebAddress
}

extension PublicationProblem {
    package var code: String {
        switch self {
        case .notRecorded: "E711"
        case .addressGone: "E720"
        case .anchorGone: "E721"
        case .redirectToRedirect: "E730"
        case .redirectToGone: "E733"
        case .redirectCycle: "E731"
        case .redirectNowhere: "E732"
        case .redirectToNoPart: "E734"
        case .redirectOfNoPage: "E735"
        case .redirectFromPage, .redirectFromFile: "E306"
        case .redirectTwice: "E307"
        case .redirectFromPart: "E320"
        case .notASitePath: "E310"
        case .notAWebAddress: "E311"
        }
    }

    package var message: String {
        switch self {
        case .notRecorded(let reason): "the site is written, but what it published is not recorded: \(reason)"
        case .addressGone(let address, let since, _): "/\(address) was published on \(since.iso), and nothing would stand there any more"
        case .anchorGone(let address, let since, _): "/\(address) was published on \(since.iso), and the page has no such place any more"
        case .redirectToRedirect(let to, _): "/\(to) is itself an old address that is sent on"
        case .redirectToGone(let to): "/\(to) is itself an old address, and what was there is gone"
        case .redirectCycle(let addresses): "this goes round in a circle: " + addresses.map { "/" + $0 }.joined(separator: " → ")
        case .redirectNowhere(let to, _): "there is nothing at /\(to)"
        case .redirectToNoPart(let page, let part, _): "the page /\(page) has no part #\(part)"
        case .redirectFromPage(let path): "there is a page at /\(path), so nobody can be sent on from there"
        case .redirectFromFile(let path): "there is a file at /\(path), so nobody can be sent on from there"
        case .redirectTwice(let path): "/\(path) is sent on twice"
        case .redirectFromPart(let part): "/\(part) is still there, so nobody can be sent on from there"
        case .redirectOfNoPage(let page, _): "there is no page at /\(page), so no part of it can be sent on"
        case .notASitePath: "this is not an address of this site"
        case .notAWebAddress: "this address is none that a browser may follow"
        }
    }

    package var remedy: String {
        switch self {
        case .notRecorded: "Mend that, and run “moot publish” again before you change anything."
        case .addressGone(let address, _, let now):
            PublicationProblem.mend(address) + (now.map { " The same text now stands at /\($0)." } ?? "")
        case .anchorGone(let address, _, let nearest):
            PublicationProblem.mend(address) + (nearest.map { " The page has #\($0)." } ?? "")
        case .redirectToRedirect(_, let end): "Send it straight on: “to: \(end)”."
        case .redirectToGone: "Give “gone: …” with the reason here too."
        case .redirectCycle: "Let one of them lead to a page that is there, or give “gone: …” with the reason."
        case .redirectNowhere(_, let nearest?): "Did you mean “/\(nearest)”?"
        case .redirectNowhere(_, nil): "Name a page or file of this site, or give “gone: …” with the reason."
        case .redirectToNoPart(let page, _, let nearest?): "Did you mean “/\(page)#\(nearest)”?"
        case .redirectToNoPart(let page, _, nil): "Lead to the page as a whole, “to: /\(page)”."
        case .redirectFromPage, .redirectFromFile, .redirectFromPart: "Take the entry out of redirects.yml."
        case .redirectTwice: "Take one of the entries out."
        case .redirectOfNoPage(_, let nearest?): "Did you mean “/\(nearest)”?"
        case .redirectOfNoPage(_, nil): "Send the page on as a whole, without “#” and what follows it."
        case .notASitePath: "Write the path alone: /old/page/, without https:, “..”, “?” or “#”."
        case .notAWebAddress: "Write a path of this site, such as /\(Route.committees.address.path), or an address with https://."
        }
    }

    private static func mend(_ address: String) -> String {
        "Put it back, or add to redirects.yml “- from: /\(address)” and under it “to: …” with the new address, or “gone: …” with the reason."
    }
}
