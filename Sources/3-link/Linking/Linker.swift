import Diagnostics
import Platform
import Markdown
import Model

/// Walks the archive once, and again where texts have changed.
struct Linker: Sendable {
    private(set) var archive: Archive
    private(set) var index: SourceIndex
    private(set) var referenceTargets: TypedLinkIndex
    let people: People
    private(set) var documents: [ObjectIdentifier: DocumentLinks] = [:]
    /// How many links of all documents lead to places in a page.
    private var linksToPlaces: [Address: Int] = [:]
    private(set) var meetings: [Address: MeetingLinks] = [:]
    /// What is wrong with the links of texts, and with what belongs together in meetings.
    private var textProblems: [ObjectIdentifier: [Diagnostic]] = [:]
    private var meetingProblems: [Address: [Diagnostic]] = [:]
    private var otherProblems: [Diagnostic] = []
    /// By text: the files that it links to.
    private var filesOfText: [ObjectIdentifier: Set<String>] = [:]

    init(_ archive: Archive) {
        self.archive = archive
        index = SourceIndex(archive)
        referenceTargets = TypedLinkIndex(archive)
        people = People(archive, report: &otherProblems)
    }

    var diagnostics: [Diagnostic] { otherProblems + textProblems.values.flatMap(\.self) + meetingProblems.values.flatMap(\.self) }

    /// Whether anything leads round to itself.
    private(set) var hasCircles = false

    mutating func run() {
        resolve(allTexts())
        linkMeetings(archive.committees.flatMap(\.meetings))
        for committee in archive.committees { checkParent(of: committee) }
        for strategy in archive.strategies { check(strategy) }
        let circles = ReferenceCycle.find(in: archive, meetings: meetings, documents: documents)
        hasCircles = !circles.isEmpty
        otherProblems += circles
        checkNavigation()
        checkGlossary()
    }

    /// The files of papers' folders, and those that a source links to.
    mutating func publishedAttachments() -> [Attachment] {
        let papers = archive.committees.flatMap(\.meetings).flatMap(\.papers).flatMap(\.attachments)
        let loose = archive.committees.flatMap(\.meetings).flatMap(\.attachments) + archive.strategies.flatMap(\.attachments)
        let usedFiles = filesOfText.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        let pages = archive.attachments.filter { usedFiles.contains(SourcePath.pages + $0.path) }
        let used = loose.filter { usedFiles.contains($0.path) }
        let unused = loose.filter { !usedFiles.contains($0.path) } + archive.attachments.filter { !usedFiles.contains(SourcePath.pages + $0.path) }
        otherProblems += unused.map { Diagnostic(LinkingProblem.unusedAttachment, at: SourceLocation($0.source)) }
        return papers + used + pages
    }

    /// A text with links, the file that it stands in, and the meeting that it belongs to.
    private struct Text: Sendable {
        let document: Document
        let source: String
        let meeting: Meeting?
    }

    private func allTexts() -> [Text] {
        var texts: [Text] = []
        for committee in archive.committees {
            texts += [text(committee.termsOfReference?.document, SourcePath.committee(committee.slug))].compactMap(\.self)
            for meeting in committee.meetings { texts += self.texts(of: meeting) }
        }
        for strategy in archive.strategies { texts += self.texts(of: strategy) }
        return texts + archive.pages.compactMap { text($0.text, SourcePath.page($0.slug)) }
    }

    private func texts(of meeting: Meeting) -> [Text] {
        let folder = SourcePath.meeting(meeting.id)
        var texts = [text(meeting.notice?.document, folder + SourcePath.agendaName, meeting)]
        for supplement in meeting.supplements { texts.append(text(supplement.notice?.document, folder + supplement.slug + SourcePath.textEnding, meeting)) }
        texts.append(text(meeting.minutes?.document, folder + SourcePath.minutesName, meeting))
        for paper in meeting.papers {
            for document in [paper.text] + paper.properties.compactMap(\.value) { texts.append(text(document, folder + paper.slug + SourcePath.textEnding, meeting)) }
        }
        return texts.compactMap(\.self)
    }

    private func texts(of strategy: Strategy) -> [Text] {
        let folder = SourcePath.strategy(strategy.slug)
        let chapters = strategy.chapters.map { text($0.text, folder + $0.slug + SourcePath.textEnding) }
        return ([text(strategy.cover, folder + SourcePath.strategyName)] + chapters).compactMap(\.self)
    }

    /// nil for a text without links.
    private func text(_ document: Document?, _ source: String, _ meeting: Meeting? = nil) -> Text? {
        guard let document, !document.links.isEmpty || !document.images.isEmpty else { return nil }
        return Text(document: document, source: source, meeting: meeting)
    }

    private struct Resolved: Sendable {
        let links: DocumentLinks
        let diagnostics: [Diagnostic]
        let usedFiles: Set<String>
    }

    private func resolve(_ text: Text) -> Resolved {
        var resolver = LinkResolver(
            archive: archive, index: index, referenceTargets: referenceTargets, people: people, source: text.source, meeting: text.meeting)
        let links = resolver.resolve(text.document)
        return Resolved(links: links, diagnostics: resolver.diagnostics, usedFiles: resolver.usedFiles)
    }

    private mutating func resolve(_ texts: [Text]) {
        let resolved = texts.concurrentMap { [self] in resolve($0) }
        for (text, found) in zip(texts, resolved) {
            let id = ObjectIdentifier(text.document)
            setLinks(found.links, of: id)
            textProblems[id] = found.diagnostics.isEmpty ? nil : found.diagnostics
            filesOfText[id] = found.usedFiles.isEmpty ? nil : found.usedFiles
        }
    }

