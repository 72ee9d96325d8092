/// The longer text of a command's help, cut into what a manual sets apart.
struct Discussion {
    enum Part {
        case paragraph(String)
        /// Indented lines, under a heading in capitals where they have one.
        case lines([String], heading: String?)
    }

    let parts: [Part]

    init(_ text: String) {
        var parts: [Part] = []
        var heading: String?
        for block in text.components(separatedByEmptyLines: ()) {
            var lines = block[...]
            if let first = lines.first, first == first.uppercased(), first.contains(where: \.isLetter), !first.hasPrefix(" ") {
                heading = first
                lines = lines.dropFirst()
            }
            guard !lines.isEmpty else { continue }
            if lines.allSatisfy({ $0.hasPrefix("  ") }) {
                parts.append(.lines(lines.map { String($0.dropFirst(2)) }, heading: heading))
                heading = nil
            } else {
                parts.append(.paragraph(lines.joined(separator: " ")))
            }
        }
        self.parts = parts
    }
}

extension String {
    fileprivate func components(separatedByEmptyLines: Void) -> [[String]] {
        split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }.map { $0.map(String.init) }
    }
}
