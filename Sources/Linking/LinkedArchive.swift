import Diagnostics
import Markdown
import Packs

/// The archive with every reference resolved: what pages are made from. One object that all threads share, since its parts
/// are many and each page would copy them.
public final class LinkedArchive: Sendable {
    public let archive: Archive
    /// By meeting.
    public let meetings: [Address: MeetingLinks]
    public let people: People
    /// What texts refer to in plain words, and the way back.
    public let references: References
    public let tableFiles: TableFiles
    /// Files to publish as they are.
    public let attachments: [Attachment]
    private let documents: [ObjectIdentifier: DocumentLinks]

    init(
        archive: Archive, meetings: [Address: MeetingLinks], people: People, references: References, tableFiles: TableFiles,
        attachments: [Attachment], documents: [ObjectIdentifier: DocumentLinks]
    ) {
        self.archive = archive
        self.meetings = meetings
        self.people = people
        self.references = references
        self.tableFiles = tableFiles
        self.attachments = attachments
        self.documents = documents
    }
    /// Resolves all references of an archive, and says what is wrong with them.
    public static func link(_ archive: Archive) -> (linked: LinkedArchive, diagnostics: [Diagnostic]) {
        var linker = Linker(archive)
        linker.run()
        let documents = linker.documents
        let references = References(archive, people: linker.people, meetings: linker.meetings) {
            documents[ObjectIdentifier($0)] ?? DocumentLinks(links: [], images: [])
        }
        let linked = LinkedArchive(
            archive: archive, meetings: linker.meetings, people: linker.people, references: references, tableFiles: TableFiles(archive),
            attachments: linker.publishedAttachments(), documents: linker.documents)
        return (linked, linker.diagnostics)
    }

    /// Where the links of a document lead.
    public func links(of document: Document) -> DocumentLinks {
        documents[ObjectIdentifier(document)] ?? DocumentLinks(links: [], images: [])
    }

    public func destination(of link: NamedLink) -> Destination { links(of: link.document).links[link.link] }
}

/// Walks the archive once.
struct Linker {
    let archive: Archive
    let index: SourceIndex
    let things: ThingIndex
    let people: People
    private(set) var documents: [ObjectIdentifier: DocumentLinks] = [:]
    private(set) var meetings: [Address: MeetingLinks] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    private var usedFiles: Set<String> = []

    init(_ archive: Archive) {
        self.archive = archive
        index = SourceIndex(archive)
        things = ThingIndex(archive)
        people = People(archive, report: &diagnostics)
    }

    mutating func run() {
        for committee in archive.committees {
            checkParent(of: committee)
            if let text = committee.termsOfReference { resolve(text.document, from: "committees/\(committee.slug)/committee.md", meeting: nil) }
            for meeting in committee.meetings { link(meeting) }
        }
        for strategy in archive.strategies { link(strategy) }
        for page in archive.pages { resolve(page.text, from: "pages/\(page.slug).md", meeting: nil) }
        diagnostics += ReferenceCycle.find(in: archive, meetings: meetings, documents: documents)
        checkNavigation()
        checkGlossary()
        checkRedirects()
    }

    /// The files of papers' folders, and those that a source links to.
    mutating func publishedAttachments() -> [Attachment] {
        let papers = archive.committees.flatMap(\.meetings).flatMap(\.papers).flatMap(\.attachments)
        let loose = archive.committees.flatMap(\.meetings).flatMap(\.attachments) + archive.strategies.flatMap(\.attachments)
        let pages = archive.attachments.filter { usedFiles.contains("pages/" + $0.path) }
        let used = loose.filter { usedFiles.contains($0.path) }
        let unused = loose.filter { !usedFiles.contains($0.path) } + archive.attachments.filter { !usedFiles.contains("pages/" + $0.path) }
        diagnostics += unused.map { Diagnostic(LinkingProblem.unusedAttachment, at: Place($0.source)) }
        return papers + used + pages
    }

    private mutating func link(_ meeting: Meeting) {
        let folder = meeting.address.path
        if let notice = meeting.notice { resolve(notice.document, from: folder + "agenda.md", meeting: meeting) }
        for supplement in meeting.supplements {
            if let notice = supplement.notice { resolve(notice.document, from: folder + supplement.slug + ".md", meeting: meeting) }
        }
        if let minutes = meeting.minutes { resolve(minutes.document, from: folder + "minutes.md", meeting: meeting) }
        for paper in meeting.papers {
            resolve(paper.text, from: folder + paper.slug + ".md", meeting: meeting)
            for property in paper.properties {
                if let value = property.value { resolve(value, from: folder + paper.slug + ".md", meeting: meeting) }
            }
        }
        let documents = documents
        meetings[meeting.address] = MeetingLinks(
            meeting, resolve: { documents[ObjectIdentifier($0.document)]?.links[$0.link] ?? .words }, report: &diagnostics)
    }

    private mutating func link(_ strategy: Strategy) {
        let folder = strategy.address.path
        resolve(strategy.cover, from: folder + "strategy.md", meeting: nil)
        for chapter in strategy.chapters { resolve(chapter.text, from: folder + chapter.slug + ".md", meeting: nil) }
        if let older = strategy.supersedes, !archive.strategies.contains(where: { $0.slug == older }) {
            tell(.noSuchThing(kind: "strategy", name: older, nearest: archive.strategies.map(\.slug).nearest(to: older)), at: strategy.place)
        }
        if let adopted = strategy.adoptedAt, things.meeting(adopted, near: nil) == nil {
            tell(.noSuchThing(kind: "meeting", name: adopted, nearest: things.nearestMeeting(to: adopted, near: nil)), at: strategy.place)
        }
    }

