import Diagnostics
import Platform
import Model

/// Decides whether a paper may be published, before any line of it may be shown.
struct PaperAdmission {
    let disk: Disk
    let report: Report
    /// True where the meeting has an exempt item: a paper that no item lists may be its.
    let hasExemptItem: Bool

    typealias Opened = (text: SourceText, head: Head, admission: Admission)

    /// The paper's text and head, with the leave to publish it; nil where it is exempt, at fault, or in doubt.
    func open(_ file: SourceFile, exempt: inout ExemptSources) -> Opened? {
        var marks = exempt.marks(of: file)
        if case .contradiction(let contradiction) = marks.ruling() { return refuse(contradiction, at: file.location) }
        if case .notPublic = marks.ruling() {
            exempt.noteExempt(file)
            // What is wrong with it is nobody's business; only whether its own mark disagrees.
            guard let text = SourceText(file, disk: disk, report: Report()) else { return nil }
            let head = Head(text.head, report: Report())
            marks.classification = head.choice("classification")
            if case .contradiction(let contradiction) = marks.ruling() { return refuse(contradiction, at: head.location(of: "classification")) }
            return nil
        }
        guard let text = SourceText(file, disk: disk, report: report) else { return nil }
        let head = Head(text.head, report: Report())
        marks.classification = head.choice("classification")
        if case .open = marks.ruling(), hasExemptItem, !exempt.isListedByOpenItem(file) {
            report.add(.paperBesideExemptItem, at: file.location, withholdsLine: true)
            return nil
        }
        if case .open(let admission) = marks.ruling(), !isDoubtful(head, marks) {
            guard let doubt = doubt(text, head, marks, exempt, admission) else { return (text, head.again(report: report), admission) }
            report.add(doubt.problem, at: doubt.location, withholdsLine: true)
        }
        exempt.noteExempt(file)
        return nil
    }

    private func refuse(_ contradiction: ExemptionMarks.Contradiction, at location: SourceLocation) -> Opened? {
        report.add(.contradiction(contradiction), at: location, withholdsLine: true)
        return nil
    }

    /// What else of it says that nobody may read it, as the forms of many councils do: its title, a row of its form, its first lines, or a link to
    /// it. A head with `classification: unrestricted` outweighs all but the title.
    private func doubt(
        _ text: SourceText, _ head: Head, _ marks: ExemptionMarks, _ exempt: ExemptSources, _ admission: Admission
    ) -> (problem: ReadingProblem, location: SourceLocation)? {
        if let title = head.text("title"), ExemptLookAlikes.isTitle(title, isOfPaper: true) { return (.paperTitleSaysExempt, head.location(of: "title")) }
        if marks.classification == .unrestricted {
            if exempt.isCalledExempt(text.file) || place(of: text, head, admission) != nil { report.add(.answeredPublic, at: head.location(of: "classification")) }
            return nil
        }
        if exempt.isCalledExempt(text.file) { return (.linkSaysExempt, text.file.location) }
        return place(of: text, head, admission).map { (.paperSaysExempt, $0) }
    }

    /// Where a row of its form, a comment of its head or a line of it says so.
    private func place(of text: SourceText, _ head: Head, _ admission: Admission) -> SourceLocation? {
        ExemptForm.location(in: head) ?? ExemptForm.comment(in: text.head) ?? ExemptForm.line(of: text, admission)
    }

    /// True where the head might mean that the paper is exempt. Nothing of it is shown then but what to mend.
    private func isDoubtful(_ head: Head, _ marks: ExemptionMarks) -> Bool {
        if head.isUnreadable {
            guard head.text.yaml.lowercased().holds("exempt") else { return false }
            _ = Head(head.text, report: report, withholdsLine: true)
            return true
        }
        let isLike = { (key: String) in
            ["classification"].nearest(to: key) != nil || key.lowercased().hasPrefix("class") || ExemptForm.isKey(key)
        }
        if let key = head.keys.first(where: { $0 != "classification" && isLike($0) }) {
            report.add(.unknownKey(key, nearest: "classification", known: []), at: head.location(of: key), withholdsLine: true)
            return true
        }
        guard head.keys.contains("classification"), marks.classification == nil else { return false }
        let choices = ExemptionMarks.Classification.allCases.map(\.rawValue)
        let value = head.node("classification")?.scalar?.string ?? ""
        report.add(
            .notAChoice(key: "classification", value: value, choices: choices, nearest: choices.nearest(to: value)),
            at: head.location(of: "classification"), withholdsLine: true)
        return true
    }
}
