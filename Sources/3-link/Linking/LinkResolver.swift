import Diagnostics
import Markdown
import Model

/// Finds where the links of one document lead.
struct LinkResolver {
    let archive: Archive
    let index: SourceIndex
    let referenceTargets: TypedLinkIndex
    let people: People
    /// The source, from the root of the tree.
    let source: String
    /// The meeting it belongs to, if any.
    let meeting: Meeting?
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var usedFiles: Set<String> = []
    /// The places in the source itself: kept no longer than its links are looked at.
    private lazy var ownPlaces = index.entries[source]?.places.find() ?? Places()

    init(archive: Archive, index: SourceIndex, referenceTargets: TypedLinkIndex, people: People, source: String, meeting: Meeting?) {
        self.archive = archive
        self.index = index
        self.referenceTargets = referenceTargets
        self.people = people
        self.source = source
        self.meeting = meeting
    }

    mutating func resolve(_ document: Document) -> DocumentLinks {
        let own = index.entries[source]
        let links = document.links.map { resolve($0.destination, at: $0.location, own: own) }
        let images = document.images.map { image -> Destination in
            image.isMissing || image.source.isEmpty ? .words : resolve(image.source, at: image.location, own: own)
        }
        return DocumentLinks(links: links, images: images)
    }

    private mutating func resolve(_ destination: String, at location: SourceLocation, own: SourceIndex.Entry?) -> Destination {
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

    private mutating func resolveHere(_ fragment: String, at location: SourceLocation, own: SourceIndex.Entry?) -> Destination {
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
        guard let entry = index.entries[target] else {
            if let destination = resolveUnpublished(target, at: location) { return destination }
            return fail(.noSuchSource(path, nearest: nearestPath(to: target)), at: location)
        }
        guard let fragment, !fragment.isEmpty else { return .page(entry.address, fragment: entry.start) }
        guard let anchor = entry.places.all.anchor(fragment) else {
            return fail(.noSuchAnchor(fragment, in: path, nearest: nearest(fragment, in: entry.anchors)), at: location)
        }
        return .page(entry.address, fragment: entry.anchorPrefix + anchor)
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
        let same = index.entries.keys.filter { SourcePath.folder($0) == folder } + index.files.filter { SourcePath.folder($0) == folder }
        return same.map(SourcePath.name).sorted().nearest(to: SourcePath.name(target))
            ?? index.entries.keys.filter { SourcePath.name($0) == SourcePath.name(target) }.min().map(relative)
    }

    /// The way to another source as a link writes it.
    private func relative(_ target: String) -> String {
        Address(SourcePath.folder(source) + "/").reference(to: target)
    }

    // MARK: Schemes

    private mutating func resolveScheme(_ scheme: String, _ name: String, _ written: String, at location: SourceLocation) -> Destination {
        switch scheme {
        case "minute": return resolvePart(name, written, at: location, kind: "minute", find: referenceTargets.minute)
        case "item": return resolvePart(name, written, at: location, kind: "item", find: referenceTargets.item)
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
            if let person = people.person(slug: name) { return .page(person.address, fragment: nil) }
            return fail(.noSuchTarget(kind: "person", name: name, nearest: people.slugs.nearest(to: name)), at: location)
        case "term":
            guard let term = referenceTargets.term(name) else {
                return fail(.noSuchTarget(kind: "term", name: name, nearest: referenceTargets.terms.keys.sorted().nearest(to: name)), at: location)
            }
            return .page(GlossaryAnchor.page, fragment: GlossaryAnchor.make(term))
        default: return .elsewhere(written)
        }
    }

    private mutating func resolveMeeting(_ name: String, at location: SourceLocation) -> Destination {
        guard let meeting = referenceTargets.meeting(name, near: meeting) else {
            return fail(.noSuchTarget(kind: "meeting", name: name, nearest: referenceTargets.nearestMeeting(to: name, near: meeting)), at: location)
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
            owner = referenceTargets.meeting(meetingName, near: meeting)
            if owner == nil {
                return fail(.noSuchTarget(kind: "meeting", name: meetingName, nearest: referenceTargets.nearestMeeting(to: meetingName, near: meeting)), at: location)
            }
        } else {
            owner = meeting
        }
        guard let owner else { return fail(.noMeetingHere(written), at: location) }
        guard let (address, anchor) = find(label, owner) else {
            return fail(.noSuchTarget(kind: kind, name: label, nearest: referenceTargets.labels(kind, in: owner).nearest(to: label)), at: location)
        }
        return .page(address, fragment: anchor)
    }

    private mutating func fail(_ problem: LinkingProblem, at location: SourceLocation) -> Destination {
        diagnostics.append(Diagnostic(problem, at: location))
        return .words
    }
}
