import Diagnostics
import Linking
import Machine
import Reading
import Rules
import Site

/// What is kept from one change to the next.
struct PreviewWork {
    private let options: PreviewSite.Options
    private let disk: Disk
    private let folders: SiteBuilder.Folders
    private var linked: LinkedArchive?

    init(_ options: PreviewSite.Options, disk: Disk) {
        self.options = options
        self.disk = disk
        folders = SiteBuilder.Folders(content: options.content, templates: options.templates, statics: options.statics, output: "")
    }

    struct Found {
        var diagnostics: [Diagnostic] = []
        /// nil where there is an error.
        var pages: ShownPages?
        var edited: [PreviewSite.EditedPage] = []
    }

    mutating func update(_ paths: [String]?) -> Found {
        linked = nil
        var found = Found()
        let read = ArchiveReader(disk: disk).read(options.content)
        found.diagnostics = read.diagnostics
        guard let archive = read.archive else { return found }
        let (linked, diagnostics) = LinkedArchive.link(archive)
        found.diagnostics += diagnostics
        let design = SiteDesign.load(folders, disk: disk)
        found.diagnostics += design.diagnostics
        guard !found.diagnostics.contains(where: { $0.severity == .error }) else { return found }
        let settings = SiteSettings(for: archive.authority, baseURL: options.baseURL, today: options.today(archive.authority.timezone))
        let site = SiteBuilder(folders: folders, settings: settings, disk: disk).files(of: linked, with: design)
        found.diagnostics += site.diagnostics
        found.pages = site.files.map { ShownPages(linked: linked, files: $0) }
        self.linked = linked
        return found
    }

    mutating func advise() -> [Diagnostic] {
        guard let linked else { return [] }
        return Rules.check(linked, today: options.today(linked.archive.authority.timezone))
    }
}
