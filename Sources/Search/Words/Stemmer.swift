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
    func stem<Result>(_ word: UnsafeBufferPointer<UInt8>, _ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if isEnglish, let usual = Spellings.usual(of: word) { return usual.withUnsafeBufferPointer { cut($0, use) } }
        return cut(word, use)
    }

    private func cut<Result>(_ word: UnsafeBufferPointer<UInt8>, _ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard let stemmer, let stem = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count)) else { return use(word) }
        return use(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
    }

    func stem(_ word: [UInt8]) -> [UInt8] { word.withUnsafeBufferPointer { stem($0) { Array($0) } } }
}
