import Foundation
import Platform
import Testing

/// What is said of files that are in the wrong place, or that cannot be read.
@Suite struct BadTreeTests {
    static let meeting = "committees/board/2026-01-22"
    static let agenda = "\(meeting)/agenda.md"
    static let plan = ["\(agenda)": "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n", "\(meeting)/plan.md": "---\ntitle: Plan\n---\n\nWords.\n"]
    static let remedyToRead = "Check that the file is there and that you may read it."

    private func messages(_ sources: [String: String]) throws -> [String] { try Workshop(sources).build().messages }

    // MARK: Names

    @Test(arguments: ["Plan", "plan_b", "plan b", "pläne", "plan.v2"]) func badSlug(_ name: String) throws {
        expect(try messages(["\(BadTreeTests.meeting)/\(name).md": "---\ntitle: Plan\n---\n"]), are: [
            "\(BadTreeTests.meeting)/\(name).md: error E117: “\(name)” cannot be an address → Use small letters a–z, digits and hyphens only."
        ])
    }

    @Test func badSlugOfACommittee() throws {
        expect(try messages(["committees/Health Board/committee.md": "---\nname: H\n---\n"]), are: [
            "committees/Health Board: error E117: “Health Board” cannot be an address → Use small letters a–z, digits and hyphens only."
        ])
    }

    @Test(arguments: ["2026-02-30", "22-01-2026", "january", "2026-01-22budget", "2026-1-22"]) func badMeetingFolder(_ name: String) throws {
        expect(try messages(["committees/board/\(name)/agenda.md": "---\n---\n"]), are: [
            "committees/board/\(name): error E118: “\(name)” is not the folder of a meeting → Name it for the date, 2027-03-04, or the date and a word, 2027-03-04-budget."
        ])
    }

    @Test func unknownFile() throws {
        expect(try messages(["sight.yml": "name: T\n", "committees/board/comittee.md": "---\n---\n", "notes.txt": "x"]), are: [
            "committees/board/comittee.md: warning W101: Moot does not know what this is for, and leaves it out → Did you mean committee.md?",
            "notes.txt: warning W101: Moot does not know what this is for, and leaves it out → Move it out of the source folder, or see the source format for where it belongs.",
            "sight.yml: warning W101: Moot does not know what this is for, and leaves it out → Did you mean site.yml?",
        ])
    }

