import Diagnostics
import Facts
import Platform
import Model
import Reading

extension AuthoringSession {
    /// A paper, listed under its item.
    ///
    /// - Parameters:
    ///   - words: The meeting and the title, either of which may be missing.
    ///   - label: The number of the item, or its title.
    package func newPaper(_ words: [String], item label: String?) throws(ScaffoldProblem) -> Draft {
        let archive = try archive()
        let (committee, meeting, title) = try paperFor(words, in: archive)
        guard meeting.hasAgenda else { throw .noAgenda(meeting.name) }
        guard AgendaExcerpt(path: meeting.location.path, disk: disk) != nil else { throw .agendaInDoubt(shown(meeting.location.path)) }
        let item = try label.map { label throws(ScaffoldProblem) in try self.item(label, of: meeting) }
        if let item, item.exemption != nil { throw .exemptItem(item.number?.printed ?? item.title, folder: path(meeting.folder + "exempt/")) }
        guard let title = title ?? item?.title else { throw .noTitle }
        let slug = try paperSlug(title)
        let file = meeting.folder + slug + ".md"
        guard !isThere(file), !isThere(meeting.folder + slug) || title.isEmpty else { throw .isThere(path(isThere(file) ? file : meeting.folder + slug)) }
        var draft = Draft()
        draft.add(path(file), PaperText(title: title, item: item, required: archive.authority.requiredSections).text)
        draft.notes.append("It is for \(committee.name), \(meeting.date.words)\(item.map { ", item \($0.number?.printed ?? $0.title)" } ?? "").")
        if let item { list(PaperLink(title: title, file: slug + ".md"), under: item, of: meeting, in: &draft) } else { tellToList(title, slug, meeting, in: &draft) }
        return draft
    }

    // MARK: What is meant

    private func paperFor(_ words: [String], in archive: Archive) throws(ScaffoldProblem) -> (Committee, Meeting, String?) {
        var rest = words[...]
        var named: [String]?
        if rest.count > 1, Day(iso: rest[rest.startIndex + 1].prefix(10)) != nil, !rest[rest.startIndex].contains("/") {
            named = Array(rest.prefix(2))
            rest = rest.dropFirst(2)
        } else if let first = rest.first, rest.count > 1 || isMeeting(first, in: archive) {
            named = [first]
            rest = rest.dropFirst()
        }
        guard rest.count < 2 else { throw .tooManyNames }
        let (committee, meeting) = try meetingForPaper(named, in: archive)
        return (committee, meeting, rest.first.map { $0.titleTrimmed })
    }

    private func meetingForPaper(_ named: [String]?, in archive: Archive) throws(ScaffoldProblem) -> (Committee, Meeting) {
        guard let named else {
            if here.count == 2 { return try meeting(here, in: archive) }
            return try nextMeeting(of: here.count == 1 ? archive.committees.filter { $0.slug == here[0] } : archive.committees)
        }
        let parts = pathParts(named)
        return parts.count == 1 ? try nextMeeting(of: [committee(parts[0], in: archive)]) : try meeting(named, in: archive)
    }

    /// Whether one word alone is a meeting, and not a title: a committee of that name, or a name with a date at its end.
    private func isMeeting(_ word: String, in archive: Archive) -> Bool {
        let parts = pathParts([word])
        if parts.count == 2, parts[0].isSlug, Day(iso: parts[1].prefix(10)) != nil { return true }
        return parts.count == 1 && archive.committees.contains { $0.slug == parts[0] } || word.hasPrefix(".")
    }

    private func item(_ label: String, of meeting: Meeting) throws(ScaffoldProblem) -> AgendaItem {
        let items = meeting.everyItem
        if let item = items.first(numbered: ItemNumber(label)) { return item }
        let byTitle = items.filter { $0.title.titleWords.hasPrefix(label.titleWords) && !label.titleWords.isEmpty }
        if byTitle.count == 1 { return byTitle[0] }
        let numbers = items.compactMap(\.number?.printed)
        let known = numbers.isEmpty ? items.map(\.title) : numbers
        throw .noSuchItem(label, nearest: label.count > 2 ? known.nearest(to: label) : nil, known: known)
    }

    private func paperSlug(_ title: String) throws(ScaffoldProblem) -> String {
        let slug = try title.addressName()
        if ["agenda", "minutes", "pack", "exempt"].contains(slug) || slug.hasPrefix("supplement-") { throw .nameTaken(slug) }
        if SiteValues.isLikeExempt(slug + ".md") { throw .nameLikeExempt(slug) }
        return slug
    }

