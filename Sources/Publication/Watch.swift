import Diagnostics
import Packs
import Synchronization

/// Looks at the finished pages for the places that were promised, and notes those that are there now.
public final class Watch: Sendable {
    private let publication: Publication
    private let collects: Bool
    private let found = Mutex<(lost: [Diagnostic], anchors: [String: [[UInt8]]])>(([], [:]))

    /// - Parameter collects: Whether every place is noted, to be recorded afterwards.
    public init(_ publication: Publication, collects: Bool) {
        self.publication = publication
        self.collects = collects
    }

    public var lost: [Diagnostic] { found.withLock { $0.lost } }
    /// By path of the page, sorted, each once.
    public var anchors: [String: [[UInt8]]] { found.withLock { $0.anchors } }

    /// Looks at a page. May be called from many threads at once.
    public func look(at address: Address, _ page: [UInt8]) {
        guard let record = publication.record else { return }
        let entry = record[address.path]
        let notes = collects && publication.texts[address.path] != nil || collects && address == GlossaryAnchor.page
        guard notes || !(entry?.anchors.isEmpty ?? true) else { return }
        page.withUnsafeBufferPointer { page in
            var names: Set<UInt64> = []
            names.reserveCapacity(64)
            var all: [[UInt8]] = []
            AnchorFinder.visit(page) { name in
                if !notes, !name.contains(UInt8(ascii: "&")) {
                    names.insert(name.key)
                } else {
                    let value = name.attributeValue
                    names.insert(value.withUnsafeBufferPointer(\.key))
                    if notes { all.append(value) }
                }
            }
            let lost = entry.map { missing(in: names, of: $0, record, all: { all.isEmpty ? AnchorFinder.names(page) : all }) } ?? []
            let sorted = notes ? Set(all).sorted { $0.lexicographicallyPrecedes($1) } : []
            guard notes || !lost.isEmpty else { return }
            found.withLock {
                $0.lost += lost
                if notes { $0.anchors[address.path] = sorted }
            }
        }
    }

    private func missing(
        in names: Set<UInt64>, of entry: PublishedRecord.Entry, _ record: PublishedRecord, all: () -> [[UInt8]]
    ) -> [Diagnostic] {
        let lost = record.bytes.withUnsafeBufferPointer { bytes in
            record.anchors[entry.anchors].filter {
                !names.contains(UnsafeBufferPointer(rebasing: bytes[Int($0.start)..<Int($0.start + $0.length)]).key)
            }
        }
        return lost.map { anchor in
            let name = String(decoding: record.name(of: anchor), as: UTF8.self)
            let nearest = all().map { String(decoding: $0, as: UTF8.self) }.nearest(to: name)
            let problem = PublicationProblem.anchorGone(entry.path + "#" + name, since: Day(packed: anchor.published), nearest: nearest)
            return Diagnostic(problem, at: Place(publication.path, line: Int(anchor.line), column: 1))
        }
    }
}

extension AnchorFinder {
    static func names(_ page: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        var names: [[UInt8]] = []
        visit(page) { names.append($0.attributeValue) }
        return names
    }
}
