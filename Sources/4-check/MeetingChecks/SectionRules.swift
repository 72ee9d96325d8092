import Diagnostics
import Markdown
import Model

/// The sections that an authority asks of every report.
struct SectionRules {
    let required: [String]
    let law: Law

    func findings(in papers: [Paper]) -> [Diagnostic] {
        guard !required.isEmpty else { return [] }
        return papers.filter { $0.kind == .report }.flatMap(findings)
    }

    private func findings(in report: Paper) -> [Diagnostic] {
        let headings = report.text.headings.map(\.title)
        let places = Set((headings + boldOpenings(of: report) + report.properties.map(\.label)).map(letters))
        let missing = required.filter { name in
            let wanted = letters(name)
            return !places.contains { $0.contains(wanted) }
        }
        return missing.map { name in
            let nearest = headings.map { $0.drop { !$0.isLetter } }.map(String.init).nearest(to: name)
            let source = letters(name) == "backgroundpapers" ? law.backgroundPapers : Law.ownSections
            return Diagnostic(RuleProblem.sectionMissing(name, nearest: nearest, law: source), at: report.location)
        }
    }

    /// "**Background papers:** none" heads a section of one paragraph.
    private func boldOpenings(of report: Paper) -> [String] {
        report.text.body.blocks.lazy.filter { $0.kind == .paragraph }.compactMap { paragraph in
            paragraph.children.first { _ in true }.flatMap { $0.kind == .strong ? $0.plainText : nil }
        }
    }

    private func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
}
