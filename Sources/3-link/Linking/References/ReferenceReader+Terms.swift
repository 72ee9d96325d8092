import Model

extension ReferenceReader {
    enum TermChoice {
        case one(Int)
        /// More than one meaning holds here.
        case several([Int])
    }

    /// The meaning that a term has here; nil where it has none.
    func term(named name: NameIndex.Name) -> TermChoice? {
        choose(among: name.meanings.compactMap { if case .term(let term) = $0 { term } else { nil } })
    }

    /// The glossary's entry for an acronym, if one holds here.
    func glossaryTerm(_ term: String) -> Int? {
        guard let name = context.tables.names.name(spelled: term), case .one(let entry)? = self.term(named: name) else { return nil }
        return entry
    }

    /// The narrowest scope decides: a paper's own meaning before the meeting's, before the committee's, before the general.
    private func choose(among entries: [Int]) -> TermChoice? {
        guard !entries.isEmpty else { return nil }
        for scope in document.scopes {
            if let choice = choice(entries.filter { context.tables.glossary[$0].within == scope }) { return choice }
        }
        return choice(entries.filter { context.tables.glossary[$0].within == nil })
    }

    private func choice(_ entries: [Int]) -> TermChoice? {
        guard let first = entries.first else { return nil }
        return entries.allSatisfy { context.tables.glossary[$0].meaning == context.tables.glossary[first].meaning } ? .one(first) : .several(entries)
    }

    // MARK: Definitions in the text

    /// "Clinical Commissioning Group (CCG)": the words before the bracket, if their first letters are those in it.
    func definition(_ hit: NameHit) -> TermMeaning? {
        var close = hit.end
        while close < range.upperBound, text[close].isWordByte || text[close] == UInt8(ascii: "&") { close += 1 }
        guard close < range.upperBound, text[close] == UInt8(ascii: ")"), (2...9).contains(close - hit.end) else { return nil }
        var letters = Array(text[hit.end..<close])
        var end = close
        if letters.last == UInt8(ascii: "s") {
            letters.removeLast()
            end -= 1
        }
        letters.removeAll { $0 == UInt8(ascii: "&") }
        guard letters.count > 1, letters.allSatisfy(\.isUpper), let start = startOfWords(before: hit.start, letters) else { return nil }
        let meaning = String(decoding: text[start..<hit.start], as: UTF8.self).replacing("\n", with: " ").trimmingBlanks()
        return TermMeaning(term: String(decoding: text[hit.end..<end], as: UTF8.self), meaning: meaning, isInGlossary: false)
    }

    /// Walks back over the words before a bracket, the last letter first; small words may be passed over.
    private func startOfWords(before bracket: Int, _ letters: [UInt8]) -> Int? {
        var left = letters.count
        var at = bracket
        for _ in 0..<(letters.count + 5) {
            while at > paragraph.lowerBound, !text[at - 1].isWordByte {
                // A sentence or another bracket ends the search.
                if [UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: ":")].contains(text[at - 1]) { return nil }
                at -= 1
            }
            let end = at
            while at > paragraph.lowerBound, text[at - 1].isWordByte || text[at - 1] == UInt8(ascii: "'") { at -= 1 }
            guard at < end else { return nil }
            if text[at] & 0xDF == letters[left - 1] {
                left -= 1
                if left == 0 { return at }
            } else if !isSmallWord(at..<end) {
                return nil
            }
        }
        return nil
    }

    private func isSmallWord(_ word: Range<Int>) -> Bool {
        let cursor = cursor(at: word.lowerBound)
        return ReferenceReader.smallWords.contains { cursor.equals(word, $0) }
    }

    private static let smallWords: [StaticString] = ["of", "and", "the", "for", "in", "to", "on", "at", "by", "with", "a", "s"]
}

extension String {
    fileprivate func trimmingBlanks() -> String {
        let bytes = utf8.drop { $0 == 32 }
        let end = bytes.lastIndex { $0 != 32 }
        return end.map { String(decoding: bytes[...$0], as: UTF8.self) } ?? ""
    }
}
