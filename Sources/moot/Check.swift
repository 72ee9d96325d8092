import ArgumentParser
import Diagnostics
import Linking
import Machine
import Site

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says all that is wrong with the sources, and writes nothing.",
        discussion: """
            EXAMPLE
              moot check
              moot check --content Content --format github
              moot check --references
              moot check --glossary

            EXIT STATUS
              0  no errors, though perhaps warnings
              1  errors
              2  the command was not understood
            """)

    @OptionGroup var options: SiteOptions

    @Flag(help: "List the references in plain words that could mean several things, or lead nowhere.")
    var references = false

    @Flag(help: "Propose a glossary from what the texts explain themselves, and list the acronyms that nobody explains.")
    var glossary = false

    func run() throws {
        let messages = Messages(format: options.format, disk: options.disk)
        var work = Preparation(options: options, progress: .silent)
        let folders = options.folders(output: "")
        let linked = work.run()
        let design = linked.map { SiteBuilder(folders: folders, settings: options.settings(for: $0.archive.authority), disk: messages.disk).check($0) }
        let diagnostics = work.diagnostics + (design ?? SiteBuilder.checkDesign(folders, disk: messages.disk))
        messages.show(diagnostics)
        if references, let linked { Console.write(linked.references.report) }
        if glossary, let linked { Console.write(GlossarySurvey(linked).report) }
        if options.format == .text, Console.isTerminal {
            Console.write(diagnostics.isEmpty ? "Nothing is wrong.\n" : Messages.count(diagnostics) + "\n")
        }
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(ExitStatus.sources) }
    }
}
