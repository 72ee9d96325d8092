import Markdown
import Model

/// A name met in a text.
struct NameHit {
    /// A position in `NameIndex.names`; `bracket` for a bracket that may close a definition; -1 for a term of the document.
    let name: NameTrie.Name
    let start: Int
    let end: Int
    /// For a term that the document itself explains: its place among the document's definitions.
    var localTerm: Int32?

    static let bracket: NameTrie.Name = -2
}

/// What the texts of one unit are looked through with.
final class ReferenceContext: Sendable {
    let archive: Archive
    let tables: LinkTables
    /// Which item a minute or a paper of the unit belongs to, where it is a meeting.
    let parts: MeetingLinks?

    init(_ archive: Archive, _ tables: LinkTables, parts: MeetingLinks?) { (self.archive, self.tables, self.parts) = (archive, tables, parts) }

    var referenceTargets: ArchiveTargets { tables.referenceTargets }

    func isOwn(_ referenceTarget: ReferenceTargetTable.Number, of document: ReferringDocument, section: ReferringDocument.Section) -> Bool {
        if referenceTarget == document.own { return true }
        if let strategy = document.strategy, referenceTarget == referenceTargets.strategies[strategy] { return true }
        guard let committee = document.committee else { return false }
        if referenceTarget == referenceTargets.committees[committee] { return true }
        guard let meeting = document.meeting else { return false }
        let numbers = referenceTargets.meetings[committee][meeting]
        if referenceTarget == numbers.meeting { return true }
        switch document.kind {
        case .agenda: return section >= 0 && referenceTarget == numbers.firstItem + section
        case .minutes: return section >= 0 && referenceTarget == numbers.firstMinute + section
        default: return false
        }
    }
}

extension NameIndex {
    /// Finds every name in a range of a text, the longest of those that begin at one place first.
    func findHits(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into hits: inout [NameHit]) {
        steps.withUnsafeBufferPointer { steps in
            var at = range.lowerBound
            let end = range.upperBound
            while at < end {
                let step = steps[Int(text[at])]
                if step == NameIndex.Step.blank || step == NameIndex.Step.word {
                    at += 1
                } else {
                    at += take(step, at: at, in: text, until: end, to: &hits)
                }
                guard step & NameIndex.Step.word != 0 else { continue }
                // In the middle of a word no name begins.
                while at < end, steps[Int(text[at])] & NameIndex.Step.word != 0 { at += 1 }
            }
        }
    }

    /// Takes a sign or the first byte of a word; says how many bytes it is long.
    private func take(_ step: UInt8, at: Int, in text: UnsafeBufferPointer<UInt8>, until end: Int, to hits: inout [NameHit]) -> Int {
        switch step {
        // Dashes, curly quotation marks, bullets.
        case NameIndex.Step.punctuation: return 3
        // The blank that does not break, the pound.
        case NameIndex.Step.sign: return 2
        case NameIndex.Step.bracket:
            if at + 2 < end, text[at + 1].isUpper, text[at + 2].isLetter { hits.append(NameHit(name: NameHit.bracket, start: at, end: at + 1)) }
        default:
            if at + 1 < end, trie.mayBegin(at: at, in: text, until: end) { addNames(at: at, in: text, until: end, to: &hits) }
        }
        return 1
    }

    private func addNames(at start: Int, in text: UnsafeBufferPointer<UInt8>, until end: Int, to hits: inout [NameHit]) {
        let first = hits.count
        trie.names(at: start, in: text, until: end) { name, end_ in
            if isWordEnd(end_, in: text, until: end, of: name) { hits.append(NameHit(name: name, start: start, end: end_)) }
        }
        if hits.count > first + 1 { hits[first...].reverse() }
    }

    /// Whether a word ends here; "EHCPs" ends the word EHCP too.
    private func isWordEnd(_ at: Int, in text: UnsafeBufferPointer<UInt8>, until end: Int, of name: NameTrie.Name) -> Bool {
        guard at < end else { return true }
        let byte = text[at]
        if byte == UInt8(ascii: "s"), text[at - 1].isUpper, at + 1 == end || !text[at + 1].isWordByte { return true }
        return !byte.isWordByte && (byte < 0x80 || byte == 0xE2 || byte == 0xC2)
    }
}
