import Model

/// Why something new cannot be made. The wording is at the end of the file, and nowhere else.
package enum ScaffoldProblem: Error, Sendable {
    case noContent(String)
    case siteUnreadable
    case noCommittees
    case noMeetingNamed
    case noSuchCommittee(String, nearest: String?, known: [String])
    case noSuchMeeting(String, committee: String, nearest: String?, known: [String])
    case notADate(String, meant: String?)
    case notADateNorName(String)
    case noSuchDay(String, month: String, days: Int)
    case isThere(String)
    case noAddress(String)
    case noAgenda(String)
    case agendaInDoubt(String)
    case notTakingPlace(String, Meeting.Status)
    case noMeetingWithoutMinutes(committee: String)
    case noComingMeeting
    case severalComing([String])
    case noSuchItem(String, nearest: String?, known: [String])
    case exemptItem(String, folder: String)
    case noTitle
    case nameTaken(String)
    case nameLikeExempt(String)
    case tooManyNames
    case noSuchOwner(String, nearest: String)
    case notEmpty(String)
    case missingAnswer(option: String)
    case notALanguage(String)
    case notATimezone(String, nearest: String?)
    case notAnAddress(String)
    case notAnEmail(String)
    case notAYear(String)
    case notOurs(String)
}

extension ScaffoldProblem {
    /// What is wrong, in the clerk's words, without a full stop.
    package var message: String {
        switch self {
        case .noContent(let folder): "there is no folder \(folder) with a site.yml here"
        case .siteUnreadable: "site.yml cannot be understood"
        case .noCommittees: "there is no committee here"
        case .noMeetingNamed: "it is not said which meeting"
        case .noSuchCommittee(let name, _, _): "there is no committee “\(name)”"
        case .noSuchMeeting(let name, let committee, _, _): "the committee \(committee) has no meeting “\(name)”"
        case .notADate(let text, _): "“\(text)” is not a date"
        case .notADateNorName(let text): "“\(text)” is neither a date nor a date and a word"
        case .noSuchDay(let text, let month, let days): "there is no \(text): \(month) has \(days) days"
        case .isThere(let path): "\(path) is there already"
        case .noAddress(let title): "“\(title)” has no letter from a to z to make an address of"
        case .noAgenda(let meeting): "the meeting \(meeting) has no agenda.md"
        case .agendaInDoubt(let path): "nobody can tell what of \(path) is exempt"
        case .notTakingPlace(let meeting, let status): "the agenda says that the meeting \(meeting) is \(status.rawValue)"
        case .noMeetingWithoutMinutes(let committee): "the committee \(committee) has no meeting without minutes"
        case .noComingMeeting: "no meeting is coming that a paper could be for"
        case .severalComing: "more than one meeting is next"
        case .noSuchItem(let label, _, _): "the agenda has no item “\(label)”"
        case .exemptItem(let label, _): "item \(label) is exempt, and its papers must not stand among those that are published"
        case .noTitle: "the paper has no title"
        case .nameTaken(let slug): "“\(slug)” is a name that a paper cannot have"
        case .nameLikeExempt(let slug): "“\(slug)” looks as if it meant “exempt”"
        case .tooManyNames: "these are too many names"
        case .noSuchOwner(let name, _): "there is no committee “\(name)”"
        case .notEmpty(let folder): "\(folder) is not empty"
        case .missingAnswer(let option): "--\(option) is missing"
        case .notALanguage(let value): "“\(value)” is not the name of a language"
        case .notATimezone(let value, _): "“\(value)” is not a time zone"
        case .notAnAddress(let value): "“\(value)” is not an address"
        case .notAnEmail(let value): "“\(value)” is not an address for e-mail"
        case .notAYear(let value): "“\(value)” is neither a year nor a date"
        case .notOurs(let path): "\(path) was not written by Moot"
        }
    }

    /// What to do about it, as sentences.
    package var remedy: String {
        switch self {
        case .noContent: "Go to the folder that holds Content, or name the folder of the sources with --content. “moot new site” makes a whole new site."
        case .siteUnreadable: "“moot check” says what is wrong with it."
        case .noMeetingNamed: "Name it, or go to its folder: moot new minutes cabinet/2027-03-04"
        case .noCommittees: "Make one first: moot new committee \"Health and Wellbeing Board\""
        case .noSuchCommittee(_, let nearest, let known): meant(nearest, known)
        case .noSuchMeeting(_, let committee, let nearest, let known):
            known.isEmpty ? "Make one first: moot new meeting \(committee) 2027-03-04" : meant(nearest, known)
        case .notADate(_, let meant): meant.map { "Did you mean \($0)? Write the year, the month and the day, with hyphens." } ?? "Write the year, the month and the day: 2027-03-04."
        case .notADateNorName: "Write 2027-03-04, or where there are two on one day 2027-03-04-budget: small letters a–z, digits and hyphens."
        case .noSuchDay: "Check the day and the month."
        case .isThere: "Nothing was changed. Give the new one another name, or edit what is there."
        case .noAddress: "Give it a name with letters from a to z, or digits."
        case .noAgenda: "Write the agenda first: “moot new meeting” makes one."
        case .agendaInDoubt: "“moot check” says what to mend. Nothing was written."
        case .notTakingPlace: "Change “status” there if it took place after all. Nothing was written."
        case .noMeetingWithoutMinutes(let committee): "Name the meeting: moot new minutes \(committee)/2027-03-04"
        case .noComingMeeting: "Name the meeting: moot new paper cabinet/2027-03-04 \"Winter plan\". “moot new meeting” makes one."
        case .severalComing(let meetings): "Name one: \(meetings.joined(separator: ", "))."
        case .noSuchItem(_, let nearest, let known): known.isEmpty ? "It has no items yet. Write them into agenda.md first." : meant(nearest, known)
        case .exemptItem(_, let folder):
            "Write the paper in the folder \(folder), which is never published, or keep it out of Content altogether. If the item is open after all, take its mark out of agenda.md first. Nothing was written."
        case .noTitle: "Write one: moot new paper \"Winter plan\"; or name the item that it is for: moot new paper --item 7"
        case .nameTaken: "Moot's own pages have it, or an agenda. Give the paper another title."
        case .nameLikeExempt: "A paper that everybody may read needs another title. An exempt one lies in a folder named exempt, and Moot makes none."
        case .tooManyNames: "A title of several words needs quotation marks: moot new paper cabinet/2027-03-04 \"Winter plan\""
        case .noSuchOwner(_, let nearest): "Did you mean “\(nearest)”? An owner that is no committee may be any other text."
        case .notEmpty: "Nothing was changed. Name a new folder, or an empty one."
        case .missingAnswer(let option): "There is nobody to ask here. Give the answer as an option: --\(option) …"
        case .notALanguage: "Write its code: en-GB, cy, ur."
        case .notATimezone(_, let nearest): nearest.map { "Did you mean \($0)?" } ?? "Write it as in Europe/London."
        case .notAnAddress: "Write it whole: https://meetings.example.gov.uk/"
        case .notAnEmail: "Write it as in democracy@example.gov.uk."
        case .notAYear: "Write 2027, or 2027-04-01."
        case .notOurs: "Nothing was changed. Name another folder, or move that file away."
        }
    }

    private func meant(_ nearest: String?, _ known: [String]) -> String {
        if let nearest { return "Did you mean “\(nearest)”?" }
        let shown = known.prefix(12).joined(separator: ", ")
        return known.isEmpty ? "There is none yet." : "There are: \(shown)\(known.count > 12 ? " …" : "")."
    }
}
