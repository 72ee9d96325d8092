import Diagnostics
import Markdown
import Model

/// The fields of an agenda item: a bullet list directly under its heading, each bullet `Key: value`.
struct ItemFields {
    let path: String
    private(set) var findings: [(problem: ReadingProblem, location: SourceLocation)] = []
    /// How many of the item's blocks are fields, with the page marks before them.
    private(set) var blocksUsed = 0
    /// True where there is a field `Exempt`, whatever it says.
    private(set) var isExempt = false
    private(set) var paragraphs: [Int] = []
    /// Numbers that the schedule does not have.
    private(set) var unknownParagraphs: [Int] = []
    /// Fields that go on below their line: what stands there may have been meant as the item's text.
    private(set) var longFields: [SourceLocation] = []

    /// What its field `Public` says.
    private(set) var answer: PublicAnswer?

    private var papers: [ItemPaper] = []
    private var texts: [String: String] = [:]
    private var follows: [NamedLink] = []
    private var state: OpenBusiness.State?
    private var seen: Set<String> = []

    static let keys = [
        "Papers", "Presenter", "Contact", "Purpose", "Pages", "Wards", "Exempt", "Reason", "Follows", "Urgent", "State", PublicAnswer.key,
    ]
    private static let paperWords: [String: ItemPaper] = [
        "to follow": .toFollow, "verbal": .verbal, "presentation": .presentation, "to be tabled": .toBeTabled,
    ]

    init(path: String) { self.path = path }

    var reason: String? { texts["Reason"] }

    /// Where the links under `Papers` lead.
    var paperLinks: [String] {
        papers.compactMap { if case .link(let link) = $0 { link.destination } else { nil } }
    }

    mutating func read(_ blocks: ArraySlice<Block>) {
        readList(blocks)
        if answer?.isPublic ?? false, !isExempt { return }
        if !isExempt { findStrayMark(blocks) }
        if !isExempt { findStrayFields(blocks.dropFirst(blocksUsed)) }
        if texts["Purpose"].map(ExemptWords.holdsExempt) ?? false || saysReason, !isExempt {
            isExempt = true
            findings.append((.strayExemptMark, blocks.first.map { SourceLocation(path, line: $0.line) } ?? SourceLocation(path)))
        }
    }

    /// An item that is open needs no reason why it is exempt.
    private var saysReason: Bool { texts["Reason"].map { ExemptWords.words(of: $0).first.map { ExemptWords.isExempt($0) } ?? false } ?? false }

    /// Where a field has the mark as its value: "State: exempt", "Pages: not for publication".
    private static func saysExempt(_ value: String) -> Bool {
        ExemptWords.mayStand(in: value) && (ExemptWords.isPhrase(ExemptWords.words(of: value)) || ExemptWords.isMark(value))
    }

    /// True where a list has a bullet that begins with the key of a field.
    static func isFieldList(_ list: Block) -> Bool {
        list.children.contains { bullet in
            bullet.kind == .item && bullet.children.first { $0.kind == .paragraph }.map { opensWithKey($0.plainText) } ?? false
        }
    }

    private static func opensWithKey(_ text: String) -> Bool {
        text.firstIndex(of: ":").map { known(text[..<$0].trimmingBlanks()) != nil } ?? false
    }

    /// "Papers: …" as a paragraph, or after a bullet that Markdown does not know.
    private mutating func findStrayFields(_ blocks: ArraySlice<Block>) {
        for block in blocks where block.kind == .paragraph && block.firstByte.map(ItemFields.mayOpenField) ?? false {
            let text = block.plainText.drop { " •·-–*".contains($0) }
            guard ItemFields.opensWithKey(String(text.prefix(40))) else { continue }
            findings.append((.strayField, SourceLocation(path, line: block.line)))
        }
    }

    private static func mayOpenField(_ byte: UInt8) -> Bool {
        !byte.isLetter || keys.contains { $0.utf8.first.map { $0 | 0x20 } == byte | 0x20 }
    }

    private mutating func readList(_ blocks: ArraySlice<Block>) {
        let marks = blocks.prefix { $0.kind == .pageMark }
        guard let list = blocks.dropFirst(marks.count).first, list.kind == .list, list.document.lists[Int(list.event.index)].start == nil else { return }
        let bullets = list.children.filter { $0.kind == .item }
        let keys = bullets.map { key(of: $0) }
        guard keys.contains(where: { $0.map { ItemFields.known($0) != nil } ?? false })
            || keys.allSatisfy({ $0.map { !$0.contains(" ") } ?? false })
        else { return }
        blocksUsed = marks.count + 1
        for (bullet, key) in zip(bullets, keys) { read(bullet, key: key) }
    }

    func business(details: Markup) -> OpenBusiness {
        var business = OpenBusiness(details: details)
        business.papers = papers
        business.presenter = texts["Presenter"]
        business.contact = texts["Contact"]
        business.purpose = texts["Purpose"].map(OpenBusiness.Purpose.init(words:))
        business.pages = texts["Pages"]
        business.wards = texts["Wards"]
        business.follows = follows
        business.urgent = texts["Urgent"]
        business.state = state
        business.reason = texts["Reason"]
        return business
    }

    // MARK: One field

    private static func known(_ key: String) -> String? { keys.first { $0.lowercased() == key.lowercased() } }

    private func key(of bullet: Block) -> String? {
        guard let text = bullet.children.first(where: { $0.kind == .paragraph })?.plainText, let colon = text.firstIndex(of: ":")
        else { return nil }
        return text[..<colon].trimmingBlanks()
    }

