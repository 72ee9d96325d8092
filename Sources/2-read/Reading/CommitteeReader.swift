import Diagnostics
import Platform
import Markdown
import Model

/// Reads what a committee is and who sits on it.
struct CommitteeReader {
    let disk: Disk
    let exempt: ExemptSources
    let report: Report
    let promises: Promises

    func read(_ folder: CommitteeFolder, authority: Authority, isOnly: Bool) -> Committee? {
        guard let file = folder.committee else {
            if isOnly { return Committee(slug: folder.slug, location: SourceLocation(folder.path), name: authority.name) }
            report.add(.noCommittee, at: SourceLocation(folder.path))
            return nil
        }
        guard let admission = exempt.admission(of: file, report: report),
            let text = SourceText(file, disk: disk, report: report)
        else { return nil }
        guard let head = ExemptForm.openHead(of: text, admission, title: "name", report: report) else { return nil }
        let name = head.requiredText("name")
        var committee = Committee(slug: folder.slug, location: file.location, name: name ?? "")
        committee.short = head.text("short")
        committee.kind = head.choice("kind")
        committee.parent = head.text("parent")
        committee.formerNames = head.heads("also-known-as").compactMap(formerName)
        committee.quorum = head.text("quorum")
        committee.minuteNumbering = head.choice("minute-numbering")
        committee.contact = head.contact()
        committee.terms = head.terms()
        committee.members = head.heads("members").compactMap(member)
        head.finish()
        let body = text.body(admission)
        let parsed = promises.parser.parse(body.bytes, path: file.path, firstLine: body.firstLine)
        report.add(parsed.diagnostics)
        let checks = DocumentChecks(document: parsed.document, report: report)
        checks.checkHeadings()
        checks.checkComments()
        committee.termsOfReference = PublishedPlace(address: committee.address, promises: promises).keeping(parsed.document, report: report).body
        return name == nil ? nil : committee
    }

    private func formerName(_ head: Head) -> FormerName? {
        let name = head.requiredText("name")
        let until = head.day("until")
        head.finish()
        return name.map { FormerName(name: $0, until: until) }
    }

    private func member(_ head: Head) -> Member? {
        let name = head.requiredText("name")
        var member = Member(name: name ?? "")
        member.role = head.text("role")
        member.organisation = head.text("organisation")
        member.seat = head.choice("seat")
        member.represents = head.text("represents")
        member.substitute = head.text("substitute")
        member.from = head.day("from")
        member.to = head.day("to")
        head.finish()
        return name == nil ? nil : member
    }
}
