/// Finds all names that begin at a place of a text in one walk, however many names there are.
///
/// A name begins where a word begins, so the text is walked once from word to word. From most words no name begins, and
/// the first or second byte tells. The cost is that of the text, and no walk is longer than the longest name.
///
/// Bytes, not characters: names are compared as printed. A line break and a blank that does not break count as a blank.
struct NameTrie: Sendable {
    /// Which names end somewhere: positions in the list of the one who made the trie.
    typealias Name = Int32

    private struct Node {
        var byte: UInt8
        var name: Name = -1
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
    }

    private var nodes: [Node] = []
    private var roots = [Int32](repeating: -1, count: 256)
    /// By first byte: the second bytes of names.
    private var pairs = [ByteSet](repeating: ByteSet(), count: 256)

    /// Adds a name. Of two that are spelled alike the first stays, and is returned for the second.
    mutating func insert(_ spelling: some Sequence<UInt8>, as name: Name) -> Name {
        var node: Int32 = -1
        var first: UInt8?
        for (position, byte) in spelling.enumerated() {
            if position == 0 { first = byte }
            if position == 1, let first { pairs[Int(first)].insert(byte) }
            node = child(of: node, byte)
        }
        guard node >= 0 else { return name }
        if nodes[Int(node)].name < 0 { nodes[Int(node)].name = name }
        return nodes[Int(node)].name
    }

    private mutating func child(of parent: Int32, _ byte: UInt8) -> Int32 {
        let first = parent < 0 ? roots[Int(byte)] : nodes[Int(parent)].firstChild
        if parent < 0, first >= 0 { return first }
        var node = first
        while node >= 0 {
            if nodes[Int(node)].byte == byte { return node }
            node = nodes[Int(node)].nextSibling
        }
        let new = Int32(nodes.count)
        nodes.append(Node(byte: byte, nextSibling: parent < 0 ? -1 : first))
        if parent < 0 { roots[Int(byte)] = new } else { nodes[Int(parent)].firstChild = new }
        return new
    }

    /// The name that is spelled exactly so.
    func name(spelled spelling: some Sequence<UInt8>) -> Name? {
        var node: Int32 = -1
        for byte in spelling {
            var next = node < 0 ? roots[Int(byte)] : nodes[Int(node)].firstChild
            while next >= 0, nodes[Int(next)].byte != byte { next = nodes[Int(next)].nextSibling }
            if next < 0 { return nil }
            node = next
        }
        return node >= 0 && nodes[Int(node)].name >= 0 ? nodes[Int(node)].name : nil
    }

    func begins(with byte: UInt8) -> Bool { roots[Int(byte)] >= 0 }

    /// Whether any name begins with two bytes: tells most words apart without a walk.
    func begins(with first: UInt8, _ second: UInt8) -> Bool {
        pairs.withUnsafeBufferPointer { $0[Int(first)][Int(second)] }
    }

    /// Visits every name that begins at a place, the shortest first, with the place after its last byte.
    func names(at start: Int, in text: UnsafeBufferPointer<UInt8>, until end: Int, visit: (Name, Int) -> Void) {
        nodes.withUnsafeBufferPointer { nodes in
            var node = roots[Int(text[start])]
            var at = start
            while node >= 0 {
                at += 1
                let here = nodes[Int(node)]
                if here.name >= 0 { visit(here.name, at) }
                guard at < end else { return }
                var byte = text[at] == UInt8(ascii: "\n") ? UInt8(ascii: " ") : text[at]
                if byte == 0xC2, at + 1 < end, text[at + 1] == 0xA0 {
                    at += 1
                    byte = UInt8(ascii: " ")
                }
                node = here.firstChild
                while node >= 0, nodes[Int(node)].byte != byte { node = nodes[Int(node)].nextSibling }
            }
        }
    }
}

/// A set of bytes.
private struct ByteSet {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    subscript(_ byte: Int) -> Bool {
        let word = byte < 128 ? (byte < 64 ? words.0 : words.1) : (byte < 192 ? words.2 : words.3)
        return word >> UInt64(byte & 63) & 1 == 1
    }

    mutating func insert(_ byte: UInt8) {
        let bit = UInt64(1) << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: words.0 |= bit
        case 1: words.1 |= bit
        case 2: words.2 |= bit
        default: words.3 |= bit
        }
    }
}
