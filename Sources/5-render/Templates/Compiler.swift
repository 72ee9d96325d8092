import Diagnostics

/// How deep templates may be nested, over all files.
let compilingLimit = 400

/// Resolves the template of one page kind and all that it puts in.
///
/// Each template becomes a function for each surroundings it is used in; a template that includes itself calls the
/// function that it is.
struct Compiler {
    /// What a template is compiled for.
    struct Scope {
        /// The template whose bytes and blocks are meant.
        var template: Int
        var surroundings: Surroundings
        var overrides = OverrideSets.none
        /// Its lines begin with an indentation that is known only when rendering.
        var isIndented = false
        /// Blanks to put before each line, within a block that replaces another.
        var prefix: [UInt8] = []
        /// How many blanks to take from each line first.
        var dedent = 0
    }

    private struct FunctionKey: Hashable {
        let template: Int
        let slots: [Int]
        let overrides: OverrideSets.ID
        let isIndented: Bool
    }

    let library: TemplateLibrary
    let page: String
    let isLenient: Bool
    var findings: Findings
    var used: Set<Int> = []
    var slots = Slots()
    var overrides = OverrideSets()
    var parts = ProgramParts()
    var builder = FunctionBuilder()
    var hasFailed = false
    private var functions: [[Operation]] = []
    private var numbers: [FunctionKey: Int] = [:]
    /// The functions being compiled, with the number of sections open where each began.
    private var unfinished: [Int: Int] = [:]
    var openSections = 0
    private var depth = 0
    private var hasGivenUp = false

    init(_ library: TemplateLibrary, page: String, isLenient: Bool, findings: Findings) {
        self.library = library
        self.page = page
        self.isLenient = isLenient
        self.findings = findings
    }

    /// Compiles the page; nil where anything is wrong with it.
    mutating func compile(_ shape: AnyShape) -> Program? {
        guard let number = library.numbers[page] else {
            findings.add(
                .unknownPage(name: page, nearest: library.nearestTemplate(to: page)), at: SourceLocation(page + ".mustache"))
            return nil
        }
        var surroundings = Surroundings()
        surroundings.enter(slots.slot(of: shape))
        let start = Name(text: page, offset: 0)
        _ = function(Scope(template: number, surroundings: surroundings), calledBy: start, in: number)
        return hasFailed ? nil : Program(parts, functions: functions, slotCount: slots.count)
    }

    /// The number of the function that shows a template.
    mutating func function(_ scope: Scope, calledBy name: Name, in caller: Int) -> Int {
        let key = FunctionKey(
            template: scope.template, slots: scope.surroundings.slots, overrides: scope.overrides,
            isIndented: scope.isIndented)
        if let known = numbers[key] {
            if unfinished[known] == openSections { report(.includesItself(name: name.text), name, in: caller) }
            return known
        }
        let number = functions.count
        numbers[key] = number
        functions.append([])
        unfinished[number] = openSections
        functions[number] = body(scope, calledBy: name, in: caller)
        unfinished[number] = nil
        return number
    }

    private mutating func body(_ scope: Scope, calledBy name: Name, in caller: Int) -> [Operation] {
        used.insert(scope.template)
        if library.templates[scope.template].isBroken { hasFailed = true }
        var outer = FunctionBuilder()
        swap(&outer, &builder)
        nested(name, in: caller) { compiler in
            compiler.compile(compiler.library.templates[scope.template].nodes, scope)
        }
        builder.flush(&parts)
        swap(&outer, &builder)
        return outer.operations
    }

    /// Compiles something one level deeper, unless that is too deep.
    mutating func nested(_ name: Name, in template: Int, _ compile: (inout Compiler) -> Void) {
        if hasGivenUp { return }
        guard depth < compilingLimit else {
            hasGivenUp = true
            return report(.tooDeep(limit: compilingLimit), name, in: template)
        }
        depth += 1
        compile(&self)
        depth -= 1
    }

    /// Compiles what stands in a section.
    mutating func sectionBody(_ nodes: [Node], _ name: Name, _ scope: Scope) {
        openSections += 1
        nested(name, in: scope.template) { $0.compile(nodes, scope) }
        openSections -= 1
    }

    mutating func compile(_ nodes: [Node], _ scope: Scope) {
        let file = library.templates[scope.template].file
        for node in nodes {
            switch node {
            case .line(let margin): line(margin, scope)
            case .text(let range): builder.add(text: file.bytes[range])
            case .value(let name, let isRaw): value(name, isRaw: isRaw, scope)
            case .section(let name, let isInverted, let body):
                if isInverted { invertedSection(name, body, scope) } else { section(name, body, scope) }
            case .include(let include): self.include(include, scope)
            case .block(let number): block(number, scope)
            }
        }
    }

    private mutating func line(_ margin: Range<Int>, _ scope: Scope) {
        if scope.isIndented { builder.add(.lineStart, &parts) }
        builder.add(text: indentation(margin, scope))
    }

    /// The blanks before a line: those of the place where its block is shown, and its own beyond its block's.
    func indentation(_ margin: Range<Int>, _ scope: Scope) -> [UInt8] {
        scope.prefix + library.templates[scope.template].file.bytes[margin].dropFirst(scope.dedent)
    }

    mutating func report(_ problem: TemplateProblem, _ name: Name, in template: Int) {
        hasFailed = true
        findings.add(problem, at: library.templates[template].file.location(at: name.offset))
    }
}
