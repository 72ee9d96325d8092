import Platform
import Model
import Pages
import SearchText
import Search

/// Writes the search index of a site.
struct SiteIndexer {
    let context: PageContext
    let disk: Disk

    /// - Parameter limits: How much of the index stays in memory while it is made.
    func index(_ limits: SearchIndex.Limits = SearchIndex.Limits()) -> SearchIndex {
        let passages = Passages(context.registers) { [dates = context.dates] in dates.long($0) }
        return SearchIndex(passages.site, disk: disk, limits: limits)
    }

    /// - Returns: The name of the file that the search begins with.
    func write(to writer: SiteWriter) throws -> String {
        let temporary = try writer.makeTemporaryFolder()
        let catalogue = try index().write(temporary: temporary) { [writer] bytes, name in
            try writer.writeMakingFolder(bytes, to: Route.searchFile(name).file)
        }
        try writer.removeTemporaryFolder()
        return catalogue
    }
}
