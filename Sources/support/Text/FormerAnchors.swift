/// Hands out anchors as they were handed out before records said which heading an anchor stands on: by it we know whose
/// the anchors of such a record are. It never changes.
package struct FormerAnchors {
    private var names: CountedNames

    private init(names: CountedNames) { self.names = names }

    /// Of headings and rows of tables within a text, whose second of one name got `-2`.
    package static var ofText: FormerAnchors { FormerAnchors(names: CountedNames(separator: "-")) }
    /// Of agenda items and minutes, whose second of one name got `--2`.
    package static var ofItems: FormerAnchors { FormerAnchors(names: CountedNames(separator: "--")) }

    package mutating func unique(_ natural: String) -> String { names.unique(natural) }

    /// The words of an item, a minute or a term, in which every sign but those of ASCII stayed as it was.
    package static func slug(_ words: String) -> String {
        var out: [UInt8] = []
        var isGap = false
        for byte in words.lowercased().utf8 where byte != UInt8(ascii: "'") {
            guard byte.isLower || byte.isDigit || byte >= 0x80 else {
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
