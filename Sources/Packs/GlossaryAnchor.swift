/// Where a term stands on the page of the glossary.
public enum GlossaryAnchor {
    public static let page = Address("glossary/")

    /// `term-camhs`, `term-asd-asc`. Terms that differ in signs alone share an anchor with the first of them.
    public static func make(_ term: String) -> String {
        var out = Array("term".utf8)
        var isGap = true
        for byte in term.lowercased().utf8 {
            guard (97...122).contains(byte) || (48...57).contains(byte) || byte >= 0x80 else {
                isGap = true
                continue
            }
            if isGap { out.append(UInt8(ascii: "-")) }
            isGap = false
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
