import Model

extension Attendee {
    /// Reads `Name (Role), Organisation (item N)`, each part but the name optional.
    init(sentence: String) {
        var rest = Substring(sentence.trimmingBlanks())
        let items = Attendee.takeItems(&rest)
        let nameEnd = rest.firstIndex { $0 == "(" || $0 == "," } ?? rest.endIndex
        self.init(name: rest[..<nameEnd].trimmingBlanks())
        self.items = items
        rest = rest[nameEnd...]
        while let inside = Attendee.takeBrackets(&rest) {
            if let name = Attendee.substituted(inside) {
                substituteFor = name
            } else {
                role = role.map { "\($0), \(inside)" } ?? inside
            }
        }
        let organisation = rest.drop { $0 == "," || $0 == " " }.trimmingBlanks()
        self.organisation = organisation.isEmpty ? nil : organisation
    }

    /// Takes "(item 6)" or "(items 6 and 7)" off the end.
    private static func takeItems(_ rest: inout Substring) -> String? {
        guard rest.last == ")", let open = rest.lastIndex(of: "(") else { return nil }
        let inside = rest[rest.index(after: open)...].dropLast()
        let words = inside.lowercased()
        guard words.hasPrefix("item ") || words.hasPrefix("items ") else { return nil }
        rest = Substring(rest[..<open].trimmingBlanks())
        return String(inside)
    }

    /// Takes what stands in brackets off the front.
    private static func takeBrackets(_ rest: inout Substring) -> String? {
        let text = rest.drop { $0 == " " }
        guard text.first == "(" else { return nil }
        var depth = 0
        guard let close = text.indices.first(where: { at in
            if text[at] == "(" { depth += 1 }
            if text[at] == ")" { depth -= 1 }
            return depth == 0
        }) else { return nil }
        rest = text[text.index(after: close)...]
        return text[text.index(after: text.startIndex)..<close].trimmingBlanks()
    }

    private static func substituted(_ text: String) -> String? {
        for opening in ["substitute for ", "substituting for "] where text.lowercased().hasPrefix(opening) {
            return text.dropFirst(opening.count).trimmingBlanks()
        }
        return nil
    }
}
