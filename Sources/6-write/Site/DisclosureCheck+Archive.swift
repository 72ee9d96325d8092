import Disclosure
import Model
import Platform
import Results

extension DisclosureCheck {
    /// nil where nothing of an archive is withheld.
    ///
    /// - Parameter results: Those of the last build, which tell whether its files were looked through for the same.
    convenience init?(of archive: Archive, designs: @autoclosure () -> [[UInt8]], disk: Disk, keeping results: SiteResults?) {
        if archive.withheld.sources.isEmpty { return nil }
        let published = (archive.published?.entries.map(\.path) ?? []) + archive.redirects.map { String($0.from.prefix { $0 != "#" }.dropFirst()) }
        let reasons = archive.committees.flatMap(\.meetings).flatMap(\.everyItem).compactMap(\.exemption?.reason)
        let runs = WithheldRuns(archive.withheld, shown: designs() + reasons.map { Array("Reason: \($0)".utf8) }, published: published, disk: disk)
        let name = Question("withheld")
        let number = withUnsafeBytes(of: runs.number) { Array($0) }
        let isSame = results?.book.known(name) == number
        results?.book.keep(name, number, .nothing)
        self.init(runs, looksAgain: !isSame)
    }
}
