/// What a code means, at length: what `moot explain` prints, and what other tools show as help.
///
/// Each room explains its own codes beside its problems. Tests see to it that every code is explained, and that the wrong example is found fault
/// with and the right one is not.
public struct Explanation: Sendable {
    /// Where the text of an example stands.
    public enum Setting: String, Sendable {
        case siteFile = "site.yml"
        case glossary = "glossary.yml"
        case people = "people.yml"
        case redirects = "redirects.yml"
        case record = "published.tsv"
        case committeeHead = "the head of committee.md"
        case committee = "committee.md"
        case agendaHead = "the head of agenda.md"
        case agenda = "agenda.md"
        case minutesHead = "the head of minutes.md"
        case minutes = "minutes.md, under “# Minutes”"
        case wholeMinutes = "minutes.md"
        case paperHead = "the head of a paper"
        case paper = "a paper"
        case strategyHead = "the head of strategy.md"
        case template = "a template"
        case settings = "moot.yml"
        /// Names of files in the source folder; `a -> b` is a link.
        case tree = "the source folder"
        /// Several files, each after a line `== its path`.
        case files = "these files"
        /// What somebody types.
        case command = "the terminal"
    }

    public let code: String
    /// In one line, without a full stop.
    public let title: String
    /// What it means, and why it matters.
    public let meaning: String
    /// What to do.
    public let remedy: String
    public let setting: Setting
    public let wrong: String
    public let right: String

    public init(_ code: String, _ title: String, _ meaning: String, _ remedy: String, in setting: Setting, wrong: String, right: String) {
        self.code = code
        self.title = title
        self.meaning = meaning
        self.remedy = remedy
        self.setting = setting
        self.wrong = wrong
        self.right = right
    }
}

extension Explanation {
    /// All of it as plain text, wrapped for a terminal.
    public var text: String {
        let severity = code.hasPrefix("E") ? "error" : code.hasPrefix("N") ? "note" : "warning"
        return """
            \(code), \(severity): \(title)

            \(meaning.wrapped)

            What to do
            \(remedy.wrapped)

            Wrong, in \(setting.rawValue)
            \(wrong.indented)

            Right
            \(right.indented)

            """
    }
}

extension String {
    fileprivate var indented: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    }

    /// In lines of at most 80 characters.
    fileprivate var wrapped: String {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 80 { lines[lines.count - 1] = last + " " + word } else { lines.append(String(word)) }
        }
        return lines.joined(separator: "\n")
    }
}
