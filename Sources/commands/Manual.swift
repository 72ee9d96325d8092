import ArgumentParser
import Model
import Text

/// For `make man`: prints the manual page.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Prints the manual page, as mdoc.", shouldDisplay: false)

    func run() throws {
        let today = Clock.today(in: "Europe/London")
        Console.write(try ManualPage(dump: Moot._dumpHelp(), date: "\(EnglishMonths.names[today.month - 1]) \(today.day), \(today.year)").text())
    }
}
