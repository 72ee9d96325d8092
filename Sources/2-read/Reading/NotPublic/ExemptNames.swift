/// Names of folders and files by which people mean “exempt”, without the one that counts.
enum ExemptNames {
    /// True for folders and files that are nearly, but not quite, called `exempt`, or say in some word of their name that nobody may read them.
    static func isLike(_ name: String, isFolder: Bool) -> Bool {
        if name == "exempt" { return !isFolder }
        let words = words(of: name)
        if ExemptWords.holdMark(words) || ExemptWords.words(of: name).contains(where: { ExemptWords.isExempt($0) }) { return true }
        if words.contains(where: { ExemptWords.isStamp($0) && $0 != "secret" }) || saysSoTogether(words) { return true }
        return ExemptWords.isNotForPublication(words) || isFolder && isPrivateFolder(words)
    }

    /// “land-members-only”, “commercially-sensitive”, “huis-clos”, “closed-session”, “minutes-part-ii”.
    private static func saysSoTogether(_ words: [String]) -> Bool {
        guard words.count > 1 else { return false }
        if ["minutes", "agenda"].contains(words[0]), ExemptWords.mayBeClosed(words[1]) || ExemptWords.opensPartTwo(Array(words.dropFirst())) { return true }
        return words.indices.contains { at in
            (2...3).contains { length in
                let some = Array(words[at...].prefix(length))
                return some.count == length && !ExemptWords.opensPartTwo(some) && !ExemptWords.isExclusion(some) && ExemptWords.isPhrase(some)
            }
        }
    }

    /// Folders whose whole name says so: “part-2” is a good name for a chapter.
    private static func isPrivateFolder(_ words: [String]) -> Bool {
        if ["exemption", "exemptions", "restricted", "hidden", "internal", "sensitive", "pink"].contains(words.joined()) { return true }
        return ExemptWords.isPhrase(words) && (words.count > 1 || words.first != "closed")
    }

    /// The words of a name, whatever stands between them: blanks, hyphens, underscores, brackets, dots, or capitals and
    /// digits alone, as in `AppendixExempt3`.
    static func words(of name: String) -> [String] {
        var spaced = String.UnicodeScalarView()
        let signs = Array(ExemptWords.plain(name).unicodeScalars)
        let kinds = signs.map(Kind.init)
        for (at, sign) in signs.enumerated() {
            let before = at > 0 ? kinds[at - 1] : .other
            let endsCapitals = kinds[at] == .capital && before == .capital && at + 1 < signs.count && kinds[at + 1] == .small
            if kinds[at] == .capital && before == .small || endsCapitals || (kinds[at] == .digit) != (before == .digit) { spaced.append(" ") }
            spaced.append(sign)
        }
        return ExemptWords.words(of: String(spaced))
    }

    private enum Kind {
        case capital, small, digit, other

        init(_ sign: Unicode.Scalar) {
            let properties = sign.properties
            self = properties.isUppercase ? .capital : properties.isLowercase ? .small : properties.numericType != nil ? .digit : .other
        }
    }
}
