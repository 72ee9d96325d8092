import CStemmer

/// Takes the endings off words, as the Snowball algorithm of a language does (snowballstem.org). For one thread at a time.
final class Stemmer {
    private let stemmer: OpaquePointer?
    private let isEnglish: Bool

    /// - Parameter language: As `site.yml` gives it: `en-GB`. Words of a language without an algorithm stay as they are.
    init(language: String) {
        let code = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        stemmer = sb_stemmer_new(code, nil)
        isEnglish = code == "en"
    }

    deinit { if let stemmer { sb_stemmer_delete(stemmer) } }

    /// Gives the stem to a closure; it lies there for the time of the call only.
    ///
    /// It is cut until nothing changes any more: "developmental" gives "development" and then "develop". So a stem is its own stem,
    /// and whoever looks for "development" finds both.
    func stem<Result>(_ word: UnsafeBufferPointer<UInt8>, _ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var stem = cutOnce(Array(word))
        for _ in 1..<Stemmer.mostCuts {
            let next = cutOnce(stem)
            if next == stem { break }
            stem = next
        }
        return stem.withUnsafeBufferPointer(use)
    }

    private static let mostCuts = 5

    private func cutOnce(_ word: [UInt8]) -> [UInt8] {
        word.withUnsafeBufferPointer { word in
            if isEnglish, let usual = Spellings.usual(of: word) { return usual.withUnsafeBufferPointer(snowball) }
            return snowball(word)
        }
    }

    private func snowball(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard let stemmer, let stem = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count)) else { return Array(word) }
        return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
    }

    func stem(_ word: [UInt8]) -> [UInt8] { word.withUnsafeBufferPointer { stem($0) { Array($0) } } }
}
