import Markdown
import Model

/// What "Appendix B" means in one document: the same each time, and found by going through all papers and headings.
final class AppendixCache {
    private var section: ReferringDocument.Section = -2
    private var known: [String: PrintedReference.Meaning] = [:]

    func meaning(of label: String, in section: ReferringDocument.Section, find: () -> PrintedReference.Meaning) -> PrintedReference.Meaning {
        if section != self.section { known.removeAll(keepingCapacity: true) }
        self.section = section
        if let meaning = known[label] { return meaning }
        let meaning = find()
        known[label] = meaning
        return meaning
    }
}

extension ReferenceReader {
    /// "Appendix B", "Appendices B and C": of this report, of this item's papers, of this strategy.
    func appendices(_ hit: NameHit) -> [PrintedReference] {
        var cursor = cursor(at: hit.end)
        var found: [PrintedReference] = []
        var start = hit.start
        repeat {
            cursor.skipBlanks()
            if !found.isEmpty { start = cursor.at }
            guard let label = cursor.appendixLabel() else { break }
            let meaning = appendixCache.meaning(of: label, in: document.hasHeadingSections ? -1 : section) { appendix(label) }
            found.append(PrintedReference(kind: .paper, range: start..<cursor.at, meaning: meaning))
        } while cursor.takeAppendixMark()
        return isAppendixOfAnother(after: cursor.at) ? [] : found
    }

    private func appendix(_ label: String) -> PrintedReference.Meaning {
        let referenceTargets = appendixTargets(label)
        if referenceTargets.isEmpty, let place = appendixPlace(label) { return .place(place) }
        return reference(.paper, 0..<0, referenceTargets).meaning
    }

    /// "Appendix B of another report", "Appendix A to the Constitution"; but not "Appendix B to the report".
    private func isAppendixOfAnother(after end: Int) -> Bool {
        var cursor = cursor(at: end)
        cursor.skipBlanks()
        guard cursor.at > end, cursor.take("of ") || cursor.take("to ") || cursor.take("from ") else { return false }
        cursor.skipBlanks()
        if cursor.take("another ") || cursor.take("their ") { return true }
        _ = cursor.take("the ") || cursor.take("its ") || cursor.take("that ")
        cursor.skipBlanks()
        guard let byte = cursor.byte, byte.isUpper, let range = cursor.word() else { return false }
        return !["Report", "Paper", "Agenda", "Minutes", "Document"].contains(String(decoding: text[range], as: UTF8.self))
    }

    private func appendixTargets(_ label: String) -> [ReferenceTargetTable.Number] {
        if let strategy = document.strategy {
            let chapters = context.archive.strategies[strategy].chapters
            return chapters.indices.filter { chapters[$0].isAppendix(label) }.map { context.referenceTargets.firstChapters[strategy] + ReferenceTargetTable.Number($0) }
        }
        guard let committee = document.committee, let meeting = document.meeting else { return [] }
        let held = context.archive.committees[committee].meetings[meeting]
        let first = context.referenceTargets.meetings[committee][meeting].firstPaper
        return held.papers.indices.filter { held.papers[$0].isAppendix(label) && belongs($0, to: held) }.map { first + ReferenceTargetTable.Number($0) }
    }

    /// Whether a paper belongs to the report, the item or the minute that the text is of.
    private func belongs(_ paper: Int, to meeting: Meeting) -> Bool {
        let links = context.parts
        let other = meeting.papers[paper]
        switch document.kind {
        case .paper(let own):
            let slug = meeting.papers[own].slug
            let report = slug.split(separator: "/").first.map(String.init) ?? slug
            if other.slug.hasPrefix(report + "/") || other.slug == slug { return true }
            guard !other.slug.contains("/"), let item = links?.itemOfPaper[slug] else { return false }
            return links?.itemOfPaper[other.slug] == item
        case .agenda: return section >= 0 && links?.itemOfPaper[other.slug] == Int(section)
        case .minutes: return section >= 0 && links?.itemOfMinute[Int(section)].map { $0 == links?.itemOfPaper[other.slug] } ?? false
        default: return false
        }
    }

    /// A part of the report itself with that heading, or a file that belongs to it.
    private func appendixPlace(_ label: String) -> Destination? {
        guard document.hasHeadingSections else { return nil }
        let headings = document.document.headings.filter { $0.title.isAppendix(label) }
        if headings.count == 1 { return .here(fragment: headings[0].anchor) }
        guard case .paper(let own) = document.kind, let committee = document.committee, let meeting = document.meeting else { return nil }
        let files = context.archive.committees[committee].meetings[meeting].papers[own].attachments.filter { $0.name.isAppendixFile(label) }
        return files.count == 1 ? .file(files[0].path) : nil
    }
}

extension TextCursor {
    /// `B`, `1`, `4a`, `B1`, `III`, in small letters.
    mutating func appendixLabel() -> String? {
        let start = at
        while at < end, text[at].isDigit, at - start < 2 { at += 1 }
        if at < end, text[at].isUpper || (at > start && text[at].isLetter) { at += 1 }
        let isRoman = at == start + 1 && "IVX".utf8.contains(text[start])
        while isRoman, at < end, at - start < 5, "IVX".utf8.contains(text[at]) { at += 1 }
        while at < end, text[start].isUpper, text[at].isDigit, at - start < 3 { at += 1 }
        guard at > start, !(at < end && text[at].isWordByte) else { at = start; return nil }
        return String(decoding: text[start..<at], as: UTF8.self).lowercased()
    }

    mutating func takeAppendixMark() -> Bool {
        let start = at
        if take(", and ") || take(", ") || take(" and ") || take(" & ") {
            var ahead = self
            if ahead.appendixLabel() != nil { return true }
        }
        at = start
        return false
    }
}

extension Paper {
    fileprivate func isAppendix(_ label: String) -> Bool { title.isAppendix(label) || SourcePath.name(slug).isAppendixFile(label) }
}

extension Chapter {
    fileprivate func isAppendix(_ label: String) -> Bool {
        number?.isAppendix(label) ?? false || title.isAppendix(label) || slug.isAppendixFile(label)
    }
}

extension String {
    /// "Appendix B", "Annex B: risks", for the label `b`.
    fileprivate func isAppendix(_ label: String) -> Bool {
        let words = utf8.prefix(40).split { !$0.isWordByte }
        guard words.count > 1, let first = String(words[0])?.lowercased(), first == "appendix" || first == "annex" else { return false }
        return String(words[1])?.lowercased() == label
    }

    /// `appendix-b-risks`, `appendix-b.xlsx`.
    fileprivate func isAppendixFile(_ label: String) -> Bool {
        let words = utf8.prefix(40).split { !$0.isWordByte }
        guard words.count > 1, let first = String(words[0])?.lowercased(), first == "appendix" || first == "annex" else { return false }
        return String(words[1])?.lowercased() == label
    }
}
