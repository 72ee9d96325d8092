import Reading

/// What is to be said of a file, from what a reader found in it.
struct FileVerdict {
    let problems: [AttachmentProblem]

    /// - Parameter isAnswered: Whether somebody looked at the file and says that all of it may be read.
    init(_ found: FileFindings, isStrict: Bool, isAnswered: Bool) {
        if let error = found.error {
            problems = [.notLookedInto(reason: error, isStrict: isStrict)]
            return
        }
        var problems: [AttachmentProblem] = []
        if !isAnswered {
            if let place = FileVerdict.privatePlace(in: found.lines) { problems.append(.saysPrivate(place: place)) }
            for group in Dictionary(grouping: found.findings.filter { HiddenMatter(rawValue: $0.kind) != nil }, by: \.kind).values {
                guard let matter = HiddenMatter(rawValue: group[0].kind) else { continue }
                let places = group.flatMap(\.places)
                problems.append(.holds(matter, count: group.reduce(0) { $0 + $1.count }, places: places, isStrict: isStrict))
            }
        }
        if !found.authors.isEmpty { problems.append(.authors(found.authors)) }
        problems += found.troubles.map { .partNotLookedInto(reason: $0, isStrict: isStrict) }
        self.problems = problems
    }

    /// Where it says that nobody may read it: in its first lines, as a stamp anywhere, or in what stands beside its text.
    private static func privatePlace(in lines: [[String]]) -> String? {
        let lines = lines.filter { $0.count == 2 }
        if let at = PrivateText.line(in: lines.map { $0[1] }) { return lines[at][0] }
        // Headers, properties and the like have a line or two each, and every one of them is a first line.
        return lines.first { isBeside($0[0]) && PrivateText.line(in: [$0[1]]) != nil }?[0]
    }

    private static func isBeside(_ place: String) -> Bool {
        ["header", "footer", "properties", "watermark", "description"].contains { place.contains($0) }
    }
}
