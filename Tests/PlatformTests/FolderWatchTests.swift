import Foundation
import Platform
import Testing

/// Both ways of watching keep the same promises.
@Suite(.serialized)
struct FolderWatchTests {
    enum Way: String, CaseIterable, Sendable {
        case real, polling

        var watch: FolderWatch { self == .real ? .real : .polling(every: 0.02) }
    }

    @Test(arguments: Way.allCases)
    func aFileThatIsWrittenMadeOrRemovedIsReported(way: Way) async {
        let folder = WatchedFolder(way.watch, files: ["a.md", "deep/er/b.md"])
        folder.write("more text", to: "a.md")
        #expect(await folder.names(until: ["a.md"]) == ["a.md"])
        folder.forget()
        folder.write("more text", to: "deep/er/b.md")
        #expect(await folder.names(until: ["deep/er/b.md"]) == ["deep/er/b.md"])
        folder.forget()
        folder.remove("deep/er/b.md")
        #expect(await folder.names(until: ["deep/er/b.md"]) == ["deep/er/b.md"])
        folder.forget()
        folder.write("new", to: "c.md")
        #expect(await folder.names(until: ["c.md"]) == ["c.md"])
    }

    @Test(arguments: Way.allCases)
    func whatIsInANewFolderIsReportedHoweverFastItCame(way: Way) async {
        let folder = WatchedFolder(way.watch, files: ["a.md"])
        let wanted = (0..<20).map { "new/\($0)/deep/file.md" }
        for name in wanted { folder.write("text", to: name) }
        #expect(await folder.names(until: wanted).isSuperset(of: wanted))
        folder.forget()
        // And what is done in it later.
        folder.write("other text", to: "new/7/deep/file.md")
        #expect(await folder.names(until: ["new/7/deep/file.md"]) == ["new/7/deep/file.md"])
    }

    @Test(arguments: Way.allCases)
    func aSaveByRenameIsOneChangeOfTheFile(way: Way) async {
        let folder = WatchedFolder(way.watch, files: ["agenda.md", "other.md"])
        for round in 0..<5 {
            folder.forget()
            // As vim does it: a probe, the old file moved aside, a new one, the old one gone.
            folder.write("", to: "4913")
            folder.remove("4913")
            folder.write("swap", to: ".agenda.md.swp")
            folder.move("agenda.md", to: "agenda.md~")
            folder.write("round \(round)", to: "agenda.md")
            folder.remove("agenda.md~")
            #expect(await folder.names(until: ["agenda.md"]) == ["agenda.md"])
            // As many others do it: a new file beside it, moved over it.
            folder.forget()
            folder.write("again \(round)", to: ".agenda.md.tmp")
            folder.move(".agenda.md.tmp", to: "agenda.md")
            #expect(await folder.names(until: ["agenda.md"]) == ["agenda.md"])
        }
    }

    @Test func aFileIsNotReportedAsGoneWhileItIsSaved() async throws {
        let folder = WatchedFolder(.real, files: ["agenda.md"])
        folder.move("agenda.md", to: "agenda.md~")
        try await Task.sleep(for: .milliseconds(20))
        #expect(folder.reports.isEmpty, "it comes back")
        folder.write("new", to: "agenda.md")
        #expect(await folder.names(until: ["agenda.md"]) == ["agenda.md"])
        #expect(folder.reports.count == 1)
    }

    @Test(arguments: Way.allCases)
    func foldersThatMoveAreFollowed(way: Way) async {
        let folder = WatchedFolder(way.watch, files: ["old/deep/a.md", "old/b.md"])
        folder.move("old", to: "new")
        let moved = await folder.names(until: ["old", "new", "new/deep/a.md", "new/b.md"])
        #expect(moved.isSuperset(of: ["old", "new", "new/deep/a.md", "new/b.md"]))
        folder.forget()
        folder.write("changed", to: "new/deep/a.md")
        #expect(await folder.names(until: ["new/deep/a.md"]) == ["new/deep/a.md"])
        folder.forget()
        folder.remove("new")
        #expect(await folder.names(until: ["new"]).contains("new"))
    }

