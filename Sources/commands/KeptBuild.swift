import ArgumentParser
import Attachments
import Diagnostics
import Foundation
import LastBuild
import Model
import Platform
import Reading
import Results
import Site
import Synchronization

/// Whether and where a build keeps what the next one may use.
struct CacheOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder in which a build keeps what the next one may use (default: beside the site, as ._site.cache).", valueName: "folder"),
        completion: .directory)
    var cache: String?

    @Flag(name: .customLong("no-cache"), help: "Make everything anew, and keep nothing.")
    var isOff = false

    func validate() throws {
        if isOff, cache != nil { throw ValidationError("--cache and --no-cache exclude each other") }
        if cache?.isEmpty ?? false { throw ValidationError("--cache needs the name of a folder") }
    }
}

/// A build's look at the one before it.
struct KeptBuild {
    private let cache: BuildCache
    private let options: SiteOptions
    private let output: String
    /// nil where the state of the sources cannot be told.
    private let inputs: String?
    /// nil where another build uses the cache.
    private let lock: DiskLock?

    init(_ options: SiteOptions, output: String, cache: CacheOptions) {
        self.options = options
        self.output = output
        self.cache = BuildCache(cache.cache ?? SiteFolder.beside(output, ending: ".cache"))
        let (lock, trouble) = self.cache.lock()
        self.lock = lock
        trouble.map { Console.error($0) }
        let folders = options.folders(output: output)
        let sources = [folders.content, folders.templates, folders.statics]
        let words = [Moot.release.description, FileManager.default.currentDirectoryPath, output, options.baseURL ?? ""] + sources
        let now = Int64(Date().timeIntervalSince1970 * 1_000_000_000)
        inputs = LoadedFiles.paths.flatMap { BuildState.inputs(words, folders: sources, files: $0, disk: .real, now: now) }
    }

    /// The last build, where one made now would be the same: from the same sources, on the same day, and its site is as it was left.
    func unchanged() -> LastBuild? {
        guard lock != nil else { return nil }
        let (last, trouble) = cache.last()
        trouble.map { Console.error($0) }
        guard let last, let inputs, last.inputs == inputs, !last.diagnostics.contains(where: KeptBuild.mayBeMended), last.day == options.day(in: last.timezone).iso, last.site == site else { return nil }
        return last
    }

    /// What was missing on this machine may have been installed since.
    private static func mayBeMended(_ diagnostic: Diagnostic) -> Bool { diagnostic.code == "W550" }

    /// The results of the last build, for one that makes anew what has changed.
    func results() -> SiteResults? {
        guard lock != nil, let ground = KeptBuild.ground else { return nil }
        let (last, trouble) = site.map { cache.results(of: $0) } ?? (nil, nil)
        trouble.map { Console.error($0) }
        return SiteResults(last, ground: ground, folder: cache.folder)
    }

    /// What every result depends on: the program and its libraries, and the time zones; nil where that cannot be told.
    private static var ground: UInt64? {
        let timezones = (try? Disk.real.read("/usr/share/zoneinfo/tzdata.zi")).map { Digest.of(bytes: $0) } ?? 0
        return LoadedFiles.number.map { Digest.joining([$0, timezones]) }
    }

    /// The texts that a build kept, for one who only looks at them.
    ///
    /// - Parameter cache: The folder of the cache; nil for the one beside the site.
    static func texts(in cache: String?) -> TextStore? {
        let folder = cache ?? SiteFolder.beside("_site", ending: ".cache")
        let isSaid = Mutex(false)
        return ground.map { ground in
            TextStore(SiteResults.texts(in: folder), ground: ground, isKept: false) {
                if !isSaid.withLock({ said in defer { said = true }; return said }) { Console.error("Some of what the last build kept in \(folder) is damaged; it was read anew.") }
            }
        }
    }

    /// What is known of files that are published as they are, for this build and the next.
    var attachments: FindingsStore { FindingsStore(KeptBuild.attachmentFolder(in: cache.folder), isKept: lock != nil) }

    /// The same for a build that keeps nothing, and for one who only looks at it.
    static func attachments(of output: String = "_site") -> FindingsStore {
        FindingsStore(attachmentFolder(in: SiteFolder.beside(output, ending: ".cache")), isKept: false)
    }

    private static func attachmentFolder(in cache: String) -> String { cache + "/attachments" }

    /// Removes what was kept beside a site.
    static func forget(output: String) { BuildCache(SiteFolder.beside(output, ending: ".cache")).forget() }

    /// The state of the site.
    var site: String? { BuildState.site(output, disk: .real) }

    /// Keeps what was made.
    ///
    /// - Parameter site: Its state, told while no other build could be at it.
    func keep(_ site: String?, _ authority: Authority, pages: Int, meetings: Int, _ diagnostics: [Diagnostic], _ results: SiteResults?) {
        guard lock != nil else { return }
        guard let site else { return cache.forget() }
        if results?.book.hasDamage ?? false { Console.error("Some of what the last build kept in \(cache.folder) is damaged; it was made anew.") }
        if let results, let trouble = cache.keep(results.book.results, of: site) { return Console.error(trouble) }
        guard let inputs else { return }
        let day = options.day(in: authority.timezone).iso
        let build = LastBuild(inputs: inputs, site: site, timezone: authority.timezone, day: day, pages: pages, meetings: meetings, diagnostics: diagnostics)
        cache.keep(build).map { Console.error($0) }
    }
}
