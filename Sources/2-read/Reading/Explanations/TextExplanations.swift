import Diagnostics

extension Explanation {
    static let readingTexts = [
        Explanation(
            "W110", "A date is in no calendar",
            "Somebody who reads it cannot tell which day was meant.",
            "Correct it. If the printed paper has it so, leave it.",
            in: .paper,
            wrong: "The consultation ends on 31 April 2026.",
            right: "The consultation ends on 30 April 2026."),
        Explanation(
            "W113", "A heading has one sign #",
            "That is the title of the page, which stands in the head. People who have pages read to them look for one title.",
            "Begin headings with ##. Until then this one is shown as such.",
            in: .paper,
            wrong: "# Background\n\nThe winter was mild.",
            right: "## Background\n\nThe winter was mild."),
        Explanation(
            "W123", "A line belongs to the paragraph above it",
            "It begins like a numbered paragraph, a list or a table of its own, but without an empty line above Markdown takes it for the next line of the paragraph. Its number could not be linked to.",
            "Put an empty line above it; a table also needs a line of dashes under its head.",
            in: .paper,
            wrong: "The Board is asked to:\n1.1 note the plan.",
            right: "The Board is asked to:\n\n1.1 note the plan."),
        Explanation(
            "W127", "A date has another day of the week",
            "People may come on the wrong day.",
            "Check the day and the year. If the printed paper has it so, leave it.",
            in: .paper,
            wrong: "The next meeting is on Friday 22 January 2026.",
            right: "The next meeting is on Thursday 22 January 2026."),
    ]
}
