import Markdown
import Model

/// What was ever published: the lines of `published.tsv`, by page.
///
/// A line that has no anchor stands for a page or file, a line with one for a place in it.
package struct PublishedRecord: Sendable {
    /// What stood behind an address when it was last recorded.
    package enum State: Hashable, Sendable {
        /// A text, whose fingerprint this is.
        case text(Fingerprint)
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
        package internal(set) var published: Day
        package internal(set) var changed: Day
        package internal(set) var state: State
        /// In `published.tsv`; of its first anchor where it has no line of its own.
        package let line: Int
        /// In the record's list of anchors.
        var anchors: Range<Int>
    }

    /// A place in a page: its slice of the file.
    struct Anchor: Sendable {
        let start: UInt32
        let length: UInt32
        /// Year, month and day in one number, as it stands there: 20170222.
        let published: UInt32
        let line: UInt32
    }

    /// Sorted by path, as bytes.
    package internal(set) var entries: [Entry] = []
    var anchors: [Anchor] = []
    var bytes: [UInt8] = []
    private var positions: [String: Int] = [:]

    /// Nothing was published so far.
    package init() {}

    package subscript(path: String) -> Entry? { positions[path].map { entries[$0] } }

    mutating func indexEntries() {
        positions.reserveCapacity(entries.count)
        for (position, entry) in entries.enumerated() { positions[entry.path] = position }
    }

    /// The name of an anchor, as bytes.
    func name(of anchor: Anchor) -> ArraySlice<UInt8> { bytes[Int(anchor.start)..<Int(anchor.start + anchor.length)] }
}

extension Day {
    /// Year, month and day in one number: 20170222.
    var packed: UInt32 { UInt32(year * 10_000 + month * 100 + day) }

    init(packed: UInt32) {
        self = Day(year: Int(packed / 10_000), month: Int(packed / 100 % 100), day: Int(packed % 100)) ?? Day(daysSince1970: 0)
    }
}
