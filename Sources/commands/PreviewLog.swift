import Diagnostics
import Foundation
import Platform
import Preview
import Synchronization

/// Says in the terminal what the preview does: a line for each change, and what is wrong, once.
///
/// Files are named only where the site has a page of them, as the name of an exempt paper must not be seen.
final class PreviewLog: Sendable {
    private let messages: Messages
    private let folders: [String]
    private let said = Mutex<Set<Diagnostic>>([])

    init(_ options: SiteOptions, disk: Disk) {
        messages = Messages(format: options.format, disk: disk, showsExemptPaths: true)
        folders = options.watched
    }

    func began(_ update: PreviewSite.Update) {
        say(update)
        if !update.diagnostics.isEmpty { Console.error(Messages.count(update.diagnostics) + ".") }
        if !update.isShown { Console.error("There is no site to show until the errors are mended; the browser lists them, too.") }
    }

    func changed(_ change: FolderWatch.Change, _ update: PreviewSite.Update, after duration: Duration) {
        say(update)
        let milliseconds = max(1, Int(duration / .milliseconds(1)))
        var line = "\(Clock.time)  \(what(change, update)): "
        line += update.isShown ? "shown after \(milliseconds) ms" : "not shown, the page stays as it was"
        let errors = update.diagnostics.filter { $0.severity == .error }
        if !errors.isEmpty { line += " (\(Messages.count(errors)))" }
        Console.write(line + "\n")
    }

    /// Only what is new since the change.
    func advised(_ update: PreviewSite.Update) { say(update) }

    /// What was not said already, as long as it lasts. Before the longer checks were made it is not known what has ended.
    private func say(_ update: PreviewSite.Update) {
        let all = Set(update.diagnostics)
        let new = said.withLock { said in
            defer { said = update.isAdvised ? all : said.union(all) }
            return all.subtracting(said)
        }
        messages.show(Array(new))
    }

    /// "Winter plan", "3 files in Content", "everything".
    private func what(_ change: FolderWatch.Change, _ update: PreviewSite.Update) -> String {
        guard let paths = change.paths else { return "everything" }
        if let page = update.edited.first, paths.count <= 2 { return page.title }
        let touched = folders.filter { folder in paths.contains { $0 == folder || $0.hasPrefix(folder + "/") } }
        return "\(paths.count) \(paths.count == 1 ? "file" : "files") in \(touched.joined(separator: " and "))"
    }
}

extension Clock {
    /// "14:02:11"
    static var time: String {
        let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
        return [parts.hour, parts.minute, parts.second].map { String(format: "%02d", $0 ?? 0) }.joined(separator: ":")
    }
}
