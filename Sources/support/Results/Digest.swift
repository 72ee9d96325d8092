import Text

/// A number for a value, from all that it holds: the same in every build, and another where anything is another.
package enum Digest {
    package static func of(_ value: some Encodable) -> UInt64 { ContentHash.value(of: ValueBytes.of(value)) }

    /// The same for what is left when some types are left out, wherever they stand in it.
    package static func of(_ value: some Encodable, leavingOut omitted: [any Encodable.Type]) -> UInt64 {
        ContentHash.value(of: ValueBytes.of(value, leavingOut: omitted))
    }

    /// Of several, in their order.
    package static func joining(_ numbers: some Sequence<UInt64>) -> UInt64 {
        numbers.reduce(0x6D6F_6F74) { ContentHash.value(of: $1, after: $0) }
    }

    package static func of(bytes: [UInt8]) -> UInt64 { ContentHash.value(of: bytes) }
}
