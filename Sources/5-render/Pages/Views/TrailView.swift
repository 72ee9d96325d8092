import Linking
import Model
import Templates

/// One step of what became of a matter.
struct LineageStepView: Templated {
    enum Kind { case strategy, continues, report, recommendation, decision, action, cameBack }

    let kind: Kind
    let title: String
    let href: String
    /// What a heading belongs to.
    var of: String?

    static let shape = Shape<LineageStepView>("trail step", "One step of what became of a matter. One of the flags is true.", [
        .text("title", "The strategy, the earlier minute, the report, the decision, the action, the later item.") { $0.title },
        .text("href", "Where it stands.") { $0.href },
        .optionalText("of", "The report, where the title is that of its recommendations.") { $0.of },
        .flag("strategy", "Whether it is a strategy that the matter belongs to.") { $0.kind == .strategy },
        .flag("continues", "Whether it is what the matter continues.") { $0.kind == .continues },
        .flag("report", "Whether it is the report.") { $0.kind == .report },
        .flag("recommendation", "Whether it is what the report recommends.") { $0.kind == .recommendation },
        .flag("decision", "Whether it is what was decided.") { $0.kind == .decision },
        .flag("action", "Whether it is what somebody is to do.") { $0.kind == .action },
        .flag("cameBack", "Whether it is where the matter came back later.") { $0.kind == .cameBack },
    ])
}

extension PageBuilder {
    /// The trail of an item: from strategy and report to decision, action and the later item; none where it leads nowhere
    /// beyond its own meeting.
    func trail(ofItem position: Int, in meeting: Meeting, on page: Address) -> [LineageStepView] {
        let item = meeting.everyItem[position]
        let references = linked.references
        guard item.exemption == nil, let matter = references.referenceTargets.number(at: meeting.address, item.anchor) else { return [] }
        let before = before(matter, on: page)
        let after = after(matter, on: page)
        if before.isEmpty, after.isEmpty { return [] }
        return before + reports(ofItem: position, in: meeting, on: page) + results(ofItem: position, in: meeting, on: page) + after
    }

    /// What a minute continues, and where it came back: on the page of the minutes, which itself shows the rest.
    func trail(ofMinute position: Int, in meeting: Meeting, on page: Address) -> [LineageStepView] {
        let references = linked.references
        guard let minute = meeting.minutes?.minutes[position], let number = references.referenceTargets.number(at: meeting.minutesAddress, minute.anchor)
        else { return [] }
        let matter = references.lineage.matter(of: number)
        return before(matter, on: page) + after(matter, on: page)
    }

    private func before(_ matter: ReferenceTargetTable.Number, on page: Address) -> [LineageStepView] {
        let references = linked.references
        let strategies = references.lineage.strategies(of: matter).prefix(3).compactMap { number -> LineageStepView? in
            let referenceTarget = references.referenceTargets[number]
            return archive.strategies.first { $0.address == referenceTarget.address }.map { step(.strategy, $0.title, referenceTarget, on: page) }
        }
        return strategies + references.lineage.earlier(than: matter).map { number in
            step(.continues, named(references.referenceTargets[number], on: page), references.referenceTargets[number], on: page)
        }
    }

    private func after(_ matter: ReferenceTargetTable.Number, on page: Address) -> [LineageStepView] {
        linked.references.lineage.later(than: matter).map { number in
            let referenceTarget = linked.references.referenceTargets[number]
            return step(.cameBack, named(referenceTarget, on: page), referenceTarget, on: page)
        }
    }

    private func step(_ kind: LineageStepView.Kind, _ title: String, _ referenceTarget: ReferenceTarget, on page: Address) -> LineageStepView {
        LineageStepView(kind: kind, title: title, href: page.href(to: referenceTarget.destination) ?? "")
    }

    /// "minute 397 of 1 November 2016", with the committee where it is another.
    func named(_ referenceTarget: ReferenceTarget, on page: Address) -> String {
        guard let meeting = meetingAt[referenceTarget.address] else { return referenceTarget.address.path }
        let label: String
        if referenceTarget.kind == .minute, let minute = meeting.minutes?.minutes[referenceTarget.position] {
            label = minute.number.map { "minute \($0)" } ?? "“\(minute.title)”"
        } else {
            let item = meeting.everyItem[referenceTarget.position]
            label = item.number.map { "item \($0)" } ?? "“\(item.title)”"
        }
        let committee = committee(of: meeting)
        return label + " of \(dates.long(meeting.date))" + (page.path.hasPrefix(committee.address.path) ? "" : ", \(committee.name)")
    }

    private func reports(ofItem position: Int, in meeting: Meeting, on page: Address) -> [LineageStepView] {
        guard let links = linked.parts(of: meeting) else { return [] }
        let own = links.paperOrder.lazy.filter { at in
            links.itemOfPaper[meeting.papers[at].slug] == position && !meeting.papers[at].slug.utf8.contains(UInt8(ascii: "/"))
        }
        return own.prefix(2).flatMap { at -> [LineageStepView] in
            let paper = meeting.papers[at]
            let href = page.reference(to: paper.address(in: meeting))
            let heading = paper.text.headings.first { $0.title.drop { !$0.isLetter }.lowercased().hasPrefix("recommend") }
            return [LineageStepView(kind: .report, title: paper.title, href: href)]
                + (heading.map { [LineageStepView(kind: .recommendation, title: $0.title, href: href + "#" + $0.anchor, of: paper.title)] } ?? [])
        }
    }

    private func results(ofItem position: Int, in meeting: Meeting, on page: Address) -> [LineageStepView] {
        guard let minutes = meeting.minutes, let links = linked.parts(of: meeting) else { return [] }
        let href = page.reference(to: meeting.minutesAddress)
        return (links.minutesOfItem[position] ?? []).map { minutes.minutes[$0] }.flatMap { minute -> [LineageStepView] in
            let label = minute.number.map { "minute \($0)" } ?? "the minute"
            let decision = minute.decisions.first.map {
                LineageStepView(kind: .decision, title: "\($0.kind.words), \(label)", href: href + "#" + $0.anchor)
            }
            let actions = minute.parts.flatMap { part -> [Action] in if case .actions(let actions, _) = part { actions } else { [] } }
            let action = actions.isEmpty ? nil : LineageStepView(kind: .action, title: owners(of: actions), href: href + "#" + minute.anchor)
            return [decision, action].compactMap(\.self)
        }
    }

    private func owners(of actions: [Action]) -> String {
        var owners: [String] = []
        for owner in actions.compactMap(\.owner) where !owners.contains(owner) { owners.append(owner) }
        let due = actions.compactMap(\.due).max().map { "by \(dates.long($0))" }
        let words = [owners.isEmpty ? "agreed" : owners.joined(separator: ", "), due].compactMap(\.self)
        return words.joined(separator: " ")
    }
}
