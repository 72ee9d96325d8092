import ArgumentParser
import Foundation
import Machine
import Packs

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a correct skeleton to begin with.",
        discussion: """
            EXAMPLE
              moot new committee "Health and Wellbeing Board"
              moot new meeting health-and-wellbeing-board 2027-03-04
              moot new paper health-and-wellbeing-board/2027-03-04 "Winter plan"
              moot new strategy "Clean Air Plan 2027"
            """,
        subcommands: [NewCommittee.self, NewMeeting.self, NewPaper.self, NewStrategy.self])
}

/// Where a skeleton goes.
struct SkeletonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the sources.", valueName: "folder"))
    var content = "Content"

    /// Writes a new file, and never over an old one.
    func write(_ text: String, to path: String) throws {
        let whole = content + "/" + path
        do {
            guard try Disk.real.entry(whole) == nil else { throw ValidationError("\(whole) is there already; nothing was changed.") }
            try Disk.real.makeFolder(String(whole[..<whole.lastIndex(of: "/")!]))
            try Disk.real.write(Array(text.utf8), whole)
        } catch let error as DiskError {
            Console.error("error: \(error)")
            throw ExitCode(ExitStatus.output)
        }
        Console.write("\(whole)\n")
    }

    /// - Parameter path: Slugs, with slashes between them.
    func requireFolder(_ path: String, called what: String) throws {
        guard path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isSlug) else {
            throw ValidationError("“\(path)” is not the name of a \(what): use small letters a–z, digits and hyphens")
        }
        guard (try? Disk.real.entry(content + "/" + path))??.kind == .folder else {
            throw ValidationError("there is no \(what) \(content)/\(path)")
        }
    }
}

struct NewCommittee: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee", abstract: "A committee.",
        discussion: "EXAMPLE\n  moot new committee \"Health and Wellbeing Board\"")

    @Argument(help: "Its name.") var name: String
    @OptionGroup var options: SkeletonOptions

    func run() throws {
        try options.write(
            """
            ---
            name: \(yamlText(name))
            kind: committee
            minute-numbering: continuous
            members: []
            ---

            1. What the committee is for.

            """, to: "committees/\(try slug(of: name))/committee.md")
    }
}

struct NewMeeting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "A meeting of a committee.",
        discussion: "EXAMPLE\n  moot new meeting health-and-wellbeing-board 2027-03-04")

    @Argument(help: "The committee's folder.") var committee: String
    @Argument(help: "The date, or the date and a word: 2027-03-04-budget.") var date: String
    @OptionGroup var options: SkeletonOptions

    func run() throws {
        guard Day(iso: date.prefix(10)) != nil else { throw ValidationError("“\(date)” is not a date: write it as 2027-03-04") }
        guard date.utf8.count == 10 || (date.dropFirst(10).hasPrefix("-") && isSlug(date.dropFirst(11))) else {
            throw ValidationError("“\(date)” is neither a date nor a date and a word: write 2027-03-04 or 2027-03-04-budget")
        }
        try options.requireFolder("committees/\(committee)", called: "committee")
        try options.write(
            """
            ---
            status: scheduled
            starts: "14:00"
            venue: To be confirmed
            ---

            ## 1. Apologies and substitutes

            ## 2. Declarations of interest

            ## 3. Minutes of the last meeting

            - Papers: to follow
            - Purpose: decision

            ## 4. Date of next meeting

            """, to: "committees/\(committee)/\(date)/agenda.md")
    }
}

struct NewPaper: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "A paper for a meeting.",
        discussion: "EXAMPLE\n  moot new paper health-and-wellbeing-board/2027-03-04 \"Winter plan\"")

    @Argument(help: "The committee's folder and the meeting's, with a slash between them.") var meeting: String
    @Argument(help: "The paper's title.") var title: String
    @OptionGroup var options: SkeletonOptions

    func run() throws {
        try options.requireFolder("committees/\(meeting)", called: "meeting")
        let slug = try slug(of: title)
        try options.write(
            """
            ---
            title: \(yamlText(title))
            kind: report
            purpose: decision
            ---

            ## 1. Purpose

            1.1 What the committee is asked to decide.

            ## 2. Recommendations

            - (a) That …

            """, to: "committees/\(meeting)/\(slug).md")
        Console.write("List it under its item in agenda.md:\n- Papers: [\(title)](\(slug).md)\n")
    }
}

struct NewStrategy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategy", abstract: "A strategy with its first chapter.",
        discussion: "EXAMPLE\n  moot new strategy \"Clean Air Plan 2027\"")

    @Argument(help: "Its title.") var title: String
    @OptionGroup var options: SkeletonOptions

    func run() throws {
        let slug = try slug(of: title)
        try options.write("---\ntitle: \(yamlText(title))\nstatus: draft\n---\n\n## Foreword\n\nWhy there is a strategy.\n", to: "strategies/\(slug)/strategy.md")
        try options.write("---\ntitle: Introduction\nnumber: \"1\"\n---\n\nWhat it is about.\n", to: "strategies/\(slug)/01-introduction.md")
    }
}

private func isSlug(_ name: some StringProtocol) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
}

/// The folder or file name for a title: accents are left out, other letters than a–z too.
private func slug(of title: String) throws -> String {
    let plain = title.folding(options: .diacriticInsensitive, locale: nil).unicodeScalars.filter(\.isASCII)
    let slug = String(String.UnicodeScalarView(plain)).slug
    guard !slug.isEmpty else { throw ValidationError("“\(title)” has no letter from a to z to make an address of") }
    return slug
}

/// A text as YAML, in quotation marks.
private func yamlText(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
