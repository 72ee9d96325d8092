/// A value as bytes, member by member in the order in which they are declared: for digests, and for what is kept from build to build by one version
/// of the program. Numbers have seven bits a byte, texts and lists their length before them, and what may be missing a mark. Dictionaries and sets,
/// which have no order, are written by whoever holds them as lists.
package enum ValueBytes {
    /// - Parameters:
    ///   - context: For values that are not written in the same way everywhere.
    ///   - omitted: Types of which nothing is written, wherever they stand.
    package static func of(_ value: some Encodable, context: (any Sendable)? = nil, leavingOut omitted: [any Encodable.Type] = []) -> [UInt8] {
        let sink = ValueSink(context, leavingOut: omitted)
        // Nothing of ours refuses to be written.
        try! value.encode(to: ValueEncoder(sink: sink))
        return sink.bytes
    }

    /// - Throws: Where the bytes are not those of such a value.
    package static func value<Value: Decodable>(_: Value.Type, from bytes: [UInt8], context: (any Sendable)? = nil) throws -> Value {
        let source = ValueSource(bytes, context)
        let value = try Value(from: ValueDecoder(source: source))
        if !source.isAtEnd { throw ValueSource.Damage() }
        return value
    }

    /// What was given as context with an encoder or a decoder.
    package static let context = CodingUserInfoKey(rawValue: "context")!
}

final class ValueSink {
    var bytes: [UInt8] = []
    let userInfo: [CodingUserInfoKey: Any]

    private let omitted: [ObjectIdentifier]

    init(_ context: (any Sendable)?, leavingOut omitted: [any Encodable.Type] = []) {
        userInfo = context.map { [ValueBytes.context: $0] } ?? [:]
        self.omitted = omitted.map { ObjectIdentifier($0) }
    }

    func add(mark isThere: Bool) { bytes.append(isThere ? 1 : 0) }

    func add(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Small numbers below zero are short too.
    func add(signed number: Int64) { add(UInt64(bitPattern: (number << 1) ^ (number >> 63))) }

    func add(_ text: String) {
        var text = text
        text.withUTF8 {
            add(UInt64($0.count))
            bytes.append(contentsOf: $0)
        }
    }

    func add<Value: Encodable>(_ value: Value) throws {
        if !omitted.isEmpty, omitted.contains(ObjectIdentifier(Value.self)) { return }
        guard Value.self == [UInt8].self else { return try value.encode(to: ValueEncoder(sink: self)) }
        let list = unsafeBitCast(value, to: [UInt8].self)
        add(UInt64(list.count))
        bytes += list
    }
}

private struct ValueEncoder: Encoder {
    let sink: ValueSink
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { sink.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { KeyedEncodingContainer(Members(sink: sink)) }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { Elements(sink: sink) }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(sink: sink) }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: ValueSink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) { sink.add(mark: false) }
    mutating func encode(_ value: Bool, forKey key: Key) { sink.add(mark: value) }
    mutating func encode(_ value: String, forKey key: Key) { sink.add(value) }
    mutating func encode(_ value: Int, forKey key: Key) { sink.add(signed: Int64(value)) }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws { try sink.add(value) }

    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) { optional(value) { sink.add(mark: $0) } }
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) { optional(value) { sink.add($0) } }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) { optional(value) { sink.add(signed: Int64($0)) } }
    mutating func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws { try optional(value) { try sink.add($0) } }

    private func optional<Value>(_ value: Value?, _ add: (Value) throws -> Void) rethrows {
        sink.add(mark: value != nil)
        if let value { try add(value) }
    }

    /// The case of an enumeration.
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        sink.add(key.stringValue)
        return KeyedEncodingContainer(Members<Nested>(sink: sink))
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { Elements(sink: sink) }
    mutating func superEncoder() -> any Encoder { ValueEncoder(sink: sink) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { ValueEncoder(sink: sink) }
}

/// A list, whose length is known only when all of it is written.
private struct Elements: UnkeyedEncodingContainer {
    let sink: ValueSink
    private let start: Int
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(sink: ValueSink) {
        self.sink = sink
        start = sink.bytes.count
        sink.bytes += [0, 0, 0, 0]
    }

    private mutating func begin() {
        count += 1
        withUnsafeBytes(of: UInt32(count).littleEndian) { for (at, byte) in $0.enumerated() { sink.bytes[start + at] = byte } }
    }

    mutating func encodeNil() {
        begin()
        sink.add(mark: false)
    }

    mutating func encode(_ value: String) {
        begin()
        sink.add(value)
    }

    mutating func encode(_ value: Int) {
        begin()
        sink.add(signed: Int64(value))
    }

    mutating func encode(_ value: some Encodable) throws {
        begin()
        try sink.add(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        begin()
        return KeyedEncodingContainer(Members<Nested>(sink: sink))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        begin()
        return Elements(sink: sink)
    }

    mutating func superEncoder() -> any Encoder { ValueEncoder(sink: sink) }
}

/// One value, which may be missing where it is an element of a list.
private struct Single: SingleValueEncodingContainer {
    let sink: ValueSink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { sink.add(mark: false) }
    mutating func encode(_ value: Bool) { there { sink.add(mark: value) } }
    mutating func encode(_ value: String) { there { sink.add(value) } }
    mutating func encode(_ value: Double) { there { sink.add(value.bitPattern) } }
    mutating func encode(_ value: Float) { there { sink.add(UInt64(value.bitPattern)) } }
    mutating func encode(_ value: Int) { signed(value) }
    mutating func encode(_ value: Int8) { signed(value) }
    mutating func encode(_ value: Int16) { signed(value) }
    mutating func encode(_ value: Int32) { signed(value) }
    mutating func encode(_ value: Int64) { signed(value) }
    mutating func encode(_ value: UInt) { unsigned(value) }
    mutating func encode(_ value: UInt8) { unsigned(value) }
    mutating func encode(_ value: UInt16) { unsigned(value) }
    mutating func encode(_ value: UInt32) { unsigned(value) }
    mutating func encode(_ value: UInt64) { unsigned(value) }
    mutating func encode(_ value: some Encodable) throws { try there { try sink.add(value) } }

    private func there(_ add: () throws -> Void) rethrows {
        sink.add(mark: true)
        try add()
    }

    private func signed(_ value: some FixedWidthInteger) { there { sink.add(signed: Int64(truncatingIfNeeded: value)) } }
    private func unsigned(_ value: some FixedWidthInteger) { there { sink.add(UInt64(truncatingIfNeeded: value)) } }
}
