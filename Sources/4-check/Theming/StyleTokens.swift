import Diagnostics

/// The custom properties that a style sheet gives to `:root`: its colours, for light and for dark surroundings.
struct StyleTokens {
    enum Scheme: String, CaseIterable {
        case light, dark
    }

    struct Token: Equatable {
        let value: String
        /// In the style sheet, counted from 1.
        let line: Int
    }

    private var tokens: [Scheme: [String: Token]] = [:]

    /// What stands for dark surroundings only where the sheet says something else for them.
    func token(_ name: String, _ scheme: Scheme) -> Token? { tokens[scheme]?[name] ?? tokens[.light]?[name] }

    func colour(_ name: String, _ scheme: Scheme) -> Colour? { token(name, scheme).flatMap { Colour($0.value) } }

    init(_ sheet: [UInt8]) {
        var reader = TokenReader(sheet)
        while let (scheme, name, token) = reader.next() { tokens[scheme, default: [:]][name] = token }
    }

    mutating func set(_ name: String, _ scheme: Scheme, to colour: Colour) {
        tokens[scheme, default: [:]][name] = Token(value: colour.hex, line: 0)
    }
}

/// Walks a style sheet from declaration to declaration, as far as that takes to know where it stands: comments and texts in
/// quotation marks are passed over, braces counted.
private struct TokenReader {
    private let sheet: [UInt8]
    private var at = 0
    private var line = 1
    /// What stands before each brace that is open.
    private var around: [String] = []
    /// What was read since the last brace or semicolon.
    private var words: [UInt8] = []
    private var firstLine = 1

    init(_ sheet: [UInt8]) { self.sheet = sheet }

    mutating func next() -> (StyleTokens.Scheme, String, StyleTokens.Token)? {
        while at < sheet.count {
            switch sheet[at] {
            case UInt8(ascii: "/") where at + 1 < sheet.count && sheet[at + 1] == UInt8(ascii: "*"): passComment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): passText(until: sheet[at])
            case UInt8(ascii: "{"):
                around.append(take())
            case UInt8(ascii: "}"):
                let found = token(take())
                if !around.isEmpty { around.removeLast() }
                if let found { return found }
            case UInt8(ascii: ";"):
                if let found = token(take()) { return found }
            default: keep()
            }
        }
        return nil
    }

    private mutating func keep() {
        if words.isEmpty { firstLine = line }
        if sheet[at] == UInt8(ascii: "\n") { line += 1 }
        if !words.isEmpty || sheet[at] > 0x20 { words.append(sheet[at]) }
        at += 1
    }

    private mutating func take() -> String {
        defer { words = [] }
        at += 1
        return String(decoding: words, as: UTF8.self)
    }

    private mutating func passComment() {
        at += 2
        while at + 1 < sheet.count, !(sheet[at] == UInt8(ascii: "*") && sheet[at + 1] == UInt8(ascii: "/")) {
            if sheet[at] == UInt8(ascii: "\n") { line += 1 }
            at += 1
        }
        at += 2
    }

    private mutating func passText(until mark: UInt8) {
        repeat {
            if sheet[at] == UInt8(ascii: "\\"), at + 1 < sheet.count { keep() }
            keep()
        } while at < sheet.count && sheet[at] != mark
        if at < sheet.count { keep() }
    }

    private func token(_ declaration: String) -> (StyleTokens.Scheme, String, StyleTokens.Token)? {
        guard declaration.hasPrefix("--"), let colon = declaration.firstIndex(of: ":"),
            around.last?.trimmingSpaces == ":root", let scheme
        else { return nil }
        let value = String(declaration[declaration.index(after: colon)...]).trimmingSpaces
        return (scheme, String(declaration[..<colon]).trimmingSpaces, StyleTokens.Token(value: value, line: firstLine))
    }

    /// nil within conditions that Moot does not know, such as the width of the screen.
    private var scheme: StyleTokens.Scheme? {
        let conditions = around.filter { $0.hasPrefix("@") && !$0.hasPrefix("@layer") }.map { $0.filter { $0 != " " && $0 != "\n" } }
        if conditions.isEmpty { return .light }
        return conditions == ["@media(prefers-color-scheme:dark)"] ? .dark : nil
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
