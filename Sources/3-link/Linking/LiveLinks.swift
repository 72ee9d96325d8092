import Diagnostics
import Markdown
import Model

/// Links an archive again and again while somebody edits its texts: only what a change can affect is resolved again.
///
/// What it gives is what linking everything would give.
package struct LiveLinks: Sendable {
    private struct State: Sendable {
        var linker: Linker
        var work: ReferenceWork
        var linked: LinkedArchive
    }

    private var state: State?

    /// How far an archive differs from the one before.
    package enum Difference: Sendable {
        /// In texts alone: every page and every place in a page is where it was.
        case words
        /// In texts and their headings: every page is where it was.
        case places
        case everything
    }

    package init() {}

    /// Links what was changed.
    ///
    /// - Returns: The linked archive, all that is wrong with it, and how far it differs from the one before.
    package mutating func link(_ archive: Archive, _ change: ArchiveChange) -> (linked: LinkedArchive, diagnostics: [Diagnostic], difference: Difference) {
        if !change.isWide, let difference = replaceTexts(archive, change), let state { return (state.linked, state.linker.diagnostics, difference) }
        // What was before is not needed any more, and would stand in memory beside what comes.
        state = nil
        var linker = Linker(archive)
        linker.run()
        let links = { [documents = linker.documents] (document: Document) in
            documents[ObjectIdentifier(document)] ?? DocumentLinks(links: [], images: [])
        }
        let referenceTargets = ArchiveTargets(archive, people: linker.people)
        let documents = ReferringDocuments(archive, referenceTargets).all
        let work = ReferenceWork(archive, documents, referenceTargets, people: linker.people, meetings: linker.meetings, links: links)
        var references = References(work, documents, glossary: archive.glossary)
        references.lineage = work.lineage(archive, documents, linker.meetings, links: links)
        let linked = LinkedArchive(
            archive: archive, meetings: linker.meetings, people: linker.people, references: references, tableFiles: TableFiles(archive),
            attachments: linker.publishedAttachments(), documents: linker.documents)
        state = State(linker: linker, work: work, linked: linked)
        return (linked, linker.diagnostics, .everything)
    }

    /// Changes the state in its place, since a copy of it would take longer than all else; nil where more than the texts themselves may
    /// be another: then the state is of no use any more.
    private mutating func replaceTexts(_ archive: Archive, _ change: ArchiveChange) -> Difference? {
        guard let before = state?.linked, archive.isIncomplete == before.archive.isIncomplete, state?.linker.hasCircles == false else { return nil }
        var tables = before.tableFiles
        var hasNewPlaces = false
        for place in change.meetings {
            let (old, new) = (before.archive.committees[place.committee].meetings[place.meeting], archive.committees[place.committee].meetings[place.meeting])
            guard new.isLaidOut(like: old) else { return nil }
            let pages = new.pagesWithOtherPlaces(than: old)
            guard state?.linker.replace(old, by: new, in: archive, newPlaces: pages) == true else { return nil }
            tables.replace(old, by: new)
            hasNewPlaces = hasNewPlaces || !pages.isEmpty
        }
        for place in change.strategies {
            let (old, new) = (before.archive.strategies[place], archive.strategies[place])
            guard new.isLaidOut(like: old) else { return nil }
            let pages = new.pagesWithOtherPlaces(than: old)
            guard state?.linker.replace(old, by: new, in: archive, newPlaces: pages) == true else { return nil }
            tables.replace(old, by: new)
            hasNewPlaces = hasNewPlaces || !pages.isEmpty
        }
        guard let references = replaceReferences(archive, change, of: before, hasNewPlaces: hasNewPlaces), let linker = state?.linker else { return nil }
        state?.linked = LinkedArchive(
            archive: archive, meetings: linker.meetings, people: linker.people, references: references, tableFiles: tables,
            attachments: before.attachments, documents: linker.documents)
        return hasNewPlaces ? .places : .words
    }

    private mutating func replaceReferences(_ archive: Archive, _ change: ArchiveChange, of before: LinkedArchive, hasNewPlaces: Bool) -> References? {
        guard let referenceTargets = state?.work.referenceTargets, let resolved = state?.linker.documents, let meetings = state?.linker.meetings else { return nil }
        let links = { [documents = resolved] (document: Document) in
            documents[ObjectIdentifier(document)] ?? DocumentLinks(links: [], images: [])
        }
        var references = before.references
        var lineageChanged = false
        let groups = change.meetings.map { place in
            (ReferringDocuments(archive, referenceTargets, ofMeeting: place).all,
             references.documents.positions { $0.committee == place.committee && $0.meeting == place.meeting })
        } + change.strategies.map { place in
            (ReferringDocuments(archive, referenceTargets, ofStrategy: place).all, references.documents.positions { $0.strategy == place })
        }
        for (texts, positions) in groups {
            guard let changed = state?.work.replace(
                texts, at: positions, in: archive, meetings, scansAll: hasNewPlaces, links: links, references: &references) ?? nil
            else { return nil }
            lineageChanged = lineageChanged || changed
        }
        if lineageChanged, let work = state?.work { references.lineage = work.lineage(archive, references.documents, meetings, links: links) }
        return references
    }
}

extension [ReferringDocument] {
    /// Where the documents stand for which something holds; they stand side by side.
    fileprivate func positions(where isWanted: (ReferringDocument) -> Bool) -> Range<Int> {
        guard let first = firstIndex(where: isWanted) else { return 0..<0 }
        let end = self[first...].firstIndex { !isWanted($0) } ?? count
        return first..<end
    }
}
