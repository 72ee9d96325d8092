import Formats
import Model

/// A key of a head or of a `.yml` file, as editors are to know it.
struct SchemaKey: Sendable {
    let name: String
    /// What shows when one hovers over it.
    let about: String
    let value: SchemaValue
    var isRequired = false
    var examples: [String] = []

    init(_ name: String, _ value: SchemaValue, _ about: String, isRequired: Bool = false, examples: [String] = []) {
        self.name = name
        self.about = about
        self.value = value
        self.isRequired = isRequired
        self.examples = examples
    }

    static func required(_ name: String, _ value: SchemaValue, _ about: String, examples: [String] = []) -> SchemaKey {
        SchemaKey(name, value, about, isRequired: true, examples: examples)
    }
}

/// What a value may be. Moot reads every value as its text, so that a text may look like a number.
indirect enum SchemaValue: Sendable {
    case text
    /// May be left empty.
    case emptyText
    /// One text, or a list of them.
    case texts
    case day
    case days
    case dayOrText
    case time
    case flag
    case number
    /// A whole address.
    case address
    case email
    case choice([String])
    case choices([String])
    case map([SchemaKey])
    case list([SchemaKey])

    static func choice<Choice: CaseIterable & RawRepresentable<String>>(of: Choice.Type) -> SchemaValue { .choice(Choice.allCases.map(\.rawValue)) }
}

/// A JSON Schema (draft-07) of the head of one kind of document, or of one `.yml` file.
package struct Schema: Sendable {
    /// `agenda`, `site`
    package let name: String
    let title: String
    let about: String
    /// Where such files lie: a pattern of the kind that editors take.
    let file: String
    /// Whether it is for a `.yml` file, and not for a head.
    let isFile: Bool
    /// Whether the file is a list of entries with these keys.
    let isList: Bool
    let keys: @Sendable () -> [SchemaKey]

    package var fileName: String { name + ".schema.json" }

    /// The schema as bytes of JSON, one key a line.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("$schema", "http://json-schema.org/draft-07/schema#")
            json.member("$comment", Schema.mark)
            json.member("title", title)
            json.member("description", about)
            if isList {
                json.list("type") { json in
                    json.value("array")
                    json.value("null")
                }
                json.object("items") { Schema.write(keys(), to: &$0) }
            } else if keys().contains(where: \.isRequired) {
                Schema.write(keys(), to: &json)
            } else {
                // A head may be just its two lines.
                Schema.write(keys(), orNothing: true, to: &json)
            }
        }
        return Array(String(decoding: json.finish(), as: UTF8.self).replacing(",\"", with: ",\n\"").utf8) + [UInt8(ascii: "\n")]
    }

    /// By which its own files are told from others.
    static let mark = "Written by “moot schema”; run it again after an update of Moot."

    private static func write(_ keys: [SchemaKey], orNothing: Bool = false, to json: inout JSONWriter) {
        if orNothing {
            json.list("type") { json in
                json.value("object")
                json.value("null")
            }
        } else {
            json.member("type", "object")
        }
        let required = keys.filter(\.isRequired).map(\.name)
        if !required.isEmpty { json.texts("required", required) }
        json.member("additionalProperties", false)
        json.object("properties") { json in
            for key in keys { json.object(key.name) { write(key, to: &$0) } }
        }
    }

    private static func write(_ key: SchemaKey, to json: inout JSONWriter) {
        json.member("description", key.about)
        if !key.examples.isEmpty { json.texts("examples", key.examples) }
        write(key.value, to: &json)
    }

    private static let texts = ["string", "number", "boolean"]

    private static func write(_ value: SchemaValue, to json: inout JSONWriter) {
        switch value {
        case .text: types(texts, to: &json)
        case .emptyText: types(texts + ["null"], to: &json)
        case .texts: either({ types(texts, to: &$0) }, { array(of: { types(texts, to: &$0) }, to: &$0) }, to: &json)
        case .day: day(to: &json)
        case .days: array(of: { day(to: &$0) }, to: &json)
        case .dayOrText: types(texts, to: &json)
        case .time:
            json.member("type", "string")
            json.member("pattern", "^([01]?[0-9]|2[0-3]):[0-5][0-9]$")
        case .flag:
            json.list("enum") { json in
                json.value(true)
                json.value(false)
                json.value("yes")
                json.value("no")
            }
        case .number:
            json.member("type", "integer")
            json.member("minimum", 0)
        case .address:
            json.member("type", "string")
            json.member("format", "uri")
            json.member("pattern", "^https?://")
        case .email:
            json.member("type", "string")
            json.member("format", "email")
        case .choice(let choices): json.texts("enum", choices)
        case .choices(let choices):
            either({ $0.texts("enum", choices) }, { array(of: { $0.texts("enum", choices) }, to: &$0) }, to: &json)
        case .map(let keys): write(keys, to: &json)
        case .list(let keys): array(of: { write(keys, to: &$0) }, to: &json)
        }
    }

    private static func types(_ names: [String], to json: inout JSONWriter) {
        if names.count == 1 { json.member("type", names[0]) } else { json.texts("type", names) }
    }

    private static func day(to json: inout JSONWriter) {
        json.member("type", "string")
        json.member("format", "date")
        json.member("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    }

    private static func array(of element: (inout JSONWriter) -> Void, to json: inout JSONWriter) {
        json.member("type", "array")
        json.object("items") { element(&$0) }
    }

    private static func either(_ first: (inout JSONWriter) -> Void, _ second: (inout JSONWriter) -> Void, to json: inout JSONWriter) {
        json.list("anyOf") { json in
            json.object { first(&$0) }
            json.object { second(&$0) }
        }
    }
}
