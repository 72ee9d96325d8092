/// Gathers changes that belong together, and says when it has been quiet for long enough to report them.
///
/// Who saves one file waits for the screen, so one file is reported almost at once. An editor that saves by moving files
/// about takes the old one away first: what has vanished is given time to come back, or a page would be missing for a moment.
struct ChangeBurst {
    /// All times are in milliseconds.
    private enum Quiet {
        static let afterFew = 5
        static let afterMany = 30
        /// While a file is being written, or has vanished.
        static let afterHalf = 60
        static let atMost = 200
    }
    private static let few = 2

    private var paths: Set<String> = []
    private var unfinished: Set<String> = []
    private var isEverything = false
    private var first = 0
    private var last = 0

    var isEmpty: Bool { paths.isEmpty && !isEverything }

    /// When to report; nil where there is nothing.
    var due: Int? {
        if isEmpty { return nil }
        let quiet = !unfinished.isEmpty ? Quiet.afterHalf : paths.count <= ChangeBurst.few ? Quiet.afterFew : Quiet.afterMany
        return min(last + quiet, first + Quiet.atMost)
    }

    /// - Parameter isHalf: Whether more is to be expected: the file has vanished, or somebody is writing it.
    mutating func add(_ path: String, isHalf: Bool = false, at time: Int) {
        note(time)
        paths.insert(path)
        if isHalf { unfinished.insert(path) } else { unfinished.remove(path) }
    }

    mutating func addEverything(at time: Int) {
        note(time)
        isEverything = true
    }

    private mutating func note(_ time: Int) {
        if isEmpty { first = time }
        last = time
    }

    mutating func take() -> FolderWatch.Change {
        defer { self = ChangeBurst() }
        return isEverything ? .everything : .paths(paths.sorted())
    }
}