    private mutating func read(_ bullet: Block, key written: String?) {
        let location = SourceLocation(path, line: bullet.line)
        if goesOn(bullet, isPapers: written.map { ItemFields.known($0) == "Papers" } ?? false) { longFields.append(location) }
        guard let written, let key = ItemFields.known(written) else {
            let shown = written ?? String(bullet.plainText.prefix(40))
            return findings.append((.unknownField(shown, nearest: ItemFields.keys.nearest(to: shown), known: ItemFields.keys), location))
        }
        if !seen.insert(key).inserted { findings.append((.repeatedField(key), location)) }
        let value = value(of: bullet)
        if key != "Papers", key != "Exempt", key != PublicAnswer.key, ItemFields.saysExempt(value) {
            isExempt = true
            return findings.append((.strayExemptMark, location))
        }
        if value.isEmpty, key != "Papers" { findings.append((.noFieldValue(key), location)) }
        switch key {
        case "Papers": readPapers(bullet, value: value, at: location)
        case "Follows":
            follows = links(in: bullet)
            if follows.isEmpty { findings.append((.followsWithoutLink, location)) }
        case "Exempt": readExempt(value, at: location)
        case "State": readState(value, at: location)
        case PublicAnswer.key: answer = PublicAnswer(value: value, line: bullet.line)
        default: texts[key] = value
        }
    }

    /// Whether there is more than the one line. Papers may be a list of links.
    private func goesOn(_ bullet: Block, isPapers: Bool) -> Bool {
        let blocks = Array(bullet.children.filter { $0.kind != .pageMark })
        if blocks.count > 1 { return !(isPapers && blocks.count == 2 && blocks[1].kind == .list && blocks[0].kind == .paragraph) }
        return bullet.events.contains { at in
            let event = bullet.document.events[at]
            return event.kind == .lineBreak || event.kind == .text && bullet.document.bytes(of: event).contains(UInt8(ascii: "\n"))
        }
    }

    /// All the words of the bullet after its key and colon.
    private func value(of bullet: Block) -> String {
        let text = bullet.plainText
        guard let colon = text.firstIndex(of: ":") else { return "" }
        return text[text.index(after: colon)...].trimmingBlanks()
    }

    private mutating func readPapers(_ bullet: Block, value: String, at location: SourceLocation) {
        let links = links(in: bullet)
        papers = links.map { .link($0) }
        let words = links.reduce(value) { $0.replacing($1.title, with: "", maxReplacements: 1) }
        var isUnderstood = true
        for word in words.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\n" }) {
            let word = word.trimmingBlanks()
            guard !word.isEmpty, word != "and" else { continue }
            if let paper = ItemFields.paperWords[word.lowercased()] {
                papers.append(paper)
            } else if ExemptWords.words(of: word).contains(where: { ExemptWords.isExempt($0) }) {
                isUnderstood = false
                isExempt = true
                findings.append((.strayExemptMark, location))
            } else {
                let choices = ItemFields.paperWords.keys.sorted() + ["[title](file.md)"]
                isUnderstood = false
                findings.append((.notAChoice(key: "Papers", value: word, choices: choices, nearest: choices.nearest(to: word)), location))
            }
        }
        if papers.isEmpty, isUnderstood { findings.append((.noFieldValue("Papers"), location)) }
    }

    private mutating func readExempt(_ value: String, at location: SourceLocation) {
        isExempt = true
        let words = value.split { $0 == " " || $0 == "," || $0 == ";" || $0 == "&" || $0 == "\n" }
            .filter { !["and", "paragraph", "paragraphs", "para", "paras"].contains($0.lowercased()) }
        let numbers = words.compactMap { $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
        if numbers.isEmpty || numbers.count != words.count { findings.append((.notExemptParagraphs, location)) }
        paragraphs = numbers.filter { Schedule12A.meaning(of: $0) != nil }
        unknownParagraphs = numbers.filter { Schedule12A.meaning(of: $0) == nil }
    }

    /// A mark where it does not count is taken at its word all the same, and reported: better an item too few.
    private mutating func findStrayMark(_ blocks: ArraySlice<Block>) {
        for block in blocks {
            for at in block.events {
                let part = Block(document: block.document, at: at)
                guard part.kind == .paragraph || part.kind == .heading, part.firstByte.map({ !$0.isLetter || $0 | 0x20 == UInt8(ascii: "e") }) ?? false,
                    ExemptWords.isMark(part.plainText), ExemptRow.answer(inLine: part.plainText, raw: []) != .isPublic
                else { continue }
                isExempt = true
                return findings.append((.strayExemptMark, SourceLocation(path, line: part.line)))
            }
        }
    }

    private mutating func readState(_ value: String, at location: SourceLocation) {
        state = OpenBusiness.State(rawValue: value.lowercased())
        guard state == nil else { return }
        let choices = OpenBusiness.State.allCases.map(\.rawValue)
        findings.append((.notAChoice(key: "State", value: value, choices: choices, nearest: choices.nearest(to: value)), location))
    }

    private func links(in bullet: Block) -> [NamedLink] {
        bullet.events.compactMap { at in
            let event = bullet.document.events[at]
            guard event.kind == .link else { return nil }
            let title = Block(document: bullet.document, at: at).plainText.trimmingBlanks()
            return NamedLink(title: title, link: Int(event.index), document: bullet.document)
        }
    }
}
