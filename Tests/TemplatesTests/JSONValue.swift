import Templates

/// The data of a case of Mustache's specification.
enum JSONValue: Decodable, Sendable {
    case null
    case flag(Bool)
    case text(String)
    case list([JSONValue])
    case record([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .text("\(number)")
        } else if let number = try? container.decode(Double.self) {
            self = .text("\(number)")
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .record(try container.decode([String: JSONValue].self))
        }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var elements: [JSONValue] { if case .list(let list) = self { list } else { [] } }
    var fields: [String: JSONValue] { if case .record(let fields) = self { fields } else { [:] } }
    var isTrue: Bool { if case .flag(true) = self { true } else { false } }

    /// The shape that all of some values have together.
    static func shape(of samples: [JSONValue], key: String = "data") -> Shape<JSONValue> {
        var fields: [Field<JSONValue>] = []
        for name in Set(samples.flatMap(\.fields.keys)).sorted() {
            let values = samples.compactMap { $0.fields[name] }
            fields.append(field(name, values, key: "\(key).\(name)") { $0.fields[name] ?? .null })
        }
        if samples.contains(where: { $0.text != nil || !$0.elements.isEmpty }) {
            fields.append(field(".", samples, key: "\(key)[]") { $0 })
        }
        return Shape(key: key, fields)
    }

    private static func field(
        _ name: String, _ values: [JSONValue], key: String, _ get: @escaping @Sendable (JSONValue) -> JSONValue
    ) -> Field<JSONValue> {
        switch values.first {
        case .flag: .flag(name, "") { get($0).isTrue }
        case .list: .list(name, shape: shape(of: values.flatMap(\.elements), key: key)) { get($0).elements }
        case .record: .optional(name, shape: shape(of: values, key: key)) { get($0) }
        case .text, .null, nil: .optionalText(name, "") { get($0).text }
        }
    }
}
