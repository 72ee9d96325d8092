import Diagnostics
import Model

/// What can be wrong with a source tree. The wording is in `ProblemWords.swift`, and nowhere else.
enum ReadingProblem: Problem {
    case noSite
    case unreadable(reason: String)
    case leadsOutOfTree
    case tooLarge(megabytes: Int, limit: Int)
    case notUTF8
    case noHead
    case headNotClosed
    case headMalformed(reason: String)
    case unknownKey(String, nearest: String?, known: [String])
    case repeatedKey(String)
    case missingKey(String)
    case notADate(key: String, value: String)
    case notATime(key: String, value: String)
    case notANumber(key: String, value: String)
    case notAChoice(key: String, value: String, choices: [String], nearest: String?)
    case wrongShape(key: String, expected: String)
    case badSlug(String)
    case badMeetingFolder(String)
    case unknownFile(nearest: String?)
    case noCommittee
    case noAgendaNorMinutes
    case addressTaken(String, by: String)
    case unknownField(String, nearest: String?, known: [String])
    case repeatedField(String)
    case noFieldValue(String)
    case notExemptParagraphs
    case exemptWithoutParagraphs
    case exemptWithoutReason
    case contradiction(ExemptionMarks.Contradiction)
    case exemptPaperUnderOpenItem
    case exemptNotSeparable
    case paperBesideExemptItem
    case approvedBeforeMeeting
    case issuedAfterMeeting
    case notATimezone(String)
    case notALanguage(String)
    case notAColour(key: String, value: String)
    case notATypeface(String)
    case notAPicture(key: String, value: String)
    case looseLine
    case followsWithoutLink
    case strayField
    case decisionNotMarked
    case papersWithoutAgenda
    case minuteWithoutHeading
    case exemptMinutes
    case noMinutesPart
    case nameLikeExempt
    case headingWithoutBlank
    case itemWithoutHeading
    case titleSaysExempt
    case sectionMayBeExempt
    case unknownPart(String, nearest: String)
    case itemNumberTwice(String, firstLine: Int)
    case minuteNumberTwice(String, firstLine: Int)
    case minuteNumberSkipped(from: Int, to: Int)
    case noSuchDate(String)
    case endsBeforeStart
    case paperInPrivateMeeting
    case headingTooHigh
    case notAnAddress(key: String, value: String)
    case linkWithin
    case tooDeep(limit: Int)
    case notAPath(String)
    case strayExemptMark
    case draftWithoutMinutes
    case draftNotDraft
    case nothingMoved
    case movesOutOfOrder
    case voteNotCounted(String)
    case otherWeekday(String, weekday: String)
    case fieldNotOneLine
    case strayExemptHeading
    case leftover(String)
    case sourceMisnamed
    case publicNameLikeExempt
    case paperTitleSaysExempt
    case chapterTitleSaysExempt
    case paperSaysExempt
    case linkSaysExempt
    case besideExemptPaper
    case fenceNotClosed
    case commentNotHidden
    case sectionSoundsExempt
    case underlinedInExemptItem
    case headingWithinExemptItem
    case noteOfNobody
    case exemptAndOpen
    case publicAndExempt
    /// With the item's number, where it is known.
    case statementWithoutMark(String?)
    case textSaysExempt
    case meetingTitleSaysPrivate
    case minuteNotPublished
    case answeredPublic
    case noPrivateWords(String)
    case saysPrivateWord
    case appendixSaysExempt(String)

    /// The same without any word of the source, for what is exempt.
    var withoutWords: ReadingProblem {
        switch self {
        case .unknownField(_, let nearest, let known): .unknownField("…", nearest: nearest, known: known)
        case .notAChoice(let key, _, let choices, let nearest): .notAChoice(key: key, value: "…", choices: choices, nearest: nearest)
        default: self
        }
    }
}

