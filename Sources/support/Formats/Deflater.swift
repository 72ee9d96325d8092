import CDeflate

/// Gives back what was squeezed with DEFLATE (RFC 1951).
package enum Inflater {
    /// Up to so many bytes.
    private static let limit = 1 << 28

    /// nil where they are no such stream.
    package static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
        guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
        defer { libdeflate_free_decompressor(decompressor) }
        var size = max(bytes.count * 4, 1 << 12)
        while size <= limit {
            var result = LIBDEFLATE_BAD_DATA
            let out = [UInt8](unsafeUninitializedCapacity: size) { room, count in
                result = bytes.withUnsafeBytes { libdeflate_deflate_decompress(decompressor, $0.baseAddress, $0.count, room.baseAddress, size, &count) }
                if result != LIBDEFLATE_SUCCESS { count = 0 }
            }
            if result == LIBDEFLATE_SUCCESS { return out }
            guard result == LIBDEFLATE_INSUFFICIENT_SPACE else { return nil }
            size *= 4
        }
        return nil
    }
}

/// Squeezes bytes with DEFLATE (RFC 1951), in a workspace that is used again. For one thread at a time.
package final class Deflater {
    private let compressor: OpaquePointer
    private var room: UnsafeMutableBufferPointer<UInt8>

    /// - Parameter level: 1 is quick, 12 is small. The same bytes at the same level give the same bytes.
    package init(level: Int = 6) {
        compressor = libdeflate_alloc_compressor(Int32(level))
        room = .allocate(capacity: 1 << 16)
    }

    deinit {
        libdeflate_free_compressor(compressor)
        room.deallocate()
    }

    /// The bytes squeezed, valid until the next call; nil where that would not make them fewer.
    func squeeze(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        if bytes.isEmpty { return nil }
        if room.count < bytes.count {
            room.deallocate()
            room = .allocate(capacity: bytes.count + bytes.count / 2)
        }
        let count = libdeflate_deflate_compress(compressor, bytes.baseAddress, bytes.count, room.baseAddress, bytes.count)
        return count == 0 ? nil : UnsafeBufferPointer(rebasing: room[..<count])
    }

    /// The bytes as a whole DEFLATE stream, even where that makes them more.
    package func deflated(_ bytes: [UInt8]) -> [UInt8] {
        let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { room, count in
            count = bytes.withUnsafeBytes { libdeflate_deflate_compress(compressor, $0.baseAddress, $0.count, room.baseAddress, bound) }
        }
    }

    /// CRC-32 as ZIP and gzip have it.
    static func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 { libdeflate_crc32(0, bytes.baseAddress, bytes.count) }
}