    // MARK: The agenda

    private func tellToList(_ title: String, _ slug: String, _ meeting: Meeting, in draft: inout Draft) {
        draft.notes.append("List it under its item in \(path(meeting.folder + "agenda.md")):\n- Papers: \(PaperLink(title: title, file: slug + ".md").text)")
        if meeting.everyItem.contains(where: { $0.exemption != nil }) {
            draft.notes.append("The meeting has an exempt item, so nothing is published while an item does not list it.")
        }
    }

    private func list(_ link: PaperLink, under item: AgendaItem, of meeting: Meeting, in draft: inout Draft) {
        let agenda = item.location.path
        guard let bytes = try? disk.read(agenda), let change = PapersField(bytes, headingLine: item.location.line, items: meeting.everyItem.map(\.location)).adding(link),
            lists(link, under: item, in: agenda, change.bytes)
        else {
            draft.warnings.append("\(self.shown(agenda)) was not changed, since it is not plain where “Papers” of the item is. Write under its heading:\n- Papers: \(link.text)")
            return
        }
        // The line may name an exempt paper beside the new one.
        let shown = item.open?.hasExemptPaper == false ? change.shown : "+ \(link.text)"
        draft.edits.append(Draft.Edit(path: agenda, bytes: change.bytes, shown: "\(self.shown(agenda)):\(change.line)\n\(shown)"))
    }

    /// Whether the changed agenda, read again, has the same items as before, and this one lists the paper.
    private func lists(_ link: PaperLink, under item: AgendaItem, in agenda: String, _ bytes: [UInt8]) -> Bool {
        var changed = disk
        changed.read = { path throws(DiskError) in path == agenda ? bytes : try self.disk.read(path) }
        guard let before = AgendaExcerpt(path: agenda, disk: disk)?.items, let after = AgendaExcerpt(path: agenda, disk: changed)?.items,
            before.map(\.title) == after.map(\.title), before.map({ $0.exemption != nil }) == after.map({ $0.exemption != nil }),
            let position = before.firstIndex(where: { $0.location == item.location })
        else { return false }
        let links = (after[position].open?.papers ?? []).compactMap { paper -> String? in if case .link(let link) = paper { link.destination } else { nil } }
        let others = before.indices.allSatisfy { $0 == position || before[$0].open?.papers.count == after[$0].open?.papers.count }
        return others && links.last == link.file
    }
}

/// A link to a paper, as an agenda has it.
struct PaperLink {
    let title: String
    let file: String
    var text: String { "[\(title.markdown)](\(file))" }
}

/// Writes a paper to begin with.
private struct PaperText {
    let title: String
    let item: AgendaItem?
    let required: [String]

    var text: String {
        let purpose = item?.open?.purpose ?? .decision
        var head = ["title: \(title.yaml)", "kind: report", "purpose: \(purpose.isKnown ? purpose.code : purpose.code.yaml)"]
        if let wards = item?.open?.wards { head.append("wards: \(wards.yaml)") }
        head.append("# author: \"Name, post\"")
        return "---\n\(head.joined(separator: "\n"))\n---\n\n" + sections(purpose).enumerated().map { at, section in
            "## \(at + 1). \(section.title.markdown)\n\n\(section.text.replacing("#", with: "\(at + 1)"))\n"
        }.joined(separator: "\n")
    }

    /// `#` stands for the section's number.
    private func sections(_ purpose: OpenBusiness.Purpose) -> [(title: String, text: String)] {
        var sections: [(title: String, text: String)] = [("Purpose", purpose == .information ? "#.1 What the committee is told." : "#.1 What the committee is asked, and why now.")]
        if purpose != .information { sections.append(("Recommendations", "#.1 That the committee:\n\n- (a) …")) }
        sections.append(("Background", "#.1 What led to this."))
        let own = sections.map { $0.title.letters }
        for title in required where !own.contains(where: { $0.contains(title.letters) }) {
            sections.append((title, title.letters == "backgroundpapers" ? "#.1 None." : "#.1 …"))
        }
        return sections
    }
}

extension OpenBusiness.Purpose {
    fileprivate var isKnown: Bool { if case .other = self { false } else { true } }
}

extension String {
    fileprivate var letters: String { lowercased().filter(\.isLetter) }
    fileprivate var titleTrimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
