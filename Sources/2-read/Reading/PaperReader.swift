import Diagnostics
import Markdown
import Model

/// Reads a paper that may be published.
struct PaperReader {
    let report: Report
    let place: PublishedPlace

    func read(_ text: SourceText, head: Head, slug: String, admission: Admission) -> Paper? {
        let title = head.requiredText("title")
        let document = text.document(admission, at: place, report: report)
        guard var paper = Paper(admission: admission, slug: slug, location: text.file.location, title: title ?? "", text: document) else { return nil }
        paper.kind = head.choice("kind")
        paper.authors = head.texts("author")
        paper.sponsor = head.text("sponsor")
        paper.officer = head.text("officer")
        paper.date = head.text("date").map { text in Day(iso: text).map { .day($0) } ?? .text(text) }
        paper.purpose = head.purpose()
        paper.wards = head.texts("wards").isEmpty ? nil : head.texts("wards").joined(separator: ", ")
        paper.keyDecision = head.flag("key-decision")
        paper.pages = head.text("pages")
        paper.properties = properties(head)
        paper.status = head.choice("status")
        paper.unrestrictedFiles = head.texts("unrestricted-files").map { NamedFile($0, at: head.location(of: "unrestricted-files")) }
        head.finish()
        return title == nil ? nil : paper
    }

    private func properties(_ head: Head) -> [Property] {
        head.heads("properties").map { row in
            let label = row.requiredText("label") ?? ""
            let value = row.text("value")
            row.finish()
            return Property(label: label, value: value.map { inline($0, at: row.location(of: "value")) })
        }
    }

    private func inline(_ text: String, at location: SourceLocation) -> Document {
        let parsed = MarkdownParser().parseInline(text, at: location)
        report.add(parsed.diagnostics)
        for problem in DateScan.problems(in: text) { report.add(problem, at: location) }
        return parsed.document
    }
}
