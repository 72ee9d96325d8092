import Markdown
import Model
import Platform
import Results

extension LinkedArchive {
    static func question(ofMoversIn minutes: Address) -> Question { Question("movers", minutes.path) }
    static func question(ofPartsOf meeting: Meeting) -> Question { Question("parts", meeting.address.path) }

    /// All that every result made from an archive may depend on: what the authority, its committees and its strategies say of themselves, the people,
    /// the files that are published.
    package static let question = Question("archive")

    private var digest: UInt64 { Digest.joining([archive.digest, people.digest, Digest.of(attachments)]) }

    /// Answers what may be asked of the archive and its links.
    package func answer(into answers: inout Answers) {
        answers.add(LinkedArchive.question, digest)
        archive.answer(into: &answers) { $0.concurrentMap($1) }
        for meeting in archive.committees.flatMap(\.meetings) {
            answers.add(LinkedArchive.question(ofPartsOf: meeting), parts(of: meeting).map(Digest.of) ?? 0)
        }
        for meeting in archive.committees.flatMap(\.meetings) { answerMovers(in: meeting.minutesAddress, into: &answers) }
        references.answer(into: &answers) { (links(of: $0), marks(of: $0)) }
    }

    private func answerMovers(in minutes: Address, into answers: inout Answers) {
        let said = movers(in: minutes).map { Digest.joining([Digest.of(people.all[$0.person].slug), UInt64($0.minute) << 1 | ($0.hasSeconded ? 1 : 0), UInt64($0.event)]) }
        answers.add(LinkedArchive.question(ofMoversIn: minutes), Digest.joining(said))
    }
}

extension MeetingLinks: Encodable {
    package func encode(to encoder: any Encoder) throws {
        // Dictionaries have no order.
        var parts = encoder.unkeyedContainer()
        try parts.encode(itemOfMinute.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
        for (item, minutes) in minutesOfItem.sorted(by: { $0.key < $1.key }) { try parts.encode([item] + minutes) }
        for (paper, item) in itemOfPaper.sorted(by: { $0.key < $1.key }) {
            try parts.encode(paper)
            try parts.encode(item)
        }
        for (item, papers) in papersListed.sorted(by: { $0.key < $1.key }) { try parts.encode([item] + papers.map { $0 ?? -1 }) }
        for (paper, others) in appendices.sorted(by: { $0.key < $1.key }) { try parts.encode([paper] + others) }
        try parts.encode(paperOrder)
        try parts.encode(unlisted)
    }
}

extension People {
    fileprivate var digest: UInt64 { Digest.joining([Digest.of(all)] + spellings.map { Digest.of($0) }) }
}

extension References {
    func question(ofLinksTo target: ReferenceTargetTable.Number) -> Question { Question("links to", referenceTargets.key(of: target)) }
    func question(ofUsesOf meaning: Int) -> Question { Question("uses", anchors[meaning]) }

    /// Things are named by what stays, for their numbers move when others come.
    fileprivate func answer(into answers: inout Answers, linked: @Sendable (Document) -> (DocumentLinks, DocumentLinkMarks)) {
        let named = meanings.indices.map { Digest.joining([Digest.of(meanings[$0]), Digest.of(anchors[$0])]) }
        let ofTexts = documents.concurrentMap { document in
            let (links, marks) = linked(document.document)
            let targets = marks.targets.map { target in
                switch target {
                case .referenceTarget(let number): referenceTargets.key(of: number)
                case .place(let place): UInt64(place) << 1
                case .term(let term): named[meaning(of: term, in: marks)]
                }
            }
            let stretches = marks.stretches.flatMap { [UInt64($0.event), UInt64($0.start), UInt64($0.length)] }
            return Digest.joining([Digest.of(links), Digest.of(marks.places)] + targets + stretches)
        }
        for (document, digest) in zip(documents, ofTexts) { answers.add(document.document.linksQuestion, digest) }
        let addresses = documents.map { Digest.of($0.address) }
        for number in referenceTargets.referenceTargets.indices.map(ReferenceTargetTable.Number.init) {
            answers.add(question(ofLinksTo: number), digest(of: backlinks(to: number), addresses))
            lineage.answer(number, into: &answers)
        }
        for meaning in meanings.indices { answers.add(question(ofUsesOf: meaning), digest(of: uses(of: meaning), addresses)) }
    }

    private func digest(of backlinks: [Backlink], _ addresses: [UInt64]) -> UInt64 {
        Digest.joining(backlinks.flatMap { [addresses[Int($0.document)], UInt64(bitPattern: Int64($0.section))] })
    }
}
