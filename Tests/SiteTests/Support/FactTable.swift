import Testing

/// Facts and what each output says of them, written as people write a table: the head names the outputs, each line begins with the fact.
struct FactTable {
    struct Row {
        let fact: String
        /// By output.
        let expected: [(output: String, words: String)]
    }

    let rows: [Row]

    init(_ text: String) {
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
        }
        let outputs = lines[0].dropFirst()
        rows = lines.dropFirst().map { cells in Row(fact: cells[0], expected: Array(zip(outputs, cells.dropFirst()))) }
    }

    /// Compares each row with what the outputs say, and shows all that differ.
    func compare(at location: SourceLocation = #_sourceLocation, _ says: (_ fact: String, _ output: String) throws -> String) rethrows {
        for row in rows {
            for (output, words) in row.expected {
                let said = try says(row.fact, output)
                if said != words { Issue.record("\(row.fact): \(output) says “\(said)”, not “\(words)”", sourceLocation: location) }
            }
        }
    }
}

extension String {
    /// What stands between two marks, the first time; empty where it does not.
    func between(_ start: String, _ end: String) -> String {
        guard let from = firstRange(of: start)?.upperBound, let to = self[from...].firstRange(of: end)?.lowerBound else { return "" }
        return String(self[from..<to])
    }

    /// The text of HTML, its blanks folded.
    var withoutTags: String {
        var text = ""
        var isTag = false
        for character in self {
            if character == "<" { isTag = true } else if character == ">" { isTag = false } else if !isTag { text.append(character) }
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
