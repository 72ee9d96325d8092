import Foundation
import Pages
import Testing

/// What is written down about the program is what the program says of itself.
@Suite struct ReferenceTests {
    /// `UPDATE_EXPECTED=1 swift test --filter ReferenceTests` writes it anew.
    @Test func theTemplatesReadmeIsTheDeclarations() throws {
        let path = Repository.root + "/Templates/README.md"
        if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
            try TemplatesReadme.text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == TemplatesReadme.text, "make update-expected")
    }

    /// A code stands for one problem for good: no two rooms may use the same.
    @Test func everyCodeOfAProblemIsUsedOnce() throws {
        let rooms = ["1-model/Markdown", "5-render/Templates", "2-read/Reading", "3-link/Linking", "6-write/Site", "4-check/Permalinks"]
        var users: [String: [String]] = [:]
        for room in rooms {
            let text = try String(contentsOfFile: Repository.root + "/Sources/\(room)/Problems.swift", encoding: .utf8)
            for match in text.matches(of: /: "([EW][0-9]{3})"$/.anchorsMatchLineEndings()) {
                users[String(match.1), default: []].append(room)
            }
        }
        #expect(users.count > 80)
        #expect(users.filter { $0.value.count > 1 } == [:])
    }
}
