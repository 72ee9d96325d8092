import Linking
import Markdown
import Model
import Text

/// A stretch of a source as it is shown on one page.
struct Prose {
    let markup: Markup
    let page: Address
    let style: HTMLStyle
    /// With the notes that the whole document has.
    let withFootnotes: Bool
    private let links: DocumentLinks
    private let marks: DocumentLinkMarks
    private let linked: LinkedArchive
    private let notes: PageNotes

    init(_ markup: Markup, on page: Address, in builder: PageBuilder, style: HTMLStyle = HTMLStyle(), withFootnotes: Bool = false) {
        self.markup = markup
        self.page = page
        var style = style
        style.tableFiles = builder.linked.reference(toTablesOf: markup.document, from: page)
        self.style = style
        self.withFootnotes = withFootnotes
        links = builder.linked.links(of: markup.document)
        linked = builder.linked
        marks = linked.marks(of: markup.document)
        notes = builder.notes
    }

    func write(into out: inout [UInt8]) {
        markup.writeHTML(
            into: &out, style: style, links: { target(of: $0, in: links.links) }, images: { target(of: $0, in: links.images) }, marked: marked)
        if withFootnotes { writeFootnotes(into: &out) }
    }

    /// The notes of the whole document.
    func writeFootnotes(into out: inout [UInt8]) {
        markup.document.writeFootnotes(
            into: &out, style: style, links: { target(of: $0, in: links.links) }, images: { target(of: $0, in: links.images) }, marked: marked)
    }

    private func target(of index: Int, in destinations: [Destination]) -> LinkTarget {
        guard destinations.indices.contains(index) else { return .none }
        return page.href(to: destinations[index]).map { .address(Array($0.utf8)) } ?? .none
    }

    // MARK: Plain words that refer to something

    private var marked: MarkedText { MarkedText(marks.stretches) { mark($0) } }

    private func mark(_ position: Int) -> TextMark {
        switch marks.targets[position] {
        case .referenceTarget(let referenceTarget): link(to: linked.references.referenceTargets[referenceTarget].destination)
        case .place(let place):
            if case .here(let fragment) = marks.places[Int(place)] {
                .link(Array(("#" + style.anchorPrefix + fragment).utf8))
            } else {
                link(to: marks.places[Int(place)])
            }
        case .term(let term): mark(of: linked.references.meaning(of: term, in: marks))
        }
    }

    private func mark(of meaning: Int) -> TextMark {
        .term(anchor: notes.use(meaning, linked.references), meaning: linked.references.meanings[meaning].meaning)
    }

    private func link(to destination: Destination) -> TextMark {
        page.href(to: destination).map { .link(Array($0.utf8)) } ?? .none
    }
}

extension Address {
    /// What a link on this page says to lead to a destination; nil for what is shown as words.
    func href(to destination: Destination) -> String? {
        switch destination {
        // Where several documents share a page, the Markdown writer puts the document's own prefix before it.
        case .here(let fragment): "#" + fragment
        case .page(let address, let fragment):
            (address == self && fragment != nil ? "" : reference(to: address)) + (fragment.map { "#" + $0 } ?? "")
        case .file(let path): reference(to: path.percentEncoded)
        case .elsewhere(let address): address
        case .words: nil
        }
    }
}
