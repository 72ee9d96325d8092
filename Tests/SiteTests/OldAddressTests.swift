import Foundation
import Platform
import Testing

/// Ways on from old addresses: that they lead somewhere, and that servers read them as they are meant.
@Suite struct OldAddressTests {
    static let odd = [
        "/old page/", "/it's/", "/a;b/", "/a$b/", "/${uri}/", "/a\"b/", "/a{b}c/", "/ünï/", "/a*b/", "/:id/", "/a%25b/", "/Caps/", "/caps/", "/x.aspx", "/a&b=c/", "/#5/",
        "/~user/", "/default/", "/a'\"$;{}/",
    ]

    private func redirects(_ entries: [(String, String)]) throws -> Workshop {
        let yaml = entries.map { "- from: '\($0.0.replacing("'", with: "''"))'\n  \($0.1)\n" }.joined()
        return try Workshop(["redirects.yml": yaml])
    }

    // MARK: Where they lead

    @Test func toAnotherOldAddress() throws {
        let workshop = try redirects([("/a/", "to: /b/"), ("/b/", "to: /c/"), ("/c/", "to: /committees/board/")])
        expect(workshop.build().messages, are: [
            "redirects.yml:2:3: error E730: /b/ is itself an old address that is sent on → Send it straight on: “to: /committees/board/”.",
            "redirects.yml:4:3: error E730: /c/ is itself an old address that is sent on → Send it straight on: “to: /committees/board/”.",
        ])
    }

    @Test func toWhatIsGone() throws {
        expect(try redirects([("/a/", "to: /b/"), ("/b/", "gone: Lost.")]).build().messages, are: [
            "redirects.yml:2:3: error E733: /b/ is itself an old address, and what was there is gone → Give “gone: …” with the reason here too."
        ])
    }

    @Test func inACircle() throws {
        let remedy = "Let one of them lead to a page that is there, or give “gone: …” with the reason."
        expect(try redirects([("/a/", "to: /b/"), ("/b/", "to: /a"), ("/c/", "to: /c/")]).build().messages, are: [
            "redirects.yml:2:3: error E731: this goes round in a circle: /a/ → /b/ → /a/ → \(remedy)",
            "redirects.yml:4:3: error E731: this goes round in a circle: /b/ → /a/ → /b/ → \(remedy)",
            "redirects.yml:6:3: error E731: this goes round in a circle: /c/ → /c/ → \(remedy)",
        ])
    }

    @Test func intoACircle() throws {
        #expect(try redirects([("/a/", "to: /b/"), ("/b/", "to: /c/"), ("/c/", "to: /b/")]).build().codes == ["E731", "E731"])
    }

    @Test func partsInACircle() throws {
        let board = "/committees/board/"
        #expect(try redirects([("\(board)#a", "to: \(board)#b"), ("\(board)#b", "to: \(board)#a")]).build().codes == ["E731", "E731"])
        #expect(try redirects([("\(board)#a", "to: \(board)#b"), ("\(board)#b", "to: /meetings/")]).build().codes == ["E730"])
    }

    @Test(arguments: ["/costs.xlsx", "/meetings/1900/", "/changes/"]) func nowhere(_ to: String) throws {
        #expect(try redirects([("/a/", "to: \(to)")]).build().codes == ["E732"])
    }

    /// A site with a page of each kind, some old addresses, and the messages about them.
    private func messages(_ entries: [(from: String, outcome: String)]) throws -> [String] {
        let yaml = entries.map { "- from: \($0.from)\n  \($0.outcome)\n" }.joined()
        let workshop = try Workshop(OldAddressTests.everything.merging(["redirects.yml": yaml]) { $1 })
        let outcome = workshop.build()
        #expect(outcome.codes == workshop.check().sorted().map(\.code))
        return outcome.messages
    }

    /// One mistake has one code, whatever kind of page was meant, and the nearest of all pages and files.
    @Test func nearly() throws {
        let meant = [
            ("/people/amina-hartly/", "/people/amina-hartley/"), ("/decision/", "/decisions/"), ("/comittees/", "/committees/"), ("/meetings/2025/", "/meetings/2026/"),
            ("/committees/board/2026-01-22/mintes/", "/committees/board/2026-01-22/minutes/"), ("/comittees/board/2026-01-22/pln/", "/committees/board/2026-01-22/plan/"),
            ("/committees/board/2026-01-22/plan/costs.xslx", "/committees/board/2026-01-22/plan/costs.xlsx"),
            ("/organisations/count-trust/", "/organisations/county-trust/"), ("/strategies/air/al/", "/strategies/air/all/"), ("/aboot/", "/about/"),
        ]
        expect(try messages(meant.indices.map { ("/old-\($0)/", "to: \(meant[$0].0)") }), are: meant.enumerated().map {
            "redirects.yml:\($0 * 2 + 2):3: error E732: there is nothing at \($1.0) → Did you mean “\($1.1)”?"
        })
    }

    @Test func nowhereNear() throws {
        let targets = ["/nonsense/", "/people/nobody-at-all/", "/organisations/nobody-at-all/", "/decisions/1900/", "/nothing-like-it.pdf"]
        let remedy = "Name a page or file of this site, or give “gone: …” with the reason."
        expect(try messages(targets.indices.map { ("/old-\($0)/", "to: \(targets[$0])") }), are: targets.enumerated().map {
            "redirects.yml:\($0 * 2 + 2):3: error E732: there is nothing at \($1) → \(remedy)"
        })
    }

    // MARK: Where they stand

    /// A small site with a page of each kind.
    static let everything = [
        "pages/about.md": "---\ntitle: About\n---\n\nSee [the map](map.csv).\n", "pages/map.csv": "a\n",
        "glossary.yml": "- term: SEND\n  meaning: Special educational needs\n",
        "committees/board/committee.md": "---\nname: Test Board\nmembers:\n- name: Amina Hartley\n  organisation: County Trust\n---\n",
        "committees/board/2026-01-22/agenda.md": "---\nissued: 2026-01-10\n---\n\n## 1. Plan\n\n- Papers: [Plan](plan.md)\n",
        "committees/board/2026-01-22/plan.md": "---\ntitle: Plan\n---\n\n| Year | Cost |\n|---|---|\n| 2026 | 5 |\n| 2027 | 6 |\n",
        "committees/board/2026-01-22/plan/costs.xlsx": "x",
        "committees/board/2026-01-22/minutes.md":
            "---\nstatus: draft\n---\n\n# Present\n\n- Amina Hartley (Chair)\n\n# Minutes\n\n## 1. Plan (item 1)\n\n**RESOLVED** that it be adopted.\n",
        "strategies/air/strategy.md": "---\ntitle: Clean air\n---\n\n## Foreword\n\nAir.\n", "strategies/air/01-aims.md": "---\ntitle: Aims\n---\n\nLess soot.\n",
    ]

    static let pages = [
        "/committees/", "/committees/board/", "/committees/board/2026-01-22", "/committees/board/2026-01-22/minutes/", "/committees/board/2026-01-22/pack/",
        "/committees/board/2026-01-22/plan/", "/meetings/", "/meetings/2026/", "/decisions/", "/decisions/2026/", "/actions/", "/declarations/", "/people/",
        "/people/amina-hartley/", "/organisations/", "/organisations/county-trust/", "/papers/", "/papers/2026/", "/a-to-z/", "/glossary/", "/glossary/send/",
        "/changes/", "/search/", "/accessibility/", "/strategies/", "/strategies/air/", "/strategies/air/all/", "/strategies/air/01-aims/", "/about/",
    ]
    static let files = [
        "/site.css", "/feed.atom", "/decisions/feed.atom", "/decisions/decisions.csv", "/people/attendance.csv", "/committees/board/2026-01-22/meeting.ics",
        "/committees/board/2026-01-22/board-2026-01-22.zip", "/committees/board/2026-01-22/plan/table-1.csv", "/committees/board/2026-01-22/plan/costs.xlsx", "/map.csv",
        "/api/oparl/index.json", "/api/oparl/person/index.json", "/sitemap.xml", "/robots.txt", "/404.html", "/_redirects", "/redirects.nginx.conf",
        "/search/words-0123456789abcdef.bin",
    ]

    private static let takeItOut = "so nobody can be sent on from there → Take the entry out of redirects.yml."

    @Test func fromPagesThatAreThere() throws {
        expect(try messages(OldAddressTests.pages.map { ($0, "to: /about/") }), are: OldAddressTests.pages.enumerated().map {
            "redirects.yml:\($0 * 2 + 1):3: error E306: there is a page at \($1.hasSuffix("/") ? $1 : $1 + "/"), \(OldAddressTests.takeItOut)"
        })
    }

    @Test func fromFilesThatAreThere() throws {
        expect(try messages(OldAddressTests.files.map { ($0, "to: /about/") }), are: OldAddressTests.files.enumerated().map {
            "redirects.yml:\($0 * 2 + 1):3: error E306: there is a file at \($1), \(OldAddressTests.takeItOut)"
        })
    }

    @Test func inTheWayOfFiles() throws {
        let entries = [
            ("/site.css/old/", "file at /site.css"), ("/committees/index.html", "page at /committees/index.html"), ("/map.csv/more.html", "file at /map.csv"),
        ]
        expect(try messages(entries.map { ($0.0, "to: /about/") }), are: entries.enumerated().map {
            "redirects.yml:\($0 * 2 + 1):3: error E306: there is a \($1.1), \(OldAddressTests.takeItOut)"
        })
    }

    @Test func inTheWayOfEachOther() throws {
        expect(try redirects([("/a.b", "gone: x"), ("/a.b/c/", "gone: x"), ("/d.e/f/", "gone: x"), ("/d.e", "gone: x")]).build().messages, are: [
            "redirects.yml:3:3: error E306: there is a page at /a.b, so nobody can be sent on from there → Take the entry out of redirects.yml.",
            "redirects.yml:7:3: error E306: there is a page at /d.e/, so nobody can be sent on from there → Take the entry out of redirects.yml.",
        ])
    }

    /// Parts of pages that no source is behind count as well.
    @Test func partsOfRegisters() throws {
        let parts = ["/meetings/#year-1900", "/people/#x", "/decisions/2026/#month-2026-1", "/decisions/1900/#x", "/people/nobody/#x"]
        expect(try messages(parts.map { ($0, "gone: x") }), are: [
            "redirects.yml:5:3: error E320: /decisions/2026/#month-2026-1 is still there, so nobody can be sent on from there → Take the entry out of redirects.yml.",
            "redirects.yml:7:3: error E735: there is no page at /decisions/1900/, so no part of it can be sent on → Send the page on as a whole, without “#” and what follows it.",
            "redirects.yml:9:3: error E735: there is no page at /people/nobody/, so no part of it can be sent on → Send the page on as a whole, without “#” and what follows it.",
        ])
    }

    /// All kinds of mistakes are said in one run, whatever else is wrong with the sources.
    @Test(arguments: [[:], ["committees/board/2026-01-22/agenda.md": "---\nnosuchkey: 1\n---\n\n## 1. Welcome\n"], ["pages/about.md": "---\ntitle: About\n---\n\n[x](nothing.md)\n"]])
    func allInOneRun(_ other: [String: String]) throws {
        let yaml = [("/a/", "to: /nonsense/"), ("/decisions/", "to: /meetings/"), ("/b/", "to: 'javascript:x()'"), ("/c?d", "gone: x"), ("/e/", "gone: x"), ("/e", "gone: y")]
            .map { "- from: \($0.0)\n  \($0.1)\n" }.joined()
        let workshop = try Workshop(["redirects.yml": yaml].merging(other) { $1 })
        let found = workshop.build()
        #expect(found.diagnostics.filter { $0.location.path.hasSuffix("redirects.yml") }.map(\.code) == ["E732", "E306", "E311", "E310", "E307"])
        #expect(found.codes == workshop.check().sorted().map(\.code))
    }

    /// What is there but could not be read is not said to be missing.
    @Test func toAPageThatCannotBeRead() throws {
        let workshop = try Workshop(["pages/about.md": "no head\n", "redirects.yml": "- from: /a/\n  to: /about/\n- from: /b/\n  to: /abuot/\n"])
        #expect(workshop.build().codes == ["E106", "E732"])
    }

    @Test func toAPartThatIsNotThere() throws {
        let board = "committees/board/2026-01-22/"
        let message = "redirects.yml:2:3: error E734: the page /\(board) has no part #item-11 → Did you mean “/\(board)#item-1”?"
        expect(try redirects([("/a/", "to: /\(board)#item-11")]).build().messages, are: [message])
        #expect(try redirects([("/a/", "to: /meetings/#nothing-like-it")]).build().codes == ["E734"])
    }

    @Test(arguments: ["/site.css", "/meetings/2026/", "https://elsewhere.example/x?a=b&c=$d", "/committees/board/2026-01-22/#item-1"]) func somewhere(_ to: String) throws {
        expect(try redirects([("/a/", "to: \(to)")]).build().messages, are: [])
    }

    @Test(arguments: ["/a/##b", "/a/#", "/a/#b c", "/a//b/", "/a\\b/", "/_redirects", "/.hidden/", "/a /"]) func noOldAddress(_ from: String) throws {
        #expect(!(try redirects([(from, "gone: x")]).build().isBuilt))
    }

    @Test func thePageAtAnOldAddressNamesWhatIsThereNow() throws {
        let workshop = try redirects([("/a/", "to: /committees/board/2026-01-22/#item-1"), ("/b/", "to: https://elsewhere.example/x"), ("/c/", "to: /meetings/")])
        expect(workshop.build(baseURL: "https://testshire.example/").messages, are: [])
        let page = workshop.page("a/index.html")
        #expect(page.contains(#"<link rel="canonical" href="https://testshire.example/committees/board/2026-01-22/#item-1">"#))
        #expect(page.contains(#"<a href="../committees/board/2026-01-22/#item-1">Test Board, 22 January 2026</a>"#), "\(page)")
        #expect(workshop.page("b/index.html").contains(#"<a href="https://elsewhere.example/x">https://elsewhere.example/x</a>"#))
        #expect(workshop.page("c/index.html").contains(#"<a href="../meetings/">https://testshire.example/meetings/</a>"#))
    }

    // MARK: What servers make of them

    @Test func rules() throws {
        let workshop = try redirects([("/old page/", "to: /meetings/"), ("/a*b/:c/", "to: https://x.example/?q=a b$c"), ("/g/", "gone: Lost.")])
        let outcome = workshop.build(baseURL: "https://testshire.example/council/")
        expect(outcome.messages, are: [])
        #expect(workshop.page("_redirects") == """
            /council/old%20page/ /council/meetings/ 301
            /council/old%20page /council/meetings/ 301
            /council/a%2Ab/%3Ac/ https://x.example/?q=a%20b%24c 301
            /council/a%2Ab/%3Ac https://x.example/?q=a%20b%24c 301
            /council/g/ /council/g/ 410
            /council/g /council/g 410

            """)
        #expect(workshop.page("old page/index.html").contains("content=\"0; url=../meetings/\""))
        #expect(workshop.page("old page/index.html").contains("<link rel=\"canonical\""))
    }

    @Test func noRulesWithoutOldAddresses() throws {
        let workshop = try Workshop()
        #expect(workshop.build().isBuilt)
        #expect(workshop.files()["_redirects"] == nil && workshop.files()["redirects.nginx.conf"] == nil)
    }

    @Test func escapesInOldAddressesAreUndone() throws {
        let workshop = try redirects([("/old%20page/", "to: /meetings/")])
        expect(workshop.build().messages, are: [])
        #expect(workshop.page("old page/index.html").contains("../meetings/"))
    }

    /// Asks the real server, where there is one.
    @Test(.enabled(if: Nginx.isThere, "nginx is not installed"), .timeLimit(.minutes(5))) func nginx() throws {
        let plain = OldAddressTests.odd.filter { !$0.contains("#") }
        let workshop = try redirects(
            plain.map { ($0, "to: /meetings/2026/") } + plain.map { ("/gone\($0)", "gone: 'Lost; $uri \"quoted\"'") }
                + [("/\(String(repeating: "long/", count: 60))", "to: https://x.example/a?b=$uri;c&d=\"e\"")])
        expect(workshop.build().messages, are: [])
        let server = try Nginx(workshop)
        defer { server.stop() }
        for path in plain {
            let (status, target, _) = try server.get(path.removingPercentEncoding!)
            #expect(status == 301 && target.hasSuffix("/meetings/2026/"), "\(path): \(status) \(target)")
            let gone = try server.get("/gone" + path.removingPercentEncoding!)
            #expect(gone.status == 410 && gone.body.contains("Lost; $uri"), "\(path): \(gone.status)")
        }
        #expect(try server.get("/old page").status == 301, "without the slash at the end")
        #expect(try server.get("/" + String(repeating: "long/", count: 60)).target == "https://x.example/a?b=%24uri%3Bc&d=%22e%22")
        #expect(try server.get("/meetings/2026/").status == 200)
        #expect(try server.get("/nowhere/").status == 404)
    }
}

/// A server of one folder.
private final class Nginx {
    static let executable = "/usr/sbin/nginx"
    static let isThere = FileManager.default.isExecutableFile(atPath: executable)
    private let process = Process()
    private let socket: String

    init(_ workshop: Workshop) throws {
        let root = workshop.root
        socket = root + "/n.sock"
        let log = root + "/nginx.log"
        let configuration = """
            daemon off; master_process off; pid \(root)/nginx.pid; error_log \(log);
            events {}
            http {
              access_log off; client_body_temp_path \(root)/t1; proxy_temp_path \(root)/t2; fastcgi_temp_path \(root)/t3; uwsgi_temp_path \(root)/t4; scgi_temp_path \(root)/t5;
              server {
                listen unix:\(socket); root \(workshop.output);
                include \(workshop.output)/redirects.nginx.con[f];
              }
            }
            """
        try Disk.real.write(Array(configuration.utf8), root + "/nginx.conf")
        let test = Process()
        test.executableURL = URL(filePath: Nginx.executable)
        test.arguments = ["-t", "-q", "-c", root + "/nginx.conf", "-e", log]
        try test.run()
        test.waitUntilExit()
        #expect(test.terminationStatus == 0, "\((try? String(contentsOfFile: log, encoding: .utf8)) ?? "")")
        process.executableURL = URL(filePath: Nginx.executable)
        process.arguments = ["-c", root + "/nginx.conf", "-e", log]
        try process.run()
        for _ in 0..<100 where !FileManager.default.fileExists(atPath: socket) { Thread.sleep(forTimeInterval: 0.05) }
    }

    func stop() {
        // A test's threads keep other signals from the programs that they begin.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func get(_ path: String) throws -> (status: Int, target: String, body: String) {
        let curl = Process()
        let answer = Pipe()
        curl.executableURL = URL(filePath: "/usr/bin/curl")
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "/.-_~")))!
        curl.arguments = ["-s", "-m", "5", "--unix-socket", socket, "-w", "\n%{http_code} %{redirect_url}", "http://site.example" + escaped]
        curl.standardOutput = answer
        try curl.run()
        let text = String(decoding: answer.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        curl.waitUntilExit()
        let last = text.components(separatedBy: "\n").last!.split(separator: " ", omittingEmptySubsequences: false)
        return (Int(last[0]) ?? 0, String(last.dropFirst().joined(separator: " ")), text)
    }
}
