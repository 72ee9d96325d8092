import Diagnostics

extension Explanation {
    /// Of what can be wrong with templates.
    public static let templates = templateTags + templateNames + templateFiles

    private static let templateTags = [
        Explanation(
            "E401", "A template is not UTF-8 text",
            "Its letters cannot be read, and would be wrong on every page.",
            "Save the file as UTF-8.",
            in: .template, wrong: "<p>Caf�</p>", right: "<p>Café</p>"),
        Explanation(
            "E402", "A tag is not closed",
            "Everything after it would be taken for its name.",
            "Write }} where the tag ends, and }}} where it began with three braces.",
            in: .files, wrong: "== Templates/page.mustache\n<h1>{{page.title</h1>", right: "== Templates/page.mustache\n<h1>{{page.title}}</h1>"),
        Explanation(
            "E403", "Delimiters cannot be used",
            "{{= … =}} replaces the braces by other signs; these must be two, without “=”, with a space between them.",
            "Write them as in {{=<% %>=}}.",
            in: .template, wrong: "{{=<%=}}", right: "{{=<% %>=}}<%page.title%><%={{ }}=%>"),
        Explanation(
            "E404", "A tag names nothing",
            "There is nothing between its braces.",
            "Write a name, or delete the tag.",
            in: .template, wrong: "<p>{{ }}</p>", right: "<p>{{page.title}}</p>"),
        Explanation(
            "E405", "A section is never closed",
            "Nobody can tell how far it should go.",
            "Write {{/name}} where it ends.",
            in: .files, wrong: "== Templates/page.mustache\n{{#page.crumbs}}<b>{{title}}</b>", right: "== Templates/page.mustache\n{{#page.crumbs}}<b>{{title}}</b>{{/page.crumbs}}"),
        Explanation(
            "E406", "Sections are closed in the wrong order",
            "What is opened last must be closed first.",
            "Close the inner one first.",
            in: .template,
            wrong: "{{#page}}{{#crumbs}}{{title}}{{/page}}{{/crumbs}}",
            right: "{{#page}}{{#crumbs}}{{title}}{{/crumbs}}{{/page}}"),
        Explanation(
            "E407", "Something is closed that was not opened",
            "The tag that opens it is missing, or spelt otherwise.",
            "Delete the tag, or write {{#name}} where it begins.",
            in: .template, wrong: "<p>{{page.title}}{{/page.crumbs}}</p>", right: "<p>{{page.title}}</p>"),
        Explanation(
            "E408", "Templates are nested too deep",
            "Sections or parts stand within each other by the hundred, which only happens when something includes itself.",
            "Move the inner part into a template of its own, or unroll what includes itself.",
            in: .template,
            wrong: String(repeating: "{{#page.crumbs}}", count: 300) + String(repeating: "{{/page.crumbs}}", count: 300),
            right: "{{#page.crumbs}}{{title}}{{/page.crumbs}}"),
    ]

    private static let templateNames = [
        Explanation(
            "E410", "A page has no such name in its data",
            "In most programs a mistyped name becomes a blank that nobody notices. Here it is an error.",
            "Use the name that the message proposes; Templates/README.md lists what each page has.",
            in: .template, wrong: "<p>{{page.titel}}</p>", right: "<p>{{page.title}}</p>"),
        Explanation(
            "E413", "A section over something that is always there",
            "It decides nothing: it is always shown, or never.",
            "Write the name alone.",
            in: .template, wrong: "{{#page.title}}<p>{{page.title}}</p>{{/page.title}}", right: "<p>{{page.title}}</p>"),
        Explanation(
            "E414", "A section is never shown",
            "It is for what is not there, but this always is.",
            "Delete the section.",
            in: .template, wrong: "{{^page}}<p>There is no page.</p>{{/page}}", right: "<p>{{page.title}}</p>"),
        Explanation(
            "E415", "HTML stands in two braces",
            "Two braces show every sign as text, so readers would see the code of the page.",
            "Write three braces.",
            in: .template, wrong: "<div>{{text}}</div>", right: "<div>{{{text}}}</div>"),
        Explanation(
            "E416", "Something cannot be shown as text",
            "A list, a record, or a yes or no is no text.",
            "Write a section over it.",
            in: .template, wrong: "{{page.crumbs}}", right: "{{#page.crumbs}}{{title}}{{/page.crumbs}}"),
        Explanation(
            "E417", "Something is not the name of a template",
            "After “*” only a field can stand that the README of the templates calls a part.",
            "Name the template itself, or use a field that is a part.",
            in: .template, wrong: "{{>*page.title}}", right: "{{>parts/history}}"),
        Explanation(
            "E418", "A name reaches into a list",
            "The list may have many entries, or none, and nobody can tell which is meant.",
            "Write a section over the list.",
            in: .template, wrong: "{{page.crumbs.title}}", right: "{{#page.crumbs}}{{title}}{{/page.crumbs}}"),
    ]

