import Testing

/// One type knows every address: no other file has one in a string.
@Suite struct AddressTests {
    /// What addresses of the site are made of.
    static let folders = [
        "committees", "meetings", "minutes", "pack", "strategies", "all", "glossary", "other-formats", "decisions", "actions", "people", "organisations",
        "declarations", "papers", "a-to-z", "changes", "search", "accessibility", "api", "oparl",
    ]
    static let files = [
        "index.html", "index.json", "404.html", "feed.atom", "calendar.ics", "meeting.ics", "pack.pdf", "strategy.pdf", "attendance.csv", "by-kind.csv",
        "to-follow.csv", "sitemap.xml", "robots.txt", "_redirects", "redirects.nginx.conf", "site.css",
    ]

    /// Why files may have them all the same.
    static let exceptions: [(path: String, reason: String)] = [
        ("Sources/1-model/Model/Routes/", "the home of the site's addresses"),
        ("Sources/1-model/Model/SourcePath+Places.swift", "the home of the sources' paths, some of which look like addresses"),
        ("Explanations", "examples of sources, as a clerk writes them, which a test builds"),
    ]

    private func isExcepted(_ path: String) -> Bool { AddressTests.exceptions.contains { path.contains($0.path) } }

    @Test("no address stands in a string beside Routes") func noAddressInAString() throws {
        let folder = try Regex("(^|[^A-Za-z0-9-])(" + AddressTests.folders.joined(separator: "|") + ")/")
        var found: [String] = []
        for file in try Repository.files(in: "Sources") where !isExcepted(file.path) {
            for literal in file.text.literals {
                let isAddress = literal.text.contains(folder) || AddressTests.files.contains { literal.text == $0 || literal.text.hasSuffix("/" + $0) }
                if isAddress { found.append("\(file.path):\(literal.line): “\(literal.text)”") }
            }
        }
        #expect(found.isEmpty, "ask Route for them:\n\(found.joined(separator: "\n"))")
    }

    @Test("the exceptions are files that are there") func exceptionsAreNeeded() throws {
        let paths = try Repository.files(in: "Sources").map(\.path)
        for exception in AddressTests.exceptions { #expect(paths.contains { $0.contains(exception.path) }, "\(exception.path): \(exception.reason)") }
    }
}
