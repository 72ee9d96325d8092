import ArgumentParser
import Platform

@main
struct Moot: ParsableCommand {
    static let release = Release(0, 2, 0)
    static let configuration = CommandConfiguration(
        commandName: "moot",
        abstract: "Makes a website of the agendas, papers and minutes of public meetings.",
        discussion: """
            Write agendas, papers and minutes as Markdown in a folder Content; Moot checks them and writes the site.

            EXAMPLE
              moot new site meetings
              moot new meeting health-and-wellbeing-board 2027-03-04
              moot preview --open
              moot new paper --item 7
              moot check
              moot explain E301
              moot build
              moot publish
            """,
        version: Moot.release.description,
        subcommands: [Build.self, Preview.self, Check.self, Explain.self, Publish.self, New.self, Schemas.self, ManualCommand.self, Reference.self])

    /// As elsewhere, but wrong usage ends with 2.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            let isUsage = code == .validationFailure
            let text = fullMessage(for: error)
            if !text.isEmpty { code == .success ? print(text) : Console.error(text) }
            quit(isUsage ? ExitStatus.usage : code.rawValue)
        }
    }
}

/// What the program's exit tells a script.
enum ExitStatus {
    /// Something is wrong with the sources, the templates or the static files.
    static let sources: Int32 = 1
    /// The command line was not understood.
    static let usage: Int32 = 2
    /// The site could not be written.
    static let output: Int32 = 3
}
