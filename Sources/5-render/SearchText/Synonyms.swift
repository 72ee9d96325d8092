import Linking
import Model

extension Passages {
    /// Phrases that mean the same: the glossary's terms, people's names, the names of committees.
    var synonyms: [[String]] {
        let terms = archive.glossary.map { entry in [entry.term] + entry.also + [Synonyms.phrase(of: entry.meaning)].compactMap(\.self) }
        let people = linked.people.all.map { [$0.name] + $0.aliases }
        let committees = archive.committees.map { [$0.name] + [$0.short].compactMap(\.self) + $0.formerNames.map(\.name) }
        return Synonyms.groups(terms + people + committees)
    }
}

enum Synonyms {
    /// More words than a term stands for: an explanation.
    private static let longestPhrase = 10

    /// What a term stands for, without the explanation after it: "Better Care Fund: money that …". nil where the whole is one.
    static func phrase(of meaning: String) -> String? {
        let end = meaning.indices.first { ":;(".contains(meaning[$0]) } ?? meaning.endIndex
        let words = meaning[..<end].split(separator: " ")
        return words.isEmpty || words.count > longestPhrase ? nil : words.joined(separator: " ")
    }

    /// Without doubles, and without groups that say nothing.
    static func groups(_ groups: [[String]]) -> [[String]] {
        var seen: Set<[String]> = []
        return groups.compactMap { group in
            var phrases: [String] = []
            for phrase in group where !phrase.isEmpty && !phrases.contains(phrase) { phrases.append(phrase) }
            return phrases.count > 1 && seen.insert(phrases).inserted ? phrases : nil
        }
    }
}
