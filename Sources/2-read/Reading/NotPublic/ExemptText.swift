import Text

/// What a line of a text says of the text it stands in: that it, or a part of it, is not public.
enum ExemptText {
    // MARK: Papers

    /// True for a line of a paper by which it says that nobody may read it, or a part of it.
    ///
    /// - Parameter isAmongFirst: Whether it is one of the first with words, where papers say what they are.
    static func saysOfPaper(_ lines: [ArraySlice<UInt8>], _ at: Int, isAmongFirst: Bool) -> Bool {
        // Of comments that do not end where they begin another message tells.
        if lines[at].contains(UInt8(ascii: "<")) {
            let line = String(decoding: lines[at], as: UTF8.self)
            if line.contains("<!--"), !line.contains("-->") { return false }
            if hidesByTag(line) { return true }
        }
        if ExemptRow.mayBe(lines[at]), let line = ExemptLine(lines, at), let answer = ExemptRow.answer(inLine: line.text, raw: lines[at]) { return answer == .isPrivate }
        // Stamps, headings and titles are short.
        let isShort = lines[at].count < 400
        if isShort || isAmongFirst, ExemptWords.mayOpen(lines[at]), let line = ExemptLine(lines, at) {
            if let title = ExemptLine.heading(lines[at]) { return isHeadingOfPart(title, lines, at) || isAmongFirst && opens(line, isHeading: true) }
            if isAmongFirst, opens(line, isHeading: false) { return true }
            if isShort, isStamped(line, lines, at) { return true }
        }
        return ExemptSentences.telling(lines, at).contains { ExemptSentence.says(ExemptWords.words(of: $0)) || callsLinkExempt($0) }
    }

    private static func isStamped(_ line: ExemptLine, _ lines: [ArraySlice<UInt8>], _ at: Int) -> Bool {
        if hasStampApart(line) || line.opensWithStamp || line.hasLink && callsLinkExempt(String(decoding: lines[at], as: UTF8.self)) { return true }
        if line.isMark, line.isBold, ExemptWords.opensNotForPublication(line.words) { return true }
        return line.isStamp && !saysNothingBelow(lines, at)
    }

    /// The first lines of a paper say what it is. A heading "Exempt information" may be that of a part in which it says that there is none.
    private static func opens(_ line: ExemptLine, isHeading: Bool) -> Bool {
        let words = line.words
        if isHeading { return line.isHeadline && (words.count == 1 || words.contains(where: papers.contains)) }
        if line.isMark || line.isHeadline && !ExemptWords.isExclusion(words) && !(ExemptWords.opensPartTwo(words) && words.count == 2) { return true }
        if ExemptWords.opensPartTwo(words), words.count == 2, words[1] == "ii" || words[1] == "two" { return line.isHeadline }
        if ExemptWords.opensPartTwo(words), words[1] == "ii", words.count < 6, words.dropFirst(2).allSatisfy(ExemptWords.isNoun) { return true }
        guard words.count > 1, words.count < 20, papers.contains(words[1]), !ExemptWords.hasVerb(words) else { return false }
        return ExemptWords.isExempt(words, 0) || ExemptWords.isConfidential(words, 0) || ExemptWords.isPrivate(words, 0)
    }

    private static let sittings: Set<String> = ["item", "items", "session", "sessions", "business", "meeting", "meetings", "matters"]
    private static let papers: Set<String> = ["report", "paper", "appendix", "document", "publication", "annex", "briefing"]

    /// "Appendix B (exempt)", "4. Confidential information", unless it says below that there is nothing of the kind.
    private static func isHeadingOfPart(_ title: String, _ lines: [ArraySlice<UInt8>], _ at: Int) -> Bool {
        let words = ExemptWords.words(of: title)
        let says = ExemptLookAlikes.hasStampApart(title) || ExemptWords.isPhrase(words) && !ExemptWords.isExclusion(words) && !ExemptWords.opensPartTwo(words)
        // What rules say of meetings: "Exempt items", "Closed sessions".
        if words.contains(where: sittings.contains), !words.contains(where: papers.contains) { return false }
        guard says, ExemptWords.opensNotForPublication(words) || !(words.first.map(ExemptWords.negations.contains) ?? false) else { return false }
        return !saysNothingBelow(lines, at)
    }

