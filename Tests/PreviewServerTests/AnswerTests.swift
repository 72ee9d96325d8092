import Foundation
import Testing

@testable import PreviewServer

@Suite struct AnswerTests {
    @Test func aPageIsTheBuildsButForTwoLines() async throws {
        let bench = try await Bench.shared()
        let reply = try await bench.send("GET", "/about/")
        #expect(reply.status == 200)
        #expect(reply.headers["content-type"] == "text/html; charset=utf-8")
        let page = String(decoding: try #require(try bench.site.file("about/")).bytes, as: UTF8.self)
        let mark = PageAdditions.mark(of: Array(page.utf8))
        let bare = reply.body.replacing(#"<link rel="stylesheet" href="/_moot/preview.css">"#, with: "")
            .replacing(#"<script type="module" src="/_moot/preview.js" data-page="\#(mark)"></script>"#, with: "")
        #expect(bare == page)
        #expect(reply.body.utf8.count > page.utf8.count)
    }

    @Test(arguments: [
        ("<html><head></head><body>x</body></html>", "<html><head>S</head><body>xJ</body></html>"),
        ("<HTML><HEAD></HEAD><BODY>x</BODY></HTML>", "<HTML><HEAD>S</HEAD><BODY>xJ</BODY></HTML>"),
        ("<p>x", "<p>xJ"), ("", "J"), ("<body></body><p></body>", "<body></body><p>J</body>"), ("<head></head>", "<head>S</head>J"),
    ])
    func wherePagesAreAddedTo(page: String, expected: String) {
        let added = String(decoding: PageAdditions.add(to: Array(page.utf8), mark: "m"), as: UTF8.self)
        let short = added.replacing(#"<link rel="stylesheet" href="/_moot/preview.css">"#, with: "S")
            .replacing(#"<script type="module" src="/_moot/preview.js" data-page="m"></script>"#, with: "J")
        #expect(short == expected)
    }

    @Test(arguments: [
        ("/", "text/html; charset=utf-8"), ("/about/index.html", "text/html; charset=utf-8"), ("/site.css", "text/css; charset=utf-8"),
        ("/search.js", "text/javascript; charset=utf-8"), ("/icon.svg", "image/svg+xml; charset=utf-8"), ("/feed.atom", "application/atom+xml; charset=utf-8"),
        ("/_moot/preview.js", "text/javascript; charset=utf-8"), ("/_moot/panel.css", "text/css; charset=utf-8"), ("/_moot/worker.js", "text/javascript; charset=utf-8"),
    ])
    func types(target: String, type: String) async throws {
        let reply = try await Bench.shared().send("GET", target)
        #expect(reply.status == 200)
        #expect(reply.headers["content-type"] == type)
        #expect(reply.headers["cache-control"] == "no-cache")
        #expect(reply.headers["x-content-type-options"] == "nosniff")
    }

    @Test func whatIsKeptIsAskedForAgainAndNotSentTwice() async throws {
        let bench = try await Bench()
        let first = try await bench.send("GET", "/about/")
        let mark = try #require(first.headers["etag"])
        let second = try await bench.send("GET", "/about/", headers: ["If-None-Match": mark])
        #expect(second.status == 304)
        #expect(second.body.isEmpty)
        try bench.save("---\ntitle: About\n---\n\nNew words.\n", as: Bench.page)
        let third = try await bench.send("GET", "/about/", headers: ["If-None-Match": mark])
        #expect(third.status == 200)
        #expect(third.body.contains("New words."))
    }

    @Test func headIsGetWithoutTheBody() async throws {
        let bench = try await Bench.shared()
        let whole = try await bench.send("GET", "/about/")
        let head = try await bench.send("HEAD", "/about/")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.headers["content-length"] == String(whole.body.utf8.count))
        #expect(head.headers["etag"] == whole.headers["etag"])
    }

    @Test func aFolderWithoutItsSlashLeadsToTheOneWithIt() async throws {
        let bench = try await Bench.shared()
        let reply = try await bench.send("GET", "/about?a=b")
        #expect(reply.status == 302)
        #expect(reply.headers["location"] == "/about/?a=b")
    }

    @Test func whatIsNotThere() async throws {
        let bench = try await Bench.shared()
        let reply = try await bench.send("GET", "/nothing/here/")
        #expect(reply.status == 404)
        #expect(reply.headers["content-type"] == "text/html; charset=utf-8")
        #expect(reply.body.contains("/_moot/preview.js"))
        for target in ["/Content/site.yml", "/site.yml", "/pages/about.md", "/_moot/nothing", "/_moot/", "/_moot/Browser/preview.js", "/a//b"] {
            #expect(try await bench.send("GET", target).status == 404, "\(target)")
        }
    }

    @Test func whileThereIsNoSiteThePageSaysSo() async throws {
        let bench = try await Bench(["site.yml": "nam: x\n"])
        let reply = try await bench.send("GET", "/about/")
        #expect(reply.status == 503)
        #expect(reply.body.contains("There is no site to show yet"))
        #expect(reply.body.contains("/_moot/preview.js"))
        #expect(reply.headers["cache-control"] == "no-store")
        try bench.save("name: Testshire Council\nurl: https://example.gov.uk/\n", as: "site.yml")
        #expect(try await bench.send("GET", "/about/").status == 200)
    }

    @Test func anErrorLeavesTheLastGoodPage() async throws {
        let bench = try await Bench()
        try bench.save("---\ntitle: [\n---\n\nBroken words.\n", as: Bench.page)
        let reply = try await bench.send("GET", "/about/")
        #expect(reply.status == 200)
        #expect(reply.body.contains("Other words."))
        let facts = try await bench.send("GET", "/_moot/page/about/").body
        #expect(facts.contains(#""severity":"error""#))
        #expect(facts.contains("about.md:"))
    }

    @Test func theNextPortIsTakenWhereOneIsNotFree() async throws {
        let first = try await Bench.shared()
        let options = PreviewServer.Options(port: Int(first.port), editor: .standard, workingFolder: "/", line: { _, _ in nil })
        let second = try PreviewServer(first.site, options)
        let address = try await second.start()
        #expect(address != "http://127.0.0.1:\(first.port)/")
        #expect(address.hasPrefix("http://127.0.0.1:"))
        await second.stop()
    }

    @Test func anAddressOfAnotherMachineIsAnErrorInWords() async throws {
        let bench = try await Bench.shared()
        for host in ["no-such-name.invalid", "192.0.2.1"] {
            let failure = #expect(throws: PreviewServer.Failure.self) {
                try PreviewServer(bench.site, PreviewServer.Options(host: host, port: 8000, editor: .standard, workingFolder: "/", line: { _, _ in nil }))
            }
            #expect(failure?.diagnostic.code == "E901")
        }
    }
}