    @Test func meetingWithoutPapers() throws {
        #expect(try messages(["committees/board/2026-05-05/finance.csv": "a,b\n"]).contains(
            "committees/board/2026-05-05: warning W102: this meeting has neither agenda.md nor minutes.md → Write agenda.md; a head of two lines --- is enough."))
    }

    @Test func committeeWithoutItsFile() throws {
        expect(try messages(["committees/panel/2026-05-05/agenda.md": "---\n---\n"]), are: [
            "committees/panel: error E119: this committee has no committee.md → Write one with at least “name: …” in its head. Only a site with a single committee can do without."
        ])
    }

    // MARK: Addresses wanted twice

    @Test func paperNamedPack() throws {
        let agenda = "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](pack.md)\n"
        expect(try messages([BadTreeTests.agenda: agenda, "\(BadTreeTests.meeting)/pack.md": "---\ntitle: Plan\n---\n"]), are: [
            "\(BadTreeTests.meeting)/pack.md: error E120: the address /\(BadTreeTests.meeting)/pack/ is already taken by a page of the meeting → Rename one of the two files."
        ])
    }

    @Test(arguments: ["committees", "meetings", "strategies"]) func pageNamedForARegister(_ name: String) throws {
        expect(try messages(["pages/\(name).md": "---\ntitle: T\n---\n"]), are: [
            "pages/\(name).md: error E120: the address /\(name)/ is already taken by Moot's own page → Rename one of the two files."
        ])
    }

    @Test func chapterNamedAll() throws {
        let found = try messages(["strategies/s/strategy.md": "---\ntitle: S\n---\n", "strategies/s/all.md": "---\ntitle: All\n---\n"])
        expect(found, are: [
            "strategies/s/all.md: error E120: the address /strategies/s/all/ is already taken by the whole strategy on one page → Rename one of the two files."
        ])
    }

    @Test func attachmentAtThePlaceOfAPage() throws {
        let site = "name: Testshire\nurl: https://testshire.example/\nattachment-kinds: [html]\n"
        let found = try messages(BadTreeTests.plan.merging(["\(BadTreeTests.meeting)/plan/index.html": "<p>", "site.yml": site]) { $1 })
        expect(found, are: [
            "\(BadTreeTests.meeting)/plan/index.html: error E506: two files want the address /\(BadTreeTests.meeting)/plan/index.html → Rename one of them."
        ])
    }

    @Test func pageNamed404() throws {
        expect(try messages(["pages/404.md": "---\ntitle: T\n---\n"]), are: [])
    }

    // MARK: What cannot be read

    @Test func notUTF8() throws {
        let workshop = try Workshop(BadTreeTests.plan)
        try workshop.write(Array("---\ntitle: Plan\n---\n\nFine.\nCaf".utf8) + [0xE9, 0x0A], to: "\(BadTreeTests.meeting)/plan.md")
        #expect(workshop.build().messages.first ==
            "\(BadTreeTests.meeting)/plan.md:6:0: error E105: this line is not in UTF-8 → Save the file with the encoding UTF-8; in most editors this is a choice of “Save as”.")
    }

    @Test(arguments: [[0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
    func everyKindOfBrokenUTF8(_ bytes: [UInt8]) throws {
        let workshop = try Workshop()
        try workshop.write(bytes, to: "site.yml")
        #expect(workshop.build().codes == ["E105"])
    }

    @Test func fiftyMegabytes() throws {
        let workshop = try Workshop(BadTreeTests.plan)
        let path = "\(workshop.content)/\(BadTreeTests.meeting)/plan.md"
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 50 << 20)
        try handle.close()
        let start = ContinuousClock.now
        #expect(workshop.build().messages.first ==
            "\(BadTreeTests.meeting)/plan.md: error E104: this file has 50 MB; a source may have 16 MB at most → Divide it into chapters or appendices, or publish it as an attachment.")
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test(.timeLimit(.minutes(5))) func tenThousandNestedQuotes() throws {
        let quotes = String(repeating: ">", count: 10_000) + " deep\n"
        let start = ContinuousClock.now
        let found = try messages(BadTreeTests.plan.merging(["\(BadTreeTests.meeting)/plan.md": "---\ntitle: Plan\n---\n\n" + quotes]) { $1 })
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("\(BadTreeTests.meeting)/plan.md:5:"))
        #expect(found[0].contains("error E202: lists, quotes or emphasis stand more than "))
        #expect(found[0].hasSuffix(" deep inside each other → Take some of the > or list marks away."))
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func linkOutOfTheTree() throws {
        let workshop = try Workshop()
        try Disk.real.write(Array("secret".utf8), workshop.root + "/outside.md")
        let link = "\(workshop.content)/\(BadTreeTests.meeting)/inside.md"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: workshop.root + "/outside.md")
        expect(workshop.build().messages, are: [
            "\(BadTreeTests.meeting)/inside.md: error E103: this link leads out of the source folder → Copy the file into the source folder in place of the link."
        ])
    }

    @Test func linkToAFolderOutOfTheTree() throws {
        let workshop = try Workshop()
        try FileManager.default.createSymbolicLink(atPath: "\(workshop.content)/pages", withDestinationPath: "/etc")
        #expect(workshop.build().codes == ["E103"])
    }

    @Test(.timeLimit(.minutes(5))) func linksInACircle() throws {
        let workshop = try Workshop()
        let folder = "\(workshop.content)/\(BadTreeTests.meeting)"
        try FileManager.default.createSymbolicLink(atPath: folder + "/loop.md", withDestinationPath: folder + "/loop.md")
        expect(workshop.build().messages, are: [
            "\(BadTreeTests.meeting)/loop.md: error E102: this cannot be read: the links lead in a circle → \(BadTreeTests.remedyToRead)"
        ])
    }

    @Test(.timeLimit(.minutes(5))) func folderThatHoldsItself() throws {
        let workshop = try Workshop()
        let folder = "\(workshop.content)/\(BadTreeTests.meeting)"
        try FileManager.default.createSymbolicLink(atPath: folder + "/again", withDestinationPath: folder)
        let outcome = workshop.build()
        #expect(!outcome.isBuilt)
        #expect(outcome.messages.first ==
            "\(BadTreeTests.meeting)/again: error E129: this is a link to another place in the source folder → Copy what it leads to, or take the link away: a source has one address, and one place that says whether it is exempt.")
    }

    @Test func folderWithoutPermission() throws {
        let workshop = try Workshop(BadTreeTests.plan)
        let folder = "\(workshop.content)/\(BadTreeTests.meeting)"
        var disk = Disk.real
        disk.entries = { path throws(DiskError) in
            if path == folder { throw DiskError("read the folder", path, number: EACCES) }
            return try Disk.real.entries(path)
        }
        #expect(workshop.build(disk: disk).messages.first ==
            "\(BadTreeTests.meeting): error E102: this cannot be read: permission denied → \(BadTreeTests.remedyToRead)")
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything")) func realFolderWithoutPermission() throws {
        let workshop = try Workshop(BadTreeTests.plan)
        let folder = "\(workshop.content)/\(BadTreeTests.meeting)"
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder)
        let messages = workshop.build().messages
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        #expect(messages.contains("\(BadTreeTests.meeting): error E102: this cannot be read: permission denied → \(BadTreeTests.remedyToRead)"))
    }

    @Test func fileThatVanishes() throws {
        let workshop = try Workshop(BadTreeTests.plan)
        let path = "\(workshop.content)/\(BadTreeTests.meeting)/plan.md"
        var disk = Disk.real
        disk.read = { file throws(DiskError) in
            if file == path { throw DiskError("read", file, number: ENOENT) }
            return try Disk.real.read(file)
        }
        #expect(workshop.build(disk: disk).messages.first ==
            "\(BadTreeTests.meeting)/plan.md: error E102: this cannot be read: there is no such file or folder → \(BadTreeTests.remedyToRead)")
    }

    @Test func pipeInPlaceOfAFile() throws {
        let workshop = try Workshop()
        #expect(mkfifo("\(workshop.content)/\(BadTreeTests.meeting)/pipe.md", 0o644) == 0)
        expect(workshop.build().messages, are: [
            "\(BadTreeTests.meeting)/pipe.md: error E102: this cannot be read: it is not a file → \(BadTreeTests.remedyToRead)"
        ])
    }

    // MARK: All at once

    @Test func allThatIsWrongIsSaidInOneRun() throws {
        let found = try Workshop([
            "site.yml": "name: T\nurl: https://t.example/\nnavigation: [abuot]\nlanguag: en\n",
            "pages/about.md": "---\ntitle: About\n---\n\n[gone](nowhere.md)\n",
            "committees/board/committee.md": "---\nnam: B\n---\n",
            BadTreeTests.agenda: "---\nstarts: noon\n---\n\n## 1. Welcome\n\n- Presentr: A\n",
            "committees/board/2026-02-22/agenda.md": "no head\n",
            "strategies/S/strategy.md": "---\n---\n",
        ]).build()
        #expect(!found.isBuilt)
        #expect(found.codes == ["E113", "E121", "E106", "E111", "E109", "E301", "E304", "E109", "E117"])
        #expect(found.diagnostics == found.diagnostics.sorted())
    }
}
