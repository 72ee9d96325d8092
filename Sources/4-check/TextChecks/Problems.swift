import Diagnostics

/// Where a text is harder to read than it need be, or its figures do not add up. None is a reason not to publish.
enum WritingProblem: Problem {
    case levelSkipped(from: Int, to: Int)
    case alternativeSaysNothing(String)
    case linkSaysNothing(String)
    case linkIsAddress
    case tableWithoutHead(columns: Int)
    case boldForHeading(others: Int)
    case allCapitals
    case documentForPage(kind: String)
    case largePicture(name: String, kilobytes: Int)
    case longSentence(words: Int)
    case unexplainedAcronym(String, documents: Int)
    case wrongTotal(of: String, sum: String, printed: String)
}

extension WritingProblem {
    var code: String {
        switch self {
        case .levelSkipped: "W801"
        case .alternativeSaysNothing: "W802"
        case .linkSaysNothing: "W803"
        case .linkIsAddress: "W804"
        case .tableWithoutHead: "W805"
        case .boldForHeading: "W806"
        case .allCapitals: "W807"
        case .documentForPage: "W808"
        case .largePicture: "W809"
        case .longSentence: "W810"
        case .unexplainedAcronym: "W811"
        case .wrongTotal: "N801"
        }
    }

    var message: String {
        switch self {
        case .levelSkipped(let from, let to):
            "this heading has \(signs(to)), and the one above it " + (from == 1 ? "is the title" : "has \(signs(from))") + ": a level is skipped"
        case .alternativeSaysNothing(let text): "“\(text)” does not say what the picture shows"
        case .linkSaysNothing(let words): "“\(words)” does not say where this link leads"
        case .linkIsAddress: "this link has a bare address for its words"
        case .tableWithoutHead(let columns): "nothing says what the \(columns) columns of this table hold"
        case .boldForHeading(0): "this bold line seems to be a heading, and is none"
        case .boldForHeading(let others): "this bold line and \(others) further on seem to be headings, and are none"
        case .allCapitals: "this paragraph is written in capitals"
        case .documentForPage(let kind): "this paper is a \(kind), and could be a page"
        case .largePicture(let name, let kilobytes): "the picture “\(name)” has \(megabytes(kilobytes)) MB"
        case .longSentence(let words): "this sentence of the summary has \(words) words"
        case .unexplainedAcronym(let term, let documents):
            "nobody explains “\(term)”" + (documents > 1 ? ", which \(documents) texts use" : "")
        case .wrongTotal(let name, let sum, let printed): "the figures of \(name) add up to \(sum), and the total says \(printed)"
        }
    }

    var remedy: String {
        switch self {
        case .levelSkipped(let from, _): "Write it with \(signs(from + 1)): those who have pages read to them find their way by the levels."
        case .alternativeSaysNothing: "Write what somebody should learn from it: ![Map of the three proposed bus routes](map.png)."
        case .linkSaysNothing: "Link the words that say what is there: “the [winter plan](winter-plan.md) has the figures”."
        case .linkIsAddress: "Link words that say what is there: [the annual report](https://…)."
        case .tableWithoutHead: "Write what each column holds into the row above the line of dashes."
        case .boldForHeading: "Write it with the signs # of its level, such as “### Costs”: then it is in the contents and can be linked to."
        case .allCapitals: "Write it as any other sentence; put what matters most in **bold**."
        case .documentForPage: "Write it as Markdown beside the agenda: then it can be read on a phone and aloud, searched and linked to. Where only the layout will do, leave it."
        case .largePicture: "Make it smaller: 1600 pixels across are enough for any screen."
        case .longSentence: "Make two or three of it, or a list: a summary is what most people read, and all that some do."
        case .unexplainedAcronym(let term, _): "Write it out where it stands first, “… (\(term))”, or add it to glossary.yml."
        case .wrongTotal: "Check the figures and the total against the source. If the total counts something else, say so in its label."
        }
    }

    private func signs(_ level: Int) -> String { level == 1 ? "one sign #" : "\(level) signs #" }

    private func megabytes(_ kilobytes: Int) -> String { "\(kilobytes / 1000).\(kilobytes % 1000 / 100)" }
}
