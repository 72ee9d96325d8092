import Diagnostics
import Templates
import Testing

@Suite("What is wrong with templates is said with its place")
struct ProblemTests {
    private static let choices = ["report": "", "letter": ""]

    @Test(
        "Names",
        arguments: [
            (
                "<h1>\n  é{{titel}}</h1>",
                "2:5: E410 there is no “titel” here in the data of the page “meeting” – Did you mean “title”?"
            ),
            (
                "{{zzz}}",
                "1:1: E410 there is no “zzz” here in the data of the page “meeting” – "
                    + "The README of the templates lists what each page has."
            ),
            (
                "{{committee.nmae}}",
                "1:1: E410 there is no “committee.nmae” here in the data of the page “meeting” – "
                    + "Did you mean “committee.name”?"
            ),
            (
                "{{#items}}{{nam}}{{/items}}",
                "1:11: E410 there is no “nam” here in the data of the page “meeting” – Did you mean “name”?"
            ),
            (
                "{{title.length}}",
                "1:1: E410 there is no “title.length” here in the data of the page “meeting” – "
                    + "The README of the templates lists what each page has."
            ),
            (
                "{{.}}",
                "1:1: E410 there is no “.” here in the data of the page “meeting” – "
                    + "The README of the templates lists what each page has."
            ),
            (
                "{{items.name}}",
                "1:1: E418 “items.name” reaches into the list “items”, which may have many entries – "
                    + "Write a section over it: {{#items}}…{{/items}}."
            ),
            (
                "{{#title}}x{{/title}}",
                "1:1: E413 “title” is text that is always there, so a section over it decides nothing – "
                    + "Write {{title}} alone."
            ),
            (
                "{{^body}}x{{/body}}",
                "1:1: E413 “body” is HTML that is always there, so a section over it decides nothing – "
                    + "Write {{{body}}} alone."
            ),
            (
                "{{^committee}}x{{/committee}}",
                "1:1: E414 “committee” is always there, so this section is never shown – Delete the section."
            ),
            (
                "{{body}}",
                "1:1: E415 “body” is HTML, and two braces would show its code as text – Write {{{body}}}."
            ),
            (
                "{{cancelled}}",
                "1:1: E416 “cancelled” is a yes or no and cannot be shown as text – "
                    + "Write a section: {{#cancelled}}…{{/cancelled}}."
            ),
            (
                "{{{items}}}",
                "1:1: E416 “items” is a list and cannot be shown as text – Write a section: {{#items}}…{{/items}}."
            ),
            ("{{kind}}", "1:1: E416 “kind” is the name of a part and cannot be shown as text – Write {{>*kind}}."),
            (
                "{{>*title}}",
                "1:1: E417 “title” is not the name of a template – "
                    + "Only a field that the README of the templates calls a part can stand after “*”."
            ),
        ])
    func names(template: String, problem: String) {
        let found = problems(Self.choices.merging(["meeting": template]) { $1 })
        #expect(found == ["Templates/meeting.mustache:" + problem])
    }

    @Test(
        "Tags",
        arguments: [
            ("a\n {{title", "2:2: E402 this tag has no “}}” – Write “}}” where the tag ends."),
            ("{{{title}}", "1:1: E402 this tag has no “}}}” – Write “}}}” where the tag ends."),
            ("{{!", "1:1: E402 this tag has no “}}” – Write “}}” where the tag ends."),
            ("{{", "1:1: E402 this tag has no “}}” – Write “}}” where the tag ends."),
            ("{{=", "1:1: E402 this tag has no “=}}” – Write “=}}” where the tag ends."),
            (
                "{{=<% =}}",
                "1:1: E403 these delimiters cannot be used – "
                    + "Write two delimiters without “=”, with a space between them: {{=<% %>=}}."
            ),
            (
                "{{==}}",
                "1:1: E403 these delimiters cannot be used – "
                    + "Write two delimiters without “=”, with a space between them: {{=<% %>=}}."
            ),
            ("{{ }}", "1:1: E404 this tag names nothing – Write a name between the braces, or delete the tag."),
            ("{{#}}{{/}}", "1:1: E404 this tag names nothing – Write a name between the braces, or delete the tag."),
            (
                "{{#items}}\n", "1:1: E405 “items” is opened here and never closed – Write {{/items}} where it ends."
            ),
            ("{{$main}}", "1:1: E405 “main” is opened here and never closed – Write {{/main}} where it ends."),
            (
                "{{#items}}\n{{#chair}}\n{{/items}}",
                "3:1: E406 “items” is closed here, but “chair”, opened in line 2, is still open – "
                    + "Close “chair” first: {{/chair}}."
            ),
            (
                "x{{/items}}",
                "1:2: E407 “items” is closed here, but was not opened – "
                    + "Delete the tag, or write {{#items}} where it begins."
            ),
        ])
    func tags(template: String, problem: String) {
        #expect(problems(["meeting": template]).first == "Templates/meeting.mustache:" + problem)
    }

