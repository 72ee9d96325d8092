import Diagnostics

extension Explanation {
    static let readingAgendas = [
        Explanation(
            "E121", "An agenda item has a field that is not known",
            "The list directly under an item says what is known about it: papers, presenter, purpose and so on. A mistyped key would be lost.",
            "Use the key that the message proposes.",
            in: .agenda,
            wrong: "## 1. Winter plan\n\n- Presenter: Jane Hill\n- Porpose: decision",
            right: "## 1. Winter plan\n\n- Presenter: Jane Hill\n- Purpose: decision"),
        Explanation(
            "E122", "A field of an item stands there twice",
            "Only one of them could be taken.",
            "Put both values into one field.",
            in: .agenda,
            wrong: "## 1. Winter plan\n\n- Presenter: Jane Hill\n- Presenter: Omar Aziz",
            right: "## 1. Winter plan\n\n- Presenter: Jane Hill and Omar Aziz"),
        Explanation(
            "E123", "A field of an item has no value",
            "The key stands there with nothing after the colon, and nobody can tell what is missing.",
            "Write the value after the colon, or take the line out.",
            in: .agenda,
            wrong: "## 1. Winter plan\n\n- Presenter:\n- Purpose: decision",
            right: "## 1. Winter plan\n\n- Purpose: decision"),
        Explanation(
            "E149", "“Follows” has no link",
            "The field links an item to the minute or item that it continues, so that a matter can be followed from meeting to meeting.",
            "Link to what the item continues.",
            in: .agenda,
            wrong: "## 1. Welcome\n\n## 2. Winter plan\n\n- Follows: what was said before",
            right: "## 1. Welcome\n\n## 2. Winter plan\n\n- Follows: [item 1](item:1)"),
        Explanation(
            "W107", "Two items have one number",
            "“Item 4” could mean either of them, in the minutes and in links. The second one gets an address of its own.",
            "Correct the number. If the printed agenda has it so, leave it.",
            in: .agenda,
            wrong: "## 1. Welcome\n\n## 1. Winter plan",
            right: "## 1. Welcome\n\n## 2. Winter plan"),
        Explanation(
            "W122", "Something looks like a field of the item, and is text",
            "Fields are bullets directly under the heading. As plain text it would be shown, but papers would not be listed and the purpose not be known.",
            "Write it as a bullet directly under the heading.",
            in: .agenda,
            wrong: "## 1. Winter plan\n\nPurpose: decision",
            right: "## 1. Winter plan\n\n- Purpose: decision"),
    ]
}
