import Diagnostics
import Markdown
import Model

/// What was published before, beside what is to be published now.
package struct Publication: Sendable {
    /// From the root of the source folder.
    package static let fileName = "published.tsv"

    /// nil where nothing is recorded and nothing is to be: then no promise was made.
    package let record: PublishedRecord?
    /// The texts of this build by path; none without a record.
    package let texts: [String: AddressedText]
    package let redirects: [Redirect]
    package let today: Day
    /// Where `published.tsv` is, for messages.
    package let path: String
    /// By the path of a page: the parts of it that moved or are gone.
    private let parts: [String: [Redirect]]

    /// - Parameters:
    ///   - record: What was published; an empty one before the first time.
    ///   - files: The fingerprints of attachments, where they were taken.
    package init(_ archive: Archive, record: PublishedRecord?, path: String, attachments: [Attachment], files: [String: Fingerprint] = [:], today: Day) {
        self.record = record
        self.today = today
        self.path = path
        redirects = archive.redirects
        parts = Dictionary(grouping: archive.redirects.filter { $0.fragment != nil }, by: \.path.asPagePath)
        var texts: [String: AddressedText] = [:]
        if let record {
            archive.eachText { texts[$0] = $1 }
            for attachment in attachments {
                guard let fingerprint = files[attachment.path] ?? record[attachment.path]?.state.fingerprint else { continue }
                texts[attachment.path] = AddressedText(attachment: attachment, fingerprint: fingerprint)
            }
        }
        self.texts = texts
    }

    /// The same for other texts at the same addresses.
    package func replacing(_ archive: Archive, attachments: [Attachment]) -> Publication {
        record == nil ? self : Publication(archive, record: record, path: path, attachments: attachments, today: today)
    }

    /// The parts of a page that are no longer on it.
    package func formerParts(of page: Address) -> [Redirect] { parts.isEmpty ? [] : parts[page.path] ?? [] }

    /// The days on which a text was first published and last changed; nil where it never changed.
    package func change(of page: Address) -> (published: Day, changed: Day)? {
        guard let record, let text = texts[page.path], let entry = record[page.path] else { return nil }
        let changed = changed(entry, now: .text(text.fingerprint))
        return changed > entry.published ? (entry.published, changed) : nil
    }

    /// The day on which what stands behind an address last changed.
    func changed(_ entry: PublishedRecord.Entry, now state: PublishedRecord.State) -> Day {
        differs(entry, from: state) ? max(today, entry.changed) : entry.changed
    }

    /// Whether something else stands behind an address than what was recorded.
    package func differs(_ entry: PublishedRecord.Entry, from state: PublishedRecord.State) -> Bool {
        switch (entry.state, state) {
        // A text that was recorded without a number, by hand or before it had one.
        case (.made, .text), (.text, .made): false
        case (let before, let now): before != now
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
        let new = texts.filter { record[$0.key] == nil }.map { ($0.value.fingerprint, $0.key) }.sorted { $0.1 < $1.1 }
        let moved = Dictionary(new, uniquingKeysWith: { first, _ in first })
        return lost.map { entry in
            let now = entry.state.fingerprint.flatMap { moved[$0] }
            return Diagnostic(PublicationProblem.addressGone(entry.path, since: entry.published, now: now), at: SourceLocation(path, line: entry.line, column: 1))
        }
    }

    /// What Moot made of a page that is sent on, such as the whole pack of a meeting, goes the way of that page; the part of
    /// a register that has nothing left to list, such as a year, leads to the register.
    package func impliedRedirects(_ isPlanned: (String) -> Bool) -> [Redirect] {
        guard let record else { return [] }
        let ways = Dictionary(redirects.filter { $0.fragment == nil }.map { ($0.path.asPagePath, $0) }, uniquingKeysWith: { first, _ in first })
        return record.entries.compactMap { entry in
            guard entry.state.fingerprint == nil, !isPlanned(entry.path) else { return nil }
            let above = entry.path.folderAbove
            if let way = ways[above] { return Redirect(from: "/" + entry.path, outcome: way.outcome, location: way.location, outcomeLocation: way.outcomeLocation) }
            guard let register = Route(path: entry.path)?.register?.address.path, isPlanned(register) else { return nil }
            let location = SourceLocation(path, line: entry.line, column: 1)
            return Redirect(from: "/" + entry.path, outcome: .moved("/" + register), location: location, outcomeLocation: location)
        }
    }
}

extension PublishedRecord.State {
    var fingerprint: Fingerprint? { if case .text(let fingerprint) = self { fingerprint } else { nil } }
}

extension String {
    /// The page that a page or file lies below: `a/b/` for `a/b/pack/` and for `a/b/x.ics`.
    var folderAbove: String {
        let bare = hasSuffix("/") ? dropLast() : self[...]
        return bare.lastIndex(of: "/").map { String(bare[...$0]) } ?? ""
    }
}
