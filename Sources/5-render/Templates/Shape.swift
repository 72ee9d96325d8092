/// A value that templates can show, because it declares what they may use of it.
public protocol Templated: SendableMetatype {
    /// The fields, each declared once. Best a `static let`, so that it is made once.
    static var shape: Shape<Self> { get }
}

/// The names that a template may use of a value, with their meaning.
public struct Shape<Value>: Sendable {
    let erased: AnyShape

    /// - Parameters:
    ///   - name: What one such value is called in the designers' reference: `agenda item`.
    ///   - about: One sentence on what it is.
    ///   - fields: Its fields, in the order in which the reference lists them. No name may occur twice.
    public init(_ name: String, _ about: String, _ fields: [Field<Value>]) {
        erased = AnyShape(.type(ObjectIdentifier(Value.self)), name, about, fields.map(\.erased))
    }

    /// A shape made at run time, of which one type can have several. A `key` belongs to one type for good.
    package init(key: String, _ fields: [Field<Value>]) {
        erased = AnyShape(.key(key), key, "", fields.map(\.erased))
    }
}

/// A shape whose value's type is no longer part of its own.
@usableFromInline
final class AnyShape: Sendable {
    /// What tells two shapes apart.
    enum ID: Hashable {
        case type(ObjectIdentifier)
        case key(String)
    }

    let id: ID
    let name: String
    let about: String
    let fields: [AnyField]
    let byName: [String: AnyField]

    init(_ id: ID, _ name: String, _ about: String, _ fields: [AnyField]) {
        self.id = id
        self.name = name
        self.about = about
        self.fields = fields
        byName = Dictionary(fields.map { ($0.name, $0) }) { first, _ in
            preconditionFailure("the field “\(first.name)” of “\(name)” is declared twice")
        }
    }

    @usableFromInline
    static func of<Value: Templated>(_: Value.Type) -> AnyShape { Value.shape.erased }
}

/// The name under which a text in a list, or in a section over optional text, shows itself.
let itself = "."

extension String: Templated {
    public static let shape = Shape<String>("text", "A text, shown by `{{.}}`.", [.text(itself, "The text.") { $0 }])
}

extension Field {
    /// A record or nothing, whose shape is made at run time.
    package static func optional<Nested>(
        _ name: String, shape: Shape<Nested>, _ get: @escaping @Sendable (Value) -> Nested?
    ) -> Field {
        let visitor = Visitor { address, visit in
            if let nested = get(address.read(Value.self)) { ValueAddress.lend(nested, to: visit) }
        }
        return Field(name, "", .optional(visitor, Test { get($0.read(Value.self)) != nil }, { shape.erased }))
    }

    /// A list of values whose shape is made at run time.
    package static func list<Nested>(
        _ name: String, shape: Shape<Nested>, _ get: @escaping @Sendable (Value) -> [Nested]
    ) -> Field {
        let visitor = Visitor { ValueAddress.lendEach(of: get($0.read(Value.self)), to: $1) }
        return Field(name, "", .list(visitor, Test { !get($0.read(Value.self)).isEmpty }, { shape.erased }))
    }
}
