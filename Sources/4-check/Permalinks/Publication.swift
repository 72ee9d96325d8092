import Diagnostics
import Model
import Results
import Text

/// What was published before, beside what is to be published now.
package struct Publication: Sendable {
    /// nil where nothing is recorded and nothing is to be: then no promise was made.
    package let record: PublishedRecord?
    /// The texts of this build by path; none without a record.
    package let texts: [String: AddressedText]
    package let redirects: [Redirect]
    package let today: Day
    /// The same, for what asks only how other days stand to it.
    var current: Today { Today(today) }
    /// Where `published.tsv` is, for messages.
    package let path: String
    /// By the path of a page: the parts of it that moved or are gone.
    private let parts: [String: [Redirect]]
    /// Pages of terms of the glossary by the paths that they had before the words of paths were cleaned as those of anchors.
    private let formerPages: [String: String]
    /// The terms of the glossary as its page names them; none without a record.
    package let glossary: AnchoredItems

    /// - Parameters:
    ///   - record: What was published; an empty one before the first time.
    ///   - files: The numbers of attachments, where they were taken.
    package init(_ archive: Archive, record: PublishedRecord?, path: String, attachments: [Attachment], files: [String: FileNumbers] = [:], today: Day) {
        self.record = record
        self.today = today
        self.path = path
        redirects = archive.redirects
        parts = Dictionary(grouping: archive.redirects.filter { $0.fragment != nil }, by: \.path.asPagePath)
        var texts: [String: AddressedText] = [:]
        if let record {
            archive.eachText { texts[$0] = $1 }
            for attachment in attachments {
                guard let numbers = files[attachment.path] ?? record[attachment.path]?.state.numbers else { continue }
                texts[attachment.path] = AddressedText(attachment: attachment, numbers)
            }
        }
        self.texts = texts
        formerPages = record == nil ? [:] : archive.formerTermPages
        glossary = record.map { AnchoredItems(ofTermsIn: archive).keeping($0.anchors(of: GlossaryAnchor.page.path)) } ?? AnchoredItems()
    }

    /// The parts of a page that are no longer on it.
    package func formerParts(of page: Address) -> [Redirect] { parts.isEmpty ? [] : parts[page.path] ?? [] }

    /// The days on which a text was first published and last changed; nil where it never changed.
    package func change(of page: Address) -> (published: Day, changed: Day)? {
        guard let record, let text = texts[page.path] else { return nil }
        Asking.note(Publication.question(page.path))
        guard let entry = record[page.path] else { return nil }
        let changed = changed(entry, now: .text(text))
        return changed > entry.published ? (entry.published, changed) : nil
    }

    private static func question(_ path: String) -> Question { Question("published", path) }

    /// Answers what may be asked of what was published.
    package func answer(into answers: inout Answers) {
        for path in texts.keys {
            let change = change(of: Address(path))
            answers.add(Publication.question(path), Digest.of([change?.published, change?.changed].map { $0?.iso ?? "" }))
        }
    }

    /// What stands behind an address now.
    enum Presence {
        case text(AddressedText)
        case made, moved, gone
    }

    /// The day on which what stands behind an address last changed.
    func changed(_ entry: PublishedRecord.Entry, now presence: Presence) -> Day {
        differs(entry, from: presence) ? max(current.day, entry.changed) : entry.changed
    }

    /// Whether another text stands behind an address than what was recorded.
    package func differs(_ entry: PublishedRecord.Entry, from text: AddressedText) -> Bool { differs(entry, from: .text(text)) }

    func differs(_ entry: PublishedRecord.Entry, from presence: Presence) -> Bool {
        switch (entry.state, presence) {
        case (.text(let number), .text(let text)): text.fingerprint.map { $0 != number } ?? false
        case (.formerText(let number), .text(let text)): text.former.map { $0 != number } ?? false
        // A text that was recorded without a number, by hand or before it had one.
        case (.made, .text), (.text, .made), (.formerText, .made): false
        case (.made, .made), (.moved, .moved), (.gone, .gone): false
        case (_, .text), (_, .made), (_, .moved), (_, .gone): true
        }
    }

    // MARK: What must not vanish

    /// Recorded addresses at which this build would put nothing.
    ///
    /// - Parameter isPlanned: Whether a path of the site will have a page, a file or a way on.
    package func lostAddresses(_ isPlanned: (String) -> Bool) -> [Diagnostic] {
        guard let record else { return [] }
        let lost = record.entries.filter { !isPlanned($0.path) }
        if lost.isEmpty { return [] }
        let new = texts.filter { record[$0.key] == nil }.sorted { $0.key < $1.key }
        let current = Dictionary(new.compactMap { path, text in text.fingerprint.map { ($0, path) } }, uniquingKeysWith: { first, _ in first })
        let former = Dictionary(new.compactMap { path, text in text.former.map { ($0, path) } }, uniquingKeysWith: { first, _ in first })
        return lost.map { entry in
            let now: String? = switch entry.state {
            case .text(let number): current[number]
            case .formerText(let number): former[number]
            case .made, .moved, .gone: nil
            }
            return Diagnostic(PublicationProblem.addressGone(entry.path, since: entry.published, now: now), at: SourceLocation(path, line: entry.line, column: 1))
        }
    }

    /// What Moot made of a page that is sent on, such as the whole pack of a meeting, goes the way of that page; the part of
    /// a register that has nothing left to list, such as a year, leads to the register.
    package func impliedRedirects(_ isPlanned: (String) -> Bool) -> [Redirect] {
        guard let record else { return [] }
        let ways = Dictionary(redirects.filter { $0.fragment == nil }.map { ($0.path.asPagePath, $0) }, uniquingKeysWith: { first, _ in first })
        return record.entries.compactMap { entry in
            guard !entry.state.isText, !isPlanned(entry.path) else { return nil }
            let location = SourceLocation(path, line: entry.line, column: 1)
            if let page = formerPages[entry.path], isPlanned(page) {
                return Redirect(from: "/" + entry.path, outcome: .moved("/" + page), location: location, outcomeLocation: location)
            }
            let above = entry.path.folderAbove
            if let way = ways[above] { return Redirect(from: "/" + entry.path, outcome: way.outcome, location: way.location, outcomeLocation: way.outcomeLocation) }
            guard let register = Route(path: entry.path)?.register?.address.path, isPlanned(register) else { return nil }
            return Redirect(from: "/" + entry.path, outcome: .moved("/" + register), location: location, outcomeLocation: location)
        }
    }
}

extension PublishedRecord.State {
    fileprivate var numbers: FileNumbers? {
        switch self {
        case .text(let number): FileNumbers(number, former: nil)
        case .formerText(let number): FileNumbers(nil, former: number)
        case .made, .moved, .gone: nil
        }
    }
}

extension Archive {
    fileprivate var formerTermPages: [String: String] {
        let pairs = glossary.map { (GlossaryAnchor.page.path + FormerAnchors.slug($0.term) + "/", GlossaryAnchor.termPage($0.term).path) }
        return Dictionary(pairs.filter { $0 != $1 }, uniquingKeysWith: { first, _ in first })
    }
}

extension String {
    /// The page that a page or file lies below: `a/b/` for `a/b/pack/` and for `a/b/x.ics`.
    var folderAbove: String {
        let bare = hasSuffix("/") ? dropLast() : self[...]
        return bare.lastIndex(of: "/").map { String(bare[...$0]) } ?? ""
    }
}
