import Diagnostics
import Model

/// What can be wrong with `published.tsv`.
package enum RecordProblem: Problem {
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
    case twice(firstLine: Int)
    case carriageReturns
    case otherHeading(anchor: String)
}

extension RecordProblem {
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
        case .twice: "W701"
        case .carriageReturns: "W702"
        case .otherHeading: "W703"
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
        case .twice(let line): "this address stands in line \(line) already"
        case .carriageReturns: "the lines of this file end with carriage returns"
        case .otherHeading(let anchor): "/\(anchor) was published for a heading of other words"
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
        case .twice: "Both are read: the earlier day of publication and the later text count. “moot publish” makes one line of them."
        case .carriageReturns: "They are read all the same; “moot publish” writes the file without them. The line “published.tsv -text” in .gitattributes keeps them out."
        case .otherHeading(let anchor):
            "If it is the same in other words, leave it: “moot publish” records the new ones. If it is another, add to redirects.yml “- from: /\(anchor)” and under it “to: …” or “gone: …” with what became of the former one."
        }
    }
}
