import Text

/// What was ever published: the lines of `published.tsv`, by page.
///
/// A line that has no anchor stands for a page or file, a line with one for a place in it.
package struct PublishedRecord: Sendable {
    /// What stood behind an address when it was last recorded.
    package enum State: Hashable, Sendable {
        /// A text, whose fingerprint this is.
        case text(Fingerprint)
        /// The same, recorded before `Fingerprint`.
        case formerText(FormerFingerprint)
        /// No one text: a register, a pack, a feed.
        case made
        /// Another address, by an entry of `redirects.yml`.
        case moved
        /// A reason, by an entry of `redirects.yml`.
        case gone
    }

    /// A page or file with its anchors.
    package struct Entry: Sendable {
        /// The path in the site, without a slash in front.
        package let path: String
        package var published: Day
        package var changed: Day
        package var state: State
        /// In `published.tsv`; of its first anchor where it has no line of its own.
        package let line: Int
        /// In the record's list of anchors.
        package var anchors: Range<Int>

        package init(path: String, published: Day, changed: Day, state: State, line: Int, anchors: Range<Int> = 0..<0) {
            self.path = path
            self.published = published
            self.changed = changed
            self.state = state
            self.line = line
            self.anchors = anchors
        }
    }

    /// A place in a page: its slice of the file.
    package struct Anchor: Sendable {
        package let start: UInt32
        package let length: UInt32
        /// Year, month and day in one number, as it stands there: 20170222.
        package let published: UInt32
        package let line: UInt32
        /// What it stands on; nil where that was not recorded.
        package var key: AnchorKey?

        package init(start: Int, length: Int, published: UInt32, line: Int, key: AnchorKey?) {
            self.start = UInt32(start)
            self.length = UInt32(length)
            self.published = published
            self.line = UInt32(line)
            self.key = key
        }
    }

    /// Sorted by path, as bytes.
    package var entries: [Entry] = []
    package var anchors: [Anchor] = []
    /// The file.
    package var bytes: [UInt8] = []
    /// Whether any text has a number of the former kind.
    package private(set) var hasFormerNumbers = false
    private var positions: [String: Int] = [:]

    /// Nothing was published so far.
    package init() {}

    package subscript(path: String) -> Entry? { positions[path].map { entries[$0] } }

    /// Prepares it to be asked for paths.
    package mutating func indexEntries() {
        hasFormerNumbers = entries.contains { if case .formerText = $0.state { true } else { false } }
        positions.reserveCapacity(entries.count)
        for (position, entry) in entries.enumerated() { positions[entry.path] = position }
    }

    /// The name of an anchor, as bytes.
    package func name(of anchor: Anchor) -> ArraySlice<UInt8> { bytes[Int(anchor.start)..<Int(anchor.start + anchor.length)] }
}

extension PublishedRecord.State {
    package var isText: Bool {
        switch self {
        case .text, .formerText: true
        case .made, .moved, .gone: false
        }
    }
}

extension PublishedRecord {
    /// The anchors of a page; nil where it has none.
    ///
    /// - Parameters:
    ///   - prefix: What stands before those that are asked for, where several texts share the page. They are given without it.
    ///   - withdrawn: Those of which `redirects.yml` says what became of them.
    package func anchors(of page: String, prefix: String = "", withdrawn: Set<String> = []) -> RecordedAnchors? {
        guard let entry = self[page], !entry.anchors.isEmpty else { return nil }
        let found = anchors[entry.anchors].compactMap { anchor -> RecordedAnchors.Entry? in
            let name = String(decoding: name(of: anchor), as: UTF8.self)
            guard name.hasPrefix(prefix) else { return nil }
            return RecordedAnchors.Entry(String(name.dropFirst(prefix.count)), key: anchor.key, isWithdrawn: withdrawn.contains(name))
        }
        return found.isEmpty ? nil : RecordedAnchors(found)
    }
}

extension Day {
    /// Year, month and day in one number: 20170222.
    package var packed: UInt32 { UInt32(year * 10_000 + month * 100 + day) }

    package init(packed: UInt32) {
        self = Day(year: Int(packed / 10_000), month: Int(packed / 100 % 100), day: Int(packed % 100)) ?? Day(daysSince1970: 0)
    }
}

extension PublishedRecord: Equatable {
    package static let fileName = "published.tsv"

    /// Where it lies: beside `site.yml`.
    ///
    /// - Parameter content: The source folder, as the user named it.
    package static func path(in content: String) -> String { (content.hasSuffix("/") ? content : content + "/") + fileName }

    /// Of two that were read: all that they say stands in the file.
    package static func == (a: PublishedRecord, b: PublishedRecord) -> Bool { a.bytes == b.bytes }
}

extension PublishedRecord: Encodable {
    package func encode(to encoder: any Encoder) throws { try ContentHash.value(of: bytes).encode(to: encoder) }
}
