import Model
import PublicationRecord
import Text

/// What a publication did to the record.
package struct RecordChange: Sendable {
    /// The new file.
    package let bytes: [UInt8]
    /// Pages and files; their anchors are not counted.
    package let new: Int
    package let changed: Int
    package let unchanged: Int
    /// Sent on, or gone with a reason, since the last time.
    package let withdrawn: Int
}

extension Publication {
    /// The record with what is published now.
    ///
    /// - Parameters:
    ///   - addresses: Paths of all pages and files that are promises.
    ///   - ways: Old paths, with what is to be found there.
    ///   - anchors: By path of the page, sorted.
    package func recording(_ addresses: [String], ways: [Redirect], anchors: [String: [[UInt8]]]) -> RecordChange {
        let old = record ?? PublishedRecord()
        var present: [String: Presence] = [:]
        for address in addresses { present[address] = texts[address].map { .text($0) } ?? .made }
        for way in ways where way.fragment == nil {
            if case .moved = way.outcome { present[way.path.asPagePath] = .moved } else { present[way.path.asPagePath] = .gone }
        }
        var writer = RecordWriter()
        var counts = (new: 0, changed: 0, unchanged: 0, withdrawn: 0)
        let all = Set(present.keys).union(old.entries.map(\.path)).map { ($0, $0.recordEscaped) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }
        for (path, escaped) in all {
            let before = old[path]
            // An old address that was never Moot's has no day on which it was published.
            guard let entry = next(before, path, present[path]) else { continue }
            switch (before.map { before in present[path].map { differs(before, from: $0) } ?? false }, entry.state) {
            case (nil, _): counts.new += 1
            case (false, _): counts.unchanged += 1
            case (true, .moved), (true, .gone): counts.withdrawn += 1
            case (true, _): counts.changed += 1
            }
            writer.append(entry)
            let now = anchors[path] ?? []
            let keys = now.isEmpty ? [:] : path == GlossaryAnchor.page.path ? glossary.keys : texts[path]?.anchorKeys ?? [:]
            append(old, before, now, keys, escaped, to: &writer)
        }
        return RecordChange(
            bytes: writer.bytes, new: counts.new, changed: counts.changed, unchanged: counts.unchanged, withdrawn: counts.withdrawn)
    }

    private func next(_ before: PublishedRecord.Entry?, _ path: String, _ presence: Presence?) -> PublishedRecord.Entry? {
        guard var entry = before else {
            guard let state = presence?.state, state != .moved, state != .gone else { return nil }
            return PublishedRecord.Entry(path: path, published: today, changed: today, state: state, line: 0)
        }
        guard let presence else { return entry }
        entry.changed = changed(entry, now: presence)
        entry.state = presence.state
        return entry
    }

    /// The anchors that were there before and those that are there now.
    private func append(
        _ old: PublishedRecord, _ before: PublishedRecord.Entry?, _ now: [[UInt8]], _ keys: [String: AnchorKey], _ path: [UInt8], to writer: inout RecordWriter
    ) {
        let write = { (name: ArraySlice<UInt8>, published: Day, former: AnchorKey?, writer: inout RecordWriter) in
            writer.append(anchor: name, of: path, published: published, key: keys[String(decoding: name, as: UTF8.self)] ?? former)
        }
        var rest = now[...]
        for anchor in old.anchors[before?.anchors ?? 0..<0] {
            let name = old.name(of: anchor)
            while let first = rest.first, first.lexicographicallyPrecedes(name) {
                write(first[...], today, nil, &writer)
                rest = rest.dropFirst()
            }
            if let first = rest.first, first.elementsEqual(name) { rest = rest.dropFirst() }
            write(name, Day(packed: anchor.published), anchor.key, &writer)
        }
        for anchor in rest { write(anchor[...], today, nil, &writer) }
    }
}

extension Publication.Presence {
    fileprivate var state: PublishedRecord.State {
        switch self {
        case .text(let text): text.fingerprint.map { .text($0) } ?? .made
        case .made: .made
        case .moved: .moved
        case .gone: .gone
        }
    }
}
