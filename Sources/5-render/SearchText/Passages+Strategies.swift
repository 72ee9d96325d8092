import Facts
import Markdown
import Model
import Search

extension Passages {
    /// The cover of each strategy with what shares its page, and its chapters that have pages.
    var strategies: [SearchDocument] {
        archive.strategies.indices.flatMap { documents(ofStrategy: $0) }
    }

    private func documents(ofStrategy position: Int) -> [SearchDocument] {
        let strategy = archive.strategies[position]
        let committee = archive.committees.firstIndex { $0.slug == strategy.owner }
        let day = day(of: strategy)
        let years = years(of: strategy)
        let isOnePage = strategy.contents == .onePage
        let size = strategy.cover.text.count + (isOnePage ? strategy.chapters.reduce(0) { $0 + $1.text.text.count } : 0)
        var found = [
            document(.strategy, strategy.title, at: strategy.address, detail: years, committee: committee, day: day, size: size) { [linked] in
                StrategyPassages.passages(ofPageOf: linked.archive.strategies[position])
            }
        ]
        for (at, chapter) in strategy.chapters.enumerated() where !isOnePage {
            let detail = [strategy.title, years].filter { !$0.isEmpty }.joined(separator: ", ")
            found.append(document(.strategy, chapter.numberedTitle, at: strategy.address(of: chapter), detail: detail, committee: committee, day: day, size: chapter.text.text.count) { [linked] in
                let strategy = linked.archive.strategies[position]
                return StrategyPassages.passages(of: strategy.chapters[at].text, at: "", under: [strategy.title])
            })
        }
        return found
    }

    /// "2017 to 2021"
    private func years(of strategy: Strategy) -> String {
        [strategy.from, strategy.to].compactMap { $0.map { text in Day(iso: text).map(inWords) ?? text } }.joined(separator: " to ")
    }

    /// When it was adopted; else when it begins.
    private func day(of strategy: Strategy) -> Day? {
        if let meeting = strategy.adoption(in: archive.committees.lazy.flatMap(\.meetings)) { return meeting.date }
        guard let from = strategy.from else { return nil }
        return Day(iso: from) ?? Int(from.prefix(4)).flatMap { Day(year: $0, month: 1, day: 1) }
    }
}

enum StrategyPassages {
    static func passages(ofPageOf strategy: Strategy) -> [SearchPassage] {
        let names = [strategy.short].compactMap(\.self) + strategy.aliases
        var found = passages(of: strategy.cover, lead: names.joined(separator: ", "), at: "", under: [])
        guard strategy.contents == .onePage else { return found }
        for chapter in strategy.chapters {
            found += passages(of: chapter.text, prefix: chapter.slug + "--", at: "chapter--" + chapter.slug, under: [chapter.numberedTitle])
        }
        return found
    }

    static func passages(of text: Document, prefix: String = "", lead: String = "", at anchor: String, under headings: [String]) -> [SearchPassage] {
        var cutter = PassageCutter(text, prefix: prefix)
        cutter.addSections(of: text.body, lead: PlainWords(lead), at: anchor, under: headings)
        cutter.addOtherNotes()
        return cutter.passages
    }
}

extension Chapter {
    /// "4 Live well", "Appendix A: Measures"
    fileprivate var numberedTitle: String {
        guard let number else { return title }
        return number + (number.contains(where: \.isLetter) ? ": " : " ") + title
    }
}
