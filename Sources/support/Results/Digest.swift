import Text

/// A number for a value, from all that it holds: the same in every build, and another where anything is another.
package enum Digest {
    package static func of(_ value: some Encodable) -> UInt64 {
        let sink = DigestSink()
        // Nothing of ours refuses to be written.
        try! value.encode(to: DigestEncoder(sink: sink))
        return sink.value
    }

    /// Of several, in their order.
    package static func joining(_ numbers: some Sequence<UInt64>) -> UInt64 {
        let sink = DigestSink()
        for number in numbers { sink.add(number) }
        return sink.value
    }

    package static func of(bytes: [UInt8]) -> UInt64 { ContentHash.value(of: bytes) }
}

/// Takes what a value holds, one thing after the other.
final class DigestSink {
    private var bytes: [UInt8] = []

    var value: UInt64 { ContentHash.value(of: bytes) }

    func add(_ number: UInt64) { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    func add(mark: UInt8) { bytes.append(mark) }

    func add(_ text: String) {
        var text = text
        text.withUTF8 {
            add(UInt64($0.count))
            bytes.append(contentsOf: $0)
        }
    }

    func add(_ value: some Encodable) throws { try value.encode(to: DigestEncoder(sink: self)) }
}

/// Marks keep apart what would else look alike: a member, an element of a list, nothing.
private enum Mark {
    static let member: UInt8 = 1
    static let element: UInt8 = 2
    static let none: UInt8 = 3
    static let end: UInt8 = 4
}

private struct DigestEncoder: Encoder {
    let sink: DigestSink
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { KeyedEncodingContainer(Members(sink: sink)) }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { Elements(sink: sink) }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(sink: sink) }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: DigestSink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) { sink.add(mark: Mark.none) }
    mutating func encode(_ value: Bool, forKey key: Key) { sink.add(UInt64(value ? 1 : 0)) }
    mutating func encode(_ value: String, forKey key: Key) { sink.add(value) }
    mutating func encode(_ value: Int, forKey key: Key) { sink.add(UInt64(bitPattern: Int64(value))) }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        sink.add(mark: Mark.member)
        try sink.add(value)
    }

    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) { optional(value) { sink.add(UInt64($0 ? 1 : 0)) } }
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) { optional(value) { sink.add($0) } }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) { optional(value) { sink.add(UInt64(bitPattern: Int64($0))) } }
    mutating func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws { try optional(value) { try sink.add($0) } }

    private func optional<Value>(_ value: Value?, _ add: (Value) throws -> Void) rethrows {
        guard let value else { return sink.add(mark: Mark.none) }
        sink.add(mark: Mark.member)
        try add(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        // The case of an enumeration.
        sink.add(key.stringValue)
        return KeyedEncodingContainer(Members<Nested>(sink: sink))
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { Elements(sink: sink) }
    mutating func superEncoder() -> any Encoder { DigestEncoder(sink: sink) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { DigestEncoder(sink: sink) }
}

private struct Elements: UnkeyedEncodingContainer {
    let sink: DigestSink
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(sink: DigestSink) { self.sink = sink }

    mutating func encodeNil() { sink.add(mark: Mark.none) }
    mutating func encode(_ value: String) {
        sink.add(mark: Mark.element)
        sink.add(value)
    }

    mutating func encode(_ value: Int) {
        sink.add(mark: Mark.element)
        sink.add(UInt64(bitPattern: Int64(value)))
    }

    mutating func encode(_ value: some Encodable) throws {
        sink.add(mark: Mark.element)
        try sink.add(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        sink.add(mark: Mark.element)
        return KeyedEncodingContainer(Members<Nested>(sink: sink))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        sink.add(mark: Mark.element)
        return Elements(sink: sink)
    }

    mutating func superEncoder() -> any Encoder { DigestEncoder(sink: sink) }
}

private struct Single: SingleValueEncodingContainer {
    let sink: DigestSink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { sink.add(mark: Mark.none) }
    mutating func encode(_ value: Bool) { sink.add(UInt64(value ? 1 : 0)) }
    mutating func encode(_ value: String) { sink.add(value) }
    mutating func encode(_ value: Double) { sink.add(value.bitPattern) }
    mutating func encode(_ value: Float) { sink.add(UInt64(value.bitPattern)) }
    mutating func encode(_ value: Int) { add(value) }
    mutating func encode(_ value: Int8) { add(value) }
    mutating func encode(_ value: Int16) { add(value) }
    mutating func encode(_ value: Int32) { add(value) }
    mutating func encode(_ value: Int64) { add(value) }
    mutating func encode(_ value: UInt) { add(value) }
    mutating func encode(_ value: UInt8) { add(value) }
    mutating func encode(_ value: UInt16) { add(value) }
    mutating func encode(_ value: UInt32) { add(value) }
    mutating func encode(_ value: UInt64) { add(value) }
    mutating func encode(_ value: some Encodable) throws { try sink.add(value) }

    private func add(_ value: some FixedWidthInteger) { sink.add(UInt64(truncatingIfNeeded: value)) }
}
