import Attachments
import Diagnostics
import Disclosure
import Foundation
import Linking
import Theming
import Markdown
import PreviewServer
import PDF
import Permalinks
import Reading
import PublicationRecord
import MeetingChecks
import Site
import Templates
import Testing
import TextChecks

/// What “moot explain” tells: of every code, and with examples that are what they say.
@Suite struct ExplanationTests {
    static let all =
        Explanation.reading + Explanation.record + Explanation.markdown + Explanation.linking + Explanation.templates + Explanation.site + Explanation.disclosure + Explanation.look + Explanation.rules
        + Explanation.publication + Explanation.writing + Explanation.preview + Explanation.printing + Explanation.attachments

    /// Why the examples of these cannot be tried in a small tree.
    static let exceptions = [
        "E101": "the tree of an example always has a site.yml; BadTreeTests tries it",
        "E102": "whoever runs the tests as root can read everything; BadTreeTests makes the disk refuse",
        "E104": "16 MB",
        "E110": "the reader of YAML finds it first, and says E108", "E140": "a last defence; no text is known that leads to it",
        "E203": "twenty thousand pictures; HostileTests has them",
        "W217": "a source that is not UTF-8 is refused with E105 before its text is looked at",
        "E412": "a file is taken away", "E421": "found only when a page is made", "E422": "a fault of the program", "E423": "a file is taken away",
        "E501": "needs a disk that refuses", "E502": "needs a disk that refuses", "E503": "is of the output", "E504": "needs two builds at once",
        "E505": "is of the output", "E506": "is of the static files", "E507": "found only when a page is made", "E508": "is of the folder of templates", "E509": "is of the static files", "E560": "needs a fault of the program; DisclosureTests have it", "E531": "is of the style sheet; LookTests have it",
        "W521": "Tests/Web/pdf.py has it", "W522": "is of a program beside Moot", "W523": "is of a program beside Moot", "W524": "needs a broken WeasyPrint", "W525": "is of a program beside Moot",
        "W526": "is of a program beside Moot", "W527": "needs a broken picture", "W528": "is of the templates",
        "W541": inFiles, "W542": inFiles, "W543": inFiles, "W544": inFiles, "W545": inFiles, "W546": inFiles, "W549": inFiles, "W550": inFiles, "W553": inFiles, "E547": inFiles, "N548": inFiles,
        "E541": inFiles, "E542": inFiles, "E543": inFiles, "E544": inFiles, "E545": inFiles, "E546": inFiles, "E549": inFiles, "E550": inFiles, "E553": inFiles,
        "E709": "larger than any record", "E710": "needs a disk that refuses", "E711": "needs a disk that refuses", "E901": "needs a network", "E902": "needs a network", "E903": "needs a network", "W901": "FactTests have it", "W902": "FactTests have it",
        "W903": "FactTests have it", "W809": "more than 1 MB; WritingTests has it",
    ]

    private static let inFiles = "is of what stands in a file; AttachmentTests and Tests/Web/attachments.py have it"

    /// The codes that the rooms give, as their sources have them.
    static func codesInSources() throws -> [String] {
        let sources = URL(filePath: Repository.root + "/Sources")
        var all: [String] = []
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        for file in files where file.lastPathComponent == "Problems.swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            all += Set(text.matches(of: /: "([EWN]\d\d\d)"/).map { String($0.output.1) })
        }
        return all
    }

    @Test func everyCodeIsExplainedOnce() throws {
        let all = try ExplanationTests.codesInSources()
        let codes = Set(all)
        #expect(codes.count > 150)
        #expect(codes.count == all.count, "two rooms give the same code")
        let explained = ExplanationTests.all.map(\.code)
        #expect(codes.subtracting(explained).sorted() == [], "without an explanation")
        #expect(Set(explained).subtracting(codes).sorted() == [], "explained, but never given")
        #expect(explained.count == Set(explained).count, "explained twice")
    }

    @Test(arguments: all.filter { exceptions[$0.code] == nil }.map(\.code)) func examplesAreWhatTheySay(_ code: String) throws {
        let about = try #require(ExplanationTests.all.first { $0.code == code })
        #expect(about.setting != .command, "an example that is a command needs a reason among the exceptions")
        let wrong = try ExampleTree(about.wrong, in: about.setting).codes
        #expect(wrong.contains(code), "the wrong example gives \(wrong.sorted())")
        let right = try ExampleTree(about.right, in: about.setting).codes
        #expect(!right.contains(code), "the right example gives \(right.sorted())")
        #expect(right.filter { $0.hasPrefix("E") && $0 != "E720" } == [], "the right example has other errors")
    }

    @Test(arguments: all.map(\.code)) func textsAreWhole(_ code: String) throws {
        let about = try #require(ExplanationTests.all.first { $0.code == code })
        for text in [about.meaning, about.remedy] { #expect(text.hasSuffix(".") && text.count > 15, "\(text)") }
        #expect(!about.title.hasSuffix(".") && about.title.count < 80)
        #expect(!about.wrong.isEmpty && !about.right.isEmpty)
        #expect(about.wrong != about.right || ExplanationTests.exceptions[code] != nil)
    }
}
