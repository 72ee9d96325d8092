import CDeflate
import Testing

/// What the files of the search index say, in full, so that nothing can hide in them.
struct SearchFiles {
    /// By the path in the site.
    private(set) var texts: [String: String] = [:]

    /// - Parameter site: All files of a site.
    init(_ site: [String: [UInt8]]) throws {
        for (path, bytes) in site where path.hasPrefix("search/") && path.hasSuffix(".bin") {
            let inflated = try SearchFiles.inflate(bytes)
            texts[path] = path.hasPrefix("search/words-") ? SearchFiles.words(inflated) : String(decoding: inflated, as: UTF8.self)
        }
    }

    static func inflate(_ bytes: [UInt8]) throws -> [UInt8] {
        let decompressor = try #require(libdeflate_alloc_decompressor())
        defer { libdeflate_free_decompressor(decompressor) }
        var room = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            var count = 0
            switch libdeflate_deflate_decompress(decompressor, bytes, bytes.count, &room, room.count, &count) {
            case LIBDEFLATE_SUCCESS: return Array(room[..<count])
            case LIBDEFLATE_INSUFFICIENT_SPACE: room = [UInt8](repeating: 0, count: room.count * 4)
            default: throw Damaged()
            }
        }
    }

    struct Damaged: Error {}

    /// The words of a stretch of the alphabet, one a line: each is written as what differs from the word before.
    private static func words(_ bytes: [UInt8]) -> String {
        var lines: [String] = []
        var word: [UInt8] = []
        var at = 0
        func number() -> Int {
            var value = 0
            var shift = 0
            repeat {
                value |= Int(bytes[at] & 0x7F) << shift
                shift += 7
                at += 1
            } while bytes[at - 1] >= 0x80
            return value
        }
        func text() -> ArraySlice<UInt8> {
            let count = number()
            defer { at += count }
            return bytes[at..<at + count]
        }
        while at < bytes.count {
            word = Array(word.prefix(number())) + text()
            lines.append(String(decoding: word, as: UTF8.self))
            if number() == 0 {
                lines.append(String(decoding: word.prefix(number()) + text(), as: UTF8.self))
                continue
            }
            _ = text()
            for _ in 0..<number() {
                at += 8
                _ = number()
            }
        }
        return lines.joined(separator: "\n")
    }
}
