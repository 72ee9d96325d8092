import Diagnostics
import Markdown

/// A report, appendix, plan … that a meeting has before it, and that the public may read.
///
/// It cannot be made without an `Admission`, which only `Marks.ruling` gives, and it has no room for an exempt paper.
public struct Paper: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case report, appendix, plan
        case termsOfReference = "terms-of-reference"
        case minutes, form, letter, presentation
        case annualReport = "annual-report"
        case supplement
    }

    public enum Status: String, Sendable, CaseIterable { case draft, final }

    /// A date, a month, or text as printed.
    public enum Dated: Sendable {
        case day(Day)
        case text(String)
    }

    /// The path in the meeting's folder, without `.md`: `camhs-update/appendix-a`.
    public let slug: String
    public let place: Place
    public let title: String
    public var kind: Kind?
    public var authors: [String] = []
    public var sponsor: String?
    public var officer: String?
    public var date: Dated?
    public var purpose: OpenBusiness.Purpose?
    public var wards: String?
    public var keyDecision: Bool?
    public var pages: String?
    public var properties: [Property] = []
    public var status: Status?
    public let text: Document
    public var attachments: [Attachment] = []

    public init(admission: Admission, slug: String, place: Place, title: String, text: Document) {
        self.slug = slug
        self.place = place
        self.title = title
        self.text = text
    }

    /// The slug of the paper in whose folder it lies.
    public var parent: String? {
        slug.lastIndex(of: "/").map { String(slug[..<$0]) }
    }

    public func address(in meeting: Meeting) -> Address { Address(meeting.address.path + slug + "/") }
}

/// A row of whatever else an authority's report form carries.
public struct Property: Sendable {
    public let label: String
    /// Inline Markdown; nil where it is empty.
    public let value: Document?

    public init(label: String, value: Document?) {
        self.label = label
        self.value = value
    }
}

/// Any other file, published as it is.
public struct Attachment: Sendable {
    /// Where it lies on the disk.
    public let source: String
    /// Its path in the site.
    public let path: String
    /// In bytes.
    public let size: Int

    public init(admission: Admission, source: String, path: String, size: Int) {
        self.source = source
        self.path = path
        self.size = size
    }

    public var name: String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
