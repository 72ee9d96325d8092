import Formats
import Linking
import Model
import Results

/// In whose file each published attachment is described.
struct FileOwners: Sendable {
    struct Owned: Sendable, Encodable {
        let attachment: Attachment
        let owner: Address
        let fragment: String
        var kind: Kind = .other
    }

    enum Kind: Sendable, Encodable { case ofPaper, ofMeeting, other }

    private let found: [Owned]
    /// Positions in `all`, by path and by owner.
    private let byPath: [String: Int]
    private let byOwner: [Address: [Int]]

    init(_ linked: LinkedArchive) {
        var owners: [String: (Address, Kind)] = [:]
        for committee in linked.archive.committees {
            for meeting in committee.meetings {
                for attachment in meeting.attachments { owners[attachment.path] = (meeting.address, .ofMeeting) }
                for paper in meeting.papers {
                    for attachment in paper.attachments { owners[attachment.path] = (paper.address(in: meeting), .ofPaper) }
                }
            }
        }
        for strategy in linked.archive.strategies {
            for attachment in strategy.attachments { owners[attachment.path] = (strategy.address, .other) }
        }
        FileOwners.addPages(of: linked, to: &owners)
        let all = linked.attachments.compactMap { attachment in
            owners[attachment.path].map { owner, kind in
                let isBelow = attachment.path.hasPrefix(owner.path)
                return Owned(
                    attachment: attachment, owner: owner, fragment: "file-" + (isBelow ? String(attachment.path.dropFirst(owner.path.count)) : attachment.path),
                    kind: kind)
            }
        }
        found = all
        byPath = Dictionary(all.indices.map { (all[$0].attachment.path, $0) }, uniquingKeysWith: { first, _ in first })
        byOwner = Dictionary(grouping: all.indices) { all[$0].owner }
    }

    private static let question = Question("files")

    /// In the order in which they are published.
    var all: [Owned] {
        Asking.note(FileOwners.question)
        return found
    }

    func answer(into answers: inout Answers) { answers.add(FileOwners.question, Digest.of(found)) }

    func owned(_ path: String) -> Owned? {
        let all = all
        return byPath[path].map { all[$0] }
    }

    func owned(by address: Address) -> [Owned] {
        let all = all
        return (byOwner[address] ?? []).map { all[$0] }
    }

    /// A file of the pages' folder is described with the first page that links to it; one that only other sources link to,
    /// with the authority.
    private static func addPages(of linked: LinkedArchive, to owners: inout [String: (Address, Kind)]) {
        guard !linked.archive.attachments.isEmpty else { return }
        for page in linked.archive.pages {
            let links = linked.links(of: page.text)
            for case .file(let path) in links.links + links.images where owners[path] == nil { owners[path] = (page.address, .other) }
        }
        for attachment in linked.archive.attachments where owners[attachment.path] == nil { owners[attachment.path] = (OParl.body, .other) }
    }
}
