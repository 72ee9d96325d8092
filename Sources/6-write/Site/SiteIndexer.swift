import Platform
import Model
import SearchText
import Search

/// Writes the search index of a site.
struct SiteIndexer {
    let maker: PageMaker
    let disk: Disk

    /// - Parameter limits: How much of the index stays in memory while it is made.
    func index(_ limits: SearchIndex.Limits = SearchIndex.Limits()) -> SearchIndex {
        let passages = Passages(maker.registers) { [dates = maker.dates] in dates.long($0) }
        return SearchIndex(passages.site, disk: disk, limits: limits)
    }

    func write(to writer: SiteWriter) throws {
        let temporary = try writer.makeTemporaryFolder()
        maker.catalogue.name = try index().write(temporary: temporary) { [writer] bytes, name in
            try writer.writeMakingFolder(bytes, to: Route.searchFile(name).file)
        }
        try writer.removeTemporaryFolder()
    }
}
