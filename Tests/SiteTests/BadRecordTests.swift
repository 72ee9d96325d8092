import Foundation
import Platform
import Testing

/// A record that somebody broke: what it says, where, and what to do.
@Suite struct BadRecordTests {
    static let header = "address\tpublished\tchanged\ttext\n"
    static let again = "Take the line from version control again."

    private func messages(_ record: String) throws -> [String] { try Workshop(["published.tsv": record]).build().messages }

    @Test func mergeMarks() throws {
        let remedy = "Keep the lines of both sides and delete the lines with the marks <<<<<<<, ======= and >>>>>>>."
        let record = BadRecordTests.header + "<<<<<<< HEAD\n/\t2026-01-01\t2026-01-01\t\n=======\n/meetings/\t2026-01-02\t2026-01-02\t\n>>>>>>> other\n"
        expect(try messages(record), are: [2, 4, 6].map { "published.tsv:\($0):1: error E701: this is a mark of an unfinished merge → \(remedy)" })
        expect(try messages("<<<<<<< HEAD\n" + BadRecordTests.header), are: ["published.tsv:1:1: error E701: this is a mark of an unfinished merge → \(remedy)"])
        // What the remedy says works, in whatever order the lines stand then.
        expect(try messages(BadRecordTests.header + "/meetings/\t2026-01-02\t2026-01-02\t\n/\t2026-01-01\t2026-01-01\t\n"), are: [])
    }

    @Test(arguments: [
        "nonsense", "/", "/\t2026-01-01", "/\t2026-01-01\t2026-01-01", "/\t2026-01-01\t2026-01-01\t\t", "meetings/\t2026-01-01\t2026-01-01\t",
        "/\t2026-01-01\t2026-01-01\tabc", "/\t2026-01-01\t2026-01-01\tABCDEF0123456789", "/\t2026-01-01\t2026-01-01\tlost", "/meetings/#\t2026-01-01\t\t", " ",
    ])
    func brokenLines(_ line: String) throws {
        expect(try messages(BadRecordTests.header + line + "\n"), are: [
            "published.tsv:2:1: error E702: this is no line of the record of addresses → A line is an address that begins with /, two dates and a number for the text, with tabs between. Take the line from version control again."
        ])
    }

    @Test(arguments: [("2026-02-30", 3), ("1.2.2026", 3), ("", 3), ("2026-01-0a", 3)]) func dates(_ date: String, _ column: Int) throws {
        expect(try messages(BadRecordTests.header + "/\t\(date)\t2026-01-01\t\n"), are: [
            "published.tsv:2:\(column): error E703: “\(date)” is not a date → Write it as 2027-03-02, or take the line from version control again."
        ])
    }

    @Test func changedBeforePublished() throws {
        expect(try messages(BadRecordTests.header + "/\t2026-01-02\t2026-01-01\t\n"), are: [
            "published.tsv:2:14: error E704: this address was changed before it was published → Put the earlier date first, or take the line from version control again."
        ])
    }

    @Test func theFirstLine() throws {
        let missing = "published.tsv:1:1: error E705: the first line of the record, with the names of its columns, is missing → Take the file from version control again. Delete it only if nothing was ever published: then “moot publish” begins a new one."
        let workshop = try Workshop()
        try workshop.write("", to: "published.tsv")
        expect(workshop.build().messages, are: [missing])
        expect(try messages("/\t2026-01-01\t2026-01-01\t\n"), are: [missing])
        expect(try messages("address\tpublished\tchangd\ttext\n"), are: [
            "published.tsv:1:1: error E706: the record has no column “changd” → Did you mean “changed”?"
        ])
        expect(try messages("address\tpublished\tchanged\ttext\tsize\n"), are: [
            "published.tsv:1:1: error E706: the record has no column “size” → The first line is: address, published, changed, text, with tabs between."
        ])
        expect(try messages("published\taddress\tchanged\ttext\n"), are: [
            "published.tsv:1:1: error E707: the columns of the record are not as Moot writes them → The first line is: address, published, changed, text, with tabs between, not blanks. Take the file from version control again."
        ])
    }