    @Test(arguments: Way.allCases)
    func twoThousandFilesComeInFewReports(way: Way) async {
        let names = (0..<2000).map { "meetings/\($0 % 100)/paper-\($0).md" }
        let folder = WatchedFolder(way.watch, files: names)
        for name in names { folder.write("another branch", to: name) }
        #expect(await folder.names(until: names) == Set(names))
        #expect(folder.reports.count < 100, "\(folder.reports.count) reports")
    }

    @Test func moreThanTheKernelRemembersIsReportedAsEverything() async throws {
        let limit = (try? String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)).flatMap {
            Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        guard let limit, limit <= 20000 else { return }
        let gate = Gate()
        let path = FileManager.default.temporaryDirectory.path + "/moot-watch-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let watching = FolderWatch.real.start([path]) { gate.pass($0) }
        defer { watching.stop() }
        // The first report is held up, while the queue runs over.
        overwrite(path + "/first")
        await gate.entered()
        for number in 0...(limit + 1000) { overwrite(path + "/\(number % 500)-\(number % 3)") }
        gate.open()
        #expect(await gate.saw(.everything))
        // It watches on.
        overwrite(path + "/last")
        #expect(await gate.sawPath(path + "/last"))
    }

    @Test(arguments: Way.allCases)
    func aFolderThatIsNotThereIsWaitedFor(way: Way) async {
        let folder = WatchedFolder(way.watch, isThere: false)
        folder.write("here", to: "a.md")
        if way == .real { #expect(await folder.reportsEverything()) } else { #expect(await folder.names(until: ["a.md"]).contains("a.md")) }
        folder.forget()
        folder.write("again", to: "a.md")
        #expect(await folder.names(until: ["a.md"]) == ["a.md"])
    }

    @Test func aFolderThatIsReplacedIsWatchedAgain() async throws {
        let folder = WatchedFolder(.real, files: ["a.md"])
        try FileManager.default.removeItem(atPath: folder.path)
        #expect(await folder.reportsEverything())
        folder.write("here again", to: "a.md")
        try await Task.sleep(for: .milliseconds(600))
        folder.forget()
        folder.write("and changed", to: "a.md")
        #expect(await folder.names(until: ["a.md"]) == ["a.md"])
    }

    @Test(arguments: Way.allCases)
    func nothingIsReportedOnceItWasStopped(way: Way) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/moot-watch-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let gate = Gate()
        gate.open()
        let watching = way.watch.start([path]) { gate.pass($0) }
        watching.stop()
        try await Task.sleep(for: .milliseconds(50))
        overwrite(path + "/a")
        try await Task.sleep(for: .milliseconds(150))
        #expect(gate.seen.isEmpty)
    }

    @Test func aSaveIsReportedWithinMilliseconds() async {
        let folder = WatchedFolder(.real, files: ["a.md"])
        var times: [Double] = []
        for round in 0..<20 {
            folder.forget()
            let start = ContinuousClock.now
            folder.write("round \(round)", to: "a.md")
            while folder.reports.isEmpty, start.duration(to: .now) < .seconds(2) { try? await Task.sleep(for: .milliseconds(1)) }
            times.append(start.duration(to: .now) / .milliseconds(1))
        }
        #expect(times.sorted()[10] < 40, "\(times.sorted())")
    }
}

/// Holds reports up until it is opened.
private final class Gate: @unchecked Sendable {
    private let condition = NSCondition()
    private var isOpen = false
    private var changes: [FolderWatch.Change] = []

    var seen: [FolderWatch.Change] { condition.withLock { changes } }

    func pass(_ change: FolderWatch.Change) {
        condition.withLock {
            changes.append(change)
            while !isOpen { condition.wait() }
        }
    }

    func open() {
        condition.withLock {
            isOpen = true
            condition.broadcast()
        }
    }

    func entered() async { _ = await wait { !$0.isEmpty } }
    func saw(_ change: FolderWatch.Change) async -> Bool { await wait { $0.contains(change) } }

    func sawPath(_ path: String) async -> Bool {
        await wait { changes in
            changes.contains {
                if case .paths(let paths) = $0 { paths.contains(path) } else { false }
            }
        }
    }

    private func wait(_ isDone: ([FolderWatch.Change]) -> Bool) async -> Bool {
        for _ in 0..<1000 {
            if isDone(seen) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