extension ReadingProblem {
    var code: String {
        switch self {
        case .noSite: "E101"
        case .unreadable: "E102"
        case .leadsOutOfTree: "E103"
        case .tooLarge: "E104"
        case .notUTF8: "E105"
        case .noHead: "E106"
        case .headNotClosed: "E107"
        case .headMalformed: "E108"
        case .unknownKey: "E109"
        case .repeatedKey: "E110"
        case .missingKey: "E111"
        case .notADate: "E112"
        case .notATime: "E113"
        case .notANumber: "E114"
        case .notAChoice: "E115"
        case .wrongShape: "E116"
        case .badSlug: "E117"
        case .badMeetingFolder: "E118"
        case .noCommittee: "E119"
        case .addressTaken: "E120"
        case .unknownField: "E121"
        case .repeatedField: "E122"
        case .noFieldValue: "E123"
        case .notExemptParagraphs: "E124"
        case .contradiction, .exemptAndOpen, .publicAndExempt: "E125"
        case .statementWithoutMark: "E162"
        case .noPrivateWords: "E163"
        case .saysPrivateWord: "E164"
        case .minuteNotPublished: "N129"
        case .answeredPublic: "N130"
        case .unknownPart: "E126"
        case .notAnAddress: "E127"
        case .notAPath: "E128"
        case .linkWithin: "E129"
        case .strayExemptMark: "E130"
        case .tooDeep: "E131"
        case .draftNotDraft: "E160"
        case .draftWithoutMinutes: "W140"
        case .nothingMoved: "E132"
        case .movesOutOfOrder: "W128"
        case .unknownFile: "W101"
        case .noAgendaNorMinutes: "W102"
        case .exemptWithoutParagraphs: "W103"
        case .exemptWithoutReason: "W104"
        case .exemptPaperUnderOpenItem: "W105"
        case .exemptNotSeparable: "E140"
        case .paperBesideExemptItem: "E152"
        case .approvedBeforeMeeting: "W125"
        case .issuedAfterMeeting: "W124"
        case .notATimezone: "E151"
        case .notALanguage: "E150"
        case .notAColour: "E153"
        case .notATypeface: "E154"
        case .notAPicture: "E155"
        case .looseLine: "W123"
        case .followsWithoutLink: "E149"
        case .strayField: "W122"
        case .decisionNotMarked: "W121"
        case .papersWithoutAgenda: "E148"
        case .minuteWithoutHeading: "E147"
        case .exemptMinutes: "E146"
        case .noMinutesPart: "E145"
        case .nameLikeExempt, .publicNameLikeExempt: "E144"
        case .headingWithoutBlank: "E143"
        case .itemWithoutHeading: "E142"
        case .titleSaysExempt, .paperTitleSaysExempt, .chapterTitleSaysExempt, .meetingTitleSaysPrivate: "E141"
        case .sectionMayBeExempt: "W120"
        case .itemNumberTwice: "W107"
        case .minuteNumberTwice: "W108"
        case .minuteNumberSkipped: "W109"
        case .noSuchDate: "W110"
        case .endsBeforeStart: "W111"
        case .paperInPrivateMeeting: "W112"
        case .headingTooHigh: "W113"
        case .voteNotCounted: "W126"
        case .otherWeekday: "W127"
        case .fieldNotOneLine: "E133"
        case .strayExemptHeading: "E134"
        case .leftover: "E135"
        case .sourceMisnamed: "E136"
        case .paperSaysExempt, .linkSaysExempt, .textSaysExempt, .appendixSaysExempt: "E137"
        case .besideExemptPaper: "E138"
        case .fenceNotClosed: "E139"
        case .sectionSoundsExempt: "E156"
        case .underlinedInExemptItem: "E157"
        case .headingWithinExemptItem: "E158"
        case .noteOfNobody: "E159"
        case .commentNotHidden: "E161"
        }
    }
}

extension ReadingProblem {
    /// Where one of these is found in an agenda, nobody can say what else of the meeting is exempt.
    static let doubts: Set<String> = Set(
        [
            strayExemptMark, exemptNotSeparable, titleSaysExempt, itemWithoutHeading, headingWithoutBlank, strayExemptHeading, fenceNotClosed, commentNotHidden, sectionSoundsExempt,
            underlinedInExemptItem, headingWithinExemptItem, noteOfNobody, exemptAndOpen, publicAndExempt, statementWithoutMark(nil), meetingTitleSaysPrivate,
        ].map(\.code))
}
