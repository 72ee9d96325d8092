import Diagnostics
import Markdown
import Results

/// A report, appendix, plan … that a meeting has before it, and that the public may read.
///
/// It cannot be made without an `Admission`, which only `ExemptionMarks.ruling` gives, and only with that of its own source; it has no room for an exempt paper.
package struct Paper: Sendable, Codable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case report, appendix, plan
        case termsOfReference = "terms-of-reference"
        case minutes, form, letter, presentation
        case annualReport = "annual-report"
        case supplement
    }

    package enum Status: String, Sendable, CaseIterable, Codable { case draft, final }

    /// A date, a month, or text as printed.
    package enum Dated: Sendable, Codable {
        case day(Day)
        case text(String)
    }

    /// The path in the meeting's folder, without `.md`: `camhs-update/appendix-a`.
    package let slug: String
    package let location: SourceLocation
    package let title: String
    package var kind: Kind?
    package var authors: [String] = []
    package var sponsor: String?
    package var officer: String?
    package var date: Dated?
    package var purpose: OpenBusiness.Purpose?
    package var wards: String?
    package var keyDecision: Bool?
    package var pages: String?
    package var properties: [Property] = []
    package var status: Status?
    /// Names of files of which somebody says that all in them may be read.
    package var unrestrictedFiles: [NamedFile] = []
    private let kept: KeptDocument
    package var attachments: [Attachment] = []

    package var text: Document { kept.document.asked }

    /// nil where another source was admitted than the one that it is read from.
    package init?(admission: Admission, slug: String, location: SourceLocation, title: String, text: Document) {
        guard admission.admits(location.path) else { return nil }
        self.slug = slug
        self.location = location
        self.title = title
        kept = KeptDocument(text)
    }

    /// The slug of the paper in whose folder it lies.
    package var parent: String? {
        slug.lastIndex(of: "/").map { String(slug[..<$0]) }
    }
}

/// A file as the head of a paper names it.
package struct NamedFile: Sendable, Codable {
    package let text: String
    package let location: SourceLocation

    package init(_ text: String, at location: SourceLocation) { (self.text, self.location) = (text, location) }
}

/// A row of whatever else an authority's report form carries.
package struct Property: Sendable, Codable {
    package let label: String
    private let kept: KeptDocument?

    /// Inline Markdown; nil where it is empty.
    package var value: Document? { kept?.document.asked }

    package init(label: String, value: Document?) {
        self.label = label
        kept = value.map(KeptDocument.init)
    }
}

/// Any other file, published as it is.
package struct Attachment: Sendable, Codable {
    /// Where it lies on the disk.
    package let source: String
    /// Its path in the site.
    package let path: String
    /// In bytes.
    package let size: Int

    /// nil where another source was admitted than this one.
    package init?(admission: Admission, source: String, path: String, size: Int) {
        guard admission.admits(source) else { return nil }
        self.source = source
        self.path = path
        self.size = size
    }

    package var name: String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}

extension Paper {
    func answer(into answers: inout Answers) {
        kept.document.answer(into: &answers)
        for property in properties { property.answer(into: &answers) }
    }
}

extension Property {
    fileprivate func answer(into answers: inout Answers) { kept?.document.answer(into: &answers) }
}
