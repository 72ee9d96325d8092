import Diagnostics
import Linking
import Markdown
import Model
import OpenData
import Templates

/// A page of the site: where it stands, what it is made from, what lies beside it, and its view.
///
/// Each kind of page is a type, declared here once and listed once, in `PageKinds`: its template is compiled, its pages are planned
/// and the designers' reference is written from that. A value is one page; it holds positions in the archive and no texts, so that it
/// stays right while texts change.
package protocol PageKind: Sendable {
    associatedtype View: Templated

    /// The name of its template.
    static var template: String { get }
    /// Where such pages stand, for the designers' reference.
    static var places: String { get }
    /// Those that a site has.
    static func pages(of context: PageContext) -> [Self]

    var route: Route { get }
    /// The pages it stands side by side with.
    var folder: PageFolder? { get }
    /// Whether search engines are told of it.
    var isListed: Bool { get }
    /// The source that decides where it stands.
    func location(in context: PageContext) -> SourceLocation?
    /// The texts on it whose tables become files beside it: those that stand on this page before any other.
    func texts(in context: PageContext) -> [Document?]
    /// What lies beside it: the same as data, tables, feeds.
    func files(in context: PageContext) -> [PageFile]
    func view(by builder: PageBuilder) -> View
}

extension PageKind {
    package var folder: PageFolder? { nil }
    package var isListed: Bool { true }
    package func location(in context: PageContext) -> SourceLocation? { nil }
    package func texts(in context: PageContext) -> [Document?] { [] }
    package func files(in context: PageContext) -> [PageFile] { [] }
}

/// Pages that are made together, since files are made of all of them.
package enum PageFolder: Hashable, Sendable {
    case meeting(MeetingPosition)
    /// A position in `Archive.strategies`.
    case strategy(Int)
}

/// A file beside a page, and who writes it.
package struct PageFile: Sendable {
    /// In the site.
    package let path: String
    /// Whether it goes into the archive of the meeting, as the pages do.
    package let comesAlong: Bool
    package let write: @Sendable (PageBuilder, inout [UInt8]) -> Void

    package init(_ path: String, comesAlong: Bool = false, write: @escaping @Sendable (PageBuilder, inout [UInt8]) -> Void) {
        self.path = path
        self.comesAlong = comesAlong
        self.write = write
    }

    init(_ route: Route, comesAlong: Bool = false, write: @escaping @Sendable (PageBuilder, inout [UInt8]) -> Void) {
        self.init(route.file, comesAlong: comesAlong, write: write)
    }

    /// What a page says, in the terms of OParl.
    package static func twin(of page: Address, write: @escaping @Sendable (OParl, inout [UInt8]) -> Void) -> PageFile {
        PageFile(page.data) { write($0.data.oparl, &$1) }
    }
}

extension Route {
    /// Its words and its address, for the way down to a page.
    var named: (String, Address) { (kind, address) }

    /// Where pages stand, for the designers' reference.
    ///
    /// - Parameter part: What follows for one of several.
    func place(_ part: String = "") -> String { "`/\(address.path)\(part)`" }
}

extension MeetingID {
    /// For the designers' reference.
    static let any = MeetingID(committee: "<committee>", slug: "<date>")
}
