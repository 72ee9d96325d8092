import Foundation
import Templates
import Testing

/// The cases of Mustache's specification, beside the package.
private enum Specification {
    struct File: Decodable { let tests: [Case] }

    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let data: JSONValue
        let template: String
        let partials: [String: String]?
        let expected: String
        var module = ""

        var testDescription: String { "\(module): \(name)" }

        private enum CodingKeys: CodingKey { case name, data, template, partials, expected }
    }

    static let modules = [
        "comments", "delimiters", "dynamic-names", "inheritance", "interpolation", "inverted", "partials", "sections",
    ]
    static let folder = URL(filePath: #filePath).appending(path: "../../../../shared/conformance/mustache").standardized
    static let isThere = FileManager.default.fileExists(atPath: folder.path())

    static let cases: [Case] = isThere ? modules.flatMap { cases(of: $0) } : []

    private static func cases(of module: String) -> [Case] {
        do {
            let data = try Data(contentsOf: folder.appending(path: module + ".json"))
            return try JSONDecoder().decode(File.self, from: data).tests.map { example in
                var example = example
                example.module = module
                return example
            }
        } catch {
            Issue.record("the module \(module) cannot be read: \(error)")
            return []
        }
    }
}

@Suite("Mustache's specification")
struct ConformanceTests {
    @Test(
        "A case renders as specified",
        .enabled(if: Specification.isThere, "the specification is not beside the package"),
        arguments: Specification.cases)
    fileprivate func specification(example: Specification.Case) throws {
        var files = [TemplateFile(name: "main", path: "main.mustache", bytes: Array(example.template.utf8))]
        for (name, text) in example.partials ?? [:] {
            files.append(TemplateFile(name: name, path: "\(name).mustache", bytes: Array(text.utf8)))
        }
        var library = TemplateLibrary.loadLenient(files)
        let compiled = library.compile("main", shape: JSONValue.shape(of: [example.data]))
        let template = try #require(compiled, "\(library.diagnostics)")
        var output: [UInt8] = []
        try template.render(example.data, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == example.expected)
    }

    @Test(
        "All modules but lambdas are there",
        .enabled(if: Specification.isThere, "the specification is not beside the package"))
    func completeness() {
        #expect(Set(Specification.cases.map(\.module)) == Set(Specification.modules))
    }
}
