import Foundation
import Platform
import Testing

/// The program makes a site with the templates and static files that it carries, and with a user's own before them.
@Suite struct BuiltInDesignTests {
    private func build(_ workshop: Workshop, _ more: [String] = []) throws -> Command.Result {
        try Command.run(["build", "--today", "2026-02-01"] + more, in: workshop.root)
    }

    private func write(_ text: String, to path: String, in workshop: Workshop) throws {
        try Disk.real.makeFolder(workshop.root + "/" + path.prefix(upTo: path.lastIndex(of: "/")!))
        try Disk.real.write(Array(text.utf8), workshop.root + "/" + path)
    }

    @Test func contentAloneIsEnough() throws {
        let workshop = try Workshop()
        let result = try build(workshop)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let site = workshop.files()
        #expect(try build(workshop, CommandTests.design).status == 0)
        #expect(workshop.files() == site, "as with the folders themselves")
        #expect(try Command.run(["check"], in: workshop.root).status == 0)
    }

    @Test func oneFileTakesThePlaceOfOne() throws {
        let workshop = try Workshop()
        try write("Away, says <a href=\"{{site.root}}\">{{site.name}}</a>\n", to: "Templates/not-found.mustache", in: workshop)
        try write("body { color: red }\n", to: "Public/site.css", in: workshop)
        try write("mine\n", to: "Public/crest/large.txt", in: workshop)
        let result = try build(workshop)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.isEmpty, "built-in parts that are used no more are no mistake: \(result.errors)")
        #expect(workshop.page("404.html").hasPrefix("Away, says"))
        #expect(workshop.page("index.html").contains("<main"))
        #expect(workshop.page("site.css") == "body { color: red }\n")
        #expect(workshop.page("crest/large.txt") == "mine\n")
        #expect(!workshop.page("search.js").isEmpty)
    }

    @Test func messagesLeadToTheFileThatIsThere() throws {
        let workshop = try Workshop()
        try write("<p>{{site.nam}}</p>\n", to: "Templates/not-found.mustache", in: workshop)
        let own = try build(workshop)
        #expect(own.status == 1)
        #expect(own.errors.hasPrefix("Templates/not-found.mustache:1:4: error: "), "\(own.errors)")

        // A built-in page that needs what the user's own layout does not give.
        try Disk.real.remove(workshop.root + "/Templates/not-found.mustache")
        try write("<main></main>\n", to: "Templates/layout.mustache", in: workshop)
        let carried = try build(workshop)
        #expect(carried.status == 1)
        #expect(carried.errors.contains("\nbuilt-in Templates/home.mustache:"), "\(carried.errors)")
        #expect(carried.errors.contains("| {{"), "the line is shown")
    }

    @Test(arguments: ["--templates", "--public"]) func aFolderThatIsNamedMustBeThere(_ option: String) throws {
        let workshop = try Workshop()
        let result = try build(workshop, [option, "Desing"])
        #expect(result.status == 1)
        #expect(result.errors.contains("Desing: error: "), "\(result.errors)")
        try Disk.real.makeFolder(workshop.root + "/Desing")
        #expect(try build(workshop, [option, "Desing"]).status == 0)
        #expect(try build(workshop, [option, "Desing/"]).status == 0)
    }

    @Test func whatCannotBeReadIsNotPassedOver() throws {
        let workshop = try Workshop()
        try write("x", to: "Templates/home.mustache/x.txt", in: workshop)
        try Disk.real.write([], workshop.root + "/Public")
        let result = try build(workshop)
        #expect(result.status == 1)
        #expect(result.errors.contains("Public: error: "), "\(result.errors)")
    }
}
