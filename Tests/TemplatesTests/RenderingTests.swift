import Diagnostics
import Synchronization
import Templates
import Testing

@Suite("Rendering a page from typed data")
struct RenderingTests {
    @Test("Every kind of field shows what the page has")
    func everyKind() throws {
        var page = MeetingPage()
        page.ends = "9 pm"
        page.chair = Person(name: "Jo")
        page.items = [Item(name: "Apologies"), Item(name: "Roads", items: [Item(name: "A12")])]
        page.wards = ["North", "South"]
        let template = """
            {{title}}{{#ends}} until {{.}} ({{ends}}){{/ends}}{{^cancelled}} on{{/cancelled}}
            {{chair.name}} of {{committee.name}}{{#committee}}, {{name}}{{/committee}}
            {{#items}}[{{name}}{{#items}}({{name}} of {{title}}){{/items}}]{{/items}}
            {{#wards}}{{.}};{{/wards}}{{^wards}}none{{/wards}}
            {{{body}}}{{&body}}{{>*kind}}

            """
        let expected = """
            Planning &amp; Highways until 9 pm (9 pm) on
            Jo of Planning, Planning
            [Apologies][Roads(A12 of Planning &amp; Highways)]
            North;South;
            <p>Text.</p><p>Text.</p>(report)

            """
        #expect(try render(["meeting": template, "report": "(report)", "letter": "(letter)"], page) == expected)
    }

    @Test("What is not there is left out, or said by an inverted section")
    func nothing() throws {
        let template = """
            {{#ends}}x{{/ends}}{{ends}}{{^ends}}open{{/ends}} \
            {{#chair}}x{{/chair}}{{chair.name}}{{^chair}}no chair{{/chair}} \
            {{^committee.secretary}}no secretary{{/committee.secretary}} \
            {{^items}}no items{{/items}} {{#cancelled}}x{{/cancelled}}
            """
        #expect(try render(["meeting": template]) == "open no chair no secretary no items ")
        var page = MeetingPage()
        page.ends = ""
        #expect(try render(["meeting": "{{#ends}}x{{/ends}}{{^ends}}none{{/ends}}"], page) == "none")
    }

    @Test("The record around is seen again after a section of the same shape")
    func sameShape() throws {
        var page = MeetingPage()
        page.chair = Person(name: "Chair")
        page.committee = Committee(name: "C", secretary: Person(name: "Secretary"))
        let template = "{{#chair}}{{name}}{{#committee.secretary}}{{name}}{{/committee.secretary}}{{name}}{{/chair}}"
        #expect(try render(["meeting": template], page) == "ChairSecretaryChair")
    }

    @Test(
        "Text is escaped in two braces and left alone in three",
        arguments: [
            ("a<b>&\"'c", "a&lt;b&gt;&amp;&quot;&#39;c"), ("<", "&lt;"), ("", ""), ("é<ü", "é&lt;ü"),
            ("plain text longer than a small string", "plain text longer than a small string"), ("''", "&#39;&#39;"),
        ])
    func escaping(text: String, escaped: String) throws {
        var page = MeetingPage()
        page.title = text
        #expect(try render(["meeting": "{{title}}|{{{title}}}|{{&title}}"], page) == "\(escaped)|\(text)|\(text)")
    }

    @Test("A layout gets the page's blocks, and its own where the page has none")
    func layout() throws {
        let templates = [
            "meeting": "{{<layout}}\n  {{$main}}\n  <h1>{{title}}</h1>\n  {{>parts/foot}}\n  {{/main}}\n{{/layout}}\n",
            "layout": "<title>{{$title}}Moot{{/title}}</title>\n<main>\n    {{$main}}{{/main}}</main>\n",
            "parts/foot": "<p>\nFoot</p>\n",
        ]
        let expected = """
            <title>Moot</title>
            <main>
                <h1>Planning &amp; Highways</h1>
                <p>
                Foot</p>
            </main>

            """
        #expect(try render(templates) == expected)
    }

