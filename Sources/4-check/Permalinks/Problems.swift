import Diagnostics
import Model

/// What can be wrong with what was published, and with the way on from old addresses.
package enum PublicationProblem: Problem {
    case conflictMark
    case brokenLine
    case notADate(String)
    case changedBeforePublished
    case noHeader
    case unknownColumn(String, nearest: String?)
    case columnsInOtherOrder
    case notUTF8
    case tooLarge(megabytes: Int, limit: Int)
    case unreadable(reason: String)
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
    case twice(firstLine: Int)
    case carriageReturns
}

extension PublicationProblem {
    package var code: String {
        switch self {
        case .conflictMark: "E701"
        case .brokenLine: "E702"
        case .notADate: "E703"
        case .changedBeforePublished: "E704"
        case .noHeader: "E705"
        case .unknownColumn: "E706"
        case .columnsInOtherOrder: "E707"
        case .notUTF8: "E708"
        case .tooLarge: "E709"
        case .unreadable: "E710"
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
        case .twice: "W701"
        case .carriageReturns: "W702"
        }
    }

    package var message: String {
        switch self {
        case .conflictMark: "this is a mark of an unfinished merge"
        case .brokenLine: "this is no line of the record of addresses"
        case .notADate(let text): "“\(text)” is not a date"
        case .changedBeforePublished: "this address was changed before it was published"
        case .noHeader: "the first line of the record, with the names of its columns, is missing"
        case .unknownColumn(let name, _): "the record has no column “\(name)”"
        case .columnsInOtherOrder: "the columns of the record are not as Moot writes them"
        case .notUTF8: "this file is not in UTF-8"
        case .tooLarge(let megabytes, let limit): "this file has \(megabytes) MB, more than the \(limit) MB that a record may have"
        case .unreadable(let reason): "this cannot be read: \(reason)"
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
        case .twice(let line): "this address stands in line \(line) already"
        case .carriageReturns: "the lines of this file end with carriage returns"
        }
    }

    package var remedy: String {
        switch self {
        case .conflictMark: "Keep the lines of both sides and delete the lines with the marks <<<<<<<, ======= and >>>>>>>."
        case .brokenLine: "A line is an address that begins with /, two dates and a number for the text, with tabs between. Take the line from version control again."
        case .notADate: "Write it as 2027-03-02, or take the line from version control again."
        case .changedBeforePublished: "Put the earlier date first, or take the line from version control again."
        case .noHeader: "Take the file from version control again. Delete it only if nothing was ever published: then “moot publish” begins a new one."
        case .unknownColumn(_, let nearest?): "Did you mean “\(nearest)”?"
        case .unknownColumn: "The first line is: address, published, changed, text, with tabs between."
        case .columnsInOtherOrder: "The first line is: address, published, changed, text, with tabs between, not blanks. Take the file from version control again."
        case .notUTF8: "Take it from version control again; no program but Moot needs to write it."
        case .tooLarge: "It is hardly the file that Moot wrote. Take it from version control again."
        case .unreadable: "Check that it is a file and that you may read it."
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
        case .twice: "Both are read: the earlier day of publication and the later text count. “moot publish” makes one line of them."
        case .carriageReturns: "They are read all the same; “moot publish” writes the file without them. The line “published.tsv -text” in .gitattributes keeps them out."
        }
    }

    private static func mend(_ address: String) -> String {
        "Put it back, or add to redirects.yml “- from: /\(address)” and under it “to: …” with the new address, or “gone: …” with the reason."
    }
}
