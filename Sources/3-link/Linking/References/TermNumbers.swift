import Model
import Results

/// Terms with their meanings, each pair once, by number: the glossary's, then those that texts give themselves.
struct TermNumbers: Sendable {
    private(set) var meanings: [TermMeaning] = []
    /// By meaning: what its explanation is called on a page.
    private(set) var anchors: [String] = []
    /// By position in the glossary, the meaning.
    private(set) var ofEntries: [Int32] = []
    /// Of this one list.
    let version = Version.next()
    private var numbers: [TermMeaning: Int32] = [:]
    private var takenAnchors: Set<String> = []

    init(_ glossary: [GlossaryEntry], _ texts: [LinkedText]) {
        for entry in glossary { ofEntries.append(number(of: TermMeaning(term: entry.term, meaning: entry.meaning, isInGlossary: true))) }
        for definition in texts.lazy.flatMap(\.found.definitions) { _ = number(of: definition) }
    }

    /// The meaning of a term as a document counts it.
    ///
    /// - Parameters:
    ///   - term: A position in the glossary or, below zero, in the definitions (-1 is the first).
    ///   - definitions: Those that the document gives.
    func number(of term: Int32, _ definitions: [TermMeaning]) -> Int {
        Int(term < 0 ? numbers[definitions[Int(-term - 1)].inGlossary]! : ofEntries[Int(term)])
    }

    private mutating func number(of meaning: TermMeaning) -> Int32 {
        // The glossary's word stands where a text gives the same meaning.
        let key = meaning.inGlossary
        if let known = numbers[key] { return known }
        let number = Int32(meanings.count)
        numbers[key] = number
        meanings.append(meaning)
        // Terms that differ in signs alone, or meanings in what comes late, would share one.
        var anchor = meaning.anchor
        if !takenAnchors.insert(anchor).inserted {
            anchor += "--\(number)"
            takenAnchors.insert(anchor)
        }
        anchors.append(anchor)
        return number
    }
}

extension TermMeaning {
    fileprivate var inGlossary: TermMeaning { TermMeaning(term: term, meaning: meaning, isInGlossary: true) }
}
