import Diagnostics
import Templates

/// A page with a field of every kind.
struct MeetingPage: Templated {
    var title = "Planning & Highways"
    var ends: String?
    var isCancelled = false
    var chair: Person?
    var committee = Committee(name: "Planning", secretary: nil)
    var items: [Item] = []
    var wards: [String] = []
    var body = "<p>Text.</p>"
    var kind = "report"

    static let shape = Shape<MeetingPage>(
        "meeting page", "The page of a meeting.",
        [
            .text("title", "The meeting's title.") { $0.title },
            .optionalText("ends", "When it ended, once it has.") { $0.ends },
            .flag("cancelled", "It does not take place.") { $0.isCancelled },
            .optional("chair", "Who chairs it.", Person.self) { $0.chair },
            .record("committee", "Whose meeting it is.", Committee.self) { $0.committee },
            .list("items", "The agenda, in order.", Item.self) { $0.items },
            .texts("wards", "The wards | areas that it concerns.") { $0.wards },
            .html("body", "The text.") { page, output in output += Array(page.body.utf8) },
            .partial("kind", "How it is shown.", names: ["report", "letter"]) { $0.kind },
        ])
}

struct Person: Templated {
    let name: String

    static let shape = Shape<Person>("person", "Somebody.", [.text("name", "The name.") { $0.name }])
}

struct Committee: Templated {
    let name: String
    let secretary: Person?

    static let shape = Shape<Committee>(
        "committee", "A committee.",
        [
            .text("name", "Its name.") { $0.name },
            .optional("secretary", "Who answers for it.", Person.self) { $0.secretary },
        ])
}

/// An agenda item, which can have items of its own.
struct Item: Templated {
    let name: String
    var items: [Item] = []

    static let shape = Shape<Item>(
        "agenda item", "One item of the agenda.",
        [
            .text("name", "What it is about.") { $0.name },
            .list("items", "The items within it.", Item.self) { $0.items },
        ])
}

/// Makes a library of templates given by name.
func library(_ templates: [String: String]) -> TemplateLibrary {
    TemplateLibrary.load(
        templates.map { TemplateFile(path: "Templates/\($0).mustache", under: "Templates", bytes: Array($1.utf8)) })
}

/// Renders the page `meeting`.
func render(_ templates: [String: String], _ page: MeetingPage = MeetingPage()) throws -> String {
    var library = library(templates)
    guard let template = library.compile("meeting", for: MeetingPage.self) else {
        throw Wrong(diagnostics: library.diagnostics)
    }
    var output: [UInt8] = []
    try template.render(page, into: &output)
    return String(decoding: output, as: UTF8.self)
}

struct Wrong: Error {
    let diagnostics: [Diagnostic]
}

/// What is wrong with the templates of the page `meeting`, as `path:line:column: code message remedy`.
func problems(_ templates: [String: String]) -> [String] {
    var library = library(templates)
    _ = library.compile("meeting", for: MeetingPage.self)
    return library.diagnostics.map(\.line)
}

extension Diagnostic {
    var line: String { "\(location.path):\(location.line):\(location.column): \(code) \(message) – \(remedy)" }
}
