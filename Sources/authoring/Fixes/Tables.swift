import Markdown

/// Tables with their pipes in line.
///
/// The dashes under the head stay as many as they are: they belong to the text by which a published page is known, and blanks do not.
enum Tables {
    /// A wider table would be harder to read with its pipes in line than without.
    private static let widest = 120

    static func edits(in lines: [[UInt8]]) -> [Edit] {
        guard lines.contains(where: { $0.contains(UInt8(ascii: "|")) }) else { return [] }
        let document = MarkdownParser().parse(Array(lines.joined(separator: [UInt8(ascii: "\n")]))[...], path: "").document
        return document.body.blocks.filter { $0.kind == .table }.compactMap { edit(of: $0, lines) }
    }

    private static func edit(of table: Block, _ lines: [[UInt8]]) -> Edit? {
        let first = table.line - 1
        let lastRow = table.children.reduce(first + 1) { max($0, $1.line - 1) }
        guard first >= 0, lastRow < lines.count else { return nil }
        var rows: [[String]] = []
        for line in lines[first...lastRow] {
            guard let cells = cells(of: line) else { return nil }
            rows.append(cells)
        }
        let columns = rows[0].count
        guard rows.count > 1, rows.allSatisfy({ $0.count == columns }) else { return nil }
        let widths = (0..<columns).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
        guard widths.reduce(0, { $0 + $1 + 3 }) < widest else { return nil }
        let sides = rows[1].map(Side.init)
        let indent = lines[first].prefix { $0 == 0x20 }
        var edit = Edit(lines: [:])
        for (at, row) in rows.enumerated() {
            let shown = row.indices.map { sides[$0].padded(row[$0], to: widths[$0]) }.joined(separator: " | ")
            edit.lines[first + at] = Array(indent) + Array("| \(shown) |".utf8)
        }
        return edit
    }

    /// The texts of a row that begins and ends with a pipe.
    private static func cells(of line: [UInt8]) -> [String]? {
        let row = line.drop { $0 == 0x20 }
        guard row.first == UInt8(ascii: "|"), let end = row.lastIndex(where: { $0 != 0x20 }), row[end] == UInt8(ascii: "|"), end > row.startIndex,
            row[end - 1] != UInt8(ascii: "\\")
        else { return nil }
        return TableRow.cells(of: Array(row[...end])).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Where the text of a column stands.
    private enum Side {
        case left, right, center

        /// - Parameter dashes: The column's cell in the row of dashes.
        init(_ dashes: String) {
            switch (dashes.hasPrefix(":"), dashes.hasSuffix(":")) {
            case (true, true): self = .center
            case (false, true): self = .right
            default: self = .left
            }
        }

        func padded(_ text: String, to width: Int) -> String {
            let spare = max(0, width - text.displayWidth)
            let before =
                switch self {
                case .left: 0
                case .right: spare
                case .center: spare / 2
                }
            return String(repeating: " ", count: before) + text + String(repeating: " ", count: spare - before)
        }
    }
}

extension String {
    /// How many columns it takes in an editor: two for a character of Chinese, Japanese or Korean and for an emoji, none for what stands over another.
    var displayWidth: Int {
        reduce(0) { width, character in
            let scalars = character.unicodeScalars
            guard let first = scalars.first, first.properties.generalCategory != .nonspacingMark, first.properties.generalCategory != .format else { return width }
            let isEmoji = first.properties.isEmojiPresentation || scalars.contains { $0.value == 0xFE0F }
            return width + (isEmoji || first.isWide ? 2 : 1)
        }
    }
}

extension Unicode.Scalar {
    /// Unicode Standard Annex 11, "East Asian Width": the blocks of wide and full-width characters.
    fileprivate var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
