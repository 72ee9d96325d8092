import Diagnostics
import Model

/// What can be wrong with a source tree. The wording is at the end of the file, and nowhere else.
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

    var message: String {
        switch self {
        case .noSite: "there is no site.yml here"
        case .unreadable(let reason): "this cannot be read: \(reason)"
        case .leadsOutOfTree: "this link leads out of the source folder"
        case .tooLarge(let megabytes, let limit):
            "this file has \(megabytes) MB; a source may have \(limit) MB at most"
        case .notUTF8: "this line is not in UTF-8"
        case .noHead: "the head is missing"
        case .headNotClosed: "the head is not closed"
        case .headMalformed(let reason): "the head cannot be understood: \(reason)"
        case .unknownKey(let key, _, _): "there is no key “\(key)” here"
        case .repeatedKey(let key): "the key “\(key)” stands here twice"
        case .missingKey(let key): "the key “\(key)” is missing"
        case .notADate(let key, let value): "“\(value)” is not a date (\(key))"
        case .notATime(let key, let value): "“\(value)” is not a time of day (\(key))"
        case .notANumber(let key, let value): "“\(value)” is not a whole number (\(key))"
        case .notAChoice(let key, let value, _, _): "“\(value)” is not a value of “\(key)”"
        case .wrongShape("head", let expected): "this must be \(expected)"
        case .wrongShape(let key, let expected): "the value of “\(key)” must be \(expected)"
        case .badSlug(let name): "“\(name)” cannot be an address"
        case .badMeetingFolder(let name): "“\(name)” is not the folder of a meeting"
        case .unknownFile: "Moot does not know what this is for, and leaves it out"
        case .noCommittee: "this committee has no committee.md"
        case .noAgendaNorMinutes: "this meeting has neither agenda.md nor minutes.md"
        case .addressTaken(let address, let other): "the address /\(address) is already taken by \(other)"
        case .unknownField(let key, _, _): "an agenda item has no field “\(key)”"
        case .repeatedField(let key): "the field “\(key)” stands here twice"
        case .noFieldValue(let key): "the field “\(key)” has no value"
        case .notExemptParagraphs: "“Exempt” does not name paragraphs of Schedule 12A"
        case .exemptWithoutParagraphs: "this exempt item does not say under which paragraphs of Schedule 12A"
        case .exemptWithoutReason: "this exempt item gives no reason"
        case .contradiction(.unrestrictedInExemptFolder):
            "this paper lies in a folder “exempt”, but its head says “classification: unrestricted”"
        case .contradiction(.unrestrictedUnderExemptItem):
            "this paper belongs to an exempt item, but its head says “classification: unrestricted”"
        case .contradiction(.supplementOfExemptItem):
            "an exempt item lists this supplement, but a supplement is a public agenda"
        case .contradiction(.underOpenAndExemptItems):
            "this paper is listed by an exempt item and by an open one"
        case .titleSaysExempt: "the title says that this item is exempt, but it is not marked"
        case .itemWithoutHeading: "this looks like an item, but its heading is none"
        case .headingWithoutBlank: "this looks like a heading, but is text"
        case .nameLikeExempt: "this name looks as if it meant “exempt”"
        case .noMinutesPart: "these minutes have no part “# Minutes”"
        case .exemptMinutes: "this part of the minutes is headed as exempt, but minutes are published"
        case .minuteWithoutHeading: "this looks like a minute of its own, but stands within another"
        case .papersWithoutAgenda: "papers lie here, but there is no agenda.md to list them"
        case .decisionNotMarked: "this reads like a decision, but is not marked as one"
        case .strayField: "this looks like a field of the item, but is text"
        case .followsWithoutLink: "“Follows” has no link"
        case .looseLine: "this line belongs to the paragraph above it"
        case .notALanguage(let value): "“\(value)” is not the name of a language"
        case .notAColour(let key, let value): "“\(key)” is “\(value)”, which is not a colour that Moot knows"
        case .notATypeface(let value): "“\(value)” is not a list of typefaces"
        case .notAPicture(let key, let value): "“\(key)” is “\(value)”, which is not the name of a picture"
        case .notATimezone(let value): "“\(value)” is not a time zone"
        case .issuedAfterMeeting: "the notice is dated after the meeting"
        case .approvedBeforeMeeting: "the minutes are approved before the meeting they are of"
        case .paperBesideExemptItem: "no item of the agenda lists this paper, and the meeting has an exempt item"
        case .exemptNotSeparable: "this exempt item cannot be told from the text around it"
        case .sectionMayBeExempt: "the items below this heading are published"
        case .exemptPaperUnderOpenItem: "this open item lists a paper that is exempt"
        case .unknownPart(let title, _): "minutes have no part “\(title)”"
        case .itemNumberTwice(let number, let line): "item \(number) stands in line \(line) already"
        case .minuteNumberTwice(let number, let line): "minute \(number) stands in line \(line) already"
        case .minuteNumberSkipped(let from, let to): "minute \(to) follows minute \(from)"
        case .noSuchDate(let text): "there is no \(text) in the calendar"
        case .endsBeforeStart: "the meeting ends before it starts"
        case .paperInPrivateMeeting: "the meeting is private, but this paper will be published"
        case .headingTooHigh: "a heading with one # is the page's title"
        case .notAnAddress(let key, let value): "“\(value)” is not an address (\(key))"
        case .notAPath(let value): "“\(value)” is not an address of this site"
        case .linkWithin: "this is a link to another place in the source folder"
        case .draftWithoutMinutes: "there are no minutes.md beside this draft"
        case .draftNotDraft: "this is the draft of minutes, but its head does not say so"
        case .nothingMoved: "“moved” names nothing that was announced otherwise before"
        case .movesOutOfOrder: "this change was announced before the one above it"
        case .strayExemptMark: "this item seems to be exempt, but “Exempt” is not among its fields"
        case .voteNotCounted(let text): text.isEmpty ? "nobody can tell how this vote went" : "nobody can tell from “\(text)” how this vote went"
        case .otherWeekday(let text, let weekday): "“\(text)”: in the calendar that day is a \(weekday)"
        case .tooDeep(let limit): "this folder stands more than \(limit) deep"
        case .fieldNotOneLine: "this field of an exempt item goes on below its line, and would be published with it"
        case .strayExemptHeading: "this line speaks of exempt items, but is no heading of them"
        case .leftover(let what): "this is no paper: it is \(what)"
        case .sourceMisnamed: "this reads like a source, but its name does not end with .md"
        case .publicNameLikeExempt: "this name looks as if it meant “exempt”, and everything in this folder is published"
        case .paperTitleSaysExempt: "the title says that this paper is exempt, but it is not marked"
        case .chapterTitleSaysExempt: "the title says that this is exempt, but it will be published"
        case .paperSaysExempt: "this paper says that it is exempt, but it is not marked"
        case .linkSaysExempt: "a link in an agenda says that this is exempt, but it is not marked"
        case .besideExemptPaper: "this has the name of something exempt beside it"
        case .fenceNotClosed: "the code that begins here is never closed, so everything after it is code"
        case .commentNotHidden: "a comment begins or ends here that hides nothing: what was meant to be hidden would be published"
        case .sectionSoundsExempt: "this heading sounds as if the items below it were exempt, but they are not marked"
        case .underlinedInExemptItem: "a line below this makes a heading of it, within an exempt item"
        case .headingWithinExemptItem: "this heading ends the exempt item above it, and what stands below it would be published"
        case .noteOfNobody: "nothing refers to this note, and the meeting has an exempt item"
        case .exemptAndOpen: "this item is open here, and exempt in another agenda or place"
        case .publicAndExempt: "this item is marked as exempt, and says “Public: yes”"
        case .statementWithoutMark(let item?): "this says that item \(item) is not public, but the item is not marked"
        case .statementWithoutMark(nil): "this says that something is not public, but nothing here is marked"
        case .meetingTitleSaysPrivate: "the title says that this meeting is private, and its head does not say who may attend"
        case .appendixSaysExempt(let name): "this report says that an appendix is not public, but “\(name)” beside it will be published"
        case .minuteNotPublished: "the minute of this exempt item is not published"
        case .answeredPublic: "here it is answered that all may read this"
        case .noPrivateWords(let language): "Moot has no words by which texts in “\(language)” say that something is not public"
        case .saysPrivateWord: "this line has one of the “private-words” of site.yml, and will be published"
        case .textSaysExempt: "this says that it is not public, but it will be published"
        }
    }

    var remedy: String {
        switch self {
        case .noSite: "Name the folder that holds site.yml with --content, or write one: name and url are all it needs."
        case .unreadable: "Check that the file is there and that you may read it."
        case .leadsOutOfTree: "Copy the file into the source folder in place of the link."
        case .tooLarge: "Divide it into chapters or appendices, or publish it as an attachment."
        case .notUTF8: "Save the file with the encoding UTF-8; in most editors this is a choice of “Save as”."
        case .noHead: "Begin the file with a line ---, then the keys, then another line ---."
        case .headNotClosed: "Write a line --- after the last key."
        case .headMalformed: "Each line is a key, a colon, a space and a value; put values with a colon in quotation marks."
        case .unknownKey(_, let nearest, let known): meant(nearest, known)
        case .repeatedKey: "Take one of them out."
        case .missingKey(let key): "Add the line “\(key): …”."
        case .notADate: "Write dates as 2027-03-04: year, month, day; and check that the month has that day."
        case .notATime: "Write times as \"15:15\", with straight quotation marks."
        case .notANumber: "Write digits only."
        case .notAChoice(_, _, let choices, let nearest): meant(nearest, choices)
        case .wrongShape: "See the source format for an example."
        case .badSlug: "Use small letters a–z, digits and hyphens only."
        case .badMeetingFolder: "Name it for the date, 2027-03-04, or the date and a word, 2027-03-04-budget."
        case .unknownFile(let nearest): nearest.map { "Did you mean \($0)?" } ?? "Move it out of the source folder, or see the source format for where it belongs."
        case .noCommittee: "Write one with at least “name: …” in its head. Only a site with a single committee can do without."
        case .noAgendaNorMinutes: "Write agenda.md; a head of two lines --- is enough."
        case .addressTaken: "Rename one of the two files."
        case .unknownField(_, let nearest, let known): meant(nearest, known)
        case .repeatedField: "Put both values into one field."
        case .noFieldValue: "Write the value after the colon, or take the line out."
        case .notExemptParagraphs: "Write the numbers, 1 to 7: “Exempt: 3” or “Exempt: 1, 2” (Local Government Act 1972, section 100I and Schedule 12A)."
        case .exemptWithoutParagraphs:
            "Add “- Exempt: 3” with the right number under the item. The public can be excluded only for what the Schedule describes (Local Government Act 1972, sections 100A(5) and 100I; for an executive, the 2012 Regulations, regulation 4)."
        case .exemptWithoutReason:
            "Add “- Reason: …”: why the public interest in keeping it exempt outweighs that in publishing it (Local Government Act 1972, Schedule 12A, paragraph 10)."
        case .contradiction(.underOpenAndExemptItems): "Take the paper out of one of the two. Nothing is published until then."
        case .contradiction(.supplementOfExemptItem): "Write its items into an exempt item, or move the file to the folder exempt/. Nothing is published until then."
        case .contradiction: "Decide which is right and change the other. Nothing is published until then."
        case .titleSaysExempt: "Add “- Exempt: 3” with the right paragraph under the heading. If all may read it, add “- Public: yes”."
        case .itemWithoutHeading: "Write the heading as “## 7. Title”: two signs #, a blank, the number, a dot, the title."
        case .headingWithoutBlank: "Write one or two signs # and a blank before it, and an empty line above it."
        case .nameLikeExempt: "Exempt papers lie in a folder named exempt, exactly so. If this one may be read by everybody, give it another name."
        case .noMinutesPart: "Write a line “# Minutes” before the first minute."
        case .exemptMinutes: "Move it to a file of its own in the folder exempt/. If all may read it, write “Public: yes” directly under the heading of the minute or part."
        case .minuteWithoutHeading: "Write its heading as “## 62. Title”: two signs # and a blank."
        case .papersWithoutAgenda: "Write agenda.md, in small letters and with the ending .md, and list the papers under their items."
        case .decisionNotMarked: "Begin the paragraph with the bold word: “**RESOLVED** – That …”."
        case .strayField: "Write it as a bullet directly under the heading: “- Papers: …”."
        case .followsWithoutLink: "Link to what the item continues: “- Follows: [minute 62](minute:2027-03-04/62)”."
        case .looseLine: "If it begins a paragraph, a list or a table of its own, put an empty line above it; a table also needs a line of dashes under its head."
        case .notALanguage: "Write its code: en-GB, cy, ur."
        case .notAColour: "Write six hexadecimal digits, in quotation marks: \"#0f4c5c\"."
        case .notATypeface: "Write names with commas between, the most wanted first: Gill Sans, Calibri, sans-serif."
        case .notAPicture: "Put the picture into the folder Public, and write its name: crest.svg. It can be SVG, PNG, WebP or JPEG."
        case .notATimezone: "Write it as in Europe/London."
        case .issuedAfterMeeting: "Check “issued”."
        case .approvedBeforeMeeting: "Check “approved-at”. Minutes are signed at the same or the next suitable meeting (Local Government Act 1972, Schedule 12, paragraph 41)."
        case .paperBesideExemptItem: "If it belongs to the exempt item, move it to the folder exempt/. If not, add it to “Papers” of its item."
        case .exemptNotSeparable: "Write its heading with ## and put an empty line before and after it."
        case .sectionMayBeExempt: "If they are exempt, write “# Exempt items”. If all may read them, write “Public: yes” directly under the heading."
        case .exemptPaperUnderOpenItem: "The page says that a paper is exempt and no more. If the whole item is exempt, give it “- Exempt: …” and “- Reason: …”."
        case .unknownPart(_, let nearest): "Did you mean “# \(nearest)”?"
        case .itemNumberTwice, .minuteNumberTwice: "If the printed paper has it so, leave it: the second one gets an address of its own."
        case .minuteNumberSkipped: "If the printed minutes have it so, leave it."
        case .noSuchDate: "If the printed paper has it so, leave it."
        case .endsBeforeStart: "Check “starts” and “ends”."
        case .paperInPrivateMeeting: "If it must not be read by the public, move it to the folder exempt/."
        case .headingTooHigh: "Begin headings with ##. It is shown as one of these."
        case .notAnAddress: "Write it whole: https://…"
        case .notAPath: "Write the path of the old page, from the first slash: /old/page/."
        case .linkWithin: "Copy what it leads to, or take the link away: a source has one address, and one place that says whether it is exempt."
        case .draftWithoutMinutes: "Name it minutes.md: minutes that are not approved yet say “status: draft” in their head."
        case .draftNotDraft: "Write “status: draft”. The approved text belongs in minutes.md."
        case .nothingMoved: "Give what it was before the change: “- {changed: 2027-02-20, starts: \"14:00\"}”; “starts”, “venue” and “date” above it say what it is now."
        case .movesOutOfOrder: "Write the oldest change first."
        case .strayExemptMark: "Write “- Exempt: 3” in the list directly under the item's heading. If all may read it, write “- Public: yes” there."
        case .voteNotCounted: "Write each side once, with its number or names: “For 6; against 2; abstaining 1.”, or a list of “For: …”, “Against: …”, “Abstaining: …”. Give a second vote a paragraph of its own."
        case .otherWeekday: "Check the day and the year. If the printed paper has it so, leave it."
        case .tooDeep: "Move it up."
        case .fieldNotOneLine: "Write the field in one line, and put an empty line between the list and the text of the item. The text begins without blanks."
        case .strayExemptHeading: "Write the heading as “# Exempt items”, or “- Exempt: 3” in the list directly under the item's heading. If all may read it, write “Public: yes” directly under the heading."
        case .leftover: "Remove it: whatever lies here is published."
        case .sourceMisnamed: "Name it with .md at the end, in small letters, or remove it: it would be published as it is, with its head."
        case .publicNameLikeExempt: "Move it to the folder exempt/ of its meeting. If everybody may read it, give it another name."
        case .paperTitleSaysExempt: "Add “classification: exempt” to the head, or change the title."
        case .chapterTitleSaysExempt: "Move it to a folder exempt/, or change the title."
        case .paperSaysExempt: "Add “classification: exempt” to the head. If everybody may read it, add “classification: unrestricted”."
        case .linkSaysExempt: "Add “classification: exempt” to its head, or move it to the folder exempt/. If everybody may read it, change the words of the link."
        case .besideExemptPaper: "If it is the same in another format, move both to the folder exempt/. If everybody may read it, give it another name."
        case .fenceNotClosed: "Write the same signs on a line of their own where the code ends, or take them away."
        case .commentNotHidden: "Put <!-- at the beginning of a line of its own, --> at the end, and no other comment between them; or take the words out."
        case .sectionSoundsExempt: "If they are exempt, write “# Exempt items”. If all may read them, write “Public: yes” directly under the heading."
        case .underlinedInExemptItem: "Put an empty line above the line of hyphens or equals signs. If this is the heading of an item, write it with ## and its number."
        case .headingWithinExemptItem: "Write it with three signs #, as part of the item. If it is an item of its own, give it its number, or “- Public: yes”."
        case .noteOfNobody: "Write its mark, such as [^1], where it belongs, or take the note out."
        case .publicAndExempt: "Take one of the two out. Nothing is published until then."
        case .statementWithoutMark: "Add “- Exempt: 3” with the right paragraph under the heading of the item that is meant. If all may read it, add “- Public: yes” there."
        case .meetingTitleSaysPrivate: "Add “access: private”, or “access: public” where all may attend; and move papers that are not public to the folder exempt/."
        case .appendixSaysExempt: "Move it to the folder exempt/. If all may read it, change the words, or add “classification: unrestricted” to the head of the report."
        case .minuteNotPublished: "Its heading stands in the minutes, with one sentence. If all may read it, write “Public: yes” directly under the heading."
        case .answeredPublic: "Nothing, if that is right: it is listed so that somebody can look at all answers at once."
        case .noPrivateWords: "Name at least five in site.yml: “private-words: [besloten, vertrouwelijk, geheim, niet openbaar, onder geheimhouding]”. Lines with one of them are asked about before they are published."
        case .saysPrivateWord: "Mark what is not public. If all may read it, write “Public: yes” directly under the heading, or “classification: unrestricted” in the head."
        case .textSaysExempt: "Move what is not public to a folder exempt/. If all may read it, add “classification: unrestricted” to the head."
        case .exemptAndOpen: "Mark it in both, or in neither, with the same number. If it is another item, and all may read it, add “- Public: yes”. Nothing is published until then."
        }
    }

    private func meant(_ nearest: String?, _ known: [String]) -> String {
        nearest.map { "Did you mean “\($0)”?" } ?? "Possible are: \(known.joined(separator: ", "))."
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
