import Markdown

/// The words of a text as a result shows them: in one line, with single blanks between.
struct PlainWords {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    init() {}

    init(_ markup: Markup) { self.init(raw: markup.plainBytes) }

    init(_ text: String) { self.init(raw: Array(text.utf8)) }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ other: PlainWords) {
        if other.isEmpty { return }
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        bytes += other.bytes
        count += other.count
    }

    /// - Parameter raw: Text in UTF-8 with whatever blanks.
    private init(raw: [UInt8]) {
        var words = 0
        bytes = [UInt8](unsafeUninitializedCapacity: raw.count) { out, length in
            raw.withUnsafeBufferPointer { raw in
                var isGap = true
                var at = 0
                while at < raw.count {
                    let blank = PlainWords.lengthOfBlank(raw, at: at)
                    if blank > 0 {
                        isGap = true
                        at += blank
                        continue
                    }
                    if isGap {
                        if length > 0 {
                            out[length] = UInt8(ascii: " ")
                            length += 1
                        }
                        words += 1
                        isGap = false
                    }
                    out[length] = raw[at]
                    length += 1
                    at += 1
                }
            }
        }
        count = words
    }

    /// How many bytes a blank takes there, the no-break space included; 0 where none stands.
    private static func lengthOfBlank(_ raw: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
        if raw[at] <= 0x20 { return 1 }
        return raw[at] == 0xC2 && at + 1 < raw.count && raw[at + 1] == 0xA0 ? 2 : 0
    }
}
