import Diagnostics

/// What `moot check --since` says: which messages an older release did not give, why they come now, and how to answer them.
struct SinceReport {
    let release: Release
    /// All that is wrong with the site now.
    let diagnostics: [Diagnostic]
    let novelties: [Novelty]
    /// How a message is printed.
    let printed: (Diagnostic) -> String

    init(since release: Release, _ diagnostics: [Diagnostic], novelties: [Novelty] = Novelties.all, printed: @escaping (Diagnostic) -> String) {
        self.release = release
        self.diagnostics = Set(diagnostics).sorted()
        self.novelties = novelties.filter { $0.release > release }
        self.printed = printed
    }

    var text: String {
        var parts = novelties.filter { !found(by: $0).isEmpty }.map(answered)
        if !otherErrors.isEmpty { parts.append("Other errors\n\n" + otherErrors.map(printed).joined(separator: "\n")) }
        if parts.isEmpty { parts.append("Nothing of what is new since \(release) asks for an answer here.\n") }
        let rest = novelties.filter { found(by: $0).isEmpty }
        if !rest.isEmpty { parts.append("New since \(release), with nothing to do here\n\n" + rest.map(mentioned).joined(separator: "\n")) }
        return parts.joined(separator: "\n")
    }

    private func found(by novelty: Novelty) -> [Diagnostic] { diagnostics.filter { novelty.codes.contains($0.code) } }

    /// A site that an older release built had no errors; so each is news to it, whatever brought it.
    private var otherErrors: [Diagnostic] {
        let known = novelties.reduce(into: Set<String>()) { $0.formUnion($1.codes) }
        return diagnostics.filter { $0.severity == .error && !known.contains($0.code) }
    }

    private func answered(_ novelty: Novelty) -> String {
        "New in \(novelty.release): \(novelty.title)\n\n" + found(by: novelty).map(printed).joined(separator: "\n") + "\n" + answer(novelty)
    }

    private func mentioned(_ novelty: Novelty) -> String {
        let codes = novelty.codes.isEmpty ? "" : " (\(novelty.codes.sorted().joined(separator: ", ")))"
        return "  \(novelty.release)  \(novelty.title)\(codes)\n" + (novelty.codes.isEmpty ? "         \(novelty.answer)\n" : "")
    }

    private func answer(_ novelty: Novelty) -> String { "What to do\n  \(novelty.answer)\n" }
}
