import Markdown
import Model
import Results

/// What is linked as one, since its texts are read as one: where it stands in the archive.
enum SourceUnit: Sendable {
    /// What a committee says of itself.
    case committee(Int)
    case meeting(committee: Int, meeting: Int)
    case strategy(Int)
    case page(Int)

    /// All of an archive, in its order.
    static func all(of archive: Archive) -> [SourceUnit] {
        archive.committees.enumerated().flatMap { position, committee in
            [.committee(position)] + committee.meetings.indices.map { .meeting(committee: position, meeting: $0) }
        } + archive.strategies.indices.map { .strategy($0) } + archive.pages.indices.map { .page($0) }
    }

    func meeting(in archive: Archive) -> Meeting? {
        if case .meeting(let committee, let meeting) = self { archive.committees[committee].meetings[meeting] } else { nil }
    }

    /// Another, in this run, where any of its texts is.
    func version(in archive: Archive) -> UInt64 {
        switch self {
        case .committee(let position): archive.committees[position].version
        case .meeting(let committee, let meeting): archive.committees[committee].meetings[meeting].version
        case .strategy(let position): Digest.joining(archive.strategies[position].documents.map(\.version))
        case .page(let position): archive.pages[position].text.version
        }
    }
}

extension SourceUnit {
    /// All its texts.
    func documents(in archive: Archive) -> [Document] {
        switch self {
        case .committee(let position): [archive.committees[position].termsOfReference?.document].compactMap(\.self)
        case .meeting(let committee, let meeting): archive.committees[committee].meetings[meeting].documents
        case .strategy(let position): archive.strategies[position].documents
        case .page(let position): [archive.pages[position].text]
        }
    }
}

extension Committee {
    fileprivate var version: UInt64 { Digest.joining([Digest.of(slug), termsOfReference?.document.version ?? 0]) }
}

/// A text with links, and the source that it stands in.
struct LinkingText: Sendable {
    let document: Document
    /// From the root of the tree.
    let source: String
}

extension SourceUnit {
    /// Its texts that have links or pictures.
    func textsWithLinks(in archive: Archive) -> [LinkingText] {
        let all: [LinkingText?] =
            switch self {
            case .committee(let position): [text(archive.committees[position].termsOfReference?.document, SourcePath.committee(archive.committees[position].slug))]
            case .meeting(let committee, let meeting): texts(of: archive.committees[committee].meetings[meeting])
            case .strategy(let position): texts(of: archive.strategies[position])
            case .page(let position): [text(archive.pages[position].text, SourcePath.page(archive.pages[position].slug))]
            }
        return all.compactMap(\.self)
    }

    private func texts(of meeting: Meeting) -> [LinkingText?] {
        let folder = SourcePath.meeting(meeting.id)
        var texts = [text(meeting.notice?.document, folder + SourcePath.agendaName)]
        for supplement in meeting.supplements { texts.append(text(supplement.notice?.document, folder + supplement.slug + SourcePath.textEnding)) }
        texts.append(text(meeting.minutes?.document, folder + SourcePath.minutesName))
        for paper in meeting.papers {
            for document in [paper.text] + paper.properties.compactMap(\.value) { texts.append(text(document, folder + paper.slug + SourcePath.textEnding)) }
        }
        return texts
    }

    private func texts(of strategy: Strategy) -> [LinkingText?] {
        let folder = SourcePath.strategy(strategy.slug)
        let chapters = strategy.chapters.map { text($0.text, folder + $0.slug + SourcePath.textEnding) }
        return [text(strategy.cover, folder + SourcePath.strategyName)] + chapters
    }

    private func text(_ document: Document?, _ source: @autoclosure () -> String) -> LinkingText? {
        guard let document, !document.links.isEmpty || !document.images.isEmpty else { return nil }
        return LinkingText(document: document, source: source())
    }
}
