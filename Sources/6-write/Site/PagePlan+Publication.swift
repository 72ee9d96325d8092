import Diagnostics
import Platform
import OpenData
import Model
import Permalinks

extension PagePlan {
    /// What was published before: the list of it, the ways on from old addresses, and whether anything would vanish.
    mutating func planPublication(statics: [Copy]) {
        if !maker.changes.isEmpty { planChanges() }
        var planned = Set(pages.map(\.address.path)).union(copies.map(\.path))
        let implied = maker.publication.impliedRedirects { planned.contains($0) }
        implied.forEach { plan($0) }
        planned.formUnion(implied.map(\.path.asPagePath))
        ways = maker.publication.redirects + implied
        let files = RedirectFiles(ways, root: maker.settings.basePath)
        let own = Set(statics.map(\.path))
        if !ways.isEmpty {
            // Who has rules of their own on the server keeps them.
            if !own.contains("_redirects") { addFile("_redirects") { $1 += files.rules } }
            if !own.contains("redirects.nginx.conf") { addFile("redirects.nginx.conf") { $1 += files.nginxLocations } }
        }
        brokenPromises = RedirectRules(maker.publication.redirects).check { planned.contains($0) || isBeside($0) }
            + maker.publication.lostAddresses { planned.contains($0) }
    }

    /// Places in pages that were promised and are no longer there: the pages are made for it, and not written.
    func lostPlaces(with templates: PageTemplates) -> [Diagnostic] {
        let watch = PermalinkAudit(maker.publication, collects: false)
        guard watch.isNeeded else { return [] }
        _ = pages.concurrentMap(state: { (page: [UInt8](), maker: PageMaker(like: maker)) }) { job, bench in
            guard job.isPage, !job.isWayOn else { return }
            bench.page.removeAll(keepingCapacity: true)
            bench.maker.terms.begin()
            try? job.render(templates, bench.maker, &bench.page)
            watch.look(at: job.address, bench.page)
        }
        return watch.lost
    }

    private mutating func planChanges() {
        add(PageMaker.changes) { try $0.changes.render($1.changesPage(nil), into: &$2) }
        for year in maker.changeYears {
            add(PageMaker.changes(in: year)) { try $0.changes.render($1.changesPage(year), into: &$2) }
        }
        addFile(PageMaker.changes.path + "changes.csv") { $0.writeChangesTable(into: &$1) }
        addFile(PageMaker.changes.path + "index.json") { $0.writeChangesData(into: &$1) }
    }

    private func isBeside(_ path: String) -> Bool { [".csv", ".zip"].contains { path.hasSuffix($0) } && filesBeside.contains(path) }

    /// The names of feeds and calendars, which people give to other programs.
    private static let followed = [".xml", ".atom", ".ics"]

    /// The paths that are promised once they are published: every page, every attachment, every feed and calendar, and the
    /// way in to the data. A data file or a PDF beside a page says the same again, and comes and goes with it.
    var promisedAddresses: [String] {
        return pages.filter { job in
            if job.isPage { return !job.isWayOn && job.file != "404.html" }
            return PagePlan.followed.contains { job.file.hasSuffix($0) } || job.file == OParl.system.path + OParl.file
        }.map(\.address.path) + maker.linked.attachments.map(\.path)
    }
}
