import Markdown

/// The words of a text as a result shows them: in one line, with single blanks between.
struct PlainWords {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    init() {}

    init(_ markup: Markup) { append(markup.plainBytes) }

    init(_ text: String) { append(Array(text.utf8)) }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ other: PlainWords) {
        if other.isEmpty { return }
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        bytes += other.bytes
        count += other.count
    }

    /// Puts raw text after what is there, as words of its own, each copied in one go.
    private mutating func append(_ raw: [UInt8]) {
        bytes.reserveCapacity(bytes.count + raw.count + 1)
        raw.withUnsafeBufferPointer { raw in
            var at = 0
            while at < raw.count {
                let blank = PlainWords.lengthOfBlank(raw, at: at)
                guard blank == 0 else { at += blank; continue }
                let start = at
                while at < raw.count, raw[at] > 0x20 && raw[at] != 0xC2 || PlainWords.lengthOfBlank(raw, at: at) == 0 { at += 1 }
                if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: raw[start..<at]))
                count += 1
            }
        }
    }

    /// How many bytes a blank takes there, the no-break space included; 0 where none stands.
    private static func lengthOfBlank(_ raw: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
        if raw[at] <= 0x20 { return 1 }
        return raw[at] == 0xC2 && at + 1 < raw.count && raw[at + 1] == 0xA0 ? 2 : 0
    }
}
