import Diagnostics

/// How many sections, blocks and layouts may stand within each other in one file.
let nestingLimit = 100

/// Tells each opening tag which tag closes it.
struct Pairing {
    private let file: TemplateFile
    private(set) var tokens: [Token]
    private(set) var diagnostics: [Diagnostic] = []
    private var open: [Int] = []
    private var isTooDeep = false

    init(_ tokens: [Token], of file: TemplateFile) {
        self.tokens = tokens
        self.file = file
    }

    mutating func pair() {
        for index in tokens.indices {
            // Beyond the limit one message is enough: thousands of tags may be open.
            if isTooDeep { return }
            if tokens[index].opensScope {
                open.append(index)
                checkDepth(at: index)
            } else if tokens[index].isClose {
                close(at: index)
            }
        }
        for index in open { report(.sectionNotClosed(name: tokens[index].name.text), at: index) }
    }

    private mutating func close(at index: Int) {
        let name = tokens[index].name.text
        guard let innermost = open.last else { return report(.strayClose(name: name), at: index) }
        if tokens[innermost].name.text == name {
            open.removeLast()
            tokens[innermost].partner = index
            tokens[index].partner = innermost
        } else if let match = open.lastIndex(where: { tokens[$0].name.text == name }) {
            let unclosed = tokens[innermost].name
            report(
                .wrongClose(found: name, open: unclosed.text, line: file.location(at: unclosed.offset).line), at: index)
            open.removeSubrange(match...)
        } else {
            report(.strayClose(name: name), at: index)
        }
    }

    private mutating func checkDepth(at index: Int) {
        guard open.count > nestingLimit else { return }
        isTooDeep = true
        report(.tooDeep(limit: nestingLimit), at: index)
    }

    private mutating func report(_ problem: TemplateProblem, at index: Int) {
        diagnostics.append(Diagnostic(problem, at: file.location(at: tokens[index].range.lowerBound)))
    }
}
