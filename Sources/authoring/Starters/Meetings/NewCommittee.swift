import Diagnostics
import Model
import Text

extension AuthoringSession {
    /// A committee with no members yet.
    package func newCommittee(_ name: String) throws(ScaffoldProblem) -> Draft {
        let slug = try name.addressName()
        let file = SourcePath.committee(slug)
        guard !isThere(file) else { throw .isThere(path(file)) }
        var draft = Draft()
        draft.add(
            path(file),
            """
            ---
            name: \(name.yaml)
            kind: \(Committee.Kind(name: name).rawValue)
            minute-numbering: continuous
            # quorum: 3
            # contact: {name: "Democratic Services", phone: "01632 960100", email: "democracy@example.gov.uk"}
            members: []
            # One entry for each seat; “to” is the last day of somebody who has left.
            # - name: Councillor Jo Bloggs
            #   role: Chair
            #   seat: voting
            #   from: 2027-05-20
            ---

            What the committee is for, what it may decide, and to whom it reports.

            """)
        draft.notes.append("List its members in the head, and say below it what the committee is for. Then: moot new meeting \(slug) 2027-03-04")
        if let near = committees.filter({ $0 != slug }).nearest(to: slug) { draft.warnings.append("There is a committee with nearly that name: \(near).") }
        return draft
    }

    /// A strategy with its first chapters.
    ///
    /// - Parameters:
    ///   - owner: A committee's slug, or any other text.
    ///   - from: A year or a date; the title's first year, where it is missing.
    package func newStrategy(_ title: String, owner: String?, from: String?, to: String?) throws(ScaffoldProblem) -> Draft {
        let slug = try title.addressName()
        let folder = SourcePath.strategy(slug)
        guard !isThere(folder + SourcePath.strategyName) else { throw .isThere(path(folder + SourcePath.strategyName)) }
        let years = title.years
        let from = try from.map { text throws(ScaffoldProblem) in try text.checkedYear() } ?? years.first
        let to = try to.map { text throws(ScaffoldProblem) in try text.checkedYear() } ?? years.dropFirst().first
        var head = ["title: \(title.yaml)", "status: draft"]
        if let owner { head.append("owner: \(try checkedOwner(owner).yaml)") }
        if let from { head.append("from: \(from)") }
        if let to { head.append("to: \(to)") }
        var draft = Draft()
        draft.add(path(folder + SourcePath.strategyName), "---\n\(head.joined(separator: "\n"))\n---\n\n## Foreword\n\nWhy there is a strategy, and for whom.\n")
        for (number, title, text) in AuthoringSession.chapters {
            draft.add(path(folder + "0\(number)-\(Slug.make(title)).md"), "---\ntitle: \(title)\nnumber: \"\(number)\"\n---\n\n\(text)\n")
        }
        draft.notes.append("Chapters stand in the order of their file names. Once it is adopted, write “status: adopted” and “adopted-at: committee/date”.")
        return draft
    }

    private static let chapters = [
        (1, "Introduction", "What the strategy is about, and how it was made.\n\n## 1.1 What people told us\n\n## 1.2 Where we are now"),
        (2, "Priorities", "## 2.1 First priority\n\nWhat is to change, and for whom."),
        (
            3, "Actions",
            "Table: What we will do\n\n| Action | Who | By when |\n|---|---|---|\n| **What is to be done** | The service that does it | The month and the year |\n\n## 3.1 How we will know\n\nWhat is measured, how often, and where it is reported."
        ),
    ]

    private func checkedOwner(_ owner: String) throws(ScaffoldProblem) -> String {
        guard owner.isSlug, !committees.contains(owner), let nearest = committees.nearest(to: owner) else { return owner }
        throw .noSuchOwner(owner, nearest: nearest)
    }
}

extension Committee.Kind {
    /// What the last word of its name says it is.
    fileprivate init(name: String) {
        let words = name.lowercased()
        self = Committee.Kind.allCases.filter { words.hasSuffix($0.rawValue) }.max { $0.rawValue.count < $1.rawValue.count } ?? .committee
    }
}

extension String {
    /// The years in it: "2027–31" are 2027 and 2031.
    fileprivate var years: [String] {
        let numbers = split { !$0.isNumber }.filter { $0.utf8.allSatisfy { (48...57).contains($0) } }
        guard let first = numbers.firstIndex(where: { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }) else { return [] }
        guard let last = numbers.dropFirst(first + 1).first else { return [String(numbers[first])] }
        let whole = last.count == 2 ? numbers[first].prefix(2) + last : last
        return whole.count == 4 && whole > numbers[first] ? [String(numbers[first]), String(whole)] : [String(numbers[first])]
    }

    fileprivate func checkedYear() throws(ScaffoldProblem) -> String {
        if utf8.count == 4, let year = Int(self), (1800...2200).contains(year) { return self }
        if Day(iso: self) != nil { return self }
        throw .notAYear(self)
    }
}
