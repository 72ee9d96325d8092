import Diagnostics

/// All templates of a site.
///
/// Load the files, compile each page kind, then look at the diagnostics: they are those of all templates together.
public struct TemplateLibrary: Sendable {
    private(set) var templates: [ParsedTemplate] = []
    private(set) var numbers: [String: Int] = [:]
    private var findings = Findings()
    private var used: Set<Int> = []
    /// What is not known renders as nothing, as Mustache's specification has it.
    private let isLenient: Bool

    /// Parses files; what is wrong with their syntax is among the diagnostics.
    public static func load(_ files: [TemplateFile]) -> TemplateLibrary { TemplateLibrary(files, isLenient: false) }

    /// For the specification's cases only.
    package static func loadLenient(_ files: [TemplateFile]) -> TemplateLibrary {
        TemplateLibrary(files, isLenient: true)
    }

    private init(_ files: [TemplateFile], isLenient: Bool) {
        self.isLenient = isLenient
        for file in files.sorted(by: { $0.path < $1.path }) {
            let (template, diagnostics) = TreeBuilder.parse(file)
            numbers[file.name] = templates.count
            templates.append(template)
            findings.add(diagnostics)
        }
    }

    /// Resolves every name in a page kind's template, its layout and its parts.
    ///
    /// - Returns: nil where anything is wrong; `diagnostics` then says what.
    public mutating func compile<Page: Templated>(_ name: String, for _: Page.Type) -> PageTemplate<Page>? {
        compile(name, shape: Page.shape.erased).map(PageTemplate.init)
    }

    /// The same for a shape made at run time.
    package mutating func compile<Page>(_ name: String, shape: Shape<Page>) -> PageTemplate<Page>? {
        compile(name, shape: shape.erased).map(PageTemplate.init)
    }

    private mutating func compile(_ name: String, shape: AnyShape) -> Program? {
        var compiler = Compiler(self, page: name, isLenient: isLenient, findings: findings)
        let program = compiler.compile(shape)
        findings = compiler.findings
        used.formUnion(compiler.used)
        return program
    }

    /// Everything that is wrong with the templates, by place.
    public var diagnostics: [Diagnostic] {
        var all = findings
        // A template with an error may not reach what it uses, so nothing can be said of the unused then.
        if !all.sorted().contains(where: { $0.severity == .error }) {
            for (number, template) in templates.enumerated() where !used.contains(number) {
                all.add(.unusedTemplate(name: template.file.name), at: SourceLocation(template.file.path))
            }
        }
        return all.sorted()
    }

    /// The template that was probably meant: one in another folder, or one with nearly that name.
    func nearestTemplate(to name: String) -> String? {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let names = templates.map(\.file.name)
        return names.first { $0.hasSuffix("/" + last) } ?? names.nearest(to: name)
    }

    /// The blocks that a layout lets others replace, those of its own layout included; nil where that is not known.
    func replaceableBlocks(of layout: String) -> [String]? {
        var names: [String] = []
        var pending = [layout]
        var seen: Set<String> = []
        while let name = pending.popLast() {
            guard seen.insert(name).inserted else { continue }
            guard let number = numbers[name] else { return nil }
            let template = templates[number]
            if template.isBroken || template.hasDynamicLayout { return nil }
            names += template.blocks.map(\.name.text)
            pending += template.layouts
        }
        return names
    }
}
