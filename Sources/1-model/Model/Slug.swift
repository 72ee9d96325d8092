extension String {
    /// The words in small letters with hyphens between, for anchors: "Apologies & Substitutes" is
    /// `apologies-substitutes`. Letters of other scripts stay.
    package var slug: String {
        var out: [UInt8] = []
        var isGap = false
        for byte in lowercased().utf8 where byte != UInt8(ascii: "'") {
            guard (97...122).contains(byte) || (48...57).contains(byte) || byte >= 0x80 else {
                isGap = !out.isEmpty
                continue
            }
            if isGap { out.append(UInt8(ascii: "-")) }
            isGap = false
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
