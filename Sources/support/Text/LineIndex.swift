/// Where the lines of a text begin.
package struct LineIndex: Sendable {
    /// The first byte of each line.
    package let starts: [Int]
    /// How many bytes the text has.
    private let count: Int

    /// - Parameter returnsEndLines: Whether a carriage return ends a line too, alone or before a line feed.
    package init(_ bytes: Bytes, returnsEndLines: Bool = false) {
        count = bytes.count
        var starts = [0]
        if returnsEndLines, bytes.has(0x0D) {
            for at in bytes.indices where bytes[at] == 0x0A || bytes[at] == 0x0D {
                let isFirstOfTwo = bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
                if !isFirstOfTwo { starts.append(at + 1) }
            }
        } else {
            var at = 0
            while let end = bytes.index(of: 0x0A, from: at) {
                at = end + 1
                starts.append(at)
            }
        }
        self.starts = starts
    }

    /// The first byte of each line, and the end after the last one.
    package var boundaries: [Int] { starts + [count] }

    /// The line in which a byte stands, and its place in it, both counted from 0.
    package func position(of offset: Int) -> (line: Int, column: Int) {
        var lines = 0..<starts.count
        while lines.count > 1 {
            let middle = lines.lowerBound + lines.count / 2
            lines = starts[middle] <= offset ? middle..<lines.upperBound : lines.lowerBound..<middle
        }
        return (lines.lowerBound, offset - starts[lines.lowerBound])
    }
}
