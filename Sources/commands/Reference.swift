import ArgumentParser
import Pages

/// For `make update-expected`: prints `Templates/README.md`.
struct Reference: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates-reference", abstract: "Prints what templates may use, as Markdown.", shouldDisplay: false)

    func run() { Console.write(TemplatesReadme.text) }
}
