import ArgumentParser
import Foundation
import Platform
import Model
import Starters

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begins something new: a whole site, a meeting, a paper, minutes.",
        discussion: """
            What recurs is copied from what is there, and what to do next is said. No file is ever written over.

            EXAMPLE
              moot new site meetings
              moot new committee "Health and Wellbeing Board"
              moot new meeting health-and-wellbeing-board 2027-03-04
              moot new paper --item 7
              moot new minutes health-and-wellbeing-board/2027-03-04
              moot new strategy "Clean Air Plan 2027–2031" --owner cabinet
            """,
        subcommands: [
            NewMeeting.self, NewPaper.self, NewMinutes.self, NewCommittee.self, NewStrategy.self, NewSiteCommand.self, NewDesign.self,
        ])
}

/// Where something new goes, and what day it is.
struct ScaffoldOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder of the sources; the folders above are looked through, where it is not there.", valueName: "folder"),
        completion: .directory)
    var content = "Content"

    @Option(help: ArgumentHelp("The day that is taken for today (default: today, or the day of SOURCE_DATE_EPOCH).", valueName: "YYYY-MM-DD"))
    var today: Day?

    /// Makes something at the desk, and writes it.
    func make(_ draft: (AuthoringSession) throws -> Draft) throws {
        try Scaffolding.write {
            try draft(AuthoringSession(content: content, workingFolder: FileManager.default.currentDirectoryPath, today: today ?? Clock.today(in: "Europe/London")))
        }
    }
}

/// What all commands that write something new do alike.
enum Scaffolding {
    /// Writes a draft, and says what was written, from where, and what to do now.
    static func write(_ make: () throws -> Draft) throws {
        try telling {
            let draft = try make()
            try draft.write()
            for file in draft.files.prefix(listed) { Console.write(file.path + "\n") }
            if draft.files.count > listed { Console.write("and \(draft.files.count - listed) more files\n") }
            for edit in draft.edits { Console.write(edit.shown + "\n") }
            for note in draft.notes { Console.write("\n" + note + "\n") }
            for warning in draft.warnings { Console.error("\nwarning: " + warning) }
        }
    }

    /// A whole site has too many files to be told of each.
    private static let listed = 24

    /// Says in the clerk's words what went wrong.
    static func telling(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let problem as ScaffoldProblem {
            Console.error("error: \(problem.message)\n  → \(problem.remedy)")
            throw ExitCode(ExitStatus.usage)
        } catch let error as DiskError {
            Console.error("error: \(error)")
            throw ExitCode(ExitStatus.output)
        }
    }
}

struct NewCommittee: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee", abstract: "A committee, with its head to be filled in.",
        discussion: "EXAMPLE\n  moot new committee \"Health and Wellbeing Board\"")

    @Argument(help: "Its name.") var name: String
    @OptionGroup var options: ScaffoldOptions

    func run() throws { try options.make { try $0.newCommittee(name) } }
}

struct NewMeeting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "The agenda of a meeting, with what recurs from the committee's last ones.",
        discussion: """
            Place, times and contact are copied, and the items that most of the last four agendas have, in their usual
            order; the item for the minutes links to the last ones. Nothing exempt is copied. It is said by which day the
            notice must be published.

            EXAMPLE
              moot new meeting health-and-wellbeing-board 2027-03-04
              moot new meeting cabinet 2027-02-08-budget
            """)

    @Argument(help: "The committee's folder, or its name.", completion: Choices.committees) var committee: String
    @Argument(help: "The date; where there are two on one day, the date and a word: 2027-03-04-budget.") var date: String
    @OptionGroup var options: ScaffoldOptions

    func run() throws { try options.make { try $0.newMeeting(of: committee, on: date) } }
}

struct NewMinutes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes", abstract: "Minutes made from the agenda, with the members as present.",
        discussion: """
            Each item gets a minute, numbered on from the last minutes where the committee's numbers are continuous. Of an
            exempt item there is only what the agenda publishes. A committee alone stands for its last meeting that has no
            minutes.

            EXAMPLE
              moot new minutes health-and-wellbeing-board/2027-03-04
              moot new minutes health-and-wellbeing-board 2027-03-04
              moot new minutes Content/committees/health-and-wellbeing-board/2027-03-04/
            """)

    @Argument(help: "The meeting: the committee's folder and the date, or the folder of the meeting; the one you are in, where it is missing.", completion: Choices.meetings) var meeting: [String] = []
    @OptionGroup var options: ScaffoldOptions

    func validate() throws {
        if meeting.count > 2 { throw ValidationError("Name one meeting: moot new minutes cabinet 2027-03-04") }
    }

    func run() throws { try options.make { try $0.newMinutes(of: meeting) } }
}

struct NewPaper: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "A paper, listed under its item of the agenda.",
        discussion: """
            Without a meeting it is for the one in whose folder you are, or else for the next that is coming. Without a title
            it has its item's. The item's field “Papers” is completed in agenda.md, and that line is shown.

            EXAMPLE
              moot new paper --item 7
              moot new paper "Winter plan" --item 7
              moot new paper health-and-wellbeing-board/2027-03-04 "Winter plan" --item 7
            """)

    @Argument(help: ArgumentHelp("The meeting and the title; either may be missing.", valueName: "meeting-and-title"), completion: Choices.meetings)
    var words: [String] = []
    @Option(help: ArgumentHelp("The item that it is for: its number, or the beginning of its title.", valueName: "number"), completion: Choices.items)
    var item: String?
    @OptionGroup var options: ScaffoldOptions

    func run() throws { try options.make { try $0.newPaper(words, item: item) } }
}

struct NewStrategy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategy", abstract: "A strategy with its first chapters.",
        discussion: """
            EXAMPLE
              moot new strategy "Clean Air Plan 2027–2031"
              moot new strategy "Clean Air Plan" --owner cabinet --from 2027 --to 2031
            """)

    @Argument(help: "Its title.") var title: String
    @Option(help: ArgumentHelp("The folder of the committee that answers for it, or other words.", valueName: "committee"), completion: Choices.committees)
    var owner: String?
    @Option(help: ArgumentHelp("The year or the day it begins (default: the first year in its title).", valueName: "year")) var from: String?
    @Option(help: ArgumentHelp("The year or the day it ends (default: the second year in its title).", valueName: "year")) var to: String?
    @OptionGroup var options: ScaffoldOptions

    func run() throws { try options.make { try $0.newStrategy(title, owner: owner, from: from, to: to) } }
}
