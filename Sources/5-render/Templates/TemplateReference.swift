/// A page kind as the designers' reference describes it.
public struct PageKind: Sendable {
    let name: String
    let about: String
    let shape: AnyShape

    /// - Parameters:
    ///   - name: The name of its template.
    ///   - about: One sentence on what the page is.
    public init<Page: Templated>(_ name: String, _ about: String, _: Page.Type) {
        self.name = name
        self.about = about
        shape = Page.shape.erased
    }
}

/// The designers' reference: what each page's template may use.
public enum TemplateReference {
    /// The reference as Markdown, made from the declarations alone: the same declarations give the same text.
    ///
    /// Each page kind has a section with its fields. Records that pages share have a section each, once, after them.
    public static func markdown(for pages: [PageKind]) -> String {
        var text = introduction
        text += "\n## Pages\n"
        for page in pages {
            text += "\n### Page `\(page.name)`\n\n\(page.about)\n\n" + table(of: page.shape)
        }
        let records = records(of: pages)
        if !records.isEmpty { text += "\n## Records\n" }
        for record in records {
            text += "\n### \(record.name)\n\n\(record.about)\n\n" + table(of: record)
        }
        return text
    }

    private static let introduction = """
        # What templates may use

        This file is made from the program's own declarations: change it there, not here.
        A name that is not listed here is an error when the site is built.
        Within a record or a list, the names around it can be used too.

        | What it is | How it is written |
        |---|---|
        | text | `{{name}}` |
        | text or nothing | `{{name}}`, or `{{#name}}… {{.}} …{{/name}}`; without it, `{{^name}}…{{/name}}` |
        | HTML | `{{{name}}}` |
        | yes or no | `{{#name}}…{{/name}}`; where it is no, `{{^name}}…{{/name}}` |
        | a record | `{{name.field}}`, or `{{#name}}… {{field}} …{{/name}}` |
        | a record or nothing | as a record; without it, `{{^name}}…{{/name}}` |
        | a list | `{{#name}}…{{/name}}` for each entry; where it is empty, `{{^name}}…{{/name}}` |
        | a part | `{{>*name}}` |

        Another file is put in by its path without the ending, `{{>parts/row}}`. A layout is a file with blocks,
        `{{$main}}{{/main}}`; a page that uses it gives its own: `{{<layout}}{{$main}}…{{/main}}{{/layout}}`.

        """

    private static func table(of shape: AnyShape) -> String {
        var text = "| Name | What it is | Meaning |\n|---|---|---|\n"
        for field in shape.fields {
            text += "| `\(field.name)` | \(kind(of: field)) | \(cell(field.about)) |\n"
        }
        return text
    }

    private static func kind(of field: AnyField) -> String {
        switch field.access {
        case .text: "text"
        case .optionalText: "text or nothing"
        case .html: "HTML"
        case .flag: "yes or no"
        case .record(_, let shape): "a record: \(link(to: shape()))"
        case .optional(_, _, let shape): "a record or nothing: \(link(to: shape()))"
        case .list(_, _, let shape):
            isText(shape()) ? "a list of texts, each `{{.}}`" : "a list of records: \(link(to: shape()))"
        case .choice(_, let names): "a part: " + names.map { "`\($0)`" }.joined(separator: ", ")
        }
    }

    private static func link(to shape: AnyShape) -> String {
        "[\(shape.name)](#\(shape.name.lowercased().replacing(" ", with: "-")))"
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

    private static func isText(_ shape: AnyShape) -> Bool { shape.id == AnyShape.of(String.self).id }

    /// The records that pages reach, each once, in the order in which the pages name them.
    private static func records(of pages: [PageKind]) -> [AnyShape] {
        var records: [AnyShape] = []
        var seen: Set<AnyShape.ID> = [AnyShape.of(String.self).id]
        var pending = pages.map(\.shape)
        while !pending.isEmpty {
            for nested in pending.removeFirst().fields.compactMap(nestedShape) where seen.insert(nested.id).inserted {
                records.append(nested)
                pending.append(nested)
            }
        }
        return records
    }

    private static func nestedShape(_ field: AnyField) -> AnyShape? {
        switch field.access {
        case .record(_, let shape), .optional(_, _, let shape), .list(_, _, let shape): shape()
        case .text, .optionalText, .html, .flag, .choice: nil
        }
    }
}
