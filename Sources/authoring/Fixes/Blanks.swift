/// Tabs become blanks: as many as the tab was wide where a line begins, one within words.
enum Tabs {
    private static let width = 4

    static func edits(in lines: [[UInt8]]) -> [Edit] {
        lines.indices.filter { lines[$0].contains(0x09) }.map { Edit(lines: [$0: withoutTabs(lines[$0])]) }
    }

    private static func withoutTabs(_ line: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var isOpening = true
        for byte in line {
            if byte != 0x09 {
                // Marks of lists and quotes: what follows them depends on the column.
                if !" >*+-.)0123456789".utf8.contains(byte) { isOpening = false }
                out.append(byte)
            } else {
                out += [UInt8](repeating: 0x20, count: isOpening ? width - out.count % width : 1)
            }
        }
        return out
    }
}

/// Blanks at the ends of lines go, save the two that break a line.
enum TrailingBlanks {
    static func edits(in lines: [[UInt8]]) -> [Edit] {
        lines.indices.compactMap { at in
            let line = lines[at]
            guard let last = line.last, last == 0x20 || last == 0x09 else { return nil }
            let end = (line.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? -1) + 1
            let breaksLine = end > 0 && line.count - end >= 2 && at + 1 < lines.count && !lines[at + 1].allSatisfy { $0 == 0x20 || $0 == 0x09 }
            return breaksLine ? nil : Edit(lines: [at: Array(line[..<end])])
        }
    }
}
