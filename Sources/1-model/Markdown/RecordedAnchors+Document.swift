import Text

extension Document {
    /// The same text with the anchors that were published for its headings, numbered paragraphs and rows of tables.
    ///
    /// - Parameters:
    ///   - recorded: Those of its page, without the prefix of this text.
    ///   - part: What tells the text from others on its page: the prefix of its anchors.
    /// - Returns: The text, and the headings of other words that have the anchor of one that stands here no more.
    package func keeping(_ recorded: RecordedAnchors?, of part: String = "") -> (document: Document, reworded: [Heading]) {
        guard let recorded else { return (self, []) }
        let places = AnchoredPlaces(self, of: part)
        guard let names = recorded.names(of: places.all.map(\.element)) else { return (self, []) }
        var kept = (headings: headings, labels: labels, tables: tables)
        var others: [String: [String]] = [:]
        var moved: [String: String] = [:]
        for (at, place) in places.all.enumerated() {
            let anchor = names.anchors[at]
            others[anchor] = names.others[at]
            guard anchor != place.element.anchor else { continue }
            moved[place.element.anchor] = anchor
            switch place.kind {
            case .heading(let number): kept.headings[number].anchor = anchor
            case .label(let number): kept.labels[number].anchor = anchor
            case .row(let table, let cell): kept.tables[table].cells[cell].anchor = anchor
            }
        }
        let document = Document(self, headings: kept.headings, labels: kept.labels, tables: kept.tables, otherAnchors: others, movedAnchors: moved)
        let reworded = names.reworded.compactMap { at in if case .heading(let number) = places.all[at].kind { document.headings[number] } else { nil } }
        return (document, reworded)
    }

    /// Every anchor of the text that may be recorded with what it stands on.
    package func anchorKeys(of part: String) -> [(name: String, key: AnchorKey)] {
        AnchoredPlaces(self, of: part).all.flatMap { place in
            ([place.element.anchor] + (otherAnchors[place.element.anchor] ?? [])).map { ($0, place.element.key) }
        }
    }
}

/// What has an anchor in a text. Agendas and minutes give those of their items themselves, so that of their headings only
/// those within items count.
private struct AnchoredPlaces {
    enum Kind {
        case heading(Int)
        case label(Int)
        case row(table: Int, cell: Int)
    }

    private(set) var all: [(kind: Kind, element: AnchoredElement)] = []
    private let document: Document
    private var maker: AnchorKey.Maker
    /// The slugs of the headings that the text stands under, by level.
    private var above = [String](repeating: "", count: 7)
    /// The number of the heading that paragraphs take theirs from.
    private var numbers = [String](repeating: "", count: 7)
    private var formerNames: (headings: [Int: String], rows: [String: String])

    init(_ document: Document, of part: String) {
        self.document = document
        maker = AnchorKey.Maker(of: part)
        formerNames = document.formerNames
        var table = 0
        for event in document.events {
            let index = Int(event.index)
            switch event.kind {
            case .heading: add(heading: index)
            case .paragraph where event.length > 0, .item where event.length > 0: add(label: index)
            case .table: table = index
            case .cell: add(row: index, of: table)
            default: break
            }
        }
    }

    /// The innermost heading.
    private var place: String { above.last { !$0.isEmpty } ?? "" }

    private mutating func add(heading at: Int) {
        let heading = document.headings[at]
        let words = heading.words
        for deeper in heading.level..<7 { (above[deeper], numbers[deeper]) = ("", "") }
        let parent = place
        above[heading.level] = Slug.make(words)
        numbers[heading.level] = heading.number.map { Slug.make($0) } ?? ""
        guard document.scope.word == nil || heading.level > 2, !heading.anchor.isEmpty else { return }
        all.append((.heading(at), AnchoredElement(heading.anchor, former: formerNames.headings[at], key: maker.key(words, under: parent))))
    }

    /// A numbered paragraph is known by its label and the heading that it stands under.
    private mutating func add(label at: Int) {
        let anchor = document.labels[at].anchor
        guard !anchor.isEmpty else { return }
        let key = maker.key(ofText: "¶" + withoutNumber(anchor), under: place)
        all.append((.label(at), AnchoredElement(anchor, former: anchor, key: key, isHeading: false)))
    }

    /// `a` of `para-3-a` below heading 3, and of `para-3-a--2`.
    private func withoutNumber(_ anchor: String) -> Substring {
        let anchor = Anchors.wish(of: anchor)
        let rest = anchor.drop { $0 != "-" }.dropFirst()
        let number = (document.scope.word != nil && !numbers[2].isEmpty ? numbers[2] : numbers.last { !$0.isEmpty }) ?? ""
        return !number.isEmpty && rest.hasPrefix(number + "-") ? rest.dropFirst(number.count + 1) : rest
    }

    private mutating func add(row at: Int, of table: Int) {
        guard let anchor = document.tables[table].cells[at].anchor else { return }
        let key = maker.key(ofText: "row " + Anchors.wish(of: anchor), under: place)
        all.append((.row(table: table, cell: at), AnchoredElement(anchor, former: formerNames.rows[anchor], key: key)))
    }
}

extension Heading {
    /// Its words without the number.
    fileprivate var words: String {
        guard let number, title.hasPrefix(number) else { return title }
        let rest = title.dropFirst(number.count).drop { $0 == "." || $0 == " " }
        return rest.isEmpty ? title : String(rest)
    }
}

extension Document {
    /// What headings, by position, and rows of tables, by anchor, were called before records said what an anchor stands on.
    fileprivate var formerNames: (headings: [Int: String], rows: [String: String]) {
        var former = FormerAnchors.ofText
        var names: (headings: [Int: String], rows: [String: String]) = ([:], [:])
        for (at, heading) in headings.enumerated() { names.headings[at] = former.unique(wish(of: heading)) }
        for table in tables {
            for case let anchor? in table.cells.map(\.anchor) { names.rows[anchor] = former.unique(String(Anchors.wish(of: anchor))) }
        }
        return names
    }

    private func wish(of heading: Heading) -> String {
        guard let number = heading.number else { return AnchorFamilies.slug(heading.title.utf8, instead: "section") }
        return scope.anchor(ofHeading: Slug.make(number), level: heading.level)
    }
}