    private mutating func setLinks(_ links: DocumentLinks?, of document: ObjectIdentifier) {
        for page in documents[document]?.pagesOfPlaces ?? [] { linksToPlaces[page, default: 0] -= 1 }
        documents[document] = links
        for page in links?.pagesOfPlaces ?? [] { linksToPlaces[page, default: 0] += 1 }
    }

    private mutating func linkMeetings(_ all: [Meeting]) {
        let linked = all.concurrentMap { [documents] meeting in
            var report: [Diagnostic] = []
            let links = MeetingLinks(
                meeting, resolve: { documents[ObjectIdentifier($0.document)]?.links[$0.link] ?? .words }, report: &report)
            return (links: links, report: report)
        }
        for (meeting, found) in zip(all, linked) {
            meetings[meeting.address] = found.links
            meetingProblems[meeting.address] = found.report.isEmpty ? nil : found.report
        }
    }

    // MARK: Changed texts

    /// Links texts that took the place of others; false where that may change more than their own links.
    ///
    /// - Parameter pages: Those on which headings or other places are others than before.
    mutating func replace(_ old: Meeting, by new: Meeting, in archive: Archive, newPlaces pages: Set<Address>) -> Bool {
        self.archive = archive
        let links = meetings[old.address]
        index.replace(new)
        guard replace(texts(of: old), by: texts(of: new), newPlaces: pages) else { return false }
        referenceTargets.replace(new)
        linkMeetings([new])
        return meetings[new.address] == links
    }

    mutating func replace(_ old: Strategy, by new: Strategy, in archive: Archive, newPlaces pages: Set<Address>) -> Bool {
        self.archive = archive
        index.replace(new)
        return replace(texts(of: old), by: texts(of: new), newPlaces: pages)
    }

    /// Whether anything but the texts themselves may lead to places on some pages, or tried to.
    private func isConcerned(by pages: Set<Address>, except own: Set<ObjectIdentifier>) -> Bool {
        let isBroken = textProblems.contains { id, problems in !own.contains(id) && problems.contains { $0.severity == .error } }
        if isBroken { return true }
        let ofOwn = own.flatMap { documents[$0]?.pagesOfPlaces ?? [] }
        return pages.contains { page in linksToPlaces[page, default: 0] > ofOwn.count { $0 == page } }
    }

    private mutating func replace(_ old: [Text], by new: [Text], newPlaces pages: Set<Address>) -> Bool {
        let (before, now) = (Set(old.map { ObjectIdentifier($0.document) }), Set(new.map { ObjectIdentifier($0.document) }))
        let files = before.compactMap { filesOfText[$0] }.reduce(into: Set<String>()) { $0.formUnion($1) }
        for id in before.subtracting(now) {
            setLinks(nil, of: id)
            textProblems[id] = nil
            filesOfText[id] = nil
        }
        if !pages.isEmpty, isConcerned(by: pages, except: before.union(now)) { return false }
        // Where places are others, the texts beside it may lead to them.
        resolve(new.filter { !pages.isEmpty || !before.contains(ObjectIdentifier($0.document)) })
        return now.compactMap { filesOfText[$0] }.reduce(into: Set<String>()) { $0.formUnion($1) } == files
    }

    private mutating func check(_ strategy: Strategy) {
        if let older = strategy.supersedes, !archive.strategies.contains(where: { $0.slug == older }) {
            tell(.noSuchTarget(kind: "strategy", name: older, nearest: archive.strategies.map(\.slug).nearest(to: older)), at: strategy.location)
        }
        if let adopted = strategy.adoptedAt, referenceTargets.meeting(adopted, near: nil) == nil {
            tell(.noSuchTarget(kind: "meeting", name: adopted, nearest: referenceTargets.nearestMeeting(to: adopted, near: nil)), at: strategy.location)
        }
    }

    private mutating func checkParent(of committee: Committee) {
        guard let parent = committee.parent, !archive.committees.contains(where: { $0.slug == parent }) else { return }
        tell(.noSuchTarget(kind: "committee", name: parent, nearest: archive.committees.map(\.slug).nearest(to: parent)), at: committee.location)
    }

    private mutating func checkGlossary() {
        let meetings = archive.committees.flatMap(\.meetings)
        let papers = meetings.flatMap(\.papers).map { SourcePath.name($0.slug) }
        let known = Set(archive.committees.map(\.slug) + archive.strategies.map(\.slug) + meetings.map(\.slug) + papers)
        otherProblems += GlossaryScopes.doubles(in: archive.glossary)
        for entry in archive.glossary {
            guard let within = entry.within, !known.contains(within) else { continue }
            let kind = "committee, meeting, strategy or paper"
            tell(.noSuchTarget(kind: kind, name: within, nearest: known.sorted().nearest(to: within)), at: entry.location)
        }
    }

    private mutating func checkNavigation() {
        let slugs = archive.pages.map(\.slug)
        for entry in archive.authority.navigation where !slugs.contains(entry.page) {
            tell(.noSuchTarget(kind: "page", name: entry.page, nearest: slugs.nearest(to: entry.page)), at: entry.location)
        }
    }

    private mutating func tell(_ problem: LinkingProblem, at location: SourceLocation) {
        otherProblems.append(Diagnostic(problem, at: location))
    }
}

extension DocumentLinks {
    /// For each link that leads to a place in a page, the page.
    fileprivate var pagesOfPlaces: [Address] { links.compactMap { if case .page(let page, _?) = $0 { page } else { nil } } }
}
