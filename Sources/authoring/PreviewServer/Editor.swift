import Diagnostics
import Formats
import Text
import Yams

/// Where a line of a source opens in an editor.
package struct Editor: Sendable, Equatable {
    /// With `{path}` and `{line}`.
    let pattern: String

    private static let patterns = [
        "vscode": "vscode://file/{path}:{line}",
        "vscodium": "vscodium://file/{path}:{line}",
        "cursor": "cursor://file/{path}:{line}",
        "zed": "zed://file/{path}:{line}",
        "idea": "idea://open?file={path}&line={line}",
        "sublime": "subl://open?url=file://{path}&line={line}",
        "textmate": "txmt://open?url=file://{path}&line={line}",
        "emacs": "emacs://open?url=file://{path}&line={line}",
    ]
    /// What the editors are called on a command line, where that is another name.
    private static let commands = ["code": "vscode", "codium": "vscodium", "zeditor": "zed", "subl": "sublime", "mate": "textmate", "emacsclient": "emacs"]
    static let names = patterns.keys.sorted()
    static let standard = Editor(pattern: patterns["vscode"]!)

    /// The file of settings, in the folder in which Moot is used.
    package static let settingsName = "moot.yml"

    /// The editor that the settings name, or else the user's own where its addresses are known, or else Visual Studio Code.
    ///
    /// - Parameters:
    ///   - settings: The bytes of `moot.yml`; nil where there is none.
    ///   - commands: What `$VISUAL` and `$EDITOR` hold, in this order.
    package static func choose(settings: [UInt8]?, commands: [String]) -> (editor: Editor, diagnostics: [Diagnostic]) {
        if let settings {
            do {
                if let wanted = try read(settings) { return (try make(wanted), []) }
            } catch let problem as PreviewProblem {
                return (standard, [Diagnostic(problem, at: SourceLocation(settingsName))])
            } catch {
                return (standard, [Diagnostic(PreviewProblem.settingsUnreadable(reason: "it is no YAML"), at: SourceLocation(settingsName))])
            }
        }
        return (commands.lazy.compactMap(ofCommand).first ?? standard, [])
    }

    /// The value of `editor`, if it is there.
    private static func read(_ settings: [UInt8]) throws -> String? {
        guard let root = try Yams.compose(yaml: String(decoding: settings, as: UTF8.self)) else { return nil }
        guard let mapping = root.mapping else { throw PreviewProblem.settingsUnreadable(reason: "there are no lines such as “name: value” in it") }
        guard let value = mapping["editor"] else { return nil }
        guard let text = value.string, value.scalar != nil else { throw PreviewProblem.settingsUnreadable(reason: "“editor” is no single word or address") }
        return text
    }

    private static func make(_ wanted: String) throws(PreviewProblem) -> Editor {
        if let pattern = patterns[wanted.lowercased()] { return Editor(pattern: pattern) }
        guard wanted.contains(":") || wanted.contains("{") else { throw .unknownEditor(wanted, nearest: names.nearest(to: wanted)) }
        guard wanted.contains("{path}"), isHarmless(wanted) else { throw .badEditorAddress(wanted) }
        return Editor(pattern: wanted)
    }

    /// Settings may come with a folder that somebody else made, and must not bring a script into the page.
    private static func isHarmless(_ address: String) -> Bool {
        guard let colon = address.firstIndex(of: ":") else { return false }
        let scheme = address[..<colon].lowercased()
        let isScheme = scheme.first?.isLetter == true && scheme.utf8.allSatisfy { $0 < 128 && (Character(UnicodeScalar($0)).isLetter || (48...57).contains($0) || "+-.".utf8.contains($0)) }
        return isScheme && !["javascript", "data", "vbscript", "blob", "about"].contains(scheme)
    }

    private static func ofCommand(_ command: String) -> Editor? {
        let program = command.split(separator: " ").first?.split(separator: "/").last.map(String.init) ?? ""
        return patterns[commands[program] ?? program].map(Editor.init)
    }

    /// - Parameter path: From the root of the disk.
    func address(of path: String, line: Int) -> String {
        var escaped = path.percentEncoded
        // `file/{path}` means the same as `file://{path}`: one slash before the path.
        if let hole = pattern.firstRange(of: "{path}") {
            let slashes = pattern[..<hole.lowerBound].reversed().prefix { $0 == "/" }.count
            if slashes % 2 == 1, escaped.hasPrefix("/") { escaped.removeFirst() }
        }
        return pattern.replacing("{path}", with: escaped).replacing("{line}", with: String(max(1, line))).replacing("{column}", with: "1")
    }
}
