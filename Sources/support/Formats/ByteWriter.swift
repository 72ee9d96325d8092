#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Gathers bytes in a room of its own and hands them to an array when that is full, since every format is written in
/// pieces of a few bytes.
struct ByteWriter: ~Copyable {
    private var written: [UInt8]
    private let room: UnsafeMutablePointer<UInt8>
    private var count = 0

    private static let capacity = 8192

    /// Writes behind what a buffer holds.
    init(into buffer: consuming [UInt8] = []) {
        written = buffer
        room = .allocate(capacity: ByteWriter.capacity)
    }

    deinit { room.deallocate() }

    /// All that was written, with what the buffer held.
    consuming func finish() -> [UInt8] {
        flush()
        return written
    }

    mutating func append(_ byte: UInt8) {
        if count == ByteWriter.capacity { flush() }
        room[count] = byte
        count += 1
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        if bytes.count > ByteWriter.capacity - count {
            flush()
            if bytes.count > ByteWriter.capacity { return written.append(contentsOf: bytes) }
        }
        memcpy(room + count, start, bytes.count)
        count += bytes.count
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil { for byte in text.utf8 { append(byte) } }
    }

    private mutating func flush() {
        written.append(contentsOf: UnsafeBufferPointer(start: room, count: count))
        count = 0
    }
}
