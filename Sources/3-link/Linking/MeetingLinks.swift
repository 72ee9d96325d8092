import Diagnostics
import Model

/// How the parts of one meeting belong together. An item stands for all that supplements add to it: where a position in
/// `Meeting.everyItem` is given, it is that of the item which the others belong to.
package struct MeetingLinks: Sendable, Equatable {
    /// For each minute, the item it belongs to: its position in `Meeting.everyItem`.
    package internal(set) var itemOfMinute: [Int: Int] = [:]
    /// For each item, the minutes that belong to it: their positions in `Minutes.minutes`.
    package internal(set) var minutesOfItem: [Int: [Int]] = [:]
    /// For each paper, by slug, the item that lists it or the paper in whose folder it lies.
    package internal(set) var itemOfPaper: [String: Int] = [:]
    /// For each item of the agenda and of each supplement, what its links under `Papers` lead to, in order: a position in `Meeting.papers`;
    /// nil for all that is no paper of this meeting.
    package internal(set) var papersListed: [Int: [Int?]] = [:]
    /// For each paper that an item lists, those that come with it: what lies in its folder, and no item lists.
    package internal(set) var appendices: [Int: [Int]] = [:]
    /// The papers in the order of the agenda; those without an item at the end.
    package internal(set) var paperOrder: [Int] = []
    /// Papers that no item lists, nor lie in the folder of one that an item lists.
    package internal(set) var unlisted: [Int] = []

    package init() {}
}

extension MeetingLinks {
    init(_ meeting: Meeting, resolve: (NamedLink) -> Destination, report: inout [Diagnostic]) {
        matchMinutes(meeting, report: &report)
        matchPapers(meeting, resolve: resolve, report: &report)
    }

    private mutating func matchMinutes(_ meeting: Meeting, report: inout [Diagnostic]) {
        let items = meeting.everyItem
        let byNumber = Dictionary(items.indices.compactMap { at in items[at].number.map { ($0, at) } }, uniquingKeysWith: { first, _ in first })
        let byTitle = Dictionary(items.indices.map { (TitleKey.make(items[$0].title), $0) }, uniquingKeysWith: { first, _ in first })
        for (position, minute) in (meeting.minutes?.minutes ?? []).enumerated() {
            var item: Int?
            if let label = minute.item {
                item = byNumber[label]
                if item == nil, meeting.hasAgenda {
                    let numbers = items.compactMap(\.number?.printed)
                    report.append(Diagnostic(LinkingProblem.noSuchItem(label.printed, nearest: numbers.nearest(to: label.printed)), at: minute.location))
                }
            }
            guard let found = item ?? byTitle[TitleKey.make(minute.title)] else { continue }
            let main = meeting.join.main(of: found)
            itemOfMinute[position] = main
            minutesOfItem[main, default: []].append(position)
        }
    }

    private mutating func matchPapers(_ meeting: Meeting, resolve: (NamedLink) -> Destination, report: inout [Diagnostic]) {
        let byAddress = Dictionary(uniqueKeysWithValues: meeting.papers.indices.map { (meeting.papers[$0].address(in: meeting), $0) })
        var listed: [Int] = []
        for (item, entry) in meeting.everyItem.enumerated() {
            let found = (entry.open?.papers ?? []).compactMap(\.link).map { link -> Int? in
                if case .page(let address, _) = resolve(link) { byAddress[address] } else { nil }
            }
            if found.isEmpty { continue }
            papersListed[item] = found
            for paper in found.compactMap(\.self) {
                if itemOfPaper[meeting.papers[paper].slug] == nil { itemOfPaper[meeting.papers[paper].slug] = meeting.join.main(of: item) }
                if !listed.contains(paper) { listed.append(paper) }
            }
        }
        findAppendices(of: listed, in: meeting)
        paperOrder = listed.flatMap { [$0] + (appendices[$0] ?? []) }
        let isOrdered = Set(paperOrder)
        unlisted = meeting.papers.indices.filter { !isOrdered.contains($0) }
        paperOrder += unlisted
        for paper in unlisted where meeting.hasAgenda {
            report.append(Diagnostic(LinkingProblem.paperWithoutItem, at: meeting.papers[paper].location))
        }
    }

    /// What no item lists comes with the listed paper in whose folder it lies; of several, with the nearest.
    private mutating func findAppendices(of listed: [Int], in meeting: Meeting) {
        let papers = meeting.papers
        for other in papers.indices where papers[other].slug.utf8.contains(UInt8(ascii: "/")) && !listed.contains(other) {
            let holders = listed.filter { papers[other].slug.hasPrefix(papers[$0].slug + "/") }
            guard let holder = holders.max(by: { papers[$0].slug.utf8.count < papers[$1].slug.utf8.count }) else { continue }
            appendices[holder, default: []].append(other)
            itemOfPaper[papers[other].slug] = itemOfPaper[papers[holder].slug]
        }
    }
}
