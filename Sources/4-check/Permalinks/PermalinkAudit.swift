import Diagnostics
import Model
import Synchronization
import Text

/// Looks at the finished pages for the places that were promised, and notes those that are there now.
package final class PermalinkAudit: Sendable {
    private let publication: Publication
    private let collects: Bool
    /// The parts that old addresses lead to, by the path of their page.
    private let targets: [String: [Target]]
    /// The parts that are sent on, by the path of their page.
    private let origins: [String: [Redirect]]
    private let found = Mutex<(lost: [Diagnostic], anchors: [String: [[UInt8]]])>(([], [:]))

    /// - Parameter collects: Whether every place is noted, to be recorded afterwards.
    package init(_ publication: Publication, collects: Bool) {
        self.publication = publication
        self.collects = collects
        targets = Dictionary(grouping: publication.redirects.compactMap(Target.init), by: \.path)
        origins = Dictionary(grouping: publication.redirects.filter { !($0.fragment ?? "").isEmpty }, by: \.path.asPagePath)
    }

    /// Whether there is anything that only a finished page can tell.
    package var isNeeded: Bool { publication.record != nil || !targets.isEmpty || !origins.isEmpty }

    /// Whether a page has anything to be looked for.
    package func concerns(_ page: Address) -> Bool {
        targets[page.path] != nil || origins[page.path] != nil || !(publication.record?[page.path]?.anchors.isEmpty ?? true)
    }

    private struct Target {
        let path: String
        let fragment: String
        let location: SourceLocation

        /// nil where a redirect leads to a page as a whole. What is written with escapes may be spelt in several ways, and is let alone.
        init?(_ redirect: Redirect) {
            guard let (path, fragment) = redirect.localTarget, let fragment, !fragment.isEmpty, !fragment.utf8.contains(UInt8(ascii: "%")) else { return nil }
            (self.path, self.fragment, location) = (path, fragment, redirect.outcomeLocation)
        }
    }

    package var lost: [Diagnostic] { found.withLock { $0.lost } }
    /// By path of the page, sorted, each once.
    package var anchors: [String: [[UInt8]]] { found.withLock { $0.anchors } }

    /// Looks at a page. May be called from many threads at once.
    package func look(at address: Address, _ page: [UInt8]) {
        let targets = targets[address.path] ?? []
        let record = publication.record
        let entry = record?[address.path]
        let notes = collects && record != nil && (publication.texts[address.path] != nil || address == GlossaryAnchor.page)
        if let parts = origins[address.path] { look(for: parts, on: page) }
        guard notes || !targets.isEmpty || !(entry?.anchors.isEmpty ?? true) else { return }
        page.withUnsafeBufferPointer { page in
            var names: Set<UInt64> = []
            names.reserveCapacity(64)
            var all: [[UInt8]] = []
            AnchorFinder.visit(page) { name in
                if !notes, !name.contains(UInt8(ascii: "&")) {
                    names.insert(ContentHash.value(of: name))
                } else {
                    let value = name.attributeValue
                    names.insert(ContentHash.value(of: value))
                    if notes { all.append(value) }
                }
            }
            let known = { all.isEmpty ? AnchorFinder.names(page) : all }
            let lost = (record.flatMap { record in entry.map { missing(in: names, of: $0, record, all: known) } } ?? [])
                + targets.filter { !names.contains(ContentHash.value(of: Array($0.fragment.utf8))) }.map { PermalinkAudit.nowhere($0, known()) }
            let sorted = notes ? Set(all).sorted { $0.lexicographicallyPrecedes($1) } : []
            guard notes || !lost.isEmpty else { return }
            found.withLock {
                $0.lost += lost
                if notes { $0.anchors[address.path] = sorted }
            }
        }
    }

    /// Says which of the parts that are sent on are on the page still. A part that is not has its place there once: the notice that
    /// it has gone.
    private func look(for parts: [Redirect], on page: [UInt8]) {
        var counts: [[UInt8]: Int] = [:]
        page.withUnsafeBufferPointer { page in
            AnchorFinder.visit(page, takesAll: true) { counts[$0.attributeValue, default: 0] += 1 }
        }
        let there = parts.filter { counts[Array(($0.fragment ?? "").utf8), default: 0] > 1 }
        guard !there.isEmpty else { return }
        found.withLock { found in
            found.lost += there.map { Diagnostic(PublicationProblem.redirectFromPart($0.oldAddress), at: $0.location) }
        }
    }

    private static func nowhere(_ target: Target, _ all: [[UInt8]]) -> Diagnostic {
        let nearest = all.map { String(decoding: $0, as: UTF8.self) }.nearest(to: target.fragment)
        return Diagnostic(PublicationProblem.redirectToNoPart(target.path, target.fragment, nearest: nearest), at: target.location)
    }

    private func missing(
        in names: Set<UInt64>, of entry: PublishedRecord.Entry, _ record: PublishedRecord, all: () -> [[UInt8]]
    ) -> [Diagnostic] {
        let lost = record.bytes.withUnsafeBufferPointer { bytes in
            record.anchors[entry.anchors].filter {
                !names.contains(ContentHash.value(of: Bytes(rebasing: bytes[Int($0.start)..<Int($0.start + $0.length)])))
            }
        }
        return lost.map { anchor in
            let name = String(decoding: record.name(of: anchor), as: UTF8.self)
            let nearest = all().map { String(decoding: $0, as: UTF8.self) }.nearest(to: name)
            let problem = PublicationProblem.anchorGone(entry.path + "#" + name, since: Day(packed: anchor.published), nearest: nearest)
            return Diagnostic(problem, at: SourceLocation(publication.path, line: Int(anchor.line), column: 1))
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
