import Diagnostics
import Model

/// Holds the colours of texts against those of the grounds they stand on.
struct ContrastCheck {
    /// What WCAG 2.2 asks for text, success criterion 1.4.3. All text is held to it, large or not.
    static let lowest = 4.5

    /// Which texts stand on which grounds.
    static let pairs: [(ground: String, texts: [String])] = [
        ("--paper", ["--ink", "--ink-soft", "--link", "--visited", "--decision", "--warn"]),
        ("--paper-soft", ["--ink", "--ink-soft", "--link", "--visited"]),
        ("--decision-soft", ["--ink", "--ink-soft", "--link", "--visited"]),
        ("--warn-soft", ["--ink", "--ink-soft", "--link", "--visited", "--warn"]),
        ("--accent", ["--accent-ink"]),
    ]

    let tokens: StyleTokens
    let theme: Theme
    /// The path of the style sheet, as the user knows it.
    let sheet: String

    var problems: [Diagnostic] {
        StyleTokens.Scheme.allCases.flatMap { scheme in
            ContrastCheck.pairs.flatMap { pair in pair.texts.compactMap { problem($0, on: pair.ground, scheme) } }
        }
    }

    private func problem(_ text: String, on ground: String, _ scheme: StyleTokens.Scheme) -> Diagnostic? {
        // A sheet that has not these tokens is not drawn with them.
        guard let textToken = tokens.token(text, scheme), let groundToken = tokens.token(ground, scheme) else { return nil }
        for (name, token) in [(text, textToken), (ground, groundToken)] where Colour(token.value) == nil {
            return Diagnostic(LookProblem.notComparable(name: name, value: token.value), at: SourceLocation(sheet, line: token.line))
        }
        guard let colour = Colour(textToken.value), let groundColour = Colour(groundToken.value) else { return nil }
        let contrast = colour.contrast(to: groundColour)
        guard contrast < ContrastCheck.lowest else { return nil }
        let pair = LookProblem.Pair(
            text: text, textColour: colour, ground: ground, groundColour: groundColour, isDark: scheme == .dark, contrast: contrast,
            better: colour.shade(readableOn: ContrastCheck.grounds(of: text, scheme, in: tokens), ratio: ContrastCheck.lowest))
        return Diagnostic(LookProblem.lowContrast(pair), at: location(of: text, textToken, scheme))
    }

    /// All that a text must be readable on.
    static func grounds(of text: String, _ scheme: StyleTokens.Scheme, in tokens: StyleTokens) -> [Colour] {
        pairs.filter { $0.texts.contains(text) }.compactMap { tokens.colour($0.ground, scheme) }
    }

    private func location(of text: String, _ token: StyleTokens.Token, _ scheme: StyleTokens.Scheme) -> SourceLocation {
        if text == "--link", scheme == .light, let own = theme.linkColour { return own.location }
        return SourceLocation(sheet, line: max(1, token.line))
    }
}
