import Foundation
import Platform
import Testing

/// What a shell completes, and the manual page.
@Suite struct ShellTests {
    private static let sources = [
        "committees/board/2026-12-03-budget/agenda.md": "---\n---\n\n## 1. Open\n\n## 2. CANARY\n\n- Exempt: 3\n- Reason: so\n- Papers: [CANARY](exempt/canary.md)\n\n## 3a. Open\n",
        "committees/board/2026-12-03-budget/exempt/canary.md": "---\ntitle: CANARY\n---\n", "committees/cabinet/committee.md": "---\nname: Cabinet\n---\n",
    ]

    /// What bash offers at the end of a line; words with a blank at the end stand for an empty word.
    private func offers(_ words: [String], in workshop: Workshop, folder: String = "") throws -> [String] {
        let script = """
            set -u +o posix; shopt -s extglob
            PATH="$(dirname \(Command.executable)):$PATH"
            source <(\(Command.executable) --generate-completion-script bash)
            COMP_WORDS=(moot "$@"); COMP_CWORD=$#; COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
            _moot moot "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
            exit 0
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["--norc", "-c", script, "bash"] + words
        process.currentDirectoryURL = URL(filePath: workshop.root + folder)
        process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "1795262400"], uniquingKeysWith: { $1 })
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return said.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.sorted()
    }

    static let lines: [(words: [String], offers: [String])] = [
        (["pub"], ["publish"]), (["new", "mee"], ["meeting"]), (["new", "meeting", ""], ["board", "cabinet"]), (["new", "meeting", "ca"], ["cabinet"]),
        (["new", "minutes", "board/2026-1"], ["board/2026-12-03-budget"]),
        (["new", "minutes", "Content/committees/bo"], ["Content/committees/board/2026-01-22", "Content/committees/board/2026-12-03-budget"]),
        (["new", "paper", "board/2026-12-03-budget", "--item", ""], ["1", "3a"]), (["new", "paper", "--item", ""], ["1", "3a"]),
        (["new", "strategy", "Plan", "--owner", "b"], ["board"]), (["build", "--outp"], ["--output"]),
        (["explain", "E301"], ["E301"]),
        (["new", "meeting", "--content", "Content", "c"], ["cabinet"]),
    ]

    @Test(arguments: lines.indices) func bash(_ index: Int) throws {
        let workshop = try Workshop(ShellTests.sources)
        #expect(try offers(ShellTests.lines[index].words, in: workshop) == ShellTests.lines[index].offers)
    }

    @Test func formatsAreOffered() throws {
        #expect(Set(try offers(["check", "--format", ""], in: try Workshop())).isSuperset(of: ["text", "json", "github"]))
    }

    @Test func nothingExemptIsEverOffered() throws {
        let workshop = try Workshop(ShellTests.sources)
        for folder in ["", "/Content/committees/board/2026-12-03-budget"] {
            for words in [["new", "paper", ""], ["new", "paper", "c"], ["new", "minutes", "board/2026-12-03-budget/"], ["new", "paper", "--item", ""], ["new", "paper", "--item", "2"]] {
                #expect(try !offers(words, in: workshop, folder: folder).joined().lowercased().contains("canary"))
            }
        }
        #expect(try offers(["new", "paper", "--item", ""], in: workshop, folder: "/Content/committees/board/2026-12-03-budget") == ["1", "3a"])
    }

    @Test(arguments: ["zsh", "fish"]) func otherShells(_ shell: String) throws {
        let script = try Command.run(["--generate-completion-script", shell], in: NSTemporaryDirectory())
        #expect(script.status == 0)
        #expect(script.output.contains("---completion"))
    }

    // MARK: The manual

    @Test func theManualHasEveryCommandAndOption() throws {
        let page = try Command.run(["manual"], in: NSTemporaryDirectory(), environment: ["SOURCE_DATE_EPOCH": "1795262400"]).output
        #expect(page.hasPrefix(".\\\" Made of the help of the program: moot manual\n.Dd November 21, 2026\n.Dt MOOT 1\n"))
        for command in ["build", "check", "publish", "schema", "new site", "new meeting", "new minutes", "new paper", "new committee", "new strategy", "new design"] {
            #expect(page.contains("\n.Ss moot \(command)\n"))
        }
        #expect(page.contains("\n.It Fl -item Ar number\n"))
        #expect(!page.contains("manual\n.Ss") && !page.contains("templates-reference"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc"), "there is no /usr/bin/mandoc"))
    func theManualIsWellFormed() throws {
        let folder = try Workshop.temporaryFolder()
        defer { try? Disk.real.remove(folder) }
        try Disk.real.write(Array(try Command.run(["manual"], in: folder).output.utf8), folder + "/moot.1")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/mandoc")
        process.arguments = ["-T", "lint", "-W", "warning", folder + "/moot.1"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(said == "")
    }
}
