import Model
import Templates

/// An agenda item or a minute in the short list at the head of its page: what it is and what came of it.
struct SummaryEntryView: Templated {
    let number: String?
    let title: String
    let href: String
    let standing: Standing?

    /// What came of it, in a word or two.
    enum Standing: Sendable, Equatable {
        /// The kinds of what was decided, each once: "Resolved", "Resolved, noted".
        case decided([String])
        /// It was not dealt with, or not in public.
        case closed(String)
        /// There is nothing to tell but what can be read.
        case papers(String)
    }

    static let shape = Shape<SummaryEntryView>("entry at a glance", "An agenda item or a minute in the short list at the head of its page.", [
        .optionalText("number", "Its number as printed.") { $0.number },
        .text("title", "Its title.") { $0.title },
        .text("href", "Where it stands on the page.") { $0.href },
        .optionalText("standing", "What came of it: Resolved; Withdrawn; Exempt; 2 papers.") { $0.standing?.words },
        .flag("decided", "Whether something was decided.") { if case .decided = $0.standing { true } else { false } },
        .flag("closed", "Whether it was deferred, withdrawn, or is exempt.") { if case .closed = $0.standing { true } else { false } },
    ])
}

extension SummaryEntryView.Standing {
    init?(decisions kinds: [String]) {
        if kinds.isEmpty { return nil }
        self = .decided(kinds.enumerated().filter { kinds.firstIndex(of: $1) == $0 }.map(\.element))
    }

    var words: String {
        switch self {
        case .decided(let kinds): kinds.joined(separator: ", ").lowercased().capitalisedFirst
        case .closed(let words), .papers(let words): words
        }
    }
}

extension SummaryEntryView {
    /// Fewer are seen at once without a list of them.
    private static let fewest = 3

    /// The items of an agenda and its supplements; none where they are too few to need a list.
    static func list(_ sections: [AgendaSectionView], supplements: [SupplementView]) -> [SummaryEntryView] {
        let items = (sections + supplements.flatMap(\.sections)).flatMap(\.items).filter { !$0.isAddition }
        guard items.count >= fewest else { return [] }
        return items.map { SummaryEntryView(number: $0.number, title: $0.title, href: "#" + $0.anchor, standing: $0.standing) }
    }

    /// The minutes of a meeting; none where they are too few to need a list.
    static func list(_ minutes: Minutes) -> [SummaryEntryView] {
        guard minutes.minutes.count >= fewest else { return [] }
        return minutes.minutes.map {
            SummaryEntryView(number: $0.number, title: $0.title, href: "#" + $0.anchor, standing: Standing(decisions: $0.decisions.map(\.kind.words)))
        }
    }
}

extension AgendaItemView {
    fileprivate var standing: SummaryEntryView.Standing? {
        guard let open else { return .closed("Exempt") }
        if let decided = SummaryEntryView.Standing(decisions: outcomes.flatMap(\.decisions).map(\.kind)) { return decided }
        return open.standing
    }
}

extension OpenItemView {
    fileprivate var standing: SummaryEntryView.Standing? {
        switch state {
        case .deferred: .closed("Deferred")
        case .withdrawn: .closed("Withdrawn")
        case nil:
            if !papers.isEmpty { .papers(counted(papers.count, "paper", "papers")) } else { words.contains(.toFollow) ? .papers("Paper to follow") : nil }
        }
    }
}
