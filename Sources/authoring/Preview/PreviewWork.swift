import Attachments
import Diagnostics
import Linking
import Platform
import Model
import Reading
import MeetingChecks
import Pages
import Site
import TextChecks

/// The checks that take longer than a page may wait for: the law's rules, whether texts can be read with ease, and whether
/// a page still has the places that were promised.
struct Advice: Sendable {
    let linked: LinkedArchive
    let today: Day
    /// nil where no page can be made.
    let files: SiteFiles?
    let attachments: FindingsStore
    let disk: Disk

    /// - Parameter isWanted: Asked again and again; once the answer is no longer wanted, what is given is not all.
    func diagnostics(while isWanted: @escaping @Sendable () -> Bool) -> [Diagnostic] {
        let found = MeetingRules.check(linked, today: today, while: isWanted) + TextRules.check(linked, while: isWanted)
        return isWanted() ? found + (files?.lostPlaces ?? []) : found
    }

    /// What stands in files, and takes longest to find.
    func findings(while isWanted: @escaping @Sendable () -> Bool) -> [Diagnostic] {
        AttachmentKinds.check(linked, disk: disk) + AttachmentReview(keepingIn: attachments, disk: disk).check(linked, while: isWanted)
    }
}

/// A build whose results stay in memory, from one change to the next.
struct PreviewWork {
    private let options: PreviewSite.Options
    private let disk: Disk
    private let folders: SiteBuilder.Folders
    private var sources: SourceFolder
    private let links = Memory()
    private let plans = Memory()
    private var design: SiteDesign?
    /// What the last change gave; nil where it left an error.
    private var shown: ShownPages?
    private var linked: LinkedArchive?

    init(_ options: PreviewSite.Options, disk: Disk) {
        self.options = options
        self.disk = disk
        sources = SourceFolder(options.content, disk: disk, store: options.texts)
        folders = SiteBuilder.Folders(content: options.content, templates: options.templates, statics: options.statics, output: "")
    }

    struct Found {
        var diagnostics: [Diagnostic] = []
        /// nil where there is an error.
        var pages: ShownPages?
        var edited: [PreviewSite.EditedPage] = []
        var isNarrow = false

        var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    }

    mutating func update(_ paths: [String]?) -> Found {
        let before = shown
        (shown, linked) = (nil, nil)
        if paths?.contains(where: isOfDesign) ?? true { design = nil }
        let design = design ?? SiteDesign.load(folders, disk: disk)
        self.design = design
        var found = Found(diagnostics: design.diagnostics)
        let (archive, diagnostics) = sources.read(paths.map { paths in .paths(paths.filter { !isOfDesign($0) }) } ?? .everything)
        // What a reading notes is for a check: answers of the author, and minutes that are kept back.
        found.diagnostics += diagnostics.filter { $0.severity != .note }
        guard let archive else { return found }
        let result = LinkedArchive.link(archive, keeping: links)
        found.diagnostics += result.diagnostics
        linked = result.linked
        let settings = SiteSettings(for: archive.authority, baseURL: options.baseURL, today: options.today(archive.authority.timezone))
        let builder = SiteBuilder(folders: folders, settings: settings, disk: disk)
        guard !found.hasErrors else {
            found.diagnostics += builder.faultsOfRedirects(result.linked, with: design)
            return found
        }
        let made = builder.files(of: result.linked, with: design, keeping: plans)
        found.diagnostics += made.diagnostics
        found.pages = made.files.map { ShownPages(linked: result.linked, files: $0, content: sources.root) }
        found.isNarrow = made.files?.areLaidOut(like: before?.files) ?? false
        shown = found.pages
        found.edited = found.pages?.edited(relative(paths ?? []), since: before) ?? []
        return found
    }

    /// Paths from the root of the source tree, of those that lie in it.
    private func relative(_ paths: [String]) -> [String] {
        let root = options.content.hasSuffix("/") ? options.content : options.content + "/"
        return paths.filter { $0.hasPrefix(root) }.map { String($0.dropFirst(root.count)) }
    }

    /// Whether a path lies in the templates or the static files.
    private func isOfDesign(_ path: String) -> Bool {
        [options.templates, options.statics].contains { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    }

    /// What a look at all texts would tell; nil where they cannot be read.
    var advice: Advice? {
        linked.map { Advice(linked: $0, today: options.today($0.archive.authority.timezone), files: shown?.files, attachments: options.attachments, disk: disk) }
    }
}
