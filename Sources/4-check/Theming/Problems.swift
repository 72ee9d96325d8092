import Diagnostics

/// What can be wrong with the look of a site.
enum LookProblem: Problem {
    case lowContrast(Pair)
    case notComparable(name: String, value: String)

    /// A text and the ground it stands on.
    struct Pair: Sendable {
        let text: String
        let textColour: Colour
        let ground: String
        let groundColour: Colour
        let isDark: Bool
        let contrast: Double
        /// A shade of the text's colour that would do; nil where there is none.
        let better: Colour?
    }
}

extension LookProblem {
    var code: String {
        switch self {
        case .lowContrast: "E530"
        case .notComparable: "E531"
        }
    }

    var message: String {
        switch self {
        case .lowContrast(let pair):
            "\(LookProblem.words(for: pair.text)) (\(pair.textColour.hex)) on \(LookProblem.words(for: pair.ground)) (\(pair.groundColour.hex))"
                + "\(pair.isDark ? ", in dark surroundings," : "") has a contrast of \(LookProblem.rounded(pair.contrast)):1, and 4.5:1 is the least that people with weak sight can read"
        case .notComparable(let name, let value): "whether “\(name): \(value)” can be read is not known"
        }
    }

    var remedy: String {
        switch self {
        case .lowContrast(let pair):
            pair.better.map { "\($0.hex) is the nearest shade that can be read on every ground." } ?? "Choose a colour that differs more from its ground in lightness."
        case .notComparable: "Write the colour as #rrggbb."
        }
    }

    /// What a token is, in the user's words, and its name for those who know it.
    private static func words(for token: String) -> String {
        switch token {
        case "--ink": "the text"
        case "--ink-soft": "lesser text"
        case "--link": "a link"
        case "--visited": "a visited link"
        case "--decision": "the word for a decision"
        case "--warn": "a warning"
        case "--accent-ink": "the text of buttons"
        case "--paper": "the page"
        case "--paper-soft": "a tinted part of the page"
        case "--decision-soft": "the ground of decisions"
        case "--warn-soft": "the ground of warnings"
        case "--accent": "the authority's colour"
        default: token
        }
    }

    /// Never rounded up to what would do.
    private static func rounded(_ contrast: Double) -> String {
        let tenths = Int(contrast * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
