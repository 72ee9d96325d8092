/// Words that English spells in two ways, brought to one: what is written "organization" in one paper and "organisation" in
/// the next is found by either.
enum Spellings {
    /// - Parameter word: Folded; letters alone.
    /// - Returns: The word as it is indexed; nil where that is the word itself.
    static func usual(of word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard word.count > 4 else { return nil }
        if let changed = withSForZ(word) { return changed }
        let text = String(decoding: word, as: UTF8.self)
        for (other, usual) in openings where text.hasPrefix(other) { return Array((usual + text.dropFirst(other.count)).utf8) }
        return nil
    }

    /// "organization" is "organisation", "analyze" is "analyse". "Prize", "seize" and "size" have too little before it.
    private static func withSForZ(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard word.count > 6 else { return nil }
        for at in stride(from: word.count - 2, to: 3, by: -1) where word[at] == UInt8(ascii: "z") {
            guard word[at - 1] == UInt8(ascii: "i") || word[at - 1] == UInt8(ascii: "y") else { return nil }
            guard endings.contains(where: { word[(at + 1)...].elementsEqual($0) }) else { return nil }
            var changed = Array(word)
            changed[at] = UInt8(ascii: "s")
            return changed
        }
        return nil
    }

    private static let endings = ["e", "ed", "er", "ers", "es", "ing", "able", "ation", "ations", "ational"].map { Array($0.utf8) }

    /// Beginnings of words.
    private static let openings = [
        ("judgement", "judgment"), ("acknowledgement", "acknowledgment"), ("ageing", "aging"), ("enquir", "inquir"),
        ("programme", "program"), ("centre", "center"), ("colour", "color"), ("labour", "labor"), ("neighbour", "neighbor"), ("behaviour", "behavior"),
        ("favour", "favor"), ("honour", "honor"), ("harbour", "harbor"), ("rumour", "rumor"), ("endeavour", "endeavor"), ("paediatr", "pediatr"),
        ("anaesth", "anesth"), ("caesar", "cesar"), ("foetus", "fetus"), ("foetal", "fetal"), ("haemo", "hemo"),
        ("diarrhoea", "diarrhea"), ("focuss", "focus"), ("fulfill", "fulfil"), ("enroll", "enrol"), ("counselor", "counsellor"), ("licence", "license"),
        ("practise", "practice"), ("defence", "defense"), ("offence", "offense"),
    ]
}
