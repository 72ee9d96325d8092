import Text

/// The lines of a source. They may end as Unix, Windows or old Macintosh programs end them.
package enum SourceLines {
    /// The same text with a line feed at the end of each line, so that everybody counts the same lines.
    package static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.withUnsafeBufferPointer({ $0.has(0x0D) }) else { return bytes }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for (at, byte) in bytes.enumerated() {
            if byte != 0x0D {
                out.append(byte)
            } else if at + 1 == bytes.count || bytes[at + 1] != 0x0A {
                out.append(0x0A)
            }
        }
        return out
    }

    /// A line of a file, counted from 1, without its end; nil where there is none.
    package static func line(_ number: Int, of bytes: [UInt8]) -> String? {
        let lines = normalised(bytes).split(separator: 0x0A, maxSplits: max(0, number), omittingEmptySubsequences: false)
        return lines.indices.contains(number - 1) ? String(decoding: lines[number - 1], as: UTF8.self) : nil
    }
}