    /// Below the heading "Exempt information" stands mostly that there is none.
    private static func saysNothingBelow(_ lines: [ArraySlice<UInt8>], _ at: Int) -> Bool {
        let next = lines[(at + 1)...].first { $0.contains(where: \.isLetter) }.map { ExemptWords.words(of: String(decoding: $0, as: UTF8.self)) } ?? []
        return next.prefix(12).contains { ExemptWords.negations.contains($0) || $0 == "na" } || next.starts(with: ["n", "a"])
    }

    /// Whether a report calls something exempt that it links to: that would be published, or the link leads nowhere.
    private static func callsLinkExempt(_ sentence: String) -> Bool {
        guard sentence.utf8.contains(UInt8(ascii: "]")), sentence.contains("](") else { return false }
        let links = ExemptLine.links(in: sentence)
        if links.isEmpty { return false }
        if links.contains(where: { ExemptLookAlikes.isTitle($0, isOfPaper: true) }) { return true }
        let words = ExemptWords.words(of: sentence)
        guard words.contains(where: ExemptWords.isAppendix), !words.contains(where: ExemptWords.negations.contains) else { return false }
        return words.indices.contains { ExemptWords.isExempt(words, $0) || ExemptWords.isConfidential(words, $0) || words[$0] == "private" && ExemptWords.isPrivate(words, $0) }
    }

    /// "Purchase of land – CONFIDENTIAL", "Page 3 of 12 (exempt)": apart from the other words of a line that is no sentence and no list of appendices.
    static func hasStampApart(_ line: ExemptLine) -> Bool {
        // What a link calls exempt is another source.
        let text = line.withoutLinks
        guard text.utf8.count < 120, !text.utf8.contains(UInt8(ascii: "|")), ExemptWords.mayStand(in: text) else { return false }
        let words = line.words
        guard words.count < 15, !ExemptWords.hasVerb(words), !text.hasSuffix("."), !words.contains(where: ExemptWords.isAppendix) || line.isBold else { return false }
        return ExemptLookAlikes.hasStampApart(text)
    }

    // MARK: Agendas

    /// True for a line in an open item by which it says that the item, or what stands there, is not public.
    static func saysOfItem(_ lines: [ArraySlice<UInt8>], _ at: Int, _ line: ExemptLine) -> Bool {
        if hasStampApart(line) || line.endsWithStamp || line.opensWithStamp || hasStampInRow(lines[at]) { return true }
        let words = line.words
        if words.contains("12a"), ExemptWords.isPhrase(words) { return true }
        if words.count > 2, words[0].hasPrefix("para"), ExemptWords.isNumber(words[1]), words.contains(where: ["information", "schedule", "12a"].contains) { return true }
        return hasSentence(lines, at)
    }

    /// A cell of a table with three columns or more that says nothing else.
    static func hasStampInRow(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.contains(UInt8(ascii: "|")) else { return false }
        let cells = String(decoding: line, as: UTF8.self).split(separator: "|").filter { $0.contains { $0.isLetter || $0.isNumber } }
        return cells.count > 2 && cells.contains { cell in
            let words = ExemptWords.words(of: String(cell))
            return (1..<6).contains(words.count) && ExemptLookAlikes.isStamp(words)
        }
    }

    /// A tag by whose name or style its author meant to hide what stands in it: nothing of it is hidden.
    static func hidesByTag(_ line: String) -> Bool {
        line.contains(/(?i)<\/?(?:exempt|private|confidential|restricted|redact)|<[a-z][^>]*(?:\shidden[\s=>]|display:\s*none|visibility:\s*hidden|["' ](?:exempt|private|confidential|restricted)["' ])/)
    }

    // MARK: Sentences

    /// Whether a sentence that begins in a line says so; it may run on in the lines below.
    static func hasSentence(_ lines: [ArraySlice<UInt8>], _ at: Int) -> Bool {
        ExemptSentences.telling(lines, at).contains { ExemptSentence.says(ExemptWords.words(of: $0)) }
    }
}
