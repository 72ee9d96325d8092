import Diagnostics

/// What can be wrong with the templates.
enum TemplateProblem: Problem, Hashable {
    case notUTF8
    case tagNotClosed(end: String)
    case badDelimiters
    case tagWithoutName
    case sectionNotClosed(name: String)
    case wrongClose(found: String, open: String, line: Int)
    case strayClose(name: String)
    case tooDeep(limit: Int)
    case unknownName(name: String, pages: [String], nearest: String?)
    case unknownTemplate(name: String, nearest: String?)
    case unknownPage(name: String, nearest: String?)
    case unknownChoice(name: String, field: String)
    case notASection(name: String, isHTML: Bool)
    case neverEmpty(name: String)
    case htmlNeedsThreeBraces(name: String)
    case notText(name: String, kind: String)
    case notAChoice(name: String)
    case listInPath(name: String, list: String)
    case unknownBlock(name: String, layout: String, nearest: String?)
    case blockGivenTwice(name: String)
    case includesItself(name: String)
    case renderedTooDeep(limit: Int)
    case undeclaredChoice(name: String)
    case unusedTemplate(name: String)
    case outsideBlocks(layout: String)
}

extension TemplateProblem {
    var code: String {
        switch self {
        case .notUTF8: "E401"
        case .tagNotClosed: "E402"
        case .badDelimiters: "E403"
        case .tagWithoutName: "E404"
        case .sectionNotClosed: "E405"
        case .wrongClose: "E406"
        case .strayClose: "E407"
        case .tooDeep: "E408"
        case .unknownName: "E410"
        case .unknownTemplate: "E411"
        case .unknownChoice: "E412"
        case .notASection: "E413"
        case .neverEmpty: "E414"
        case .htmlNeedsThreeBraces: "E415"
        case .notText: "E416"
        case .notAChoice: "E417"
        case .listInPath: "E418"
        case .unknownBlock: "E419"
        case .includesItself: "E420"
        case .renderedTooDeep: "E421"
        case .undeclaredChoice: "E422"
        case .unknownPage: "E423"
        case .blockGivenTwice: "E424"
        case .unusedTemplate: "W450"
        case .outsideBlocks: "W451"
        }
    }

    var message: String {
        switch self {
        case .notUTF8: "the template is not UTF-8 text"
        case .tagNotClosed(let end): "this tag has no “\(end)”"
        case .badDelimiters: "these delimiters cannot be used"
        case .tagWithoutName: "this tag names nothing"
        case .sectionNotClosed(let name): "“\(name)” is opened here and never closed"
        case .wrongClose(let found, let open, let line):
            "“\(found)” is closed here, but “\(open)”, opened in line \(line), is still open"
        case .strayClose(let name): "“\(name)” is closed here, but was not opened"
        case .tooDeep(let limit): "templates are nested more than \(limit) deep here"
        case .unknownName(let name, let pages, _): "there is no “\(name)” here in the data of \(listed(pages))"
        case .unknownTemplate(let name, _): "there is no template “\(name)”"
        case .unknownPage(let name, _): "the template of the page “\(name)” is missing"
        case .unknownChoice(let name, let field): "“\(field)” can be “\(name)”, and there is no such template"
        case .notASection(let name, let isHTML):
            "“\(name)” is \(isHTML ? "HTML" : "text") that is always there, so a section over it decides nothing"
        case .neverEmpty(let name): "“\(name)” is always there, so this section is never shown"
        case .htmlNeedsThreeBraces(let name): "“\(name)” is HTML, and two braces would show its code as text"
        case .notText(let name, let kind): "“\(name)” is \(kind) and cannot be shown as text"
        case .notAChoice(let name): "“\(name)” is not the name of a template"
        case .listInPath(let name, let list): "“\(name)” reaches into the list “\(list)”, which may have many entries"
        case .unknownBlock(let name, let layout, _): "the layout “\(layout)” has no block “\(name)”"
        case .blockGivenTwice(let name): "the block “\(name)” is given to this layout a second time"
        case .includesItself(let name): "“\(name)” includes itself without end"
        case .renderedTooDeep(let limit): "this page includes templates more than \(limit) deep"
        case .undeclaredChoice(let name): "the data asks for the template “\(name)”, which it did not declare"
        case .unusedTemplate(let name): "no page uses the template “\(name)”"
        case .outsideBlocks(let layout): "this stands in no block of the layout “\(layout)” and is not shown"
        }
    }

    var remedy: String {
        switch self {
        case .notUTF8: "Save the file as UTF-8."
        case .tagNotClosed(let end): "Write “\(end)” where the tag ends."
        case .badDelimiters: "Write two delimiters without “=”, with a space between them: {{=<% %>=}}."
        case .tagWithoutName: "Write a name between the braces, or delete the tag."
        case .sectionNotClosed(let name): "Write {{/\(name)}} where it ends."
        case .wrongClose(_, let open, _): "Close “\(open)” first: {{/\(open)}}."
        case .strayClose(let name): "Delete the tag, or write {{#\(name)}} where it begins."
        case .tooDeep: "Move the inner part into a template of its own, or unroll what includes itself."
        case .unknownName(_, _, let nearest):
            meant(nearest, else: "The README of the templates lists what each page has.")
        case .unknownTemplate(let name, let nearest):
            meant(nearest, else: "Make the file \(name).mustache in the templates folder.")
        case .unknownPage(let name, let nearest):
            meant(nearest, else: "Make the file \(name).mustache in the templates folder.")
        case .unknownChoice(let name, _): "Make the file \(name).mustache in the templates folder."
        case .notASection(let name, let isHTML):
            isHTML ? "Write {{{\(name)}}} alone." : "Write {{\(name)}} alone."
        case .neverEmpty: "Delete the section."
        case .htmlNeedsThreeBraces(let name): "Write {{{\(name)}}}."
        case .notText(let name, let kind):
            kind == Self.choice ? "Write {{>*\(name)}}." : "Write a section: {{#\(name)}}…{{/\(name)}}."
        case .notAChoice: "Only a field that the README of the templates calls a part can stand after “*”."
        case .listInPath(_, let list): "Write a section over it: {{#\(list)}}…{{/\(list)}}."
        case .unknownBlock(_, _, let nearest): meant(nearest, else: "Write one of the layout's blocks.")
        case .blockGivenTwice: "Put both into one block."
        case .includesItself: "Put a section around it that ends some time, or delete it."
        case .renderedTooDeep: "A template includes itself in a section that stays true: use a section over a list."
        case .undeclaredChoice: "Add it to the names of the field."
        case .unusedTemplate: "Delete the file, or include it."
        case .outsideBlocks: "Move it into a block, or delete it."
        }
    }

    /// What a field that names a template is called.
    static let choice = "the name of a part"
}

private func meant(_ nearest: String?, else other: String) -> String {
    nearest.map { "Did you mean “\($0)”?" } ?? other
}

private func listed(_ pages: [String]) -> String {
    let quoted = pages.map { "“\($0)”" }
    guard let last = quoted.last, quoted.count > 1 else { return "the page \(quoted.first ?? "")" }
    return "the pages \(quoted.dropLast().joined(separator: ", ")) and \(last)"
}
