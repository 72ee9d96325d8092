/// Where a value lies while a page is being rendered.
///
/// This file and the constructors of `Field` are the only places that handle untyped memory. Why it is sound:
///
/// - An address is made from a typed pointer, inside the call that lends that pointer, and is used only until that
///   call returns: it is handed to closures that cannot escape, and the renderer puts the old address back after them.
/// - An address is read back as the type it was made from. The compiler numbers each shape's place in the renderer
///   once, a shape belongs to one type (`Shape<Value>`), and only a `Field<Value>` reads a `Value`; so the type
///   checker has seen both ends.
/// - Nothing is written through an address.
@usableFromInline
struct ValueAddress {
    @usableFromInline let pointer: UnsafeRawPointer

    @inlinable @inline(__always)
    init<Value>(_ pointer: UnsafePointer<Value>) {
        self.pointer = UnsafeRawPointer(pointer)
    }

    /// The value at this address, which must be of this type.
    @inlinable @inline(__always)
    func read<Value>(_: Value.Type) -> Value {
        pointer.assumingMemoryBound(to: Value.self).pointee
    }

    /// Lends the address of a value for the time of one call.
    @inlinable @inline(__always)
    static func lend<Value>(_ value: Value, to visit: (ValueAddress) -> Void) {
        withUnsafePointer(to: value) { visit(ValueAddress($0)) }
    }

    /// Lends the address of each element in turn.
    @inlinable @inline(__always)
    static func lendEach<Value>(of values: [Value], to visit: (ValueAddress) -> Void) {
        values.withUnsafeBufferPointer { buffer in
            guard let first = buffer.baseAddress else { return }
            for index in 0..<buffer.count { visit(ValueAddress(first + index)) }
        }
    }
}
