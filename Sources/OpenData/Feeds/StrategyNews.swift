import Linking
import Packs

/// Which papers and minutes refer to each strategy.
struct StrategyNews: Sendable {
    /// A paper, or the minutes where there is none, and its meeting.
    struct Mention: Sendable {
        let meeting: Meeting
        let paper: Paper?
    }

    /// By the address of the strategy.
    private var mentions: [String: [Mention]] = [:]

    init(_ linked: LinkedArchive) {
        guard !linked.archive.strategies.isEmpty else { return }
        for committee in linked.archive.committees {
            for meeting in committee.meetings {
                if let minutes = meeting.minutes { add(linked.links(of: minutes.document), Mention(meeting: meeting, paper: nil)) }
                for paper in meeting.papers { add(linked.links(of: paper.text), Mention(meeting: meeting, paper: paper)) }
            }
        }
    }

    func mentions(of strategy: Strategy) -> [Mention] { mentions[strategy.address.path] ?? [] }

    private mutating func add(_ links: DocumentLinks, _ mention: Mention) {
        var seen: Set<String> = []
        for case .page(let address, _) in links.links {
            guard let path = StrategyNews.strategy(at: address), seen.insert(path).inserted else { continue }
            mentions[path, default: []].append(mention)
        }
    }

    /// The strategy to which a page belongs: its cover or a chapter.
    private static func strategy(at address: Address) -> String? {
        let folder = "strategies/"
        guard address.path.utf8.starts(with: folder.utf8) else { return nil }
        let rest = address.path.utf8.dropFirst(folder.utf8.count)
        return rest.firstIndex(of: UInt8(ascii: "/")).map { folder + String(rest[..<$0])! + "/" }
    }
}
