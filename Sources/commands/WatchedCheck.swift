import Diagnostics
import Foundation
import Platform
import Preview

/// `moot check --watch`: checks at once, and again whenever something is saved, until it is stopped. What was not saved is
/// not read again.
struct WatchedCheck {
    let options: SiteOptions

    func run() -> Never {
        let site = PreviewSite(options.shown, disk: options.disk)
        // What is saved before the first look at everything waits for it.
        let turn = NSLock()
        turn.lock()
        let watching = FolderWatch.real.start(options.watched) { change in
            turn.withLock {
                site.update(change.paths)
                site.advise()
                show(site.lookIntoAttachments().diagnostics)
            }
        }
        site.update(nil)
        site.advise()
        show(site.lookIntoAttachments().diagnostics)
        turn.unlock()
        withExtendedLifetime(watching) { dispatchMain() }
    }

    private func show(_ diagnostics: [Diagnostic]) {
        if Console.isTerminal { Console.write("\u{1B}[2J\u{1B}[H") } else { Console.write("\n") }
        Messages(format: .text, disk: options.disk, showsExemptPaths: options.showExemptPaths).show(diagnostics)
        let summary = diagnostics.isEmpty ? "Nothing is wrong." : Messages.count(diagnostics) + "."
        Console.write("\(Clock.time)  \(summary) Waiting for changes; Ctrl-C ends it.\n")
    }
}
