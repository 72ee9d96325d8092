import Text

/// Pieces of a document whose inline text the C library has to read a second time, on their own: the cells of tables,
/// the words in raw HTML blocks.
///
/// They are put into one source, each as a paragraph that opens with ". ", so that it can begin no other kind of block.
struct Fragments {
    struct Piece {
        /// The line of the file, and the column in it, of its first byte.
        let line: Int
        let column: Int
        /// Whether a dash with a blank after it was escaped: the C library would forget that it was, and a minus would become a bullet.
        var escapesDash = false
    }

    /// The bytes put before each.
    static let opening = 2

    private(set) var bytes: [UInt8] = []
    private(set) var pieces: [Piece] = []
    var tables: [PipeTable] = []
    /// The pieces of HTML blocks and page marks, in the order of their blocks.
    var htmlBlocks: [HTMLBlock] = []

    /// Adds the text of a cell; `\|` stands for `|` in it.
    mutating func add(cell: Slice<Bytes>, line: Int, column: Int) -> Int {
        begin()
        var isEscaped = false
        var piece = Piece(line: line, column: column)
        for byte in cell {
            if byte == UInt8(ascii: "-"), isEscaped { piece.escapesDash = true }
            if byte == UInt8(ascii: "|"), isEscaped { bytes.removeLast() }
            bytes.append(byte)
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return end(piece)
    }

    /// Adds lines that follow each other. They are indented so that none of them can begin a block.
    mutating func add(lines: [Slice<Bytes>], line: Int, column: Int = 0) -> Int {
        begin()
        for (number, text) in lines.enumerated() {
            let isBlank = text.allSatisfy(\.isBlank)
            if number > 0 { bytes += isBlank ? [] : Array("\n        ".utf8) }
            bytes.append(contentsOf: text.trimmed)
        }
        return end(Piece(line: line, column: column))
    }

    private mutating func begin() {
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: " "))
    }

    private mutating func end(_ piece: Piece) -> Int {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(UInt8(ascii: "\n"))
        pieces.append(piece)
        return pieces.count - 1
    }

    /// Puts the whole document behind, for the addresses of links that it defines.
    mutating func append(document: Bytes) { bytes.append(contentsOf: document) }
}

/// A pipe table as found in a paragraph's lines.
struct PipeTable {
    enum Content: Equatable {
        case empty
        /// Which of the fragments.
        case fragment(Int)
        case joinsLeft, joinsAbove
    }

    struct Row {
        let line: Int
        var cells: [Content]
    }

    let alignments: [Table.Alignment]
    /// The fragment of the lines before it that belong to the same paragraph.
    let lead: Int?
    /// The head row first.
    var rows: [Row]
    /// True where a line `---` after it, which the C library took for the mark of a heading, is a rule.
    let endsWithRule: Bool
}

/// What an HTML block holds.
struct HTMLBlock {
    enum Part {
        case pageMark(number: Slice<Bytes>, line: Int)
        case words(fragment: Int)
    }
    var parts: [Part] = []
}
