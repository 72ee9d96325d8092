import ArgumentParser
import Foundation
import Starters

struct NewSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "A whole small site, ready for “moot preview”.",
        discussion: """
            In a terminal it asks for what is missing. The folder must be new or empty. It gets a committee, two meetings, a
            paper and minutes to learn from, templates and styles, and settings for editors.

            EXAMPLE
              moot new site meetings
              moot new site meetings --name "Calderbrook Council" --url https://meetings.example.gov.uk/ \\
                --contact-email democracy@example.gov.uk
            """)

    @Argument(help: "The new folder.", completion: .directory) var folder: String
    @Option(help: ArgumentHelp("The authority's name.", valueName: "name")) var name: String?
    @Option(help: ArgumentHelp("Where the site will stand, whole.", valueName: "address")) var url: String?
    @Option(help: ArgumentHelp("Whom the public may write to about meetings.", valueName: "address")) var contactEmail: String?
    @Option(help: ArgumentHelp("The language of the site, such as en-GB or cy.", valueName: "code")) var language: String?
    @Option(help: ArgumentHelp("As in the time zone database, such as Europe/London.", valueName: "zone")) var timezone: String?
    @Flag(help: "Write no templates and styles: the site is made with those of the program, and changes with each release of it.")
    var withoutDesign = false

    func validate() throws {
        if folder.isEmpty { throw ValidationError("The new folder needs a name.") }
    }

    func run() throws {
        try Scaffolding.write {
            try refuseFullFolder()
            let answers = try answers()
            return try NewSite.draft(in: folder, answers, today: Clock.today(in: answers.timezone), hasDesign: !withoutDesign)
        }
    }

    /// Before anything is asked.
    private func refuseFullFolder() throws {
        if let entries = try? FileManager.default.contentsOfDirectory(atPath: folder), !entries.isEmpty { throw ScaffoldProblem.notEmpty(folder) }
    }

    private func answers() throws -> SiteAnswers {
        guard Console.canAsk else {
            guard let name else { throw ScaffoldProblem.missingAnswer(option: "name") }
            return try SiteAnswers(name: name, url: url, email: contactEmail, language: language, timezone: timezone)
        }
        let name = try name ?? Console.ask("What is the council called?", default: nil) { $0 }
        return try SiteAnswers(
            name: name,
            url: url ?? Console.ask("Where will the site stand?", default: SiteAnswers.url(for: name), check: SiteAnswers.checkedURL),
            email: contactEmail ?? Console.askIfAny("What address may the public write to? (Leave it empty if there is none yet.)", check: SiteAnswers.checkedEmail),
            language: language ?? Console.ask("In which language?", default: SiteAnswers.language, check: SiteAnswers.checkedLanguage),
            timezone: timezone ?? Console.ask("In which time zone?", default: SiteAnswers.timezone, check: SiteAnswers.checkedTimezone))
    }
}

struct NewDesign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "design", abstract: "The templates and styles of the program, to be changed.",
        discussion: """
            Writes the folders Templates and Public; neither may be there. Without them a site is made with the program's own.

            EXAMPLE
              moot new design
              moot new design meetings
            """)

    @Argument(help: "The folder of the site.", completion: .directory) var folder = "."

    func run() throws { try Scaffolding.write { try NewSite.designDraft(in: folder.isEmpty ? "." : folder) } }
}

extension Console {
    /// Asks until the answer will do.
    ///
    /// - Parameter standard: What an empty answer stands for; nil where there must be one.
    static func ask(_ question: String, default standard: String?, check: (String) throws -> String) throws -> String {
        while true {
            write(question + (standard.map { $0.isEmpty ? "" : " [\($0)]" } ?? "") + " ")
            guard let line = readLine() else { throw ScaffoldProblem.missingAnswer(option: "name") }
            let answer = line.trimmingCharacters(in: .whitespaces)
            guard let given = answer.isEmpty ? standard : answer else { continue }
            do {
                return try check(given)
            } catch let problem as ScaffoldProblem {
                write("\(problem.message). \(problem.remedy)\n")
            }
        }
    }

    /// The same where there need be no answer.
    static func askIfAny(_ question: String, check: (String) throws -> String) throws -> String? {
        let answer = try ask(question, default: "") { try $0.isEmpty ? "" : check($0) }
        return answer.isEmpty ? nil : answer
    }
}
