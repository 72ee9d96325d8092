import Diagnostics
import Markdown
import Model

/// Finds where the links of one document lead.
struct LinkResolver {
    let archive: Archive
    let tables: LinkTables
    let sources: SourcesNow
    /// The source, from the root of the tree.
    let source: String
    /// The meeting it belongs to, if any.
    let meeting: Meeting?
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var usedFiles: Set<String> = []
    /// The places in the source itself: kept no longer than its links are looked at.
    private lazy var ownPlaces = sources[source]?.places.find() ?? Places()

    private var index: SourceIndex { tables.index }
    private var typed: TypedLinkIndex { tables.typed }

    init(_ archive: Archive, _ tables: LinkTables, _ sources: SourcesNow, source: String, meeting: Meeting?) {
        (self.archive, self.tables, self.sources) = (archive, tables, sources)
        self.source = source
        self.meeting = meeting
    }

    mutating func resolve(_ document: Document) -> DocumentLinks {
        let own = sources[source]
        let links = document.links.map { resolve($0.destination, at: $0.location, own: own) }
        let images = document.images.map { image -> Destination in
            image.isMissing || image.source.isEmpty ? .words : resolve(image.source, at: image.location, own: own)
        }
        return DocumentLinks(links: links, images: images)
    }

    private mutating func resolve(_ destination: String, at location: SourceLocation, own: PublishedSource?) -> Destination {
        if destination.utf8.contains(0xE2), destination.contains(where: { "“”".contains($0) }) { return fail(.curlyQuotes, at: location) }
        if let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")), !destination[..<colon].utf8.contains(UInt8(ascii: "/")) {
            let name = destination[destination.utf8.index(after: colon)...]
            return resolveScheme(String(destination[..<colon]), String(name), destination, at: location)
        }
        if destination.hasPrefix("//") { return .elsewhere(destination) }
        let (path, fragment) = SourcePath.split(destination)
        if path.isEmpty { return resolveHere(fragment ?? "", at: location, own: own) }
        return resolveSource(path, fragment, written: destination, at: location)
    }

    // MARK: Paths

    private mutating func resolveHere(_ fragment: String, at location: SourceLocation, own: PublishedSource?) -> Destination {
        if fragment.isEmpty { return .here(fragment: "") }
        guard own != nil else { return .here(fragment: fragment) }
        guard let anchor = ownPlaces.anchor(fragment) else {
            return fail(.noSuchAnchor(fragment, in: SourcePath.name(source), nearest: nearest(fragment, in: ownPlaces.anchors)), at: location)
        }
        return .here(fragment: anchor)
    }

    private mutating func resolveSource(_ path: String, _ fragment: String?, written: String, at location: SourceLocation) -> Destination {
        guard let target = SourcePath.join(path, from: source) else {
            return fail(.noSuchSource(written, nearest: nil), at: location)
        }
        if index.files.contains(target) {
            usedFiles.insert(target)
            return .file(Route.published(target))
        }
        guard let published = sources[target] else {
            if let destination = resolveUnpublished(target, at: location) { return destination }
            return fail(.noSuchSource(path, nearest: nearestPath(to: target)), at: location)
        }
        guard let fragment, !fragment.isEmpty else { return .page(published.address, fragment: published.start) }
        let places = sources.places(in: published)
        guard let anchor = places.anchor(fragment) else {
            return fail(.noSuchAnchor(fragment, in: path, nearest: nearest(fragment, in: places.anchors)), at: location)
        }
        return .page(published.address, fragment: published.anchorPrefix + anchor)
    }

    /// For a source that is there and has no page: exempt, or at fault, which was said already. The line of the link is
    /// not shown, because its words may be those of an exempt paper.
    private mutating func resolveUnpublished(_ target: String, at location: SourceLocation) -> Destination? {
        let isExempt = target.split(separator: "/").contains("exempt")
        guard isExempt || archive.sources.contains(target) else { return nil }
        if meeting?.exemptLinks.contains(location) ?? false { return .words }
        if !archive.isIncomplete || isExempt { diagnostics.append(Diagnostic(LinkingProblem.notPublished, at: location, withholdsLine: true)) }
        return .words
    }

    private func nearest(_ fragment: String, in anchors: Set<String>) -> String? { anchors.sorted().nearest(to: fragment) }

    private func nearestPath(to target: String) -> String? {
        let folder = SourcePath.folder(target)
        let same = index.positions.keys.filter { SourcePath.folder($0) == folder } + index.files.filter { SourcePath.folder($0) == folder }
        return same.map(SourcePath.name).sorted().nearest(to: SourcePath.name(target))
            ?? index.positions.keys.filter { SourcePath.name($0) == SourcePath.name(target) }.min().map(relative)
    }

    /// The way to another source as a link writes it.
    private func relative(_ target: String) -> String {
        Address(SourcePath.folder(source) + "/").reference(to: target)
    }

    // MARK: Schemes

    private mutating func resolveScheme(_ scheme: String, _ name: String, _ written: String, at location: SourceLocation) -> Destination {
        switch scheme {
        case "minute": return resolvePart(name, written, at: location, kind: "minute", find: typed.minute)
        case "item": return resolvePart(name, written, at: location, kind: "item", find: typed.item)
        case "meeting": return resolveMeeting(name, at: location)
        case "committee":
            guard let committee = archive.committees.first(where: { $0.slug == name }) else {
                return fail(.noSuchTarget(kind: "committee", name: name, nearest: archive.committees.map(\.slug).nearest(to: name)), at: location)
            }
            return .page(committee.address, fragment: nil)
        case "strategy":
            guard let strategy = archive.strategies.first(where: { $0.slug == name }) else {
                return fail(.noSuchTarget(kind: "strategy", name: name, nearest: archive.strategies.map(\.slug).nearest(to: name)), at: location)
            }
            return .page(strategy.address, fragment: nil)
        case "person":
            if let person = tables.people.person(slug: name) { return .page(person.address, fragment: nil) }
            return fail(.noSuchTarget(kind: "person", name: name, nearest: tables.people.slugs.nearest(to: name)), at: location)
        case "term":
            guard let term = typed.term(name) else {
                return fail(.noSuchTarget(kind: "term", name: name, nearest: typed.terms.keys.sorted().nearest(to: name)), at: location)
            }
            return .page(GlossaryAnchor.page, fragment: GlossaryAnchor.make(term))
        default: return .elsewhere(written)
        }
    }

    private mutating func resolveMeeting(_ name: String, at location: SourceLocation) -> Destination {
        guard let meeting = typed.meeting(name, near: meeting, in: archive) else {
            return fail(.noSuchTarget(kind: "meeting", name: name, nearest: typed.nearestMeeting(to: name, near: meeting, in: archive)), at: location)
        }
        return .page(meeting.address, fragment: nil)
    }

    /// `62` of this meeting, or `2017-01-26/62` of this committee.
    private mutating func resolvePart(
        _ name: String, _ written: String, at location: SourceLocation, kind: String,
        find: (String, Meeting) -> (Address, String)?
    ) -> Destination {
        let label = name.split(separator: "/").last.map(String.init) ?? ""
        let owner: Meeting?
        if let slash = name.lastIndex(of: "/") {
            let meetingName = String(name[..<slash])
            owner = typed.meeting(meetingName, near: meeting, in: archive)
            if owner == nil {
                return fail(.noSuchTarget(kind: "meeting", name: meetingName, nearest: typed.nearestMeeting(to: meetingName, near: meeting, in: archive)), at: location)
            }
        } else {
            owner = meeting
        }
        guard let owner else { return fail(.noMeetingHere(written), at: location) }
        guard let (address, anchor) = find(label, owner) else {
            return fail(.noSuchTarget(kind: kind, name: label, nearest: typed.labels(kind, in: owner).nearest(to: label)), at: location)
        }
        return .page(address, fragment: anchor)
    }

    private mutating func fail(_ problem: LinkingProblem, at location: SourceLocation) -> Destination {
        diagnostics.append(Diagnostic(problem, at: location))
        return .words
    }
}
