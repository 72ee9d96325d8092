import Platform
import Markdown
import Model

/// What the texts would have a glossary say: the meanings that they give themselves, and the acronyms that nobody explains.
///
/// It reads every text once more, so it is made only when somebody asks.
package struct GlossarySurvey: Sendable {
    /// An acronym that texts explain, and the glossary does not.
    package struct Proposal: Sendable, Equatable {
        package let term: String
        package let meaning: String
        /// How many documents use it.
        package let documents: Int
        /// The first of them.
        package let path: String
    }

    /// An acronym that is explained nowhere.
    package struct Unexplained: Sendable, Equatable {
        package let term: String
        package let documents: Int
        /// Where it stands first.
        package let path: String
        package let line: Int
    }

    /// Those used in most documents first.
    package let proposals: [Proposal]
    package let unexplained: [Unexplained]

    package init(_ linked: LinkedArchive) {
        let references = linked.references
        proposals = references.meanings.indices.filter { !references.meanings[$0].isInGlossary }.map { at in
            let uses = references.uses(of: at)
            let meaning = references.meanings[at]
            let first = references.documents[Int(uses[0].document)].document.path
            return Proposal(term: meaning.term, meaning: meaning.meaning, documents: uses.count, path: first)
        }.sorted { ($1.documents, $0.term, $0.meaning) < ($0.documents, $1.term, $1.meaning) }
        unexplained = GlossarySurvey.findUnexplained(linked)
    }

    private static func findUnexplained(_ linked: LinkedArchive) -> [Unexplained] {
        let references = linked.references
        var known = Set(references.meanings.map(\.term))
        known.formUnion(linked.archive.glossary.flatMap(\.also))
        known.formUnion(linked.archive.committees.compactMap(\.short))
        known.formUnion(linked.archive.strategies.flatMap { [$0.short].compactMap(\.self) + $0.aliases })
        let found = references.documents.concurrentMap { AcronymFinder.find(in: $0) }
        var all: [String: (documents: Int, path: String, line: Int)] = [:]
        for (document, acronyms) in zip(references.documents, found) {
            for (term, line) in acronyms where !known.contains(term) {
                all[term, default: (0, document.document.path, line)].documents += 1
            }
        }
        return all.map { Unexplained(term: $0.key, documents: $0.value.documents, path: $0.value.path, line: $0.value.line) }
            .sorted { ($1.documents, $0.term) < ($0.documents, $1.term) }
    }

    /// As `moot check --glossary` prints it: the proposals ready to be copied into `glossary.yml`.
    package var report: String {
        var lines: [String] = []
        if !proposals.isEmpty {
            lines.append("# The texts explain these themselves. To explain them everywhere, copy them into glossary.yml:")
            for proposal in proposals {
                let documents = proposal.documents == 1 ? "1 document" : "\(proposal.documents) documents"
                lines.append("- term: \(proposal.term)  # \(documents), first \(proposal.path)")
                lines.append("  meaning: \"\(proposal.meaning.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"")
            }
        }
        if !unexplained.isEmpty {
            if !lines.isEmpty { lines.append("") }
            lines.append("# Nobody explains these:")
            for acronym in unexplained {
                let documents = acronym.documents == 1 ? "1 document" : "\(acronym.documents) documents"
                lines.append("# \(acronym.term): \(documents), first \(acronym.path):\(acronym.line)")
            }
        }
        return lines.isEmpty ? "# Every acronym is explained.\n" : lines.joined(separator: "\n") + "\n"
    }
}

/// Finds words in capitals.
enum AcronymFinder {
    /// Each acronym of a document once, with the line where it stands first.
    static func find(in document: ReferringDocument) -> [(String, Int)] {
        var seen: Set<String> = []
        var found: [(String, Int)] = []
        let events = document.document.events
        for stretch in document.stretches {
            var line = 0
            var heading = 0
            for at in stretch.events {
                let event = events[at]
                if event.line > 0 { line = Int(event.line) }
                if event.kind == .heading { heading = at + Int(event.extent) }
                guard event.kind == .text, at >= heading else { continue }
                let text = document.document.text[Int(event.start)..<Int(event.start + event.length)]
                for (word, breaks) in acronyms(in: text) where seen.insert(word).inserted { found.append((word, line + breaks)) }
            }
        }
        return found
    }

    /// Words of two to eight capitals, with the line breaks before each. In a line that is all capitals there are none.
    private static func acronyms(in text: ArraySlice<UInt8>) -> [(String, Int)] {
        var found: [(String, Int)] = []
        for (breaks, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let words = line.split { !$0.isWordByte && $0 < 0x80 || $0 == 0xE2 || $0 == 0x80 || $0 == 0x99 || $0 == 0x93 }
            guard words.contains(where: { $0.contains { $0.isLetter && !$0.isUpper } }) else { continue }
            for word in words {
                let bare = word.last == UInt8(ascii: "s") && word.count > 2 ? word.dropLast() : word
                guard (2...8).contains(bare.count), bare.allSatisfy(\.isUpper), !isRoman(bare) else { continue }
                found.append((String(decoding: bare, as: UTF8.self), breaks))
            }
        }
        return found
    }

    /// "III" and "XIV" are numbers. "CD" and "MMC" could be too, but are seldom met as such.
    private static func isRoman(_ word: ArraySlice<UInt8>) -> Bool { word.allSatisfy { "IVX".utf8.contains($0) } }
}