    /// An editor that writes blanks for tabs spoils every line, and one message is enough.
    @Test func blanksForTabs() throws {
        let record = (BadRecordTests.header + "/\t2026-01-01\t2026-01-01\t\n/meetings/\t2026-01-01\t2026-01-01\t\n").replacing("\t", with: "    ")
        #expect(try Workshop(["published.tsv": record]).build().codes == ["E707"])
    }

    @Test func notUTF8() throws {
        let workshop = try Workshop()
        try workshop.write(Array(BadRecordTests.header.utf8) + [0x2F, 0xFF, 0x0A], to: "published.tsv")
        expect(workshop.build().messages, are: [
            "published.tsv:2:0: error E708: this file is not in UTF-8 → Take it from version control again; no program but Moot needs to write it."
        ])
    }

    @Test func tooLarge() throws {
        let workshop = try Workshop(["published.tsv": BadRecordTests.header])
        var disk = Disk.real
        disk.entry = { path throws(DiskError) in
            let entry = try Disk.real.entry(path)
            return path.hasSuffix("published.tsv") ? DiskEntry(name: "published.tsv", kind: .file, size: 300 << 20) : entry
        }
        expect(workshop.build(disk: disk).messages, are: [
            "published.tsv: error E709: this file has 300 MB, more than the 256 MB that a record may have → It is hardly the file that Moot wrote. Take it from version control again."
        ])
    }

    @Test func aFolder() throws {
        #expect(try Workshop(["published.tsv/a.md": "x"]).build().codes.contains("E102"))
    }

    @Test func twice() throws {
        let lines = ["/\t2026-01-03\t2026-01-05\t", "/\t2026-01-01\t2026-01-04\t", "/committees/board/2026-01-22/#item-1\t2026-01-01\t\t", "/committees/board/2026-01-22/#item-1\t2026-01-02\t\t"]
        let workshop = try Workshop(["published.tsv": BadRecordTests.header + lines.joined(separator: "\n") + "\n"])
        let remedy = "Both are read: the earlier day of publication and the later text count. “moot publish” makes one line of them."
        expect(workshop.build(publishing: true).messages, are: [
            "published.tsv:3:1: warning W701: this address stands in line 2 already → \(remedy)", "published.tsv:5:1: warning W701: this address stands in line 4 already → \(remedy)",
        ])
        #expect(workshop.record.contains("\n/\t2026-01-01\t2026-01-05\t\n"))
        expect(workshop.build().messages, are: [])
    }

    @Test func carriageReturns() throws {
        let workshop = try Workshop()
        #expect(workshop.build(publishing: true).isBuilt)
        let record = workshop.record
        try workshop.write(record.replacing("\n", with: "\r\n"), to: "published.tsv")
        let outcome = workshop.build(publishing: true)
        expect(outcome.messages, are: [
            "published.tsv:1:1: warning W702: the lines of this file end with carriage returns → They are read all the same; “moot publish” writes the file without them. The line “published.tsv -text” in .gitattributes keeps them out."
        ])
        #expect(outcome.record?.new == 0)
        #expect(workshop.record == record)
    }

    /// A file of nonsense is not told line by line.
    @Test(.timeLimit(.minutes(5))) func huge() throws {
        let nonsense = String(repeating: "nonsense\n", count: 100_000)
        #expect(try Workshop(["published.tsv": BadRecordTests.header + nonsense]).build().codes.count == 50)
        let lines = (0..<40_000).map { "/meetings/#a\($0)\t2026-01-01\t\t\n" }.shuffled().joined()
        #expect(try Workshop(["published.tsv": BadRecordTests.header + lines]).build().codes.count == 40_000)
    }

    /// Nobody but the disk can break a record while it is written.
    @Test func nothingIsPublishedOverABrokenRecord() throws {
        let broken = BadRecordTests.header + "nonsense\n"
        let workshop = try Workshop(["published.tsv": broken])
        #expect(!workshop.build(publishing: true).isBuilt)
        #expect(workshop.record == broken)
        #expect(workshop.files().isEmpty)
    }
}
