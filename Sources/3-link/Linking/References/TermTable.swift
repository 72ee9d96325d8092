import Model
import Text

/// A meaning of an acronym or term: from the glossary, or given by the document itself, as in "Clinical Commissioning
/// Group (CCG)".
package struct TermMeaning: Sendable, Hashable, Encodable {
    package let term: String
    package let meaning: String
    /// True where `glossary.yml` has it.
    package let isInGlossary: Bool

    /// What its explanation is called on a page: the same for the same meaning, wherever it is explained.
    package var anchor: String {
        let words = Slug.make(meaning).utf8.prefix(48)
        return "term--\(Slug.make(term))--" + String(decoding: words, as: UTF8.self).trimmingHyphens
    }
}

extension String {
    fileprivate var trimmingHyphens: String {
        let bytes = utf8.drop { $0 == UInt8(ascii: "-") }
        let end = bytes.lastIndex { $0 != UInt8(ascii: "-") && $0 < 0x80 }
        return String(decoding: end.map { bytes[...$0] } ?? bytes, as: UTF8.self)
    }
}
