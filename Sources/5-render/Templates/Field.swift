/// One name that a template may use, and where its value comes from.
///
/// The value is asked for only where a template uses the name.
public struct Field<Value>: Sendable {
    let erased: AnyField

    @usableFromInline
    init(_ name: String, _ about: String, _ access: Access) {
        erased = AnyField(name: name, about: about, access: access)
    }
}

/// A field whose record's type is no longer part of its own.
struct AnyField: Sendable {
    let name: String
    let about: String
    let access: Access
}

/// What a field gives, and how it is had.
@usableFromInline
enum Access: Sendable {
    case text(Reader)
    case optionalText(Reader, Visitor, Test)
    case html(Writer)
    case flag(Test)
    case record(Visitor, NestedShape)
    case optional(Visitor, Test, NestedShape)
    case list(Visitor, Test, NestedShape)
    case choice(Reader, names: [String])
}

/// The shape of a field's records, asked for late because a shape may hold itself.
@usableFromInline typealias NestedShape = @Sendable () -> AnyShape

extension Field {
    /// Text that is always there: `{{title}}`.
    @inlinable
    public static func text(
        _ name: String, _ about: String, _ get: @escaping @Sendable (Value) -> String
    ) -> Field {
        Field(name, about, .text(Reader { get($0.read(Value.self)) }))
    }

    /// Text or nothing: `{{ends}}`, and `{{#ends}}until {{.}}{{/ends}}`. Empty text counts as nothing.
    @inlinable
    public static func optionalText(
        _ name: String, _ about: String, _ get: @escaping @Sendable (Value) -> String?
    ) -> Field {
        let visitor = Visitor { address, visit in
            if let text = get(address.read(Value.self)), !text.isEmpty { ValueAddress.lend(text, to: visit) }
        }
        let test = Test { !(get($0.read(Value.self)) ?? "").isEmpty }
        return Field(name, about, .optionalText(Reader { get($0.read(Value.self)) ?? "" }, visitor, test))
    }

    /// HTML that is written as it is: `{{{body}}}`. The closure appends it to the page.
    @inlinable
    public static func html(
        _ name: String, _ about: String, _ write: @escaping @Sendable (Value, inout [UInt8]) -> Void
    ) -> Field {
        Field(name, about, .html(Writer { write($0.read(Value.self), &$1) }))
    }

    /// Yes or no: `{{#cancelled}}…{{/cancelled}}`.
    @inlinable
    public static func flag(
        _ name: String, _ about: String, _ get: @escaping @Sendable (Value) -> Bool
    ) -> Field {
        Field(name, about, .flag(Test { get($0.read(Value.self)) }))
    }

    /// A record that is always there: `{{meeting.title}}`, `{{#meeting}}{{title}}{{/meeting}}`.
    @inlinable
    public static func record<Nested: Templated>(
        _ name: String, _ about: String, _: Nested.Type, _ get: @escaping @Sendable (Value) -> Nested
    ) -> Field {
        let visitor = Visitor { ValueAddress.lend(get($0.read(Value.self)), to: $1) }
        return Field(name, about, .record(visitor, { AnyShape.of(Nested.self) }))
    }

    /// A record or nothing.
    @inlinable
    public static func optional<Nested: Templated>(
        _ name: String, _ about: String, _: Nested.Type, _ get: @escaping @Sendable (Value) -> Nested?
    ) -> Field {
        let visitor = Visitor { address, visit in
            if let nested = get(address.read(Value.self)) { ValueAddress.lend(nested, to: visit) }
        }
        let test = Test { get($0.read(Value.self)) != nil }
        return Field(name, about, .optional(visitor, test, { AnyShape.of(Nested.self) }))
    }

    /// Records in order, possibly none: `{{#items}}…{{/items}}{{^items}}None.{{/items}}`.
    @inlinable
    public static func list<Nested: Templated>(
        _ name: String, _ about: String, _: Nested.Type, _ get: @escaping @Sendable (Value) -> [Nested]
    ) -> Field {
        let visitor = Visitor { ValueAddress.lendEach(of: get($0.read(Value.self)), to: $1) }
        let test = Test { !get($0.read(Value.self)).isEmpty }
        return Field(name, about, .list(visitor, test, { AnyShape.of(Nested.self) }))
    }

    /// Texts in order, possibly none: `{{#wards}}{{.}}{{/wards}}`.
    @inlinable
    public static func texts(
        _ name: String, _ about: String, _ get: @escaping @Sendable (Value) -> [String]
    ) -> Field {
        list(name, about, String.self, get)
    }

    /// The name of the part to show, one of `names`: `{{>*kind}}`.
    @inlinable
    public static func partial(
        _ name: String, _ about: String, names: [String], _ get: @escaping @Sendable (Value) -> String
    ) -> Field {
        Field(name, about, .choice(Reader { get($0.read(Value.self)) }, names: names))
    }
}
