import ArgumentParser
import Assets
import Foundation
import Platform
import Model
import Pages
import Site

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json, github, sarif }

/// What `build` and `check` have in common.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the sources.", valueName: "folder"), completion: .directory)
    var content = "Content"

    @Option(
        help: ArgumentHelp("The folder of your own templates (default: Templates). Those that it does not hold are the built-in ones.", valueName: "folder"),
        completion: .directory)
    var templates: String?

    @Option(
        name: .customLong("public"),
        help: ArgumentHelp("The folder of files that are copied as they are (default: Public), after the built-in ones.", valueName: "folder"),
        completion: .directory)
    var statics: String?

    @Option(name: .customLong("base-url"), help: ArgumentHelp("Where the site will stand, in place of “url” in site.yml.", valueName: "address"))
    var baseURL: String?

    @Option(help: ArgumentHelp("The day that decides what is upcoming (default: today, or the day of SOURCE_DATE_EPOCH).", valueName: "YYYY-MM-DD"))
    var today: Day?

    @Option(help: ArgumentHelp("How messages are written: text, json, github or sarif.", valueName: "format"))
    var format = OutputFormat.text

    @Flag(help: "Name papers that may be exempt in logs and machine formats, too. Without it, and without a terminal, messages about them name their folder.")
    var showExemptPaths = false

    func validate() throws {
        if let baseURL, !(baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://")) || baseURL.contains(where: { " ?#\"<>".contains($0) }) {
            throw ValidationError("--base-url needs a whole address, such as https://meetings.example.gov.uk/")
        }
    }

    func folders(output: String) -> SiteBuilder.Folders {
        SiteBuilder.Folders(content: content, templates: templates ?? "Templates", statics: statics ?? "Public", output: output)
    }

    /// The disk, with the built-in templates and static files behind the user's own.
    var disk: Disk {
        let folders = folders(output: "")
        return BuiltInFiles.behind(
            .real, templates: isMissing(templates) ? nil : folders.templates, statics: isMissing(statics) ? nil : folders.statics)
    }

    /// Whether a folder was named that is not there: a slip, which the built-in files must not hide.
    private func isMissing(_ folder: String?) -> Bool { folder.map { (try? Disk.real.entry($0))??.kind != .folder } ?? false }

    func settings(for authority: Authority) -> SiteSettings {
        SiteSettings(for: authority, baseURL: baseURL, today: day(in: authority.timezone))
    }

    /// The day that decides what is upcoming.
    func day(in timezone: String) -> Day { today ?? Clock.today(in: timezone) }
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) { self.init(iso: argument) }
}

enum Clock {
    /// Today in a time zone. `SOURCE_DATE_EPOCH` (reproducible-builds.org) stands in for the clock where it is set.
    static func today(in timezone: String) -> Day {
        let now = environment("SOURCE_DATE_EPOCH").flatMap(TimeInterval.init).map { Date(timeIntervalSince1970: $0) } ?? Date()
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: timezone) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: now)
        return Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? Day(daysSince1970: 0)
    }
}
