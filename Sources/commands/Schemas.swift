import ArgumentParser
import Starters

struct Schemas: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Writes JSON Schemas of all heads and YAML files, for editors.",
        discussion: """
            An editor that knows them completes keys, explains them, and marks what is wrong as it is typed.
            Documentation/editors.md says how to tell it. Run it again after an update of Moot.

            EXAMPLE
              moot schema
              moot schema .schemas
            """)

    @Argument(help: "The folder that they are written into.", completion: .directory) var folder = ".schemas"

    func validate() throws {
        if folder.isEmpty { throw ValidationError("The folder needs a name.") }
    }

    func run() throws {
        try Scaffolding.telling {
            for path in try Schema.write(to: folder) { Console.write(path + "\n") }
        }
    }
}
