import Foundation
import Platform
import Testing

/// `theme` in site.yml, and colours that cannot be read.
@Suite struct LookTests {
    private func workshop(_ theme: String) throws -> Workshop {
        try Workshop(["site.yml": "name: Testshire\nurl: https://testshire.example/\n\(theme)"])
    }

    @Test func withoutAThemeTheSheetIsAsItLies() throws {
        let workshop = try Workshop()
        #expect(workshop.build().isBuilt)
        #expect(try Disk.real.read(workshop.output + "/site.css") == Disk.real.read(Repository.statics + "/site.css"))
        #expect(!workshop.page("index.html").contains("class=\"crest\""))
    }

    @Test func aThemeIsTheLastLayerOfTheOneSheet() throws {
        let workshop = try workshop("theme:\n  colour: \"#603\"\n  link-colour: \"#660033\"\n  typeface: \"\\\"Gill Sans\\\", sans-serif\"\n  crest: icon.svg\n")
        let outcome = workshop.build()
        #expect(outcome.messages == [])
        let sheet = workshop.page("site.css")
        let layer = try #require(sheet.range(of: "\n@layer theme {").map { String(sheet[$0.lowerBound...]) })
        #expect(layer.contains(":root { --accent: #660033; --accent-ink: #ffffff; --link: #660033; --text: \"Gill Sans\", sans-serif; --headings: \"Gill Sans\", sans-serif; }"))
        // On dark pages a link is a light shade of the colour.
        let dark = try #require(layer.firstMatch(of: /prefers-color-scheme: dark\) \{ :root \{.*--link: #([0-9a-f]{6});/)).output.1
        #expect(Int(dark, radix: 16)! > 0x99_99_99)
        #expect(workshop.page("committees/board/index.html").contains("<img class=\"crest\" src=\"../../icon.svg\" alt=\"\" width=\"44\" height=\"44\">Testshire"))
        #expect(workshop.page("404.html").contains("src=\"/icon.svg\""), "a page that is shown anywhere")
        #expect(workshop.files().keys.filter { $0.hasSuffix(".css") } == ["site.css"], "one style sheet")
    }

    @Test(arguments: [("cy", "<html lang=\"cy\" data-running="), ("ar", "<html lang=\"ar\" dir=\"rtl\" data-running="), ("ur-PK", "<html lang=\"ur-PK\" dir=\"rtl\" data-running="), ("he", "<html lang=\"he\" dir=\"rtl\" data-running=")])
    func pagesRunAsTheirLanguageDoes(_ language: String, _ opening: String) throws {
        let workshop = try workshop("language: \(language)\nprivate-words: [alpha, beta, gamma, delta, epsilon]\n")
        #expect(workshop.build().isBuilt)
        #expect(workshop.page("index.html").contains(opening))
    }

    /// White or black, whichever is read more easily.
    @Test(arguments: [("#ffdd00", "#000000"), ("#0f4c5c", "#ffffff"), ("#777777", "#000000"), ("#767676", "#000000"), ("#e00000", "#ffffff")])
    func buttonsCanBeReadOnAnyColour(_ colour: String, _ ink: String) throws {
        let workshop = try workshop("theme: {colour: \"\(colour)\"}\n")
        #expect(workshop.build().messages == [])
        #expect(workshop.page("site.css").contains("--accent: \(colour); --accent-ink: \(ink);"))
    }

    @Test func aFaintLinkIsAnErrorThatNamesThePairAndAShadeThatWouldDo() throws {
        let outcome = try workshop("theme:\n  link-colour: \"#8fb9c9\"\n").build()
        #expect(!outcome.isBuilt)
        #expect(outcome.messages.contains { message in
            message.hasPrefix("site.yml:4:3: error E530: a link (#8fb9c9) on the page (#ffffff) has a contrast of 2.1:1") && message.contains("is the nearest shade that can be read")
        }, "\(outcome.messages)")
        let shade = try #require(outcome.messages[0].firstMatch(of: /→ (#[0-9a-f]{6})/)).output.1
        #expect(try workshop("theme:\n  link-colour: \"\(shade)\"\n").build().messages == [], "what the message proposes is right")
    }

    @Test(arguments: [
        ("colour: teal", "E153"), ("colour: \"#12345\"", "E153"), ("link-colour: \"#zzzzzz\"", "E153"), ("link-colour: \"#fff}body{x\"", "E153"),
        ("typeface: \"a; } body { display: none\"", "E154"), ("typeface: \"\\\"Gill Sans\"", "E154"), ("typeface: \"url(x)\"", "E154"),
        ("crest: ../secret.svg", "E155"), ("crest: /etc/passwd.svg", "E155"), ("crest: crest.pdf", "E155"), ("crest: icno.svg", "E510"), ("color: \"#123456\"", "E109"),
    ])
    func whatIsNoThemeIsSaid(_ line: String, _ code: String) throws {
        let outcome = try workshop("theme:\n  \(line)\n").build()
        #expect(!outcome.isBuilt)
        #expect(outcome.messages.count == 1 && outcome.messages[0].hasPrefix("site.yml:4:3: error \(code)"), "\(outcome.messages)")
    }

    @Test func aSheetOfOnesOwnIsHeldToTheSame() throws {
        let workshop = try Workshop()
        try Disk.real.makeFolder(workshop.root + "/Public")
        let sheet = """
            /* --ink: #ffffff; */
            :root {
              --paper: #fff;
              --ink: #777;
              --link: oklch(0.4 0.1 200);
            }
            @media (prefers-color-scheme: dark) { :root { --ink: #999; --paper: #222; --link: #9cf } }
            @media (min-width: 40rem) { :root { --ink: #fff; } }
            """
        try Disk.real.write(Array(sheet.utf8), workshop.root + "/Public/site.css")
        let result = try Command.run(["build", "--today", "2026-02-01"], in: workshop.root)
        #expect(result.status == 1)
        #expect(result.errors.contains("Public/site.css:4:1: error: the text (#777777) on the page (#ffffff) has a contrast of 4.4:1"), "\(result.errors)")
        #expect(result.errors.contains("Public/site.css:5:1: error: whether “--link: oklch(0.4 0.1 200)” can be read is not known"), "\(result.errors)")
        #expect(result.errors.contains("2 errors"), "\(result.errors)")
    }
}
