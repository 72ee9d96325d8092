import Markdown
import Model
import Text

/// A text with an address of its own, as it is in this build.
package struct AddressedText: Sendable {
    package enum Kind: String, Sendable {
        case committee, agenda, minutes, paper, strategy, chapter, page, attachment
    }

    /// A source, and what stands before its anchors on the page that it shares with others.
    package struct Part: Sendable {
        private let text: Document
        package var prefix = ""

        package var document: Document { text.asked }

        init(document: Document, prefix: String = "") { (text, self.prefix) = (document, prefix) }
    }

    package let kind: Kind
    package let title: String
    /// The meeting, where it belongs to one.
    package var meeting: (committee: String, date: Day)?
    /// The strategy's title, for a chapter.
    package var strategy: String?
    /// What it was made from.
    package let parts: [Part]
    /// nil where the archive was read without numbers.
    package let fingerprint: Fingerprint?
    /// The number of the former kind, where the record has such.
    let former: FormerFingerprint?
    /// What has anchors on the page beside what is in the parts.
    fileprivate var items: [AnchoredItems] = []

    /// - Parameter words: What the head says that a reader sees as part of the text, such as the title.
    init(_ kind: Kind, _ title: String, words: [String], _ parts: [Part]) {
        self.kind = kind
        self.title = title
        self.parts = parts
        let numbers = parts.compactMap(\.document.numbers)
        let former = numbers.compactMap(\.former)
        fingerprint = numbers.count == parts.count ? Fingerprint(of: words, numbers.map(\.current)) : nil
        self.former = former.count == parts.count
            ? former.reduce(FormerFingerprint(of: words.joined(separator: "\n"))) { $0.followed(by: $1) } : nil
    }

    /// A file that is published as it is.
    init(attachment: Attachment, _ numbers: FileNumbers) {
        kind = .attachment
        title = attachment.name
        parts = []
        fingerprint = numbers.current
        former = numbers.former
    }

    /// The anchors of its page, each with what it stands on.
    var anchorKeys: [String: AnchorKey] {
        let ofParts = parts.flatMap { part in part.document.anchorKeys(of: part.prefix).map { (part.prefix + $0, $1) } }
        return Dictionary(ofParts + items.flatMap(\.keys), uniquingKeysWith: { first, _ in first })
    }
}

/// The numbers of a file that is published as it is.
package struct FileNumbers: Sendable {
    package let current: Fingerprint?
    package let former: FormerFingerprint?

    package init(_ current: Fingerprint?, former: FormerFingerprint?) { (self.current, self.former) = (current, former) }
}

extension Archive {
    /// Every text with its path in the site.
    func eachText(_ visit: (String, AddressedText) -> Void) {
        for committee in committees {
            let terms = committee.termsOfReference.map { [AddressedText.Part(document: $0.document)] } ?? []
            visit(committee.address.path, AddressedText(.committee, committee.name, words: [committee.name], terms))
            for meeting in committee.meetings { meeting.eachText(visit) }
        }
        for strategy in strategies {
            let isOnePage = strategy.contents == .onePage
            let chapters = isOnePage ? strategy.chapters.map { AddressedText.Part(document: $0.text, prefix: $0.slug + "--") } : []
            let parts = [AddressedText.Part(document: strategy.cover)] + chapters
            visit(strategy.address.path, AddressedText(.strategy, strategy.title, words: [strategy.title], parts))
            for chapter in strategy.chapters where !isOnePage {
                var text = AddressedText(.chapter, chapter.title, words: [chapter.number ?? "", chapter.title], [AddressedText.Part(document: chapter.text)])
                text.strategy = strategy.title
                visit(strategy.address(of: chapter).path, text)
            }
        }
        for page in pages { visit(page.address.path, AddressedText(.page, page.title, words: [page.title], [AddressedText.Part(document: page.text)])) }
    }
}

extension Meeting {
    fileprivate func eachText(_ visit: (String, AddressedText) -> Void) {
        let agendas = [notice].compactMap { $0.map { AddressedText.Part(document: $0.document) } }
            + supplements.compactMap { supplement in supplement.notice.map { AddressedText.Part(document: $0.document, prefix: supplement.slug + "-") } }
        // When and where it is to be is part of what an agenda says; that it was held is not.
        let times = [starts, ends].map { $0.map { "\($0.hour):\($0.minute)" } ?? "" }
        var agenda = AddressedText(.agenda, title ?? "Agenda", words: [title ?? "", venue ?? ""] + times, agendas)
        agenda.items = [AnchoredItems(of: self)]
        agenda.meeting = (committee, date)
        visit(address.path, agenda)
        if let minutes {
            var text = AddressedText(.minutes, "Minutes", words: [], [AddressedText.Part(document: minutes.document)])
            text.items = [AnchoredItems(of: minutes), AnchoredItems(ofDecisionsIn: minutes)]
            text.meeting = (committee, date)
            visit(minutesAddress.path, text)
        }
        for paper in papers {
            var text = AddressedText(.paper, paper.title, words: [paper.title], [AddressedText.Part(document: paper.text)])
            text.meeting = (committee, date)
            visit(paper.address(in: self).path, text)
        }
    }
}
