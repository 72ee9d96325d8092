import Assets
import Text

/// The words by which things are recognised, in all languages that Moot knows: one file each in `Words`.
///
/// A text may quote another language, and a body may write two; so all are looked for everywhere.
package enum Vocabulary {
    package enum Name: String, CaseIterable, Sendable {
        case exempt, notExempt = "not exempt", exemptAndPublic = "exempt and public"
        case confidential, notConfidential = "not confidential", confidentialAndPublic = "confidential and public"
        case `private`, notPrivate = "not private", privateAndPublic = "private and public"
        case notForPublication = "phrases: not for publication"
        case ofSchedule12A = "phrases: of schedule 12a"
        case exemption, byVirtueOf = "phrases: by virtue of"
        case part, second, closed, restricted, reserved, executive, pink
        case sittingInPrivate = "phrases: in private", inPrivate = "in private", sensitive, sensitiveHow = "sensitive how"
        case exclusion, whoIsExcluded = "who is excluded"
        case what, sitting, link, verb, no, yes
        case leadsToParagraph = "leads to paragraph", mayBeSaidOf = "may be said of", manner, status, appendix
        case inParts = "in parts", exemptFromOtherThings = "exempt from other things"
        case stamp, texts, announcement, saysOfItself = "says of itself", past, states, inAStatement = "in a statement", condition, shutOut = "shut out"
        case asksWhetherPrivate = "asks whether private", asksWhetherPublic = "asks whether public", asksForStatus = "asks for a status"
        case monthsAndDays = "months and days", ofTheLaw = "of the law"
        case ofAQuestion = "of a question", `public`

        var isOfPhrases: Bool { rawValue.hasPrefix("phrases: ") }
    }

    /// What is known of a language.
    struct Language: Sendable {
        /// As site.yml names it: `en`, `cy`.
        let code: String
        private(set) var entries: [Name: [String]] = [:]
        /// Headings of lists that nobody asks for.
        private(set) var unknown: [String] = []

        init(code: String, _ text: String) {
            self.code = code
            var name: Name?
            for line in text.split(separator: "\n") where !line.hasPrefix("#") {
                if line.hasPrefix("["), line.hasSuffix("]") {
                    let heading = String(line.dropFirst().dropLast())
                    name = Name(rawValue: heading)
                    if name == nil { unknown.append(heading) }
                } else if let name {
                    entries[name, default: []] += name.isOfPhrases ? [String(line)] : line.split(separator: " ").map(String.init)
                }
            }
        }
    }

    static let languages = BuiltInFiles.words.map { file in
        Language(code: String(file.path.prefix { $0 != "." }), String(decoding: file.bytes, as: UTF8.self))
    }

    /// The codes of the languages, as site.yml names them.
    package static let codes: Set<String> = Set(languages.map(\.code))

    private static let lists: [Name: WordList] = Dictionary(
        Name.allCases.map { name in (name, WordList(languages.flatMap { $0.entries[name] ?? [] })) }, uniquingKeysWith: { first, _ in first })

    /// A list of all languages.
    package static func list(_ name: Name) -> WordList { lists[name]! }

    /// Whether words begin with a phrase. A word of eight letters or more may be misspelt.
    package static func opens(_ words: ArraySlice<String>, _ phrase: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return zip(words, phrase).allSatisfy { $0 == $1 || $1.utf8.count > 7 && NearWord.isNearly(Array($0.utf8), Array($1.utf8)) }
    }

    /// The phrases of a list, each in words.
    package static func phrases(_ name: Name) -> [[String]] {
        languages.flatMap { $0.entries[name] ?? [] }.map { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
    }
}
