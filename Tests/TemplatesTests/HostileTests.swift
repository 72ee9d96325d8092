import Diagnostics
import Templates
import Testing

@Suite("Hostile templates")
struct HostileTests {
    @Test("Ten thousand sections within each other are one clear error")
    func deepSections() {
        let depth = 10_000
        for (open, close) in [
            ("{{#items}}", "{{/items}}"), ("{{^items}}", "{{/items}}"), ("{{$b}}", "{{/b}}"), ("{{<p}}", "{{/p}}"),
        ] {
            let template = String(repeating: open, count: depth) + String(repeating: close, count: depth)
            let column = open.utf8.count * 100 + 1
            let expected =
                "Templates/meeting.mustache:1:\(column): E408 templates are nested more than 100 deep here – "
                + "Move the inner part into a template of its own, or unroll what includes itself."
            #expect(problems(["meeting": template]) == [expected])
            #expect(problems(["meeting": String(repeating: open, count: depth)]) == [expected])
        }
    }

    @Test("Ten thousand wrong tags are ten thousand errors, without delay")
    func manyErrors() {
        let count = 10_000
        #expect(problems(["meeting": String(repeating: "{{/x}}\n{{/y}}", count: count / 2)]).count == count)
        #expect(problems(["meeting": String(repeating: "{{titel}}", count: count)]).count == count)
    }

    @Test("A hundred sections within each other work")
    func nestedSections() throws {
        let template = String(repeating: "{{^items}}", count: 100) + "x" + String(repeating: "{{/items}}", count: 100)
        #expect(try render(["meeting": template]) == "x")
    }

    @Test("A chain of a thousand parts is one clear error")
    func longChain() {
        var templates = ["meeting": "{{>p0}}"]
        for number in 0..<1000 { templates["p\(number)"] = "{{>p\(number + 1)}}" }
        templates["p1000"] = "end"
        let found = problems(templates)
        #expect(found.count == 1)
        #expect(found.first?.contains("E408 templates are nested more than 400 deep here") == true)
    }

    @Test("Parts that each include the next twice stay small")
    func doubling() throws {
        var templates = ["meeting": "{{^items}}{{>p0}}{{/items}}{{#items}}{{/items}}"]
        for number in 0..<40 { templates["p\(number)"] = "{{#items}}{{>p\(number + 1)}}{{>p\(number + 1)}}{{/items}}" }
        templates["p40"] = "end"
        #expect(try render(templates) == "")
    }

    @Test(
        "A template that includes itself without end is an error",
        arguments: [
            ["meeting": "{{>meeting}}"],
            ["meeting": "{{>a}}", "a": "{{>b}}", "b": "{{>a}}"],
            ["meeting": "{{<a}}{{/a}}", "a": "{{<a}}{{/a}}"],
            ["meeting": "{{<a}}{{$b}}{{>meeting}}{{/b}}{{/a}}", "a": "{{$b}}{{/b}}"],
        ])
    func endless(templates: [String: String]) {
        let found = problems(templates)
        #expect(found.count == 1)
        #expect(found.first?.contains("E420") == true)
    }

    @Test("Blocks that replace each other without end are an error")
    func endlessBlocks() {
        let templates = [
            "meeting": "{{<a}}{{$x}}{{<a}}{{$y}}{{/y}}{{/a}}{{/x}}{{/a}}",
            "a": "{{$x}}{{<a}}{{$x}}{{<a}}{{/a}}{{/x}}{{/a}}{{/x}}{{$y}}{{/y}}",
        ]
        #expect(!problems(templates).isEmpty)
    }

