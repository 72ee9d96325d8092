import Diagnostics
import Model

/// The style sheet of a site, with what `theme` in site.yml changes.
package struct ThemedStyle: Sendable {
    /// The sheet, and after it the layer that the theme needs.
    package let sheet: [UInt8]
    /// What is too faint to read.
    package let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - sheet: The style sheet without the theme.
    ///   - path: Its path, as the user knows it.
    package init(_ sheet: [UInt8], at path: String, theme: Theme) {
        var tokens = StyleTokens(sheet)
        var layer = ThemeLayer()
        if let colour = theme.colour.flatMap({ Colour($0.text) }) {
            for scheme in StyleTokens.Scheme.allCases {
                layer.set("--accent", scheme, to: colour, in: &tokens)
                layer.set("--accent-ink", scheme, to: ThemedStyle.ink(on: colour), in: &tokens)
            }
        }
        if let colour = theme.linkColour.flatMap({ Colour($0.text) }) {
            layer.set("--link", .light, to: colour, in: &tokens)
            let grounds = ContrastCheck.grounds(of: "--link", .dark, in: tokens)
            layer.set("--link", .dark, to: colour.shade(readableOn: grounds, ratio: ThemedStyle.easy) ?? .white, in: &tokens)
        }
        if let typeface = theme.typeface {
            layer.set("--text", to: typeface.text)
            layer.set("--headings", to: typeface.text)
        }
        self.sheet = theme.changesStyles ? sheet + layer.bytes : sheet
        diagnostics = ContrastCheck(tokens: tokens, theme: theme, sheet: path).problems
    }

    /// What WCAG 2.2 asks at its highest level, success criterion 1.4.6: colours that Moot chooses itself have it.
    private static let easy = 7.0

    /// White or black, whichever is read more easily on a colour; one of them always has a contrast of more than 4.5.
    private static func ink(on colour: Colour) -> Colour {
        colour.contrast(to: .white) >= colour.contrast(to: .black) ? .white : .black
    }
}

/// The layer that comes after all others of the screen.
private struct ThemeLayer {
    private var light: [String] = []
    private var dark: [String] = []

    mutating func set(_ name: String, _ scheme: StyleTokens.Scheme, to colour: Colour, in tokens: inout StyleTokens) {
        tokens.set(name, scheme, to: colour)
        if scheme == .light { light.append("\(name): \(colour.hex);") } else { dark.append("\(name): \(colour.hex);") }
    }

    mutating func set(_ name: String, to value: String) { light.append("\(name): \(value);") }

    var bytes: [UInt8] {
        var text = "\n@layer theme {\n  :root { \(light.joined(separator: " ")) }\n"
        if !dark.isEmpty { text += "  @media (prefers-color-scheme: dark) { :root { \(dark.joined(separator: " ")) } }\n" }
        text += "}\n"
        return Array(text.utf8)
    }
}
