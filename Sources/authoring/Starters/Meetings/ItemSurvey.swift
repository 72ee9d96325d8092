import Facts
import Model
import Reading

/// Looks for the items and sections that most of a few agendas have. What is exempt, and every section with an exempt
/// item, is left out before anything is compared.
struct ItemSurvey {
    private struct Occurrence {
        let meeting: Int
        /// How far down the agenda it stands, from 0 to 1.
        let rank: Double
        let section: String?
        let item: AgendaItem
        let text: String
    }

    private let count: Int
    private var occurrences: [String: [Occurrence]] = [:]
    private var sectionRanks: [String: [(title: String, rank: Double)]] = [:]
    private static let minutesKey = "the minutes of the last meeting"

    init(_ meetings: [Meeting], glances: [AgendaExcerpt]) {
        count = meetings.count
        for (index, meeting) in meetings.enumerated() { survey(meeting, index, glances[index]) }
    }

    private mutating func survey(_ meeting: Meeting, _ index: Int, _ glance: AgendaExcerpt) {
        let length = Double(max(1, meeting.sections.count + meeting.itemCount))
        var position = 0.0
        var seen: Set<String> = []
        for section in meeting.sections {
            let isExempt = section.isExempt
            if let title = section.title {
                if !isExempt, !title.titleWords.isEmpty { sectionRanks[title.titleWords, default: []].append((title, position / length)) }
                position += 1
            }
            for item in section.items {
                defer { position += 1 }
                guard !isExempt, let business = item.open else { continue }
                let key = item.isForMinutes(of: meeting) ? ItemSurvey.minutesKey : item.title.titleWords
                guard !key.isEmpty, seen.insert(key).inserted else { continue }
                let text = business.standingText(of: item, in: meeting, glance)
                occurrences[key, default: []].append(
                    Occurrence(meeting: index, rank: position / length, section: section.title, item: item, text: text))
            }
        }
    }

    /// In their usual order; nil stands for the items before any section.
    var sections: [(title: String?, items: [StandingItem])] {
        let recurring = sectionRanks.values.filter { isUsual($0.count) }
            .map { (title: $0.last!.title, rank: $0.reduce(0) { $0 + $1.rank } / Double($0.count)) }.sorted { ($0.rank, $0.title) < ($1.rank, $1.title) }
        let items = occurrences.filter { isUsual($0.value.count) && ($0.key == ItemSurvey.minutesKey || isStanding($0.value)) }
            .map { (item: standing($0.value, isMinutes: $0.key == ItemSurvey.minutesKey), rank: $0.value.reduce(0) { $0 + $1.rank } / Double($0.value.count)) }
            .sorted { ($0.rank, $0.item.title) < ($1.rank, $1.item.title) }
        var found: [(title: String?, items: [StandingItem])] = [(nil, [])] + recurring.map { (title: $0.title, items: []) }
        for (item, rank) in items {
            let own = recurring.firstIndex { $0.title.titleWords == item.section?.titleWords }
            let above = recurring.lastIndex { $0.rank < rank }
            let isOutside = item.section == nil && above == nil
            found[isOutside ? 0 : (own ?? above).map { $0 + 1 } ?? 0].items.append(item)
        }
        return found.filter { $0.title != nil || !$0.items.isEmpty }
    }

    private func isUsual(_ number: Int) -> Bool { number * 2 > count }

    /// Where there is only one agenda to go by, what every agenda has is taken from it.
    private func isStanding(_ found: [Occurrence]) -> Bool {
        guard count == 1 else { return true }
        let words = " " + found[0].item.title.titleWords + " "
        return ItemSurvey.everywhere.contains { words.contains(" \($0) ") }
    }

    private static let everywhere = [
        "apologies", "apology", "declaration", "declarations", "interests", "welcome", "membership", "public question", "public questions", "question time",
        "public participation", "deputations", "petitions", "admission of the public", "announcements", "urgent business", "work programme",
        "forward plan", "date of next meeting", "next meeting", "future meeting dates",
    ]

    private func standing(_ found: [Occurrence], isMinutes: Bool) -> StandingItem {
        let last = found.last!
        let hasDate = last.item.title.contains(where: \.isNumber)
        var item = StandingItem(title: isMinutes && hasDate ? "Minutes of the last meeting" : last.item.title, section: last.section, isMinutes: isMinutes)
        let business = found.compactMap(\.item.open)
        if !isMinutes, let papers = business.compactMap(\.papersWord).majority(of: business.count) { item.fields.append(("Papers", papers)) }
        func add(_ key: String, _ value: (OpenBusiness) -> String?) {
            if let value = business.compactMap(value).majority(of: business.count) { item.fields.append((key, value.markdown)) }
        }
        add("Presenter", \.presenter)
        add("Contact", \.contact)
        add("Purpose") { $0.purpose?.code }
        add("Wards", \.wards)
        item.text = found.map(\.text).majority(of: found.count) ?? ""
        return item
    }
}

extension AgendaSection {
    /// Whether it, or anything in it, is exempt.
    fileprivate var isExempt: Bool {
        items.contains { $0.exemption != nil } || (title?.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix("exempt") } ?? false)
    }
}

extension AgendaItem {
    /// Whether it is there to approve the committee's own minutes.
    fileprivate func isForMinutes(of meeting: Meeting) -> Bool {
        guard let business = open else { return false }
        let words = title.titleWords.split(separator: " ")
        guard words.contains("minutes") || words.contains("minute") else { return false }
        let linksToOwn = business.papers.contains { paper in
            guard case .link(let link) = paper else { return false }
            return SourcePath.target(of: link.destination, from: meeting.folder + SourcePath.agendaName).map {
                $0.hasPrefix(SourcePath.folder(ofCommittee: meeting.committee)) && $0.hasSuffix("/" + SourcePath.minutesName)
            } ?? false
        }
        let opening = ["previous", "last", "confirmation", "confirm", "approve", "approval"].contains { words.contains(Substring($0)) }
        return linksToOwn || opening || words == ["minutes"]
    }
}

extension OpenBusiness {
    /// What `Papers` says without naming one; “to follow” stands for papers that were there.
    fileprivate var papersWord: String? {
        guard let first = papers.first else { return hasExemptPaper ? "to follow" : nil }
        switch first {
        case .link, .toFollow: return "to follow"
        case .verbal: return "verbal"
        case .presentation: return "presentation"
        case .toBeTabled: return "to be tabled"
        }
    }

    /// Its text as it stands in the source, where that is plain paragraphs.
    fileprivate func standingText(of item: AgendaItem, in meeting: Meeting, _ glance: AgendaExcerpt) -> String {
        let blocks = Array(details.blocks)
        guard let first = blocks.first, blocks.allSatisfy({ $0.kind == .paragraph }) else { return "" }
        let next = meeting.items.map(\.location.line).filter { $0 > item.location.line }.min() ?? glance.bodyLines.upperBound
        let lines = glance.lines(first.line..<max(first.line, next)).prefix { !$0.hasPrefix("#") }
        guard !lines.contains(where: NoticeText.isUnderline) else { return "" }
        return lines.joined(separator: "\n").trimmingLines
    }
}

extension String {
    /// Without empty lines at both ends.
    fileprivate var trimmingLines: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let first = lines.first, first.allSatisfy({ $0 == " " }) { lines.removeFirst() }
        while let last = lines.last, last.allSatisfy({ $0 == " " }) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
