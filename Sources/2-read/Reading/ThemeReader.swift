import Diagnostics
import Model

/// Reads `theme` in `site.yml`.
struct ThemeReader {
    let report: Report

    func theme(_ site: Head) -> Theme {
        var theme = Theme()
        guard let head = site.head("theme") else { return theme }
        theme.colour = colour("colour", head)
        theme.linkColour = colour("link-colour", head)
        theme.crest = entry("crest", head, where: ThemeReader.isPicture) { .notAPicture(key: "crest", value: $0) }
        theme.typeface = entry("typeface", head, where: ThemeReader.isTypefaces) { .notATypeface($0) }
        head.finish()
        return theme
    }

    private func colour(_ key: String, _ head: Head) -> Theme.Entry? {
        entry(key, head, where: ThemeReader.isColour) { .notAColour(key: key, value: $0) }
    }

    private func entry(
        _ key: String, _ head: Head, where isRight: (Substring.UTF8View) -> Bool, else problem: (String) -> ReadingProblem
    ) -> Theme.Entry? {
        guard let text = head.text(key) else { return nil }
        guard isRight(Substring(text).utf8) else {
            report.add(problem(text), at: head.location(of: key))
            return nil
        }
        return Theme.Entry(text, at: head.location(of: key))
    }

    /// `#rgb` or `#rrggbb`.
    private static func isColour(_ text: Substring.UTF8View) -> Bool {
        text.first == UInt8(ascii: "#") && [4, 7].contains(text.count)
            && text.dropFirst().allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20) }
    }

    /// Nothing that could end a declaration of a style sheet.
    private static func isTypefaces(_ text: Substring.UTF8View) -> Bool {
        text.count { $0 == UInt8(ascii: "\"") } % 2 == 0
            && text.allSatisfy { $0.isLetter || $0.isDigit || [" ", ",", "-", "\"", "_"].contains(UnicodeScalar($0)) }
    }

    /// A file of the folder of static files, or of a folder in it.
    private static func isPicture(_ text: Substring.UTF8View) -> Bool {
        let isPath = text.first != UInt8(ascii: "/") && text.allSatisfy { $0.isLetter || $0.isDigit || ["/", ".", "-", "_"].contains(UnicodeScalar($0)) }
        let name = String(Substring(text)).lowercased()
        return isPath && !name.contains("..") && [".svg", ".png", ".webp", ".jpg", ".jpeg"].contains { name.hasSuffix($0) }
    }
}
