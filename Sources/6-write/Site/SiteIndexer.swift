import Linking
import Platform
import Model
import Pages
import Results
import SearchText
import Search

/// Writes the search index of a site.
struct SiteIndexer {
    let context: PageContext
    let disk: Disk

    /// - Parameter limits: How much of the index stays in memory while it is made.
    func index(_ limits: SearchIndex.Limits = SearchIndex.Limits()) -> SearchIndex {
        let passages = Passages(context.later) { [dates = context.dates] in dates.long($0) }
        return SearchIndex(passages.site, disk: disk, limits: limits)
    }

    /// - Parameter results: Those of the last build; nil where all is made anew.
    /// - Returns: The name of the file that the search begins with.
    func write(to writer: SiteWriter, keeping results: SiteResults?) throws -> String {
        let temporary = try writer.makeTemporaryFolder()
        let put = { @Sendable [writer] (bytes: [UInt8], name: String) in try writer.writeMakingFolder(bytes, to: Route.searchFile(name).file) }
        let catalogue: String
        let last = results.flatMap { lastIndex($0.book, $0.folder + "/search", writer) }
        do {
            catalogue = try index().write(temporary: temporary, taking: last, to: put)
        } catch is DiskError where last != nil {
            // Somebody has been at what was kept: it is done without.
            try writer.removeFolder(of: Route.search.file)
            catalogue = try index().write(temporary: temporary, to: put)
        }
        try writer.removeTemporaryFolder()
        return catalogue
    }

    /// nil where nothing can be kept in the folder.
    private func lastIndex(_ book: ResultBook, _ folder: String, _ writer: SiteWriter) -> LastIndex? {
        guard (try? disk.makeFolder(folder)) != nil else { return nil }
        return LastIndex(book: book, folder: folder, of: [LinkedArchive.question]) { [writer] names in writer.keepMakingFolders(names.map { Route.searchFile($0).file }) }
    }
}
