import Foundation
import Machine

/// `moot check --watch`: checks at once, and again whenever something is saved, until it is stopped.
struct WatchedCheck {
    let options: SiteOptions

    func run() {
        let saved = DispatchSemaphore(value: 0)
        let watching = FolderWatch.real.start(options.watched) { _ in saved.signal() }
        withExtendedLifetime(watching) {
            while true {
                check()
                saved.wait()
                // What was saved meanwhile is looked at together.
                while saved.wait(timeout: .now()) == .success {}
            }
        }
    }

    private func check() {
        let result = CheckResult(options)
        if Console.isTerminal { Console.write("\u{1B}[2J\u{1B}[H") } else { Console.write("\n") }
        Messages(format: .text, disk: .real).show(result.diagnostics)
        Console.write("\(time)  \(result.summary)\(result.diagnostics.isEmpty ? "" : ".") Waiting for changes; Ctrl-C ends it.\n")
    }

    private var time: String {
        var now = time_t()
        Foundation.time(&now)
        var parts = tm()
        localtime_r(&now, &parts)
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }
}
