import Templates
import Testing

@Suite("The designers' reference")
struct ReferenceTests {
    @Test("It lists each page's fields and each record once")
    func reference() {
        let text = TemplateReference.markdown(for: [
            PageKind("meeting", "A meeting.", MeetingPage.self), PageKind("person", "A person's page.", Person.self),
        ])
        let expected = """
            ## Pages

            ### Page `meeting`

            A meeting.

            | Name | What it is | Meaning |
            |---|---|---|
            | `title` | text | The meeting's title. |
            | `ends` | text or nothing | When it ended, once it has. |
            | `cancelled` | yes or no | It does not take place. |
            | `chair` | a record or nothing: [person](#person) | Who chairs it. |
            | `committee` | a record: [committee](#committee) | Whose meeting it is. |
            | `items` | a list of records: [agenda item](#agenda-item) | The agenda, in order. |
            | `wards` | a list of texts, each `{{.}}` | The wards \\| areas that it concerns. |
            | `body` | HTML | The text. |
            | `kind` | a part: `report`, `letter` | How it is shown. |

            ### Page `person`

            A person's page.

            | Name | What it is | Meaning |
            |---|---|---|
            | `name` | text | The name. |

            ## Records

            ### person

            Somebody.

            | Name | What it is | Meaning |
            |---|---|---|
            | `name` | text | The name. |

            ### committee

            A committee.

            | Name | What it is | Meaning |
            |---|---|---|
            | `name` | text | Its name. |
            | `secretary` | a record or nothing: [person](#person) | Who answers for it. |

            ### agenda item

            One item of the agenda.

            | Name | What it is | Meaning |
            |---|---|---|
            | `name` | text | What it is about. |
            | `items` | a list of records: [agenda item](#agenda-item) | The items within it. |

            """
        #expect(text.hasPrefix("# What templates may use\n"))
        #expect(text.hasSuffix(expected))
    }
}
