import Model
import Permalinks
import Templates

/// What became of a paragraph when minutes were approved.
struct TextChangeView: Templated {
    let change: TextChange

    static let shape = Shape<TextChangeView>("change of text", "What became of a paragraph when minutes were approved.", [
        .optionalText("heading", "The heading that it stands under.") { $0.change.heading },
        .list("runs", "Its words, in runs that were kept, removed or added.", TextRunView.self) { $0.change.runs.map(TextRunView.init) },
    ])
}

struct TextRunView: Templated {
    let run: TextChange.Run

    static let shape = Shape<TextRunView>("run of words", "Words that were kept, removed or added. One of the three is there.", [
        .optionalText("kept", "Words that both texts have.") { if case .kept(let words) = $0.run { words } else { nil } },
        .optionalText("removed", "Words that only the draft has.") { if case .removed(let words) = $0.run { words } else { nil } },
        .optionalText("added", "Words that only the approved text has.") { if case .added(let words) = $0.run { words } else { nil } },
    ])
}

extension PageBuilder {
    /// None where the draft is not known; nil where too much changed.
    func draftChanges(of minutes: Minutes) -> [TextChangeView]? {
        guard let draft = minutes.draft, minutes.status == .approved else { return [] }
        return TextChange.between(draft, and: minutes.document.paragraphs).map { $0.map(TextChangeView.init) }
    }
}
