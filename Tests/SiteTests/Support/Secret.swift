import Foundation
import Testing

/// A paper that nobody may read: every word of it, and of what lies in its folder, begins with “canary”.
///
/// It is full of faults, none of which may be reported with a word of it.
enum Secret {
    static let meeting = "committees/board/2026-01-22"
    static let agenda = "\(meeting)/agenda.md"

    /// The paper's text.
    static func text(classification: String? = nil, head: String = "") -> String {
        """
        ---
        title: Canarytitle
        author: [Canaryauthor]
        officer: Canaryofficer
        canarykey: Canaryvalue
        date: 2026-99-99
        properties:
          - {label: Canarylabel, value: "Canarycell <b>x</b>"}
        \(classification.map { "classification: \($0)" } ?? "pages: Canarypages")
        \(head)
        ---

        # Canaryheading

        Canarybody <blink>Canaryhtml</blink> [Canarylink](canarynowhere.md) ![](canarypicture.png) note[^1] at 1.1 on 31 February 2026.

        | Canarycolumn |
        |---|---|
        | Canarycell | Canarysurplus |

        [^1]: Canarynote
        """
    }

    /// The paper, an appendix, a nested appendix and two spreadsheets.
    static func files(_ path: String = "\(meeting)/canaryname", classification: String? = nil) -> [String: String] {
        [
            "\(path).md": text(classification: classification),
            "\(path)/canaryappendix.md": text(),
            "\(path)/deep/canaryappendix.md": text(),
            "\(path)/canaryfigures.csv": "Canaryfigure,1\n",
            "\(path)/deep/canaryfigures.xlsx": "Canaryfigure,2\n",
        ]
    }

    static func agenda(_ text: String) -> [String: String] { [agenda: "---\n---\n\n## 1. Welcome\n\n- Purpose: information\n\n" + text + "\n"] }

    /// Builds, and looks for a canary in every byte and name of the output and in all that was said.
    /// - Parameter mayName: True where an error must name the file, so that somebody can find it.
    @discardableResult static func expectHidden(
        _ files: [String: String], refused code: String? = nil, mayName: Bool = false, at location: SourceLocation = #_sourceLocation
    ) throws -> Workshop {
        let workshop = try Workshop(files)
        expectHidden(workshop, refused: code, mayName: mayName, at: location)
        return workshop
    }

    static func expectHidden(
        _ workshop: Workshop, refused code: String? = nil, mayName: Bool = false, at location: SourceLocation = #_sourceLocation
    ) {
        let outcome = workshop.build()
        var said = outcome.everythingSaid.lowercased()
        if mayName { for name in ["canaryname", "canaryappendix", "canaryfigures"] { said = said.replacing(name, with: "") } }
        if let code {
            #expect(!outcome.isBuilt, "the build should have been refused", sourceLocation: location)
            #expect(outcome.codes.contains(code), "said: \(outcome.messages)", sourceLocation: location)
        } else {
            #expect(outcome.isBuilt, "said: \(outcome.messages)", sourceLocation: location)
        }
        if said.contains("canary") { Issue.record("said: \(outcome.everythingSaid)", sourceLocation: location) }
        let files = workshop.files()
        guard let search = try? SearchFiles(files) else {
            Issue.record("the search index is damaged", sourceLocation: location)
            return
        }
        #expect(search.texts.isEmpty != outcome.isBuilt, sourceLocation: location)
        for (path, bytes) in files {
            let text = (search.texts[path] ?? String(decoding: bytes, as: UTF8.self)).lowercased()
            if path.lowercased().contains("canary") { Issue.record("the name \(path) is published", sourceLocation: location) }
            if let found = text.range(of: "canary") {
                Issue.record("\(path): …\(text[found.lowerBound...].prefix(60))…", sourceLocation: location)
            }
        }
    }
}