    @Test("Templates that are not there")
    func missing() {
        let templates = [
            "meeting": "{{<layuot}}{{/layuot}}\n{{>row}}{{>nothing}}{{>*kind}}", "layout": "", "parts/row": "",
            "report": "",
        ]
        #expect(
            problems(templates) == [
                "Templates/meeting.mustache:1:1: E411 there is no template “layuot” – Did you mean “layout”?",
                "Templates/meeting.mustache:2:1: E411 there is no template “row” – Did you mean “parts/row”?",
                "Templates/meeting.mustache:2:9: E411 there is no template “nothing” – "
                    + "Make the file nothing.mustache in the templates folder.",
                "Templates/meeting.mustache:2:21: E412 “kind” can be “letter”, and there is no such template – "
                    + "Make the file letter.mustache in the templates folder.",
            ])
        #expect(
            problems(["meetings": ""]) == [
                "meeting.mustache:0:0: E423 the template of the page “meeting” is missing – Did you mean “meetings”?"
            ])
    }

    @Test("Blocks that the layout does not have, and text that no block holds")
    func blocks() {
        let templates = [
            "meeting": "{{<layout}}\n{{$titel}}x{{/titel}}\n  lost {{title}}\n{{$aside}}{{/aside}}{{/layout}}",
            "layout": "{{<base}}{{$main}}{{$title}}{{/title}}{{/main}}{{/base}}",
            "base": "{{$main}}{{/main}}{{$aside}}{{/aside}}",
        ]
        let lost =
            "W451 this stands in no block of the layout “layout” and is not shown – Move it into a block, or delete it."
        #expect(
            problems(templates) == [
                "Templates/meeting.mustache:2:1: E419 the layout “layout” has no block “titel” – Did you mean “title”?",
                "Templates/meeting.mustache:3:3: \(lost)", "Templates/meeting.mustache:3:8: \(lost)",
            ])
    }

    @Test("A block given twice")
    func twice() {
        let templates = ["meeting": "{{<l}}{{$a}}1{{/a}}\n{{$a}}2{{/a}}{{/l}}", "l": "{{$a}}{{/a}}"]
        #expect(
            problems(templates) == [
                "Templates/meeting.mustache:2:1: E424 the block “a” is given to this layout a second time – "
                    + "Put both into one block."
            ])
    }

    @Test("A template that no page uses is a warning, unless there are errors")
    func unused() {
        let templates = ["meeting": "{{>used}}", "used": "", "old": ""]
        #expect(
            problems(templates) == [
                "Templates/old.mustache:0:0: W450 no page uses the template “old” – Delete the file, or include it."
            ])
        #expect(problems(["meeting": "{{x}}", "old": ""]).count == 1)
    }

    @Test("All errors of all templates come in one run, each once")
    func together() {
        var library = library([
            "meeting": "{{x1}}{{#cancelled}}{{x2}}{{/cancelled}}{{^items}}{{x3}}{{/items}}{{>row}}{{>row}}{{>broken}}",
            "person": "{{>row}}", "row": "{{x4}}{{titel}}", "broken": "{{#a}}", "unused": "{{/b}}",
        ])
        _ = library.compile("meeting", for: MeetingPage.self)
        _ = library.compile("person", for: Person.self)
        let lines = library.diagnostics.map { "\($0.location.path):\($0.location.column): \($0.code) \($0.message)" }
        let both = "“meeting” and “person”"
        #expect(
            lines == [
                "Templates/broken.mustache:1: E405 “a” is opened here and never closed",
                "Templates/meeting.mustache:1: E410 there is no “x1” here in the data of the page “meeting”",
                "Templates/meeting.mustache:21: E410 there is no “x2” here in the data of the page “meeting”",
                "Templates/meeting.mustache:51: E410 there is no “x3” here in the data of the page “meeting”",
                "Templates/row.mustache:1: E410 there is no “x4” here in the data of the pages \(both)",
                "Templates/row.mustache:7: E410 there is no “titel” here in the data of the pages \(both)",
                "Templates/unused.mustache:1: E407 “b” is closed here, but was not opened",
            ])
    }

    @Test("What is right gives no diagnostic")
    func clean() {
        #expect(problems(["meeting": "{{>row}}{{{title}}}", "row": "{{#chair}}{{name}}{{title}}{{/chair}}"]).isEmpty)
    }
}
