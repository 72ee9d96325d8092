import Diagnostics
import Platform
import OpenData
import Model
import Pages
import Permalinks

extension PagePlan {
    /// What was published before: the ways on from old addresses, and whether anything would vanish. All else is planned already.
    mutating func planPublication(statics: [Copy]) {
        let redirects = context.publication.redirects
        guard !redirects.isEmpty || context.publication.record != nil else { return }
        let planned = plannedFiles(beside: redirects.isEmpty ? [] : [.redirectRules, .redirectLocations])
        let rules = RedirectRules(redirects, planned: planned, isInDoubt: isInDoubt)
        faultsOfRedirects = rules.diagnostics
        let sound = rules.sound.filter { $0.fragment == nil }
        sound.forEach { plan($0) }
        var waysOn = Set(sound.map(\.path.asPagePath))
        let implied = context.publication.impliedRedirects { planned.contains($0) || waysOn.contains($0) }
        implied.forEach { plan($0) }
        waysOn.formUnion(implied.map(\.path.asPagePath))
        ways = redirects + implied
        planWaysForServers(statics: Set(statics.map(\.path)))
        brokenPromises = context.publication.lostAddresses { planned.contains($0) || waysOn.contains($0) }
    }

    /// Who has rules of their own on the server keeps them.
    private mutating func planWaysForServers(statics: Set<String>) {
        guard !ways.isEmpty else { return }
        let files = RedirectFiles(ways, root: context.settings.basePath)
        if !statics.contains(Route.redirectRules.file) { add(PageFile(Route.redirectRules.file) { $1 += files.rules }, isAlwaysMade: true) }
        if !statics.contains(Route.redirectLocations.file) { add(PageFile(Route.redirectLocations.file) { $1 += files.nginxLocations }, isAlwaysMade: true) }
    }

    /// All that the site has beside the pages at old addresses.
    private func plannedFiles(beside others: [Route]) -> PlannedFiles {
        PlannedFiles(
            pages: pages.filter(\.isPage).map(\.address), files: pages.filter { !$0.isPage }.map(\.file) + copies.map(\.path) + texts.map(\.path) + others.map(\.file),
            beside: { [self] in isPrinted ? filesBeside.union(pdfs) : filesBeside })
    }

    /// Of what could not be read, nobody knows whether it gives a page.
    private func isInDoubt(_ path: String) -> Bool {
        guard isFaulty else { return false }
        let sources = Route(path: path)?.sources ?? []
        return sources.isEmpty || sources.contains { context.archive.sources.contains($0) }
    }

    /// Places in pages that were promised and are no longer there, and those that `redirects.yml` asks for: the pages are made for it,
    /// and not written.
    func lostPlaces(with templates: PageTemplates) -> [Diagnostic] {
        let audit = PermalinkAudit(context.publication, collects: false)
        guard audit.isNeeded else { return [] }
        let wanted = pages.filter { !$0.isWayOn && audit.concerns($0.address) }
        _ = wanted.concurrentMap(state: { (buffer: [UInt8](), builder: PageBuilder(context)) }) { job, bench in
            guard case .page(let page) = job.content else { return }
            var buffer: [UInt8] = []
            swap(&buffer, &bench.buffer)
            guard let rendered = try? templates.render(page, by: bench.builder, into: buffer) else { return }
            audit.look(at: job.address, rendered.bytes)
            bench.buffer = rendered.bytes
        }
        return audit.lost
    }

    /// The names of feeds and calendars, which people give to other programs.
    private static let followed = [".xml", ".atom", ".ics"]

    /// The paths that are promised once they are published: every page, every attachment, every feed and calendar, and the
    /// way in to the data. A data file or a PDF beside a page says the same again, and comes and goes with it.
    var promisedAddresses: [String] {
        return pages.filter { job in
            if job.isPage { return !job.isWayOn && job.file != Route.notFound.file }
            return PagePlan.followed.contains { job.file.hasSuffix($0) } || job.file == OParl.system.path + OParl.file
        }.map(\.address.path) + context.linked.attachments.map(\.path)
    }
}
