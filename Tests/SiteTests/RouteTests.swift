import Foundation
import Model
import Platform
import Testing

/// Every address of the site, there and back.
@Suite("Routes") struct RouteTests {
    @Test("every file of the sample has a route, and the route has its address and its file") func thereAndBack() throws {
        let workshop = try Workshop(base: [:])
        expect(workshop.build(content: Repository.sample, today: "2026-11-21", baseURL: "https://example.gov.uk/meetings/").messagesButNotes, are: [])
        var unknown: [String] = []
        for path in workshop.files().keys.sorted() where path != ".moot" {
            let route = try #require(Route(path: path), "\(path) has no route")
            #expect(route.file == path)
            #expect(Route(address: route.address) == route, "\(path): \(route.address.path)")
            #expect(!route.kind.isEmpty)
            if case .file = route { unknown.append(path) }
        }
        // All that Moot makes has a route of its own; only what others made has none.
        let given = Tree.paths(Repository.statics) + Tree.paths(Repository.sample).map { Route.published($0) }
        #expect(Set(unknown).subtracting(given) == [])
    }

    @Test("every page of the sample is the page of its source") func pagesOfSources() throws {
        let workshop = try Workshop(base: [:])
        _ = workshop.build(content: Repository.sample, today: "2026-11-21")
        let site = workshop.files()
        var found = 0
        for path in Tree.paths(Repository.sample) where path.hasSuffix(".md") {
            guard let route = Route(source: path, isOnePage: { _ in false }), site[route.file] != nil else { continue }
            found += 1
            let isSupplement = path.contains("/supplement-") || path.hasSuffix(".draft.md")
            #expect(isSupplement || route == .accessibility || route.sources == [path], "\(path): \(route)")
        }
        #expect(found > 50)
    }

    static let odd: [(path: String, route: Route)] = [
        ("", .home), ("index.html", .home), ("committees/board/", .committee("board")), ("committees/board/meetings/index.json", .meetingList(committee: "board")),
        ("committees/board/2026-01-22-budget/a/b/", .paper(MeetingID(committee: "board", slug: "2026-01-22-budget"), "a/b")),
        ("committees/board/about/", .page("committees/board/about")), ("meetings/soon/", .page("meetings/soon")), ("decisions/02026/", .page("decisions/02026")),
        ("strategies/air/all/", .wholeStrategy("air")), ("strategies/air/a/all/", .chapter(strategy: "air", "a/all")),
        ("committees/board/2026-01-22/board-2026-01-22.zip", .archive(MeetingID(committee: "board", slug: "2026-01-22"))),
        ("committees/board/2026-01-22/other.zip", .file("committees/board/2026-01-22/other.zip")),
        ("committees/board/2026-01-22/table-0.csv", .file("committees/board/2026-01-22/table-0.csv")),
        ("a/feed.atom", .file("a/feed.atom")), ("api/oparl/person/2/index.json", .oparl(.list("person", page: 2))), ("search/index.html", .search),
        ("search/records/0/1.bin", .searchFile("records/0/1.bin")), ("people/jo-hill/jo-hill.csv", .table(of: .person("jo-hill"))),
        ("people/jo-hill/x.csv", .file("people/jo-hill/x.csv")),
    ]

    @Test("an address is what its form says", arguments: odd.indices) func byForm(_ at: Int) {
        #expect(Route(path: RouteTests.odd[at].path) == RouteTests.odd[at].route)
    }

    @Test("what is no path of a site has no route", arguments: ["/", "/a/", "a//b/", "../a/", "a/./b"]) func noPath(_ path: String) { #expect(Route(path: path) == nil) }
}
