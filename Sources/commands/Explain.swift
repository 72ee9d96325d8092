import ArgumentParser
import Attachments
import Diagnostics
import Disclosure
import Linking
import Theming
import Markdown
import PreviewServer
import PDF
import Permalinks
import Reading
import PublicationRecord
import MeetingChecks
import Site
import Templates
import TextChecks

/// What every code means, room by room.
enum Explanations {
    static let rooms: [(title: String, explanations: [Explanation])] = [
        ("Files, heads, agendas and minutes", Explanation.reading), ("Markdown", Explanation.markdown), ("Links and names", Explanation.linking),
        ("Rules of public meetings", Explanation.rules), ("Plain writing and totals", Explanation.writing), ("What was published", Explanation.record + Explanation.publication),
        ("Templates", Explanation.templates), ("The site", Explanation.site), ("What would be known", Explanation.disclosure), ("Its look", Explanation.look), ("Files beside papers", Explanation.attachments), ("PDF", Explanation.printing), ("The preview", Explanation.preview),
    ]

    static let all = rooms.flatMap(\.explanations)

    /// One line a code, by room.
    static var list: String {
        rooms.map { room in
            let lines = room.explanations.sorted { $0.code < $1.code }.map { "  \($0.code)  \($0.title)" }
            return room.title + "\n" + lines.joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    static func explanation(of code: String) -> Explanation? {
        let wanted = code.uppercased()
        return all.first { $0.code == wanted }
    }

    /// The code that was probably meant: the same number with another letter, or the nearest.
    static func nearest(to code: String) -> String? {
        let wanted = code.uppercased()
        let number = wanted.filter(\.isNumber)
        return all.first { $0.code.dropFirst() == number }?.code ?? all.map(\.code).nearest(to: wanted)
    }
}


struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells more about a message: why it matters, what to do, and an example.",
        discussion: """
            Without a code it lists all of them.

            EXAMPLE
              moot explain E301
              moot explain w601 w602

            EXIT STATUS
              0  explained
              2  there is no such code
            """)

    @Argument(help: "The codes that stand in brackets behind messages.", completion: Choices.codes) var codes: [String] = []

    func validate() throws {
        for code in codes where Explanations.explanation(of: code) == nil {
            let hint = Explanations.nearest(to: code).map { " Did you mean \($0)?" } ?? " “moot explain” lists all."
            throw ValidationError("there is no code “\(code)”.\(hint)")
        }
    }

    func run() {
        if codes.isEmpty { return Console.write(Explanations.list) }
        Console.write(codes.compactMap { Explanations.explanation(of: $0)?.text }.joined(separator: "\n"))
    }
}
