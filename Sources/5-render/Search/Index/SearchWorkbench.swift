import Formats

/// What one thread works with, used again for all its batches.
final class SearchWorkbench {
    let stemmer: Stemmer
    let deflater = Deflater()
    private var folding = Folding()
    private var scanner: WordScanner
    private var folded: [UInt8] = []

    init(language: String, compounds: HashSet = HashSet([])) {
        stemmer = Stemmer(language: language)
        scanner = WordScanner(compounds: compounds)
    }

    deinit { scanner.close() }

    /// Gives every word of a text with its position; says the position after the last.
    func scan(_ text: [UInt8], from first: Int, _ take: WordScanner.Take) -> Int {
        text.withUnsafeBufferPointer { folding.fold($0, into: &folded) }
        return folded.withUnsafeBufferPointer { scanner.scan($0, from: first, take) }
    }

    /// The words of a phrase as the index has them: stems, without stop words, the parts of compounds left out.
    func stems(of phrase: String, stop: Set<[UInt8]>) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var last = -1
        _ = scan(Array(phrase.utf8), from: 0) { word, _, position in
            guard position != last else { return }
            last = position
            let bytes = Array(word)
            if stop.contains(bytes) { return }
            found.append(bytes.contains(where: \.isDigit) ? bytes : stemmer.stem(bytes))
        }
        return found
    }
}

/// What all batches must know of the site before they begin.
struct SiteVocabulary: Sendable {
    let site: SearchSite
    let stop: Set<[UInt8]>
    /// The site's phrases that mean the same, as stems.
    let synonyms: [[[[UInt8]]]]

    init(_ site: SearchSite) {
        self.site = site
        let stop = Set(StopWords.list(language: site.language).map { Array($0.utf8) })
        self.stop = stop
        let bench = SearchWorkbench(language: site.language)
        synonyms = site.synonyms.compactMap { group in
            var phrases: [[[UInt8]]] = []
            for phrase in group {
                let stems = bench.stems(of: phrase, stop: stop)
                if !stems.isEmpty, stems.count <= 12, !phrases.contains(stems) { phrases.append(stems) }
            }
            return phrases.count > 1 ? phrases : nil
        }
    }
}
