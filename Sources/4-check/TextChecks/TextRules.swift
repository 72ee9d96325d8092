import Diagnostics
import Linking
import Platform
import Markdown
import Model
import Results

/// Whether texts can be read with ease by everybody, and whether their tables add up. Nothing found here is an error.
package enum TextRules {
    /// - Parameters:
    ///   - book: What the last build found; nil where all is looked at anew.
    ///   - isWanted: Asked before each text: once the answer is no longer wanted, nothing more is looked at, and what was found is
    ///   not all.
    package static func check(
        _ linked: LinkedArchive, keeping book: ResultBook? = nil, while isWanted: @escaping @Sendable () -> Bool = { true }
    ) -> [Diagnostic] {
        let files = FileSizes(linked)
        let documents = linked.references.documents
        let found = documents.concurrentMap { text -> [Diagnostic] in
            guard isWanted() else { return [] }
            let title = linked.archive.title(of: text)
            return book.value(of: text.reviewName(title), from: [LinkedArchive.question]) {
                TextReview.findings(in: text, title: title, links: linked.links(of: text.document), files: files)
            }
        }
        return found.flatMap(\.self) + PaperFiles.findings(in: linked) + AcronymSurvey.findings(in: linked, keeping: book, while: isWanted)
    }
}

extension ReferringDocument {
    /// What a review of it is called: all that it says, and what it is.
    fileprivate func reviewName(_ title: String?) -> Question {
        Question("review", Digest.joining([document.digest, Digest.of([document.path, title ?? ""]), kindCode]))
    }

    private var kindCode: UInt64 {
        switch kind {
        case .agenda: 0
        case .minutes: 1
        case .paper: 2
        case .strategy: 3
        case .chapter: 4
        case .committee: 5
        case .page: 6
        }
    }
}

extension Archive {
    /// The title of a chapter or a paper: either may be a summary as a whole.
    fileprivate func title(of text: ReferringDocument) -> String? {
        switch text.kind {
        case .chapter(let number): text.strategy.map { strategies[$0].chapters[number].title }
        case .paper(let number): text.committee.flatMap { committee in text.meeting.map { committees[committee].meetings[$0].papers[number].title } }
        default: nil
        }
    }
}

/// The sizes of the files that pictures show.
struct FileSizes: Sendable {
    private let sizes: [String: Int]

    init(_ linked: LinkedArchive) {
        sizes = Dictionary(linked.attachments.map { ($0.path, $0.size) }, uniquingKeysWith: { first, _ in first })
    }

    /// In bytes; nil for what is no file of the site.
    func size(of destination: Destination) -> Int? {
        if case .file(let path) = destination { sizes[path] } else { nil }
    }
}
