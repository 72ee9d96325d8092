import Testing
import Text
@testable import Vocabulary

/// The files of words say what the program asks for, and nothing that nobody reads.
@Suite struct VocabularyTests {
    @Test("four languages, each with the lists that the program asks for") func filesOfWords() {
        #expect(Vocabulary.codes == ["en", "cy", "de", "fr"])
        for language in Vocabulary.languages { #expect(language.unknown == [], "\(language.code).words has lists that nobody asks for") }
        let english = Vocabulary.languages.first { $0.code == "en" }
        for name in Vocabulary.Name.allCases { #expect(english?.entries[name]?.isEmpty == false, "en.words has no \(name.rawValue)") }
    }

    @Test("words are written as texts are read: in small letters without accents") func spelling() {
        for language in Vocabulary.languages {
            for entry in language.entries.values.joined() {
                let isPlain = entry.utf8.allSatisfy { $0.isLower || $0.isDigit || " '*~".utf8.contains($0) }
                #expect(isPlain, "\(language.code).words: \(entry)")
            }
        }
    }

    @Test("a misspelt word is known, another is not", arguments: ["exempt", "exmept", "exept", "exemppt", "exempd", "nonexempted"]) func misspelt(word: String) {
        #expect(Vocabulary.list(.exempt).nearlyContains(word))
        #expect(!Vocabulary.list(.exempt).nearlyContains("example"))
        #expect(!Vocabulary.list(.exempt).nearlyContains("tempt"))
    }

    /// What is looked for word by word is a part of what the look at bytes finds.
    @Test("the look at bytes finds each word, in large letters and misspelt, too") func signals() {
        let lists = [Vocabulary.list(.exempt), Vocabulary.list(.confidential), Vocabulary.list(.private)]
        let signals = WordSignals(lists, phrases: [["huis", "clos"]])
        for list in lists {
            for word in Array(list.words) + list.openings.map({ $0 + "er" }) + list.stems.map({ "un" + $0 + "ly" }) {
                for other in [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] { #expect(other.isFound(by: signals), "\(other)") }
            }
            for word in list.wordsOfAnySpelling {
                for other in word.misspellings {
                    #expect(list.nearlyContains(other), "\(other)")
                    #expect(other.isFound(by: signals), "\(other)")
                }
            }
        }
        #expect("clos".isFound(by: signals, after: "Huis"))
        #expect(!"clos".isFound(by: signals))
        #expect(!["the", "council", "meeting", "x", "exit"].contains { $0.isFound(by: signals) })
    }
}

extension String {
    fileprivate func isFound(by signals: WordSignals, after before: String = "") -> Bool {
        Array(utf8).withUnsafeBufferPointer { word in Array(before.utf8).withUnsafeBufferPointer { signals.mayBe(word, after: $0) } }
    }

    /// All with one letter missing, doubled, another, or two that have changed places.
    fileprivate var misspellings: [String] {
        let letters = Array(self)
        return letters.indices.flatMap { at in
            var (missing, doubled, other, swapped) = (letters, letters, letters, letters)
            missing.remove(at: at)
            doubled.insert(letters[at], at: at)
            other[at] = "q"
            if at > 0 { swapped.swapAt(at - 1, at) }
            return [missing, doubled, other, swapped].map { String($0) }
        }
    }
}
