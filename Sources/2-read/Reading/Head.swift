import Diagnostics
import Model
import Yams

/// The YAML of a head, or of a `.yml` file, and where it stands.
struct HeadText {
    let yaml: String
    let path: String
    /// The line of the file in which the YAML begins.
    let firstLine: Int

    func location(of node: Node) -> SourceLocation {
        SourceLocation(path, line: (node.mark?.line ?? 1) + firstLine - 1, column: node.mark?.column ?? 0)
    }

    /// The line that begins with a key, for those who no longer have the parsed head; else the first.
    func location(ofKey key: String) -> SourceLocation {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        return SourceLocation(path, line: firstLine + (lines.firstIndex { $0.hasPrefix(key + ":") } ?? 0), column: 1)
    }

    struct NotYAML: Error {}

    /// The parsed YAML; nil where there is none.
    /// - Throws: Where it is not YAML, which is reported.
    func parse(report: Report, withholdsLine: Bool = false) throws(NotYAML) -> Node? {
        if yaml.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }) { return nil }
        do {
            // Every value is taken as its text, so the parser need not find out what looks like a number or a date.
            return try Parser(yaml: yaml, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            report.add(.headMalformed(reason: HeadText.words(for: error)), at: location(of: error), withholdsLine: withholdsLine)
        } catch {
            report.add(.headMalformed(reason: "it is not YAML"), at: SourceLocation(path, line: firstLine), withholdsLine: withholdsLine)
        }
        throw NotYAML()
    }

    private func location(of error: YamlError) -> SourceLocation {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            SourceLocation(path, line: mark.line + firstLine - 1, column: mark.column)
        default: SourceLocation(path, line: firstLine)
        }
    }

    private static func words(for error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            problem.contains("tab") || problem.contains("cannot start any token")
                ? "there is a tab or a sign that needs quotation marks" : problem
        case .duplicatedKeysInMapping: "a key stands here twice"
        default: "it is not YAML"
        }
    }
}

/// A mapping of a head, asked key by key. What nobody asked for is reported as unknown at the end.
final class Head {
    let text: HeadText
    let location: SourceLocation
    private let report: Report
    private let withholdsLine: Bool
    private let root: Node?
    private var values: [String: (key: SourceLocation, value: Node)] = [:]
    private var order: [String] = []
    private var known: [String] = []
    /// True where nothing can be said of its keys, so that none is called missing.
    private(set) var isUnreadable = false

    /// Reads the whole YAML as one mapping.
    convenience init(_ text: HeadText, report: Report, withholdsLine: Bool = false) {
        let location = SourceLocation(text.path, line: max(1, text.firstLine - 1))
        do {
            self.init(try text.parse(report: report, withholdsLine: withholdsLine), of: text, at: location, report: report, withholdsLine: withholdsLine)
        } catch {
            self.init(nil, of: text, at: location, report: report, withholdsLine: withholdsLine)
            isUnreadable = true
        }
    }

    /// The same head, asked anew: what is wrong from here on goes to another report. It is not parsed again, unless it
    /// could not be understood and that must be said.
    func again(report: Report) -> Head {
        isUnreadable ? Head(text, report: report) : Head(root, of: text, at: location, report: report)
    }

