import ArgumentParser
import Foundation
import Starters

/// What a shell offers for an argument, asked of this program while the line is typed.
enum Choices {
    static let committees = CompletionKind.custom { words, _, _ in desk(words)?.committees ?? [] }
    static let meetings = CompletionKind.custom { words, _, prefix in desk(words)?.meetingChoices(prefix) ?? [] }
    static let items = CompletionKind.custom { words, _, _ in desk(words)?.itemChoices(words) ?? [] }

    static let codes = CompletionKind.custom { _, _, _ in Explanations.all.map(\.code).sorted() }

    /// The sources that the line names with `--content`, or else those of this folder.
    private static func desk(_ words: [String]) -> AuthoringSession? {
        let named = words.firstIndex(of: "--content").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
        let content = named ?? words.first { $0.hasPrefix("--content=") }.map { String($0.dropFirst("--content=".count)) } ?? "Content"
        return try? AuthoringSession(content: content, workingFolder: FileManager.default.currentDirectoryPath, today: Clock.today(in: "Europe/London"))
    }
}
