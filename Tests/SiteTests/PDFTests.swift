import Foundation
import Testing

/// What becomes of `moot build --pdf` where nothing can be printed: a site without PDFs, and words that say why.
/// `Tests/Web/pdf.py` looks at what is printed.
@Suite struct PDFTests {
    private static let paper = [CommandTests.agenda: "---\n---\n\n## 1. Plan\n\n- Papers: [Plan](plan.md)\n", "committees/board/2026-01-22/plan.md": "---\ntitle: Plan\n---\n\nText.\n"]
    private static let pack = "committees/board/2026-01-22/pack.pdf"

    private static func build(_ workshop: Workshop, _ more: [String] = [], path: String = "/nowhere") throws -> Command.Result {
        try Command.run(
            ["build", "--pdf"] + more + CommandTests.design, in: workshop.root, environment: ["PATH": path, "WEASYPRINT": ""])
    }

    /// A program that pip could have installed, whose Python is a script of the shell.
    private static func fake(_ answers: String, in workshop: Workshop) throws -> String {
        let python = workshop.root + "/python3"
        let program = workshop.root + "/weasyprint"
        for (path, text) in [(python, "#!/bin/sh\n" + answers), (program, "#!\(python)\nimport weasyprint\n")] {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        return program
    }

    /// The site is there, and nothing of it speaks of a PDF that is not.
    private static func expectNoPDF(_ workshop: Workshop, _ result: Command.Result, _ words: [String], at location: SourceLocation = #_sourceLocation) {
        #expect(result.status == 0, sourceLocation: location)
        for word in words { #expect(result.errors.contains(word), "said: \(result.errors)", sourceLocation: location) }
        let files = workshop.files()
        #expect(files["index.html"] != nil, sourceLocation: location)
        #expect(files[pack] == nil, sourceLocation: location)
        for (path, bytes) in files where path.hasSuffix(".html") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("pack.pdf"), "\(path)", sourceLocation: location)
        }
    }

    @Test func nothingToPrintWith() throws {
        let workshop = try Workshop(PDFTests.paper)
        PDFTests.expectNoPDF(workshop, try PDFTests.build(workshop), ["[W521]", "pip install weasyprint"])
    }

    @Test func aProgramThatIsNotThere() throws {
        let workshop = try Workshop(PDFTests.paper)
        PDFTests.expectNoPDF(workshop, try PDFTests.build(workshop, ["--weasyprint", "gone"]), ["[W522]", "“gone”"])
    }

    @Test func aProgramThatIsNotWeasyPrint() throws {
        let workshop = try Workshop(PDFTests.paper)
        PDFTests.expectNoPDF(workshop, try PDFTests.build(workshop, ["--weasyprint", "/bin/sh"]), ["[W523]"])
    }

    @Test(arguments: [
        ("echo '{\"version\": \"57.2\"}'\ncat > /dev/null\n", ["[W525]", "WeasyPrint 57.2", "pip install weasyprint==70.0"]),
        ("echo '{\"version\": \"\", \"error\": \"OSError: cannot load library libpango\"}'\nexit 1\n", ["[W524]", "libpango", "sudo apt install"]),
        ("exit 1\n", ["[W524]", "it ended at once"]),
        ("echo Traceback\n", ["[W524]"]),
    ])
    func aWeasyPrintThatCannotBeUsed(_ answers: String, _ words: [String]) throws {
        let workshop = try Workshop(PDFTests.paper)
        let program = try PDFTests.fake(answers, in: workshop)
        PDFTests.expectNoPDF(workshop, try PDFTests.build(workshop, ["--weasyprint", program], path: "/usr/bin:/bin"), words)
    }

