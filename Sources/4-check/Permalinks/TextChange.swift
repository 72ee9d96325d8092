import Model

/// What became of a paragraph between two versions of a text.
package struct TextChange: Sendable {
    /// A run of words that both versions have, or only one of them.
    package enum Run: Sendable, Equatable {
        case kept(String)
        case removed(String)
        case added(String)
    }

    /// The heading that it stands under.
    package let heading: String?
    package let runs: [Run]

    /// The changes in order, unchanged paragraphs left out; nil where so much changed that a list of it helps nobody.
    package static func between(_ old: [TextParagraph], and new: [TextParagraph]) -> [TextChange]? {
        guard let steps = Steps(old, new, limit: 4_000_000) else { return nil }
        var changes: [TextChange] = []
        var heading: String?
        var at = (old: 0, new: 0)
        while at.old < old.count || at.new < new.count {
            if at.old < old.count, at.new < new.count, !steps.removed.contains(at.old), !steps.added.contains(at.new) {
                if new[at.new].isHeading { heading = new[at.new].text }
                at.old += 1
                at.new += 1
                continue
            }
            var gone: [TextParagraph] = [], come: [TextParagraph] = []
            while at.old < old.count, steps.removed.contains(at.old) { gone.append(old[at.old]); at.old += 1 }
            while at.new < new.count, steps.added.contains(at.new) { come.append(new[at.new]); at.new += 1 }
            changes += pair(gone, come, under: &heading)
        }
        return changes
    }

    /// A paragraph that went and one that came in its place are one that changed, if they have half their words in common.
    private static func pair(_ gone: [TextParagraph], _ come: [TextParagraph], under heading: inout String?) -> [TextChange] {
        var changes: [TextChange] = []
        var rest = gone[...]
        for paragraph in come {
            let match = rest.firstIndex { $0.isHeading == paragraph.isHeading && words($0, paragraph) != nil }
            if let match {
                for lost in rest[..<match] { changes.append(TextChange(heading: heading, runs: [.removed(lost.text)])) }
                changes.append(TextChange(heading: heading, runs: words(rest[match], paragraph)!))
                rest = rest[(match + 1)...]
            } else {
                changes.append(TextChange(heading: heading, runs: [.added(paragraph.text)]))
            }
            if paragraph.isHeading { heading = paragraph.text }
        }
        return changes + rest.map { TextChange(heading: heading, runs: [.removed($0.text)]) }
    }

    /// Word by word; nil where the two have too little in common.
    private static func words(_ old: TextParagraph, _ new: TextParagraph) -> [Run]? {
        let before = old.text.split(separator: " "), after = new.text.split(separator: " ")
        guard let steps = Steps(before, after, limit: 1_000_000), 2 * (after.count - steps.added.count) >= min(before.count, after.count)
        else { return nil }
        var runs: [Run] = []
        var at = (old: 0, new: 0)
        while at.old < before.count || at.new < after.count {
            let (from, start) = at
            while at.old < before.count, steps.removed.contains(at.old) { at.old += 1 }
            while at.new < after.count, steps.added.contains(at.new) { at.new += 1 }
            if at.old > from { runs.append(.removed(before[from..<at.old].joined(separator: " "))) }
            if at.new > start { runs.append(.added(after[start..<at.new].joined(separator: " "))) }
            let kept = at.new
            while at.old < before.count, at.new < after.count, !steps.removed.contains(at.old), !steps.added.contains(at.new) {
                at.old += 1
                at.new += 1
            }
            if at.new > kept { runs.append(.kept(after[kept..<at.new].joined(separator: " "))) }
        }
        return runs
    }
}

/// Which elements of two lists are not in both, by the fewest steps (E. Myers, "An O(ND) Difference Algorithm").
private struct Steps {
    private(set) var removed: Set<Int> = []
    private(set) var added: Set<Int> = []

    /// nil where what lies between their common beginning and end is longer than can be compared in a moment.
    init?<Element: Hashable>(_ old: [Element], _ new: [Element], limit: Int) {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
        let (before, after) = (old[start..<(old.count - end)], new[start..<(new.count - end)])
        guard before.count * after.count <= limit else { return nil }
        for step in Array(after).difference(from: Array(before)) {
            switch step {
            case .remove(let offset, _, _): removed.insert(start + offset)
            case .insert(let offset, _, _): added.insert(start + offset)
            }
        }
    }
}
