// Each closure has a struct of its own, because closures that are elements of an array directly would be wrapped in
// further ones, and each call would count references that all threads share.

/// Reads a text.
@usableFromInline
struct Reader: Sendable {
    let read: @Sendable (ValueAddress) -> String

    @usableFromInline
    init(_ read: @escaping @Sendable (ValueAddress) -> String) { self.read = read }
}

/// Says whether there is something: a flag that is set, a record that is there, a list that is not empty.
@usableFromInline
struct Test: Sendable {
    let isTrue: @Sendable (ValueAddress) -> Bool

    @usableFromInline
    init(_ isTrue: @escaping @Sendable (ValueAddress) -> Bool) { self.isTrue = isTrue }
}

/// Lends a record, or each record of a list.
@usableFromInline
struct Visitor: Sendable {
    let visit: @Sendable (ValueAddress, (ValueAddress) -> Void) -> Void

    @usableFromInline
    init(_ visit: @escaping @Sendable (ValueAddress, (ValueAddress) -> Void) -> Void) { self.visit = visit }
}

/// Appends HTML.
@usableFromInline
struct Writer: Sendable {
    let write: @Sendable (ValueAddress, inout [UInt8]) -> Void

    @usableFromInline
    init(_ write: @escaping @Sendable (ValueAddress, inout [UInt8]) -> Void) { self.write = write }
}
