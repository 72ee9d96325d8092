import Foundation
import Platform
import Testing

/// The schemas that `moot schema` writes, held against what the readers know.
@Suite struct SchemaTests {
    /// A document of each kind that has nothing but a head, with what must be in it.
    private static let kinds: [(name: String, path: String, head: String)] = [
        ("committee", "committees/board/committee.md", "name: B"), ("agenda", "committees/board/2026-01-22/agenda.md", ""),
        ("supplement", "committees/board/2026-01-22/supplement-1.md", "kind: supplement"),
        ("minutes", "committees/board/2026-01-22/minutes.md", "status: draft"), ("paper", "committees/board/2026-01-22/plan.md", "title: P"),
        ("strategy", "strategies/plan/strategy.md", "title: P"), ("chapter", "strategies/plan/01-one.md", "title: C"), ("page", "pages/about.md", "title: A"),
        ("site", "site.yml", "name: T\nurl: https://t.example/"), ("glossary", "glossary.yml", "- term: T\n  meaning: M"),
        ("people", "people.yml", "- name: P"), ("redirects", "redirects.yml", "- from: /a/\n  to: /b/"),
        ("accessibility", "accessibility.yml", "tested: 2026-01-02\npages: 3"),
    ]

    private static func schemas() throws -> [String: [String: Any]] {
        let folder = try Workshop.temporaryFolder()
        defer { try? Disk.real.remove(folder) }
        let result = try Command.run(["schema", "editors"], in: folder)
        #expect(result.status == 0)
        var found: [String: [String: Any]] = [:]
        for line in result.output.split(separator: "\n") {
            let value = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: folder + "/" + line)))
            let name = line.dropFirst("editors/".count).dropLast(".schema.json".count)
            found[String(name)] = value as? [String: Any]
        }
        return found
    }

    /// A source of a kind with further lines in its head, and what the check says of it.
    private func messages(_ kind: (name: String, path: String, head: String), _ more: String) throws -> [Message] {
        let isList = kind.head.hasPrefix("- ")
        let lines = isList ? more.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n") : more
        let head = [kind.head, lines].filter { !$0.isEmpty }.joined(separator: "\n")
        let text = kind.path.hasSuffix(".yml") ? head + "\n" : "---\n\(head)\n---\n"
        var sources = [kind.path: text]
        if kind.name == "paper" { sources["committees/board/2026-01-22/agenda.md"] = "---\n---\n\n## 1. A\n\n- Papers: [P](plan.md)\n" }
        if kind.name == "chapter" { sources["strategies/plan/strategy.md"] = "---\ntitle: P\n---\n" }
        let workshop = try Workshop(sources)
        let result = try Command.run(["check", "--format", "json", "--show-exempt-paths"], in: workshop.root)
        return try JSONDecoder().decode([Message].self, from: Data(result.output.utf8)).filter { $0.path == "Content/" + kind.path }
    }

    private struct Message: Decodable {
        let code: String, path: String, message: String, remedy: String
    }

    /// What a message lists as possible.
    private func possible(_ messages: [Message], _ code: String) -> Set<String> {
        let remedy = messages.first { $0.code == code }?.remedy ?? ""
        return Set(remedy.replacing("Possible are: ", with: "").trimmingSuffix(".").components(separatedBy: ", "))
    }

    private static func object(_ schema: [String: Any]) -> [String: Any]? { (schema["items"] as? [String: Any]) ?? schema }

    @Test func theReadersAndTheSchemasKnowTheSameKeys() throws {
        let schemas = try SchemaTests.schemas()
        #expect(Set(schemas.keys) == Set(SchemaTests.kinds.map(\.name) + ["moot"]))
        for kind in SchemaTests.kinds {
            let object = try #require(schemas[kind.name].flatMap(SchemaTests.object))
            let properties = try #require(object["properties"] as? [String: [String: Any]])
            #expect(object["additionalProperties"] as? Bool == false)
            // No key is near enough to be meant, so all are listed.
            let said = try messages(kind, "qqqqqqqqqqqqqqqqqqqq: 1")
            #expect(possible(said, "E109") == Set(properties.keys), "\(kind.name): \(said)")
            for (key, value) in properties { try compare(key, value, in: kind) }
        }
    }

    /// What lies within a key, and what it may be.
    private func compare(_ key: String, _ schema: [String: Any], in kind: (name: String, path: String, head: String)) throws {
        #expect((schema["description"] as? String ?? "").count > 4, "\(kind.name).\(key) is explained")
        let base = kind.head.split(separator: "\n").filter { !$0.contains(key + ":") }.joined(separator: "\n")
        let bare = (kind.name, kind.path, base)
        let isMapping = schema["properties"] != nil
        if let properties = SchemaTests.object(schema)?["properties"] as? [String: [String: Any]] {
            let said = try messages(bare, isMapping ? "\(key):\n  qqqqqqqqqqqqqqqqqqqq: 1" : "\(key):\n  - qqqqqqqqqqqqqqqqqqqq: 1")
            #expect(possible(said, "E109") == Set(properties.keys), "\(kind.name).\(key): \(said)")
            let required = SchemaTests.object(schema)?["required"] as? [String] ?? []
            let missing = Set(said.filter { $0.code == "E111" }.map(\.message))
            let allowed = Set((required + SchemaTests.required(kind)).map { "the key “\($0)” is missing" })
            #expect(missing.isSubset(of: allowed), "\(kind.name).\(key)")
            #expect(Set(required.map { "the key “\($0)” is missing" }).isSubset(of: missing), "\(kind.name).\(key): \(required) \(said)")
            for (inner, value) in properties {
                guard let choices = value["enum"] as? [String] else { continue }
                let said = try messages(bare, isMapping ? "\(key):\n  \(inner): qqqqqqqqqqqqqqqqqqqq" : "\(key):\n  - \(inner): qqqqqqqqqqqqqqqqqqqq")
                #expect(possible(said, "E115") == Set(choices), "\(kind.name).\(key).\(inner): \(said)")
            }
        }
        guard kind.name != "paper" || key != "classification" else { return }
        if let choices = schema["enum"] as? [String] ?? ((schema["anyOf"] as? [[String: Any]])?.first?["enum"] as? [String]) {
            let said = try messages(bare, "\(key): qqqqqqqqqqqqqqqqqqqq")
            #expect(possible(said, "E115") == Set(choices), "\(kind.name).\(key): \(said)")
        } else if schema["enum"] != nil {
            #expect(try messages(bare, "\(key): qqqqqqqqqqqqqqqqqqqq").contains { $0.code == "E115" }, "a flag")
        } else if let pattern = schema["pattern"] as? String {
            let code = pattern.contains("[01]?") ? "E113" : pattern.contains("http") ? "E127" : "E112"
            #expect(try messages(bare, "\(key): qqqqqqqqqqqqqqqqqqqq").contains { $0.code == code }, "\(kind.name).\(key)")
        }
    }

    private static func required(_ kind: (name: String, path: String, head: String)) -> [String] {
        kind.head.split(separator: "\n").map { String($0.drop { "- ".contains($0) }.prefix { $0 != ":" }) }
    }

    @Test func whatMustBeThereIsRequired() throws {
        let schemas = try SchemaTests.schemas()
        for kind in SchemaTests.kinds where kind.name != "redirects" {
            let required = Set(schemas[kind.name].flatMap(SchemaTests.object)?["required"] as? [String] ?? [])
            #expect(required == Set(SchemaTests.required(kind).filter { !$0.isEmpty }), "\(kind.name)")
            for key in required {
                let without = kind.head.split(separator: "\n").map { String($0) }.filter { !$0.contains(key + ":") }.joined(separator: "\n")
                let head = kind.head.hasPrefix("- ") ? "- qqqqqqqqqqqqqqqqqqqq: 1" + (without.isEmpty ? "" : "\n" + without.replacing("- ", with: "  ")) : without
                let said = try messages((kind.name, kind.path, head), "")
                #expect(said.contains { $0.code == "E111" && $0.message.contains("“\(key)”") }, "\(kind.name).\(key): \(said)")
            }
        }
    }

    @Test func anotherFileOfThatNameIsLeftAlone() throws {
        let folder = try Workshop.temporaryFolder()
        defer { try? Disk.real.remove(folder) }
        #expect(try Command.run(["schema"], in: folder).output.hasPrefix(".schemas/site.schema.json\n"))
        #expect(try Command.run(["schema"], in: folder).status == 0, "its own are written anew")
        try Disk.real.write(Array("{}".utf8), folder + "/.schemas/agenda.schema.json")
        let before = Tree.identities(folder)
        let result = try Command.run(["schema"], in: folder)
        #expect(result.status == 2)
        #expect(result.errors.contains(".schemas/agenda.schema.json was not written by Moot"))
        #expect(Tree.identities(folder) == before)
    }
}
