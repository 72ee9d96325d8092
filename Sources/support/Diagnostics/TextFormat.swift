/// Diagnostics as a good compiler prints them: the place and what is wrong, the line with a caret, what to do.
public struct TextFormat: Sendable {
    private let line: @Sendable (_ path: String, _ number: Int) -> String?
    private let hasColours: Bool

    /// - Parameter line: Gives a line of a source file without its end; nil where it cannot be had.
    public init(hasColours: Bool, line: @escaping @Sendable (_ path: String, _ number: Int) -> String?) {
        self.hasColours = hasColours
        self.line = line
    }

    public func text(for diagnostic: Diagnostic) -> String {
        let colour = diagnostic.severity == .error ? "31" : diagnostic.severity == .warning ? "33" : "36"
        var out = "\(position(of: diagnostic.location)): "
        out += paint("\(diagnostic.severity.rawValue):", colour) + " \(diagnostic.message) [\(diagnostic.code)]\n"
        out += excerpt(of: diagnostic)
        return out + "  " + paint("→", "36") + " \(diagnostic.remedy)\n"
    }

    private func position(of location: SourceLocation) -> String {
        if location.line == 0 { return location.path }
        return "\(location.path):\(location.line)" + (location.column == 0 ? ":1" : ":\(location.column)")
    }

    private func excerpt(of diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        guard location.line > 0, !diagnostic.withholdsLine, let text = line(location.path, location.line) else { return "" }
        let (shown, caret) = window(Array(text.utf8), column: location.column)
        let gutter = String(location.line)
        let margin = String(repeating: " ", count: gutter.utf8.count)
        return "  \(gutter) | \(shown)\n  \(margin) | \(String(repeating: " ", count: caret))\(paint("^", "32"))\n"
    }

    /// Where the caret belongs to the line as a whole it stands under the first word. A long line is cut to what stands around the caret, between characters. The caret is placed in characters.
    private func window(_ bytes: [UInt8], column: Int) -> (text: String, caret: Int) {
        let at = column > 0 ? min(column - 1, bytes.count) : bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? 0
        let whole = String(decoding: bytes, as: UTF8.self).replacing("\t", with: " ")
        let before = String(decoding: bytes[..<at], as: UTF8.self).count
        guard whole.count > 110 else { return (whole, before) }
        let start = max(0, before - 60)
        let cut = whole.dropFirst(start).prefix(105)
        return ((start > 0 ? "…" : "") + cut + (start + 105 < whole.count ? "…" : ""), before - start + (start > 0 ? 1 : 0))
    }

    private func paint(_ text: String, _ colour: String) -> String {
        hasColours ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
    }
}
