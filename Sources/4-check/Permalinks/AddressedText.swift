import Markdown
import Model

/// A text with an address of its own, as it is in this build.
package struct AddressedText: Sendable {
    package enum Kind: String, Sendable {
        case committee, agenda, minutes, paper, strategy, chapter, page, attachment
    }

    /// A source, and what stands before its anchors on the page that it shares with others.
    package struct Part: Sendable {
        package let document: Document
        package var prefix = ""
    }

    package let kind: Kind
    package let title: String
    /// The meeting, where it belongs to one.
    package var meeting: (committee: String, date: Day)?
    /// The strategy's title, for a chapter.
    package var strategy: String?
    /// What it was made from.
    package let parts: [Part]
    package let fingerprint: Fingerprint

    /// - Parameter words: What the head says that a reader sees as part of the text, such as the title.
    init(_ kind: Kind, _ title: String, words: [String], _ parts: [Part]) {
        self.kind = kind
        self.title = title
        self.parts = parts
        fingerprint = parts.reduce(Fingerprint(of: words.joined(separator: "\n"))) { $0.followed(by: $1.document.fingerprint) }
    }

    /// A file that is published as it is.
    init(attachment: Attachment, fingerprint: Fingerprint) {
        kind = .attachment
        title = attachment.name
        parts = []
        self.fingerprint = fingerprint
    }
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
        agenda.meeting = (committee, date)
        visit(address.path, agenda)
        if let minutes {
            var text = AddressedText(.minutes, "Minutes", words: [], [AddressedText.Part(document: minutes.document)])
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