    private static let page = "{{<layout}}\n{{$main}}\n<h1>{{page.title}}</h1>\n{{{text}}}\n{{/main}}\n"

    private static let templateFiles = [
        Explanation(
            "E411", "There is no such template",
            "The part that is to be put in is not in the folder.",
            "Use the name that the message proposes, or make the file.",
            in: .template, wrong: "{{>parts/hystory}}", right: "{{>parts/history}}"),
        Explanation(
            "E412", "A field can name a template that is missing",
            "A field that is a part, such as the kind of a minute's part, names one of several templates. One of them is not in the folder.",
            "Make the file, or take it from version control again.",
            in: .command,
            wrong: "rm Templates/parts/open-item.mustache",
            right: "git checkout Templates/parts/open-item.mustache"),
        Explanation(
            "E419", "A layout has no such block",
            "A page gives its parts to the blocks of its layout, by name. This one would be shown nowhere.",
            "Use the name that the message proposes.",
            in: .files,
            wrong: "== Templates/page.mustache\n" + page + "{{$mian}}Hello{{/mian}}\n{{/layout}}",
            right: "== Templates/page.mustache\n" + page + "{{/layout}}"),
        Explanation(
            "E420", "A template includes itself without end",
            "The page would never be finished.",
            "Put a section around it that ends some time, such as one over a list, or delete it.",
            in: .files,
            wrong: "== Templates/parts/history.mustache\n{{>parts/history}}",
            right: "== Templates/parts/history.mustache\n<p>{{page.title}}</p>"),
        Explanation(
            "E421", "A page includes templates too deep",
            "A template includes itself in a section that stays true.",
            "Use a section over a list, which ends some time.",
            in: .command,
            wrong: "echo '{{#page}}{{>parts/history}}{{/page}}' >> Templates/parts/history.mustache",
            right: "git checkout Templates/parts/history.mustache"),
        Explanation(
            "E422", "The data ask for a template that they did not declare",
            "This is a fault of Moot, not of the templates.",
            "Report it, with the page on which it happens.",
            in: .command,
            wrong: "moot build",
            right: "moot build"),
        Explanation(
            "E423", "The template of a kind of page is missing",
            "Each kind of page has a template of its own.",
            "Use the name that the message proposes, or take the file from version control again.",
            in: .command,
            wrong: "mv Templates/minutes.mustache Templates/minuts.mustache",
            right: "mv Templates/minuts.mustache Templates/minutes.mustache"),
        Explanation(
            "E424", "A block is given to a layout twice",
            "Only one of the two could be shown.",
            "Put both into one block.",
            in: .files,
            wrong: "== Templates/page.mustache\n" + page + "{{$main}}Hello{{/main}}\n{{/layout}}",
            right: "== Templates/page.mustache\n" + page + "{{/layout}}"),
        Explanation(
            "W450", "No page uses a template",
            "It was renamed, or the tag that put it in is gone.",
            "Delete the file, or include it.",
            in: .files,
            wrong: "== Templates/parts/spare.mustache\n<p>Spare</p>",
            right: "== Templates/parts/history.mustache\n<p>{{page.title}}</p>"),
        Explanation(
            "W451", "Something stands outside the blocks of a layout",
            "A page that uses a layout shows only what it gives to the blocks.",
            "Move it into a block, or delete it.",
            in: .files,
            wrong: "== Templates/page.mustache\n" + page + "<p>Hello</p>\n{{/layout}}",
            right: "== Templates/page.mustache\n" + page + "{{/layout}}"),
    ]
}
