import Testing

/// What is not published yet must not be had by other websites, and nothing outside the site by anybody.
@Suite struct RefusalTests {
    @Test(arguments: [
        "/../site.yml", "/pages/../../site.yml", "/%2e%2e/site.yml", "/%2E%2E/site.yml", "/.%2e/x", "/about/..", "/about/%2e%2e", "/./about/",
        "/%252e%252e/site.yml", "/%25252e/x", "/about%2f..%2fx", "/about%2Fx", "/..%5csite.yml", "/..\\site.yml", "/about\\", "/about%00/", "/%00",
        "/about%0d%0aX-Header:1", "/%", "/%2", "/%zz/", "//etc/passwd", "/%ff/", "http://127.0.0.1/about/", "http://evil.example/", "about/", "*",
        "file:///etc/passwd", "/_moot/../site.yml", "/_moot/%2e%2e/site.yml", "/_moot/page/../../x", "/_moot/page/%2e%2e/x",
    ])
    func pathsThatCouldLeadElsewhere(target: String) async throws {
        let bench = try await Bench.shared()
        let reply = try await bench.send("GET", target)
        #expect([400, 404].contains(reply.status), "\(reply)")
        #expect(!reply.body.contains("Testshire"), "\(reply)")
        #expect(!reply.body.contains("root:"))
    }

    @Test(arguments: [
        "evil.example", "evil.example:PORT", "127.0.0.1", "localhost", "127.0.0.1:1", "localhost:1", "127.0.0.1.evil.example:PORT", "localhost.evil.example:PORT",
        "user@127.0.0.1:PORT", "127.0.0.1:PORT:PORT", "[::1]", "", "0.0.0.0:PORT", "192.168.1.1:PORT", "127.0.0.1:PORT@evil.example",
    ])
    func foreignHosts(host: String) async throws {
        let bench = try await Bench.shared()
        let reply = try await bench.send("GET", "/about/", headers: ["Host": host.replacing("PORT", with: String(bench.port))])
        #expect([400, 403].contains(reply.status), "\(reply)")
        #expect(!reply.body.contains("Testshire"))
    }

    @Test(arguments: ["127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT"])
    func ourOwnNames(host: String) async throws {
        let bench = try await Bench.shared()
        #expect(try await bench.send("GET", "/about/", headers: ["Host": host.replacing("PORT", with: String(bench.port))]).status == 200)
    }

    @Test func aRequestWithoutAHost() async throws {
        #expect(try await Bench.shared().send("GET", "/about/", headers: ["Host": String?.none]).status == 400)
    }

    @Test func onAllAddressesAnyNumberIsOurs() async throws {
        let bench = try await Bench(host: "0.0.0.0")
        #expect(try await bench.send("GET", "/about/", headers: ["Host": "192.168.1.7:\(bench.port)"]).status == 200)
        #expect(try await bench.send("GET", "/about/", headers: ["Host": "evil.example:\(bench.port)"]).status == 403)
        #expect(bench.server.isOpenToOthers)
        #expect(try await !Bench.shared().server.isOpenToOthers)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
    func otherMethods(method: String) async throws {
        let reply = try await Bench.shared().send(method, "/about/")
        #expect(reply.status == 405)
        #expect(reply.headers["allow"] == "GET, HEAD")
    }

    @Test func tooLong() async throws {
        let bench = try await Bench.shared()
        #expect(try await bench.send("GET", "/" + String(repeating: "a", count: 5000)).status == 414)
        #expect(try await bench.send("GET", "/about/?q=" + String(repeating: "a", count: 5000)).status == 414)
        // Such a line is refused before it is gathered.
        let reply = try? await bench.send("GET", "/" + String(repeating: "a", count: 20_000))
        #expect([nil, 0, 414].contains(reply?.status))
        let many = (0..<70).map { ("X-\($0)", Optional(String(repeating: "a", count: 1000))) }
        #expect(try await bench.send("GET", "/about/", headers: Dictionary(uniqueKeysWithValues: many)).status == 431)
    }

    @Test(arguments: ["/_moot/events", "/_moot/page/about/", "/_moot/preview.js", "/about/", "/site.css"])
    func otherWebsites(target: String) async throws {
        let bench = try await Bench.shared()
        for site in ["cross-site", "same-site"] {
            for mode in ["cors", "no-cors", "websocket"] {
                let reply = try await bench.send("GET", target, headers: ["Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode])
                #expect(reply.status == 403, "\(site) \(mode) \(reply)")
            }
        }
        #expect(try await bench.send("GET", target, headers: ["Origin": "https://evil.example"]).status == 403)
        #expect(try await bench.send("GET", target, headers: ["Origin": "null"]).status == 403)
        #expect(try await bench.send("GET", target, headers: ["Origin": "http://127.0.0.1:1"]).status == 403)
    }

    @Test func aLinkFromElsewhereLeadsToAPageAndToNothingElse() async throws {
        let bench = try await Bench.shared()
        let link = ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"]
        #expect(try await bench.send("GET", "/about/", headers: link).status == 200)
        #expect(try await bench.send("GET", "/_moot/page/about/", headers: link).status == 403)
        let own = try await bench.send("GET", "/_moot/page/about/", headers: ["Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"])
        #expect(own.status == 200)
        #expect(own.headers["access-control-allow-origin"] == nil)
        #expect(own.headers["cross-origin-resource-policy"] == "same-origin")
    }
}