    @Test("A block within a block of the same name shows the inner one")
    func blockInBlock() throws {
        let templates = [
            "meeting": "{{<outer}}{{$main}}<{{<inner}}{{$main}}page{{/main}}{{/inner}}>{{/main}}{{/outer}}",
            "outer": "outer {{$main}}{{/main}}", "inner": "inner {{$main}}{{/main}}",
        ]
        #expect(try render(templates) == "outer <inner page>")
    }

    @Test("A part that includes itself is indented one step further each time")
    func recursion() throws {
        var page = MeetingPage()
        page.items = [Item(name: "1", items: [Item(name: "1.1", items: [Item(name: "1.1.1")])]), Item(name: "2")]
        let templates = [
            "meeting": "{{#items}}\n{{>item}}\n{{/items}}\n",
            "item": "- {{name}}\n{{#items}}\n  {{>item}}\n{{/items}}\n",
        ]
        #expect(try render(templates, page) == "- 1\n  - 1.1\n    - 1.1.1\n- 2\n")
    }

    @Test("A part within a line does not take over the indentation around it")
    func inlineInIndented() throws {
        let templates = ["meeting": "  {{>a}}\n", "a": "1 {{>b}}2\n3\n", "b": "x\n  {{>c}}\ny\n", "c": "c\n"]
        #expect(try render(templates) == "  1 x\n  c\ny\n2\n  3\n")
    }

    @Test("A byte order mark is not shown, and lines may end in CRLF")
    func bytes() throws {
        #expect(try render(["meeting": "\u{FEFF}{{#committee}}\r\n{{name}}\r\n{{/committee}}\r\n"]) == "Planning\r\n")
    }

    @Test("Rendering appends")
    func appends() throws {
        var library = library(["meeting": "{{title}}"])
        let template = try compileMeeting(&library)
        var output = Array("Before: ".utf8)
        try template.render(MeetingPage(title: "A"), into: &output)
        try template.render(MeetingPage(title: "B"), into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "Before: AB")
    }

    @Test("A value is asked for only where a template uses it")
    func laziness() throws {
        var library = TemplateLibrary.load([TemplateFile(name: "page", path: "page", bytes: Array("{{used}}".utf8))])
        let compiled = library.compile("page", for: Counted.self)
        let template = try #require(compiled)
        var output: [UInt8] = []
        try template.render(Counted(), into: &output)
        #expect(Counted.used.load(ordering: .relaxed) == 1)
        #expect(Counted.unused.load(ordering: .relaxed) == 0)
    }

    @Test("Many threads render from one template")
    func concurrency() async throws {
        var library = library([
            "meeting": "{{title}}:{{#items}}{{>item}}{{/items}}", "item": "{{name}},{{#items}}{{>item}}{{/items}}",
        ])
        let template = try compileMeeting(&library)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let items = (0..<20).map { Item(name: "\(number)/\($0)", items: [Item(name: "a<\($0)")]) }
                    var output: [UInt8] = []
                    try template.render(MeetingPage(title: "Page \(number)", items: items), into: &output)
                    let lines = (0..<20).map { "\(number)/\($0),a&lt;\($0)," }
                    #expect(String(decoding: output, as: UTF8.self) == "Page \(number):" + lines.joined())
                }
            }
            try await group.waitForAll()
        }
    }
}

/// Counts how often its fields are read.
private struct Counted: Templated {
    static let used = Atomic(0)
    static let unused = Atomic(0)

    static let shape = Shape<Counted>(
        "counted", "Counts.",
        [
            .text("used", "Used.") { _ in read(used) },
            .text("unused", "Not used.") { _ in read(unused) },
        ])

    private static func read(_ counter: borrowing Atomic<Int>) -> String {
        counter.add(1, ordering: .relaxed)
        return "x"
    }
}

private func compileMeeting(_ library: inout TemplateLibrary) throws -> PageTemplate<MeetingPage> {
    let template = library.compile("meeting", for: MeetingPage.self)
    return try #require(template)
}
