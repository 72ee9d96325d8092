import Machine
import Packs
import Passages
import Search

/// Writes the search index of a site.
struct SiteIndexer {
    let maker: PageMaker
    let writer: SiteWriter
    let disk: Disk

    func write() throws {
        let passages = Passages(maker.registers) { [dates = maker.dates] in dates.long($0) }
        let temporary = try writer.makeTemporaryFolder()
        maker.catalogue.name = try SearchIndex(passages.site, disk: disk).write(temporary: temporary) { [writer] bytes, path in
            try writer.writeMakingFolder(bytes, to: path)
        }
        try writer.removeTemporaryFolder()
    }
}
