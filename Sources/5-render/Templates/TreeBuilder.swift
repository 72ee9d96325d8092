import Diagnostics

/// Makes a tree of a template's bytes.
struct TreeBuilder {
    private let tokens: [Token]
    private let bytes: [UInt8]
    private let lines: [Line]
    private let reader: LineReader
    /// The line of each token.
    private var lineOf: [Int]
    private(set) var template: ParsedTemplate
    private(set) var diagnostics: [Diagnostic] = []

    /// Parses a template. Where its syntax is wrong, its tree is empty.
    static func parse(_ file: TemplateFile) -> (template: ParsedTemplate, diagnostics: [Diagnostic]) {
        if let offset = file.bytes.firstInvalidByte {
            return (broken(file), [Diagnostic(TemplateProblem.notUTF8, at: file.location(at: offset))])
        }
        var scanner = Scanner(file)
        scanner.scan()
        var pairing = Pairing(scanner.tokens, of: file)
        pairing.pair()
        // Where a tag never ends, what follows was not read, and what seems unclosed may be closed there.
        let errors = scanner.diagnostics.isEmpty ? pairing.diagnostics : scanner.diagnostics
        guard errors.isEmpty else { return (broken(file), errors) }
        var builder = TreeBuilder(pairing.tokens, of: file)
        builder.template.nodes = builder.nodes(0..<builder.tokens.count)
        return (builder.template, builder.diagnostics)
    }

    private static func broken(_ file: TemplateFile) -> ParsedTemplate { ParsedTemplate(file: file, isBroken: true) }

    private init(_ tokens: [Token], of file: TemplateFile) {
        self.tokens = tokens
        bytes = file.bytes
        reader = LineReader(tokens: tokens, bytes: bytes)
        lines = reader.lines()
        lineOf = []
        for (number, line) in lines.enumerated() { lineOf += repeatElement(number, count: line.tokens.count) }
        template = ParsedTemplate(file: file)
    }

    private mutating func nodes(_ range: Range<Int>) -> [Node] {
        var nodes: [Node] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let line = lines[lineOf[index]]
            if index == line.tokens.lowerBound, line.layout == .content { nodes.append(.line(margin: line.margin)) }
            if let node = node(index, in: line) { nodes.append(node) }
            index = tokens[index].opensScope ? tokens[index].partner + 1 : index + 1
        }
        return nodes
    }

    private mutating func node(_ index: Int, in line: Line) -> Node? {
        let token = tokens[index]
        switch token.kind {
        case .text: return text(index, in: line)
        case .value(let isRaw): return .value(token.name, isRaw: isRaw)
        case .section(let isInverted):
            return .section(token.name, isInverted: isInverted, nodes(index + 1..<token.partner))
        case .partial: return .include(include(index, in: line, blocks: nil))
        case .parent:
            if token.isDynamic { template.hasDynamicLayout = true } else { template.layouts.append(token.name.text) }
            return .include(include(index, in: line, blocks: replacements(index)))
        case .block: return .block(block(index, in: line))
        case .close, .silent: return nil
        }
    }

    private func text(_ index: Int, in line: Line) -> Node? {
        if line.layout == .tagsOnly { return nil }
        // Between the tags of a layout there are blocks, whose text is shown.
        let isAtEnd = index == line.tokens.lowerBound || index == line.tokens.upperBound - 1
        if line.isStandalone, isAtEnd { return nil }
        var range = tokens[index].range
        if index == line.tokens.lowerBound, line.layout == .content {
            range = line.margin.upperBound..<range.upperBound
        }
        return range.isEmpty ? nil : .text(range)
    }

    private func include(_ index: Int, in line: Line, blocks: [Int]?) -> Include {
        let token = tokens[index]
        let hasOwnLine = line.layout == .tagsOnly || line.layout == .includeOnly(index)
        return Include(
            name: token.name, isDynamic: token.isDynamic, margin: hasOwnLine ? line.margin : nil, blocks: blocks)
    }

    /// The blocks within a layout's tags. Whatever else stands there is not shown.
    private mutating func replacements(_ parent: Int) -> [Int] {
        var blocks: [Int] = []
        var index = parent + 1
        while index < tokens[parent].partner {
            if tokens[index].isBlock {
                blocks.append(block(index, in: lines[lineOf[index]]))
            } else if !tokens[index].isSilent, !reader.isSpace(index) {
                warnOutsideBlocks(index, layout: tokens[parent].name.text)
            }
            index = tokens[index].opensScope ? tokens[index].partner + 1 : index + 1
        }
        return blocks
    }

    private mutating func warnOutsideBlocks(_ index: Int, layout: String) {
        let range = tokens[index].range
        let start = tokens[index].isText ? bytes.trimmed(range).lowerBound : range.lowerBound
        let problem = TemplateProblem.outsideBlocks(layout: layout)
        diagnostics.append(Diagnostic(problem, at: template.file.location(at: start)))
    }

    private mutating func block(_ index: Int, in line: Line) -> Int {
        let token = tokens[index]
        let none = token.range.lowerBound..<token.range.lowerBound
        let isOnOwnLines = line.layout == .tagsOnly
        let isFirst = (line.tokens.lowerBound..<index).allSatisfy { reader.isSpace($0) }
        let tagMargin = isFirst || isOnOwnLines ? line.margin : none
        let bodyMargin = isOnOwnLines ? smallestMargin(index) : nil
        let body = nodes(index + 1..<token.partner)
        template.blocks.append(
            LayoutBlock(
                name: token.name, body: body, isOnOwnLines: isOnOwnLines, bodyMargin: bodyMargin ?? none,
                replacementMargin: bodyMargin ?? tagMargin))
        return template.blocks.count - 1
    }

    /// The smallest margin of a block's lines, without the line that only closes it.
    private func smallestMargin(_ block: Int) -> Range<Int>? {
        let close = tokens[block].partner
        var last = lineOf[close]
        if lines[last].isStandalone { last -= 1 }
        let first = lineOf[block] + 1
        guard first <= last else { return nil }
        return lines[first...last].filter { $0.layout != .blank }.map(\.margin).min { $0.count < $1.count }
    }
}