    @Test("A part that includes itself in a section that stays true fails while rendering")
    func endlessWhileRendering() throws {
        for section in ["cancelled", "chair", "ends", "items"] {
            var library = library(["meeting": "a\n  {{>part}}", "part": "{{#\(section)}}{{>part}}{{/\(section)}}"])
            let compiled = library.compile("meeting", for: MeetingPage.self)
            let template = try #require(compiled)
            let page = MeetingPage(
                ends: "9 pm", isCancelled: true, chair: Person(name: "Jo"), items: [Item(name: "1"), Item(name: "2")])
            var output: [UInt8] = []
            if section == "items" {
                try template.render(page, into: &output)
                continue
            }
            let error = #expect(throws: RenderingError.self) { try template.render(page, into: &output) }
            #expect(
                error?.diagnostic.line == "Templates/part.mustache:1:\(section.count + 6): E421 "
                    + "this page includes templates more than 500 deep – "
                    + "A template includes itself in a section that stays true: use a section over a list.")
        }
    }

    @Test("A part that the data did not declare fails while rendering")
    func undeclared() throws {
        let templates = ["meeting": "{{>*kind}}", "report": "", "letter": ""]
        let error = #expect(throws: RenderingError.self) { try render(templates, MeetingPage(kind: "memo")) }
        #expect(
            error?.diagnostic.line == "Templates/meeting.mustache:1:1: E422 "
                + "the data asks for the template “memo”, which it did not declare – Add it to the names of the field.")
    }

    @Test("Bytes that are no UTF-8 are an error at their place")
    func notUTF8() {
        let bytes = Array("é\nab".utf8) + [0xFF] + Array("{{title}}".utf8)
        var library = TemplateLibrary.load([TemplateFile(name: "meeting", path: "meeting.mustache", bytes: bytes)])
        #expect(library.compile("meeting", for: MeetingPage.self) == nil)
        #expect(
            library.diagnostics.map(\.line) == [
                "meeting.mustache:2:3: E401 the template is not UTF-8 text – Save the file as UTF-8."
            ])
    }

    @Test("Any beginning of a template is read without a crash")
    func truncated() throws {
        let section = "{{#items}}{{{name}}}{{&name}}{{! x }}{{=<% %>=}}<%>*kind%><%={{ }}=%>{{/items}}"
        let template = Array("{{<l}}\n {{$a}}\r\n\(section)\n {{/a}}{{/l}}é".utf8)
        for count in template.indices {
            var library = TemplateLibrary.load([
                TemplateFile(name: "meeting", path: "m", bytes: Array(template[..<count])),
                TemplateFile(name: "l", path: "l", bytes: Array("{{$a}}{{/a}}".utf8)),
                TemplateFile(name: "report", path: "r", bytes: []), TemplateFile(name: "letter", path: "t", bytes: []),
            ])
            let compiled = library.compile("meeting", for: MeetingPage.self)
            #expect((compiled == nil) == library.diagnostics.contains { $0.severity == .error })
        }
    }

    @Test("Any jumble of tags is read, compiled and rendered without a crash")
    func jumble() {
        let snippets = [
            "{{#items}}", "{{/items}}", "{{^cancelled}}", "{{/cancelled}}", "{{#chair}}", "{{/chair}}", "{{<a}}",
            "{{/a}}", "{{<b}}", "{{/b}}", "{{$x}}", "{{/x}}", "{{$y}}", "{{/y}}", "{{>a}}", "{{>b}}", "{{>*kind}}",
            "{{title}}", "{{name}}", "{{{body}}}", "{{committee.secretary.name}}", "{{^committee.secretary}}",
            "{{/committee.secretary}}", "{{! c }}", "{{=| |=}}", "|={{ }}=|", "\n", "\r\n", "  ", "\t", "é", "}}",
        ]
        var random = LinearCongruence(state: 1)
        var compiled = 0
        for _ in 0..<3000 {
            let files = ["meeting", "a", "b", "report", "letter"].map { name in
                let text = (0..<Int.random(in: 0..<8, using: &random)).map { _ in
                    snippets.randomElement(using: &random)!
                }
                return TemplateFile(name: name, path: name, bytes: Array(balanced(text).utf8))
            }
            var library = TemplateLibrary.load(files)
            guard let template = library.compile("meeting", for: MeetingPage.self) else { continue }
            compiled += 1
            var output: [UInt8] = []
            try? template.render(MeetingPage(items: [Item(name: "1"), Item(name: "2")]), into: &output)
        }
        #expect(compiled > 100)
    }

    /// The snippets with each opened tag closed again, at some line's end or at the end: else hardly any would compile.
    private func balanced(_ snippets: [String]) -> String {
        var text = ""
        var open: [String] = []
        for snippet in snippets where !snippet.hasPrefix("{{/") {
            text += snippet
            if let sigil = snippet.dropFirst(2).first, snippet.hasPrefix("{{"), "#^<$".contains(sigil) {
                open.append("{{/\(snippet.dropFirst(3))")
            } else if snippet == "\n", let close = open.popLast() {
                text += close
            }
        }
        return text + open.reversed().joined()
    }

    @Test("An empty template and one without tags")
    func plain() throws {
        #expect(try render(["meeting": ""]) == "")
        #expect(try render(["meeting": "} {{! }} { }\n"]) == "}  { }\n")
    }
}

/// A generator that gives the same numbers in every run.
private struct LinearCongruence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
