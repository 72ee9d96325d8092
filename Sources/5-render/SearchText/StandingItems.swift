import Markdown

/// Items that every agenda has, and that mostly say the same.
enum StandingItems {
    /// How much a passage counts that is the same at every meeting.
    static let weight = 0.4

    /// In words: an agenda explains what the item is for, minutes say that nothing came of it.
    private static let longestOnAgenda = 120
    private static let longestInMinutes = 60
    private static let longestOfPublic = 15

    /// Whether an item of an agenda is one.
    static func isOnAgenda(_ title: String, words: Int) -> Bool {
        let title = title.lowercased()
        return words < longestOnAgenda && (isFormal(title) || isForThePublic(title))
    }

    /// Whether a minute is one. What the public asks and is told is not, even if it is short.
    static func isInMinutes(_ title: String, words: Int) -> Bool {
        let title = title.lowercased()
        return words < longestInMinutes && isFormal(title) || words < longestOfPublic && isForThePublic(title)
    }

    private static func isFormal(_ title: String) -> Bool {
        titles.contains(title) || openings.contains(where: title.hasPrefix) || formalWords.contains { title.holds($0) }
    }

    private static func isForThePublic(_ title: String) -> Bool {
        publicTitles.contains(title) || publicWords.contains { title.holds($0) }
    }

    private static let titles: Set<String> = ["minutes", "interests", "close", "named substitutes"]

    private static let openings = ["welcome", "introduction and", "minutes of", "minutes from", "minutes –", "minutes -", "attendance", "close of"]

    private static let formalWords: [StaticString] = [
        "apologies", "declarations of", "declaration of", "disclosure of", "disclosures of", "confirmation of minutes", "confirmation of the minutes",
        "approval of minutes", "approval of the minutes", "minutes of the last", "minutes of the previous", "minutes of previous", "date of next",
        "date of the next", "next meeting", "dates of meetings", "dates of future", "admission of the public", "admission of public",
        "exclusion of the public", "exclusion of public", "exclusion of the press", "exclusion of press", "press and public", "substitute members",
    ]

    private static let publicTitles: Set<String> = ["petitions", "deputations", "questions"]

    private static let publicWords: [StaticString] = [
        "public participation", "public question", "questions from the public", "questions by the public", "deputations/petitions",
        "petitions and deputations", "deputations and petitions", "urgent business", "any other business",
    ]
}
