/// Tells what is changed below some folders: a small injected value like `Disk`.
///
/// Hidden files and what editors put beside a file while they save it are left out.
package struct FolderWatch: Sendable {
    /// What was changed since the last report.
    package enum Change: Sendable, Equatable {
        /// Files and folders that were written, made, moved or removed, sorted. Each begins with its folder as it was named.
        case paths([String])
        /// It cannot be told; whoever wants to know must look at everything.
        case everything
    }

    /// Begins to watch, and has begun when it returns. Reports come from a thread of the watch's own, one after the other;
    /// what is changed while a report is looked at comes with the next one. A folder that is not there is waited for.
    package var start: @Sendable (_ folders: [String], _ report: @escaping @Sendable (Change) -> Void) -> Watching

    package init(start: @escaping @Sendable (_ folders: [String], _ report: @escaping @Sendable (Change) -> Void) -> Watching) {
        self.start = start
    }

    /// What this machine does best.
    package static var real: FolderWatch {
        #if os(Linux)
        .inotify
        #else
        .polling()
        #endif
    }

    /// Looks at everything again and again: for disks that tell nothing, such as some network drives.
    ///
    /// - Parameter interval: In seconds. Where a look takes long, the pause is four times as long as the look.
    package static func polling(every interval: Double = 0.25) -> FolderWatch {
        FolderWatch { folders, report in
            let named = folders.map(trimmed)
            let first = FolderSnapshot(named)
            return Watching.begin { stop in PollingWatch(folders: named, interval: interval, last: first).run(until: stop, report) }
        }
    }

    #if os(Linux)
    /// Asks the kernel, and looks by itself where the kernel watches no more folders.
    package static let inotify = FolderWatch { folders, report in
        let named = folders.map(trimmed)
        guard let watch = InotifyWatch(folders: named), watch.begin() else { return polling().start(named, report) }
        return Watching.begin { stop in
            if watch.run(until: stop, report) { return }
            let last = FolderSnapshot(named)
            report(.everything)
            PollingWatch(folders: named, interval: 0.25, last: last).run(until: stop, report)
        }
    }
    #endif

    /// Without slashes at its end, as the readers of the folders have it.
    private static func trimmed(_ folder: String) -> String {
        var name = folder[...]
        while name.count > 1, name.hasSuffix("/") { name.removeLast() }
        return String(name)
    }

    /// Whether a file or folder is nobody's business: hidden, or made by an editor for as long as it saves.
    static func isIgnored(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name == "4913" || (name.hasPrefix("#") && name.hasSuffix("#"))
    }
}