    init(_ node: Node?, of text: HeadText, at location: SourceLocation, report: Report, withholdsLine: Bool = false) {
        self.text = text
        self.location = location
        self.report = report
        self.withholdsLine = withholdsLine
        root = node
        guard let node else { return }
        guard case .mapping(let mapping) = node else {
            tell(.wrongShape(key: "head", expected: "lines of “key: value”"), at: text.location(of: node))
            isUnreadable = true
            return
        }
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if values[name] != nil { tell(.repeatedKey(name), at: text.location(of: key)) }
            values[name] = (text.location(of: key), value)
            order.append(name)
        }
    }

    func tell(_ problem: ReadingProblem, at location: SourceLocation) {
        report.add(problem, at: location, withholdsLine: withholdsLine)
    }

    /// Reports every key that was never asked for.
    func finish() {
        for name in order where !known.contains(name) {
            tell(.unknownKey(name, nearest: known.nearest(to: name), known: known), at: values[name]!.key)
        }
    }

    func location(of key: String) -> SourceLocation { values[key]?.key ?? location }

    /// The keys as written, in order.
    var keys: [String] { order }

    /// The value of a key; nil where it is missing or empty.
    func node(_ key: String) -> Node? {
        if !known.contains(key) { known.append(key) }
        guard let node = values[key]?.value else { return nil }
        if case .scalar(let scalar) = node, scalar.string.isEmpty || (scalar.style == .plain && ["~", "null"].contains(scalar.string)) {
            return nil
        }
        return node
    }

    func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let scalar) = node else {
            tell(.wrongShape(key: key, expected: "a text"), at: text.location(of: node))
            return nil
        }
        return scalar.string
    }

    func requiredText(_ key: String) -> String? {
        if let text = text(key) { return text }
        if !isUnreadable, values[key] == nil || values[key]?.value.scalar != nil { tell(.missingKey(key), at: location) }
        return nil
    }

    /// A text or a list of texts.
    func texts(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        return items(of: node).compactMap { item in
            if case .scalar(let scalar) = item { return scalar.string }
            tell(.wrongShape(key: key, expected: "a text or a list of texts"), at: text.location(of: item))
            return nil
        }
    }

    func flag(_ key: String) -> Bool? {
        guard let value = text(key) else { return nil }
        if ["true", "false", "yes", "no"].contains(value) { return value == "true" || value == "yes" }
        tell(.notAChoice(key: key, value: value, choices: ["true", "false"], nearest: nil), at: location(of: key))
        return nil
    }

    func number(_ key: String) -> Int? {
        guard let value = text(key) else { return nil }
        if let number = Int(value), number >= 0 { return number }
        tell(.notANumber(key: key, value: value), at: location(of: key))
        return nil
    }

    func day(_ key: String) -> Day? {
        guard let value = text(key) else { return nil }
        if let day = Day(iso: value) { return day }
        tell(.notADate(key: key, value: value), at: location(of: key))
        return nil
    }

    func time(_ key: String) -> ClockTime? {
        guard let value = text(key) else { return nil }
        if let time = ClockTime(value) { return time }
        tell(.notATime(key: key, value: value), at: location(of: key))
        return nil
    }

    func choice<Choice: CaseIterable & RawRepresentable<String>>(_ key: String, of: Choice.Type = Choice.self) -> Choice? {
        text(key).flatMap { choice($0, key: key) }
    }

    func choices<Choice: CaseIterable & RawRepresentable<String>>(_ key: String, of: Choice.Type = Choice.self) -> [Choice] {
        texts(key).compactMap { choice($0, key: key) }
    }

    private func choice<Choice: CaseIterable & RawRepresentable<String>>(_ value: String, key: String) -> Choice? {
        if let choice = Choice(rawValue: value) { return choice }
        let choices = Choice.allCases.map(\.rawValue)
        tell(.notAChoice(key: key, value: value, choices: choices, nearest: choices.nearest(to: value)), at: location(of: key))
        return nil
    }

    /// A mapping within this one.
    func head(_ key: String) -> Head? {
        node(key).map { Head($0, of: text, at: text.location(of: $0), report: report, withholdsLine: withholdsLine) }
    }

    /// A list of mappings.
    func heads(_ key: String) -> [Head] {
        guard let node = node(key) else { return [] }
        return items(of: node).map { Head($0, of: text, at: text.location(of: $0), report: report, withholdsLine: withholdsLine) }
    }

    private func items(of node: Node) -> [Node] {
        if case .sequence(let sequence) = node { Array(sequence) } else { [node] }
    }
}

extension Head {
    func contact(_ key: String = "contact") -> Contact? {
        guard let head = head(key) else { return nil }
        let contact = Contact(name: head.text("name"), phone: head.text("phone"), email: head.text("email"))
        head.finish()
        return contact
    }

    func terms() -> Terms {
        var terms = Terms()
        guard let head = head("terms") else { return terms }
        terms.chair = head.text("chair")
        terms.viceChair = head.text("vice-chair")
        terms.resolved = head.text("resolved")
        head.finish()
        return terms
    }

    func purpose() -> OpenBusiness.Purpose? { text("purpose").map(OpenBusiness.Purpose.init(words:)) }
}

extension OpenBusiness.Purpose {
    init(words: String) {
        self =
            switch words.lowercased() {
            case "decision": .decision
            case "consideration": .consideration
            case "information": .information
            default: .other(words)
            }
    }
}
