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

            EXIT STATUS
              0  no errors, though perhaps warnings
              1  errors
              2  the command was not understood
            """)

    @OptionGroup var options: SiteOptions

    func run() throws {
        let messages = Messages(format: options.format, disk: .real)
        var work = Preparation(options: options, progress: .silent)
        var diagnostics: [Diagnostic] = []
        if let linked = work.run() {
            let folders = SiteBuilder.Folders(content: options.content, templates: options.templates, statics: options.statics, output: "")
            diagnostics = SiteBuilder(folders: folders, settings: options.settings(for: linked.archive.authority)).check(linked)
        }
        diagnostics += work.diagnostics
        messages.show(diagnostics)
        if options.format == .text, Console.isTerminal {
            Console.write(diagnostics.isEmpty ? "Nothing is wrong.\n" : Messages.count(diagnostics) + "\n")
        }
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(ExitStatus.sources) }
    }
}
