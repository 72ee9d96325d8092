import Diagnostics
import Linking
import Markdown
import Model

/// Looks through one text from its first event to its last.
struct TextReview {
    let document: Document
    let kind: ReferringDocument.Kind
    private(set) var findings: [Diagnostic] = []
    /// Where the section ends that sums the text up: the level of its heading, 0 where the whole text does; nil outside one.
    private var summaryLevel: UInt8?
    /// Where the list or quote ends that was entered last.
    private var nestedEnd = 0
    private var boldLines: [Int] = []
    /// Where the last paragraph ends that is all bold: several in a row are a cover.
    private var boldEnd = -1

    static func findings(in text: ReferringDocument, title: String?, links: DocumentLinks, files: FileSizes) -> [Diagnostic] {
        var review = TextReview(document: text.document, kind: text.kind)
        if let title, SummaryHeading.isOne(title) { review.summaryLevel = 0 }
        review.lookAtHeadings()
        review.findings += LinkWords.findings(in: text.document)
        review.findings += Pictures.findings(in: text.document, links: links, files: files)
        review.walk()
        review.reportBoldLines()
        return review.findings
    }

    private init(document: Document, kind: ReferringDocument.Kind) {
        self.document = document
        self.kind = kind
    }

    private mutating func report(_ problem: WritingProblem, line: Int) {
        findings.append(Diagnostic(problem, at: SourceLocation(document.path, line: line)))
    }

    // MARK: Headings

    /// The title stands above the text, as a heading of the first level.
    private mutating func lookAtHeadings() {
        var last = 1
        for heading in document.headings {
            if heading.level > last + 1 { report(.levelSkipped(from: last, to: heading.level), line: heading.line) }
            last = heading.level
        }
    }

    // MARK: Blocks

    private mutating func walk() {
        var at = 0
        let end = document.body.events.upperBound
        while at < end {
            let block = Block(document: document, at: at)
            switch block.kind {
            case .heading:
                enterSection(block)
                at = block.events.upperBound
            case .paragraph:
                look(at: block)
                at = block.events.upperBound
            case .table:
                look(atTable: block)
                at = block.events.upperBound
            case .list, .quote, .callout:
                nestedEnd = max(nestedEnd, block.events.upperBound)
                at += 1
            default: at += 1
            }
        }
    }

    private mutating func enterSection(_ heading: Block) {
        if let level = summaryLevel, level > 0, heading.event.level <= level { summaryLevel = nil }
        guard summaryLevel == nil, SummaryHeading.isOne(document.headings[Int(heading.event.index)]) else { return }
        summaryLevel = heading.event.level
    }

    private mutating func look(at paragraph: Block) {
        if Capitals.fill(paragraph) { report(.allCapitals, line: paragraph.line) }
        if BoldLine.isAllBold(paragraph) {
            if paragraph.at >= nestedEnd, mayHoldHeadings, boldEnd != paragraph.at, BoldLine.isHeading(paragraph) { boldLines.append(paragraph.line) }
            boldEnd = paragraph.events.upperBound
        }
        guard summaryLevel != nil else { return }
        for sentence in Sentences.tooLong(in: paragraph) { report(.longSentence(words: sentence.words), line: sentence.line) }
    }

    private mutating func look(atTable block: Block) {
        let table = TableGrid(block)
        if let columns = table.columnsWithoutHead { report(.tableWithoutHead(columns: columns), line: block.line) }
        for fault in Totals.faults(in: table) { report(fault.problem, line: fault.line) }
    }

    /// In agendas bold lines serve as headings, and in minutes they open what was decided.
    private var mayHoldHeadings: Bool {
        switch kind {
        case .agenda, .minutes: false
        case .paper, .strategy, .chapter, .committee, .page: true
        }
    }

    /// One message for a text: whoever mends one line mends them all.
    private mutating func reportBoldLines() {
        guard let first = boldLines.first else { return }
        report(.boldForHeading(others: boldLines.count - 1), line: first)
    }
}