    @Test(arguments: [
        ("read line\necho '{\"error\": \"MemoryError: the table is too long\"}'\n", "the table is too long"),
        ("read line\nexit 9\n", "it ended without a word"),
        ("exit 9\n", "it ended without a word"),
        ("read line\necho nonsense\n", "its answer cannot be read"),
    ])
    func aPageThatCannotBePrinted(_ answer: String, _ words: String) throws {
        let workshop = try Workshop(PDFTests.paper)
        let program = try PDFTests.fake("echo '{\"version\": \"70.0\"}'\n" + answer, in: workshop)
        let result = try PDFTests.build(workshop, ["--weasyprint", program], path: "/usr/bin:/bin")
        PDFTests.expectNoPDF(workshop, result, ["[W526]", "committees/board/2026-01-22/pack", words])
    }

    /// What prints a page or two of nothing.
    private static let printing = """
        echo '{"version": "70.0"}'
        while read -r line; do
            echo "%PDF-1.7" > "$(echo "$line" | sed 's/.*"pdf":"\\([^"]*\\)".*/\\1/; s,\\\\/,/,g')"
            echo '{"pages": 2, "starts": [0, 1], "words": []}'
        done
        """

    /// A way on from the address of a PDF would be written into it, and so into the site that is there.
    @Test func aWayOnWhereThePDFGoes() throws {
        let workshop = try Workshop(PDFTests.paper)
        let program = try PDFTests.fake(PDFTests.printing, in: workshop)
        #expect(try PDFTests.build(workshop, ["--weasyprint", program], path: "/usr/bin:/bin").status == 0)
        let before = workshop.files()
        try workshop.write("- from: /\(PDFTests.pack)\n  to: /committees/board/2026-01-22/pack/\n", to: "redirects.yml")
        let result = try PDFTests.build(workshop, ["--weasyprint", program], path: "/usr/bin:/bin")
        #expect(result.status == 1)
        #expect(result.errors.contains(PDFTests.pack), "said: \(result.errors)")
        #expect(workshop.files() == before)
    }

    /// A print may hold a paper that is exempt now.
    @Test func noPrintOfAnEarlierBuildStays() throws {
        let workshop = try Workshop(PDFTests.paper)
        let program = try PDFTests.fake(PDFTests.printing, in: workshop)
        #expect(try PDFTests.build(workshop, ["--weasyprint", program], path: "/usr/bin:/bin").status == 0)
        #expect(!workshop.prints.isEmpty)
        #expect(try Command.run(["build"] + CommandTests.design, in: workshop.root).status == 0)
        #expect(workshop.prints.isEmpty)
        #expect(workshop.files()[PDFTests.pack] == nil)
    }

    /// One print fails, the next comes from a process of its own and is there.
    @Test func otherPacksArePrintedAllTheSame() throws {
        var sources = PDFTests.paper
        sources["committees/board/2026-02-26/agenda.md"] = "---\n---\n\n## 1. Good\n\n- Purpose: information\n"
        let workshop = try Workshop(sources)
        let program = try PDFTests.fake(
            """
            echo '{"version": "70.0"}'
            while read -r line; do
                case $line in
                *2026-01-22*) exit 9 ;;
                esac
                echo "%PDF-1.7" > "$(echo "$line" | sed 's/.*"pdf":"\\([^"]*\\)".*/\\1/; s,\\\\/,/,g')"
                echo '{"pages": 2, "starts": [0, 1], "words": []}'
            done
            """, in: workshop)
        let result = try PDFTests.build(workshop, ["--weasyprint", program], path: "/usr/bin:/bin")
        #expect(result.status == 0)
        #expect(result.errors.contains("[W526]"))
        let files = workshop.files()
        #expect(files[PDFTests.pack] == nil)
        #expect(files["committees/board/2026-02-26/pack.pdf"] == Array("%PDF-1.7\n".utf8))
        #expect(workshop.page("committees/board/2026-02-26/index.html").contains("PDF, 2 pages"))
        #expect(!workshop.page("committees/board/2026-01-22/index.html").contains("pack.pdf"))
    }
}

extension Workshop {
    /// PDFs, wherever they are, that are no file of the site.
    fileprivate var prints: [String] {
        FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".pdf") && !$0.hasPrefix("_site/") } ?? []
    }
}
