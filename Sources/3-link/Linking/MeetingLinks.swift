import Diagnostics
import Model

/// How the parts of one meeting belong together.
package struct MeetingLinks: Sendable, Equatable {
    /// For each minute, the item it belongs to: its position in `Meeting.everyItem`.
    package internal(set) var itemOfMinute: [Int: Int] = [:]
    /// For each item, the minutes that belong to it: their positions in `Minutes.minutes`.
    package internal(set) var minutesOfItem: [Int: [Int]] = [:]
    /// For each paper, by slug, the item that lists it or the paper in whose folder it lies.
    package internal(set) var itemOfPaper: [String: Int] = [:]
    /// The papers in the order of the agenda; those without an item at the end.
    package internal(set) var paperOrder: [Int] = []
    /// Papers that no item lists, nor lie in the folder of one that an item lists.
    package internal(set) var unlisted: [Int] = []
}

extension MeetingLinks {
    init(_ meeting: Meeting, resolve: (NamedLink) -> Destination, report: inout [Diagnostic]) {
        matchMinutes(meeting, report: &report)
        matchPapers(meeting, resolve: resolve, report: &report)
    }

    private mutating func matchMinutes(_ meeting: Meeting, report: inout [Diagnostic]) {
        let items = meeting.everyItem
        let byNumber = Dictionary(items.indices.compactMap { at in items[at].number.map { ($0.lowercased(), at) } }, uniquingKeysWith: { first, _ in first })
        let byTitle = Dictionary(items.indices.map { (TitleKey.make(items[$0].title), $0) }, uniquingKeysWith: { first, _ in first })
        for (position, minute) in (meeting.minutes?.minutes ?? []).enumerated() {
            var item = byTitle[TitleKey.make(minute.title)]
            if let label = minute.item {
                item = byNumber[label.lowercased()]
                if item == nil, meeting.hasAgenda {
                    let numbers = items.compactMap(\.number)
                    report.append(Diagnostic(LinkingProblem.noSuchItem(label, nearest: numbers.nearest(to: label)), at: minute.location))
                }
            }
            item = item ?? byTitle[TitleKey.make(minute.title)]
            guard let item else { continue }
            itemOfMinute[position] = item
            minutesOfItem[item, default: []].append(position)
        }
    }

    private mutating func matchPapers(_ meeting: Meeting, resolve: (NamedLink) -> Destination, report: inout [Diagnostic]) {
        let byAddress = Dictionary(uniqueKeysWithValues: meeting.papers.indices.map { (meeting.papers[$0].address(in: meeting), $0) })
        var listed: [Int] = []
        for (item, business) in Self.openItems(of: meeting) {
            for case .link(let link) in business.papers {
                guard case .page(let address, _) = resolve(link), let paper = byAddress[address] else { continue }
                if itemOfPaper[meeting.papers[paper].slug] == nil { itemOfPaper[meeting.papers[paper].slug] = item }
                if !listed.contains(paper) { listed.append(paper) }
            }
        }
        paperOrder = withAppendices(listed, of: meeting)
        unlisted = meeting.papers.indices.filter { !paperOrder.contains($0) }
        paperOrder += unlisted
        for paper in unlisted where meeting.hasAgenda {
            report.append(Diagnostic(LinkingProblem.paperWithoutItem, at: meeting.papers[paper].location))
        }
    }

    /// The open items of the agenda and of its supplements, each with the position of the first item of its number.
    private static func openItems(of meeting: Meeting) -> [(Int, OpenBusiness)] {
        let items = meeting.everyItem
        return items.indices.compactMap { at in
            let first = items[at].number.flatMap { number in items.firstIndex { $0.number == number } }
            return items[at].open.map { (first ?? at, $0) }
        }
    }

    /// After each listed paper, what lies in its folder and no item lists.
    private mutating func withAppendices(_ listed: [Int], of meeting: Meeting) -> [Int] {
        var order: [Int] = []
        for paper in listed {
            guard !order.contains(paper) else { continue }
            order.append(paper)
            let slug = meeting.papers[paper].slug
            for other in meeting.papers.indices where meeting.papers[other].slug.hasPrefix(slug + "/") && !listed.contains(other) && !order.contains(other) {
                order.append(other)
                itemOfPaper[meeting.papers[other].slug] = itemOfPaper[slug]
            }
        }
        return order
    }
}

/// A title as far as it can be compared: small letters, no signs.
enum TitleKey {
    static func make(_ title: String) -> String {
        String(decoding: title.lowercased().utf8.filter { (97...122).contains($0) || (48...57).contains($0) || $0 >= 0x80 }, as: UTF8.self)
    }
}
