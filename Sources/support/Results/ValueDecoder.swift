/// Reads what `ValueBytes` wrote. Whatever is not as it would have written it is damage: nothing is read beyond the end, and no room is taken for
/// more elements than there are bytes.
final class ValueSource {
    struct Damage: Error {}

    private let bytes: [UInt8]
    private var at = 0
    let userInfo: [CodingUserInfoKey: Any]

    init(_ bytes: [UInt8], _ context: (any Sendable)?) {
        self.bytes = bytes
        userInfo = context.map { [ValueBytes.context: $0] } ?? [:]
    }

    var isAtEnd: Bool { at == bytes.count }

    func byte() throws -> UInt8 {
        guard at < bytes.count else { throw Damage() }
        defer { at += 1 }
        return bytes[at]
    }

    func mark() throws -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw Damage()
        }
    }

    /// Whether something is there; only where nothing is, that is read.
    func isNone() throws -> Bool {
        guard at < bytes.count else { throw Damage() }
        if bytes[at] != 0 { return false }
        at += 1
        return true
    }

    func number() throws -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
            if shift > 63 { throw Damage() }
        }
    }

    func signed<Number: FixedWidthInteger>() throws -> Number {
        let value = try number()
        guard let number = Number(exactly: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) else { throw Damage() }
        return number
    }

    func unsigned<Number: FixedWidthInteger>() throws -> Number {
        guard let number = Number(exactly: try number()) else { throw Damage() }
        return number
    }

    private func slice() throws -> Range<Int> {
        let count = try number()
        guard count <= UInt64(bytes.count - at) else { throw Damage() }
        defer { at += Int(count) }
        return at..<at + Int(count)
    }

    func text() throws -> String {
        let range = try slice()
        return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }

    func count() throws -> Int {
        guard at + 4 <= bytes.count else { throw Damage() }
        defer { at += 4 }
        let count = bytes.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt32.self))) }
        guard count <= bytes.count - at else { throw Damage() }
        return count
    }

    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard Value.self == [UInt8].self else { return try Value(from: ValueDecoder(source: self)) }
        return unsafeBitCast(Array(bytes[try slice()]), to: Value.self)
    }
}

struct ValueDecoder: Decoder {
    let source: ValueSource
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { source.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> { KeyedDecodingContainer(Members(source: source)) }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try Elements(source: source) }
    func singleValueContainer() -> any SingleValueDecodingContainer { Single(source: source) }
}

private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let source: ValueSource
    /// The case of an enumeration, once it was asked for.
    private final class Case { var name: String? }
    private let own = Case()
    var codingPath: [any CodingKey] { [] }

    init(source: ValueSource) { self.source = source }

    /// Only enumerations ask: there is one, the case.
    var allKeys: [Key] {
        if own.name == nil { own.name = try? source.text() }
        return own.name.flatMap { Key(stringValue: $0) }.map { [$0] } ?? []
    }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { try !source.mark() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try source.mark() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try source.text() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try source.signed() }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try source.value(type) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        if own.name == nil { own.name = try source.text() }
        guard own.name == key.stringValue else { throw ValueSource.Damage() }
        return KeyedDecodingContainer(Members<Nested>(source: source))
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try Elements(source: source) }
    func superDecoder() -> any Decoder { ValueDecoder(source: source) }
    func superDecoder(forKey key: Key) -> any Decoder { ValueDecoder(source: source) }
}

private struct Elements: UnkeyedDecodingContainer {
    let source: ValueSource
    let count: Int?
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { currentIndex == count }

    init(source: ValueSource) throws {
        self.source = source
        count = try source.count()
    }

    private mutating func next() throws {
        guard !isAtEnd else { throw ValueSource.Damage() }
        currentIndex += 1
    }

    mutating func decodeNil() throws -> Bool {
        let isNone = try source.isNone()
        if isNone { currentIndex += 1 }
        return isNone
    }

    mutating func decode(_ type: String.Type) throws -> String {
        try next()
        return try source.text()
    }

    mutating func decode(_ type: Int.Type) throws -> Int {
        try next()
        return try source.signed()
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next()
        return try source.value(type)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try next()
        return KeyedDecodingContainer(Members<Nested>(source: source))
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next()
        return try Elements(source: source)
    }

    mutating func superDecoder() -> any Decoder { ValueDecoder(source: source) }
}

private struct Single: SingleValueDecodingContainer {
    let source: ValueSource
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { (try? source.isNone()) ?? true }
    func decode(_ type: Bool.Type) throws -> Bool { try there { try source.mark() } }
    func decode(_ type: String.Type) throws -> String { try there { try source.text() } }
    func decode(_ type: Double.Type) throws -> Double { try there { Double(bitPattern: try source.number()) } }
    func decode(_ type: Float.Type) throws -> Float { try there { Float(bitPattern: try source.unsigned()) } }
    func decode(_ type: Int.Type) throws -> Int { try there { try source.signed() } }
    func decode(_ type: Int8.Type) throws -> Int8 { try there { try source.signed() } }
    func decode(_ type: Int16.Type) throws -> Int16 { try there { try source.signed() } }
    func decode(_ type: Int32.Type) throws -> Int32 { try there { try source.signed() } }
    func decode(_ type: Int64.Type) throws -> Int64 { try there { try source.signed() } }
    func decode(_ type: UInt.Type) throws -> UInt { try there { try source.unsigned() } }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try there { try source.unsigned() } }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try there { try source.unsigned() } }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try there { try source.unsigned() } }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try there { try source.unsigned() } }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try there { try source.value(type) } }

    private func there<Value>(_ read: () throws -> Value) throws -> Value {
        guard try source.mark() else { throw ValueSource.Damage() }
        return try read()
    }
}
