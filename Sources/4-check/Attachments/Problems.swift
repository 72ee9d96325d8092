import Diagnostics

/// What can be wrong with files that are to be published. No word that a file hides is told: messages may be read by many.
package enum AttachmentProblem: Problem {
    /// - places: “paragraph 7”, in the order of the file.
    case holds(HiddenMatter, count: Int, places: [String], isStrict: Bool)
    case saysPrivate(place: String)
    case authors([String])
    /// - reason: The end of a sentence, as in the next ones.
    case notLookedInto(reason: String, isStrict: Bool)
    case partNotLookedInto(reason: String, isStrict: Bool)
    case noReader(count: Int, reason: String, isStrict: Bool)
    case unknownKind(String)
    case runsAsPage(String)
    case noSuchFile(String, nearest: String?)
}

extension AttachmentProblem {
    package var code: String {
        switch self {
        case .holds(let matter, _, _, isStrict: false): matter.warning
        case .holds(let matter, _, _, isStrict: true): matter.error
        case .saysPrivate: "E547"
        case .authors: "N548"
        case .notLookedInto(_, isStrict: false), .partNotLookedInto(_, isStrict: false): "W549"
        case .notLookedInto(_, isStrict: true), .partNotLookedInto(_, isStrict: true): "E549"
        case .noReader(_, _, isStrict: false): "W550"
        case .noReader(_, _, isStrict: true): "E550"
        case .unknownKind: "E551"
        case .runsAsPage: "E552"
        case .noSuchFile: "E554"
        }
    }

    package var message: String {
        switch self {
        case .holds(let matter, let count, let places, _): "this file has \(matter.words(count)), which whoever opens it can read: \(AttachmentProblem.list(places))"
        case .saysPrivate(let place): "this file says that nobody may read it: \(place)"
        case .authors(let names): "the properties of this file name people: \(AttachmentProblem.list(names))"
        case .notLookedInto(let reason, _): "nobody can tell what this file hides: \(reason)"
        case .partNotLookedInto(let reason, _): "not all of this file could be looked into: \(reason)"
        case .noReader(let count, let reason, _):
            "\(count == 1 ? "a file that is published was" : "\(count) files that are published were") not looked into for what they may hide, this one first: \(reason)"
        case .unknownKind(let ending): ending.isEmpty ? "this file has no ending, so nobody knows how to open it" : "files with the ending “.\(ending)” are not published"
        case .runsAsPage(let ending):
            ending == "svg" ? "this drawing has a program in it, which browsers would run in the name of the site"
                : "browsers would run this file with the ending “.\(ending)” in the name of the site"
        case .noSuchFile(let name, _): "“\(name)” under unrestricted-files is no file that belongs to this paper"
        }
    }

    package var remedy: String {
        switch self {
        case .holds(let matter, _, _, _): matter.remedy + " If all of it may be read, list the file under “unrestricted-files” in the head of its paper."
        case .saysPrivate:
            "Put it into a folder named “exempt”. If it may be read by everybody, take these words out of it, or list it under “unrestricted-files” in the head of its paper."
        case .authors: "If that should not be published, remove it: in Word under File, Info, Check for Issues, Inspect Document."
        case .notLookedInto, .partNotLookedInto: "Save it anew without a password, as .docx, .xlsx, .pptx or PDF, and look yourself at what it holds before it is published."
        case .noReader: "Install what is missing once, with “\(AttachmentReader.installation)”, and build again. Until then look at these files yourself."
        case .unknownKind(let ending):
            ending.isEmpty ? "Give it the ending of what it is, such as .pdf." : "Save it as PDF, CSV or another usual kind, or allow the kind in site.yml: “attachment-kinds: [\(ending)]”."
        case .runsAsPage(let ending):
            "Save it as PDF\(ending == "svg" ? ", PNG, or a drawing without scripts" : ""). If it must be published, and the server sends it as a download only, allow it in site.yml: “attachment-kinds: [\(ending)]”."
        case .noSuchFile(_, let nearest): nearest.map { "Did you mean “\($0)”?" } ?? "Write the name as it stands in the folder of the paper."
        }
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(5).joined(separator: ", ")
        return names.count > 5 ? shown + " and \(names.count - 5) more" : shown
    }
}

extension HiddenMatter {
    fileprivate var warning: String {
        switch self {
        case .trackedChanges: "W541"
        case .comments: "W542"
        case .hiddenSheets, .hiddenRows, .hiddenColumns, .hiddenSlides, .hiddenText: "W543"
        case .speakerNotes: "W544"
        case .coveredWords: "W545"
        case .position: "W546"
        case .embedded: "W553"
        }
    }

    fileprivate var error: String {
        switch self {
        case .trackedChanges: "E541"
        case .comments: "E542"
        case .hiddenSheets, .hiddenRows, .hiddenColumns, .hiddenSlides, .hiddenText: "E543"
        case .speakerNotes: "E544"
        case .coveredWords: "E545"
        case .position: "E546"
        case .embedded: "E553"
        }
    }

    fileprivate var remedy: String {
        switch self {
        case .trackedChanges: "Accept or reject all changes, and save the file anew, or save it as PDF."
        case .comments: "Delete the comments, and save the file anew."
        case .hiddenSheets, .hiddenRows, .hiddenColumns, .hiddenSlides, .hiddenText: "Delete what is hidden, or show it, and save the file anew."
        case .speakerNotes: "Delete the notes, or save the slides without them as PDF."
        case .coveredWords: "A box over words takes none of them away: delete the words where the document was written, and make the PDF anew."
        case .position: "Remove the position from the picture, for example by saving it from a program for pictures without its properties."
        case .embedded: "Paste a picture in the place of the object, and save the file anew."
        }
    }
}
