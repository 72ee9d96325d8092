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
    /// Which three bytes a name may begin with.
    private var openings = Openings()

    /// Adds a name. Of two that are spelled alike the first stays, and is returned for the second.
    mutating func insert(_ spelling: some Sequence<UInt8>, as name: Name) -> Name {
        var node: Int32 = -1
        openings.insert(Array(spelling.prefix(3)))
        for byte in spelling { node = child(of: node, byte) }
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

    /// Whether a name may begin with the three bytes at a place, of which two must be there: tells most words apart without
    /// a walk.
    func mayBegin(at place: Int, in text: UnsafeBufferPointer<UInt8>, until end: Int) -> Bool {
        openings.mayHold(text[place], text[place + 1], place + 2 < end ? text[place + 2] : 0)
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

/// A set of the first three bytes of names: a bit for each, with six bits of the first byte, so that capitals are told from
/// small letters, and five of the others. It may hold what was not put in.
private struct Openings {
    private var bits = [UInt64](repeating: 0, count: 1 << 10)

    private static func bit(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        Int(first & 63) << 10 | Int(second & 31) << 5 | Int(third & 31)
    }

    func mayHold(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        let bit = Openings.bit(first, second, third)
        return bits.withUnsafeBufferPointer { $0[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }
    }

    /// After a name of two bytes anything may stand, and a blank can be printed in three ways.
    mutating func insert(_ name: [UInt8]) {
        guard name.count > 1 else { return }
        for second in Openings.spellings(of: name[1]) {
            let isOpen = name.count < 3 || second != name[1]
            for third in isOpen ? Array(0..<32) : Openings.spellings(of: name[2]) {
                let bit = Openings.bit(name[0], second, third)
                bits[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
    }

    /// A blank can be a line break in the text, or one that does not break, which begins with 0xC2.
    private static func spellings(of byte: UInt8) -> [UInt8] {
        byte == UInt8(ascii: " ") ? [byte, UInt8(ascii: "\n"), 0xC2] : [byte]
    }
}