    private mutating func resolve(_ document: Document, from source: String, meeting: Meeting?) {
        guard !document.links.isEmpty || !document.images.isEmpty else { return }
        var resolver = LinkResolver(archive: archive, index: index, things: things, people: people, source: source, meeting: meeting)
        documents[ObjectIdentifier(document)] = resolver.resolve(document)
        diagnostics += resolver.diagnostics
        usedFiles.formUnion(resolver.usedFiles)
    }

    private mutating func checkParent(of committee: Committee) {
        guard let parent = committee.parent, !archive.committees.contains(where: { $0.slug == parent }) else { return }
        tell(.noSuchThing(kind: "committee", name: parent, nearest: archive.committees.map(\.slug).nearest(to: parent)), at: committee.place)
    }

    private mutating func checkGlossary() {
        let meetings = archive.committees.flatMap(\.meetings)
        let papers = meetings.flatMap(\.papers).map { SourcePath.name($0.slug) }
        let known = Set(archive.committees.map(\.slug) + archive.strategies.map(\.slug) + meetings.map(\.slug) + papers)
        diagnostics += GlossaryScopes.doubles(in: archive.glossary)
        for entry in archive.glossary {
            guard let within = entry.within, !known.contains(within) else { continue }
            let kind = "committee, meeting, strategy or paper"
            tell(.noSuchThing(kind: kind, name: within, nearest: known.sorted().nearest(to: within)), at: entry.place)
        }
    }

    private mutating func checkNavigation() {
        let slugs = archive.pages.map(\.slug)
        for entry in archive.authority.navigation where !slugs.contains(entry.page) {
            tell(.noSuchThing(kind: "page", name: entry.page, nearest: slugs.nearest(to: entry.page)), at: entry.place)
        }
    }

    private mutating func checkRedirects() {
        let taken = Set(index.entries.values.map(\.address.path))
        let ways = Set(archive.redirects.filter { $0.fragment == nil }.map(\.path.asPagePath))
        var seen: Set<String> = []
        for redirect in archive.redirects {
            guard redirect.path.isOldPath else { tell(.notASitePath, at: redirect.place); continue }
            let from = redirect.path.asPagePath
            let whole = from + (redirect.fragment.map { "#" + $0 } ?? "")
            if let fragment = redirect.fragment {
                checkPart(fragment, of: from, taken: taken, at: redirect.place)
            } else if taken.contains(from) {
                tell(.redirectFromPage(from), at: redirect.place)
            }
            if !seen.insert(whole).inserted { tell(.redirectTwice(whole), at: redirect.place) }
            if case .moved(let to) = redirect.outcome { checkTarget(to, taken: taken.union(ways), at: redirect.outcomePlace) }
        }
    }

    /// A part can be sent on only from a page that is there, and only if it is no longer on it.
    private mutating func checkPart(_ fragment: String, of page: String, taken: Set<String>, at place: Place) {
        guard taken.contains(page) || isOwnPage(page) else {
            return tell(.noSuchThing(kind: "page", name: "/" + page, nearest: taken.sorted().nearest(to: page)), at: place)
        }
        let isThere = index.entries.values.contains { $0.address.path == page && $0.anchorPrefix.isEmpty && $0.anchors.contains(fragment) }
        if isThere { tell(.redirectFromPart(page + "#" + fragment), at: place) }
    }

    private mutating func checkTarget(_ to: String, taken: Set<String>, at place: Place) {
        if to.hasPrefix("https://") || to.hasPrefix("http://") { return }
        let target = SourcePath.split(to).path
        guard target.isSitePath else { tell(.notAWebAddress, at: place); return }
        let path = target.asPagePath
        let isFile = path.split(separator: "/").last?.contains(".") ?? false
        if isFile || taken.contains(path) || isOwnPage(path) { return }
        tell(.noSuchThing(kind: "page", name: to, nearest: taken.sorted().nearest(to: path)), at: place)
    }

    /// Pages that stand for no one source: registers, packs, whole strategies.
    private func isOwnPage(_ path: String) -> Bool {
        if ["", "committees/", "strategies/"].contains(path) || Linker.ownPages.contains(where: { path.hasPrefix($0) }) { return true }
        return ["pack/", "all/"].contains { ending in path.hasSuffix("/" + ending) }
    }

    /// Where pages stand that belong to no one source.
    private static let ownPages = [
        "meetings/", "glossary/", "other-formats/", "decisions/", "actions/", "people/", "organisations/",
        "declarations/", "papers/", "a-to-z/", "changes/", "api/",
    ]

    private mutating func tell(_ problem: LinkingProblem, at place: Place) {
        diagnostics.append(Diagnostic(problem, at: place))
    }
}

extension String {
    /// True for a path that an older site may have had: it may hold signs that no address of Moot's has.
    fileprivate var isOldPath: Bool {
        let parts = split(separator: "/", omittingEmptySubsequences: true)
        return !contains(where: { "?#\\".contains($0) }) && !contains("//") && !parts.contains("..") && !parts.contains(".")
    }

    /// True for a path within the site, and nothing else.
    fileprivate var isSitePath: Bool {
        let parts = split(separator: "/", omittingEmptySubsequences: true)
        return !contains(where: { ":?#\\\"<>".contains($0) }) && !contains("//") && !parts.contains("..") && !parts.contains(".")
    }
}
