import Diagnostics
import Model

extension MeetingDraft {
    /// Where an open item lists a paper that turns out to be exempt, the link and its words go, and the fact stays.
    mutating func hideExemptPapers(_ exempt: ExemptSources, report: Report) {
        let agenda = SourcePath.meeting(id) + SourcePath.agendaName
        func hide(in sections: inout [AgendaSection]) {
            for section in sections.indices {
                for item in sections[section].items.indices {
                    exemptLinks += sections[section].items[item].hideExemptPapers(exempt, agenda: agenda, report: report)
                }
            }
        }
        var shown = sections
        hide(in: &shown)
        sections = shown
        for supplement in supplements.indices {
            var shown = supplements[supplement].sections
            hide(in: &shown)
            supplements[supplement].sections = shown
        }
    }
}

extension AgendaItem {
    /// Gives the places of the links that went.
    fileprivate mutating func hideExemptPapers(_ exempt: ExemptSources, agenda: String, report: Report) -> [SourceLocation] {
        guard case .open(var business) = business else { return [] }
        let (open, hidden) = business.papers.reduce(into: ([ItemPaper](), [SourceLocation]())) { found, paper in
            if case .link(let link) = paper, exempt.isExempt(link.destination, from: agenda) {
                found.1.append(link.location)
            } else {
                found.0.append(paper)
            }
        }
        guard !hidden.isEmpty else { return [] }
        business.papers = open
        business.hasExemptPaper = true
        self.business = .open(business)
        report.add(.exemptPaperUnderOpenItem, at: location)
        return hidden
    }
}
