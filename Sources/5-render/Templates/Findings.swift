import Diagnostics

/// What is wrong with the templates of all pages. A part that many pages use is complained about once.
struct Findings {
    private struct Key: Hashable {
        let location: SourceLocation
        let name: String
    }

    private(set) var diagnostics: Set<Diagnostic> = []
    private var unknownNames: [Key: (pages: [String], nearest: String?)] = [:]

    mutating func add(_ problem: TemplateProblem, at location: SourceLocation) {
        diagnostics.insert(Diagnostic(problem, at: location))
    }

    mutating func add(_ found: [Diagnostic]) { diagnostics.formUnion(found) }

    mutating func addUnknownName(_ name: String, page: String, nearest: String?, at location: SourceLocation) {
        let known = unknownNames[Key(location: location, name: name), default: ([], nil)]
        let pages = known.pages.contains(page) ? known.pages : known.pages + [page]
        unknownNames[Key(location: location, name: name)] = (pages, known.nearest ?? nearest)
    }

    /// All of them, by place.
    func sorted() -> [Diagnostic] {
        let unknown = unknownNames.map { key, found in
            let problem = TemplateProblem.unknownName(
                name: key.name, pages: found.pages.sorted(), nearest: found.nearest)
            return Diagnostic(problem, at: key.location)
        }
        return (Array(diagnostics) + unknown).sorted()
    }
}
