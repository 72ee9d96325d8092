import Diagnostics

/// Cuts a template into text and tags.
struct Scanner {
    private let file: TemplateFile
    private let bytes: [UInt8]
    private var open = Array("{{".utf8)
    private var close = Array("}}".utf8)
    private(set) var tokens: [Token] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ file: TemplateFile) {
        self.file = file
        bytes = file.bytes
    }

    mutating func scan() {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var position = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        while let tag = bytes.firstRange(of: open, from: position) {
            addText(position..<tag.lowerBound)
            guard let end = addTag(openedBy: tag) else { return }
            position = end
        }
        addText(position..<bytes.count)
    }

    private mutating func addText(_ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = bytes[start..<range.upperBound].firstIndex(of: .newline).map { $0 + 1 } ?? range.upperBound
            tokens.append(Token(kind: .text, range: start..<end))
            start = end
        }
    }

    /// Reads one tag and gives the index after it, or nil where it never ends.
    private mutating func addTag(openedBy tag: Range<Int>) -> Int? {
        let start = tag.upperBound
        let sigil = start < bytes.count ? bytes[start] : 0
        let end =
            switch sigil {
            case UInt8(ascii: "{"): [UInt8(ascii: "}")] + close
            case UInt8(ascii: "="): [UInt8(ascii: "=")] + close
            default: close
            }
        guard let closing = bytes.firstRange(of: end, from: start + (sigil == UInt8(ascii: "=") ? 1 : 0)) else {
            report(.tagNotClosed(end: String(decoding: end, as: UTF8.self)), at: tag.lowerBound)
            return nil
        }
        let whole = tag.lowerBound..<closing.upperBound
        let content = start..<closing.lowerBound
        let afterSigil = min(start + 1, closing.lowerBound)..<closing.lowerBound
        switch sigil {
        case UInt8(ascii: "!"): tokens.append(Token(kind: .silent, range: whole))
        case UInt8(ascii: "="): setDelimiters(afterSigil, tag: whole)
        case UInt8(ascii: "#"): add(.section(isInverted: false), afterSigil, tag: whole)
        case UInt8(ascii: "^"): add(.section(isInverted: true), afterSigil, tag: whole)
        case UInt8(ascii: "/"): add(.close, afterSigil, tag: whole)
        case UInt8(ascii: ">"): add(.partial, afterSigil, tag: whole)
        case UInt8(ascii: "<"): add(.parent, afterSigil, tag: whole)
        case UInt8(ascii: "$"): add(.block, afterSigil, tag: whole)
        case UInt8(ascii: "&"), UInt8(ascii: "{"): add(.value(isRaw: true), afterSigil, tag: whole)
        default: add(.value(isRaw: false), content, tag: whole)
        }
        return closing.upperBound
    }

    private mutating func add(_ kind: Token.Kind, _ content: Range<Int>, tag: Range<Int>) {
        var name = bytes.trimmed(content)
        var token = Token(kind: kind, range: tag)
        if token.isInclude || token.isClose, !name.isEmpty, bytes[name.lowerBound] == UInt8(ascii: "*") {
            token.isDynamic = true
            name = bytes.trimmed(name.lowerBound + 1..<name.upperBound)
        }
        if name.isEmpty { report(.tagWithoutName, at: tag.lowerBound) }
        token.name = Name(text: file.text(name), offset: tag.lowerBound)
        tokens.append(token)
    }

    private mutating func setDelimiters(_ content: Range<Int>, tag: Range<Int>) {
        let words = bytes[content].split(whereSeparator: \.isSpace)
        guard words.count == 2, !bytes[content].contains(UInt8(ascii: "=")) else {
            report(.badDelimiters, at: tag.lowerBound)
            return
        }
        (open, close) = (Array(words[0]), Array(words[1]))
        tokens.append(Token(kind: .silent, range: tag))
    }

    private mutating func report(_ problem: TemplateProblem, at offset: Int) {
        diagnostics.append(Diagnostic(problem, at: file.location(at: offset)))
    }
}
