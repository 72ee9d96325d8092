import ArgumentParser
import Model

/// For `make man`: prints the manual page.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Prints the manual page, as mdoc.", shouldDisplay: false)

    func run() throws {
        let today = Clock.today(in: "Europe/London")
        Console.write(try ManualPage(dump: Moot._dumpHelp(), date: "\(ManualCommand.months[today.month - 1]) \(today.day), \(today.year)").text())
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
