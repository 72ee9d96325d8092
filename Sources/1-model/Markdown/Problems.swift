import Diagnostics

/// What can be wrong in the text of a document.
enum MarkdownProblem: Problem, Equatable {
    case pictureWithoutText
    case nestedTooDeeply(limit: Int)
    case tooManyPictures(limit: Int)
    case rawElement(name: String)
    case strayEndTag(name: String)
    case unclosedElement(name: String)
    case droppedAttribute(element: String, attribute: String)
    case unclosedComment
    case addressNotAllowed(scheme: String)
    case addressWithoutHost
    case raggedRow(found: Int, expected: Int)
    case nothingToJoin(mark: String, direction: String)
    case unevenJoin(mark: String)
    case footnoteWithoutText(label: String)
    case footnoteWithoutReference(label: String)
    case footnoteTwice(label: String)
    case controlCharacters(count: Int)
    case notUTF8

    var code: String {
        switch self {
        case .pictureWithoutText: "E201"
        case .nestedTooDeeply: "E202"
        case .tooManyPictures: "E203"
        case .rawElement: "W203"
        case .strayEndTag: "W204"
        case .unclosedElement: "W205"
        case .droppedAttribute: "W206"
        case .unclosedComment: "E207"
        case .addressNotAllowed: "W208"
        case .addressWithoutHost: "W209"
        case .raggedRow: "W210"
        case .nothingToJoin: "W211"
        case .unevenJoin: "W212"
        case .footnoteWithoutText: "W213"
        case .footnoteWithoutReference: "W214"
        case .footnoteTwice: "W215"
        case .controlCharacters: "W216"
        case .notUTF8: "W217"
        }
    }

    var message: String {
        switch self {
        case .pictureWithoutText: "the picture has no text for people who cannot see it"
        case .tooManyPictures(let limit): "this text opens more than \(limit) pictures"
        case .nestedTooDeeply(let limit): "lists, quotes or emphasis stand more than \(limit) deep inside each other"
        case .rawElement(let name): "the HTML element <\(name)> is not published; its words are"
        case .strayEndTag(let name): "</\(name)> closes nothing"
        case .unclosedElement(let name): "<\(name)> is not closed where it was opened"
        case .droppedAttribute(let element, let attribute):
            "the attribute \"\(attribute)\" of <\(element)> is not published"
        case .unclosedComment: "the comment <!-- is never closed, so everything after it is hidden"
        case .addressNotAllowed(let scheme): "an address that begins with \"\(scheme):\" is not made a link"
        case .addressWithoutHost: "the address names no website, so it is not made a link"
        case .raggedRow(let found, let expected):
            "the table row has \(cells(found)), but the table has \(expected) \(expected == 1 ? "column" : "columns")"
        case .nothingToJoin(let mark, let direction): "\(mark) has no cell \(direction) it that it could join"
        case .unevenJoin(let mark): "\(mark) would make a joined cell that is not a rectangle"
        case .footnoteWithoutText(let label): "the footnote [^\(label)] has no text"
        case .footnoteWithoutReference(let label): "nothing in the text refers to the footnote [^\(label)]"
        case .footnoteTwice(let label): "the footnote [^\(label)] is given twice"
        case .controlCharacters(let count):
            count == 1 ? "the text holds an invisible control character" : "the text holds \(count) invisible control characters"
        case .notUTF8: "the text is not valid UTF-8"
        }
    }

    var remedy: String {
        switch self {
        case .pictureWithoutText:
            "Say in the square brackets what the picture shows, or write ![](picture.png \"Decorative\") if it tells nothing."
        case .tooManyPictures: "Divide it into several files, or take the signs ![ out."
        case .nestedTooDeeply: "Take some of the > or list marks away."
        case .rawElement(let name): remedyForElement(name)
        case .strayEndTag(let name): "Delete it, or put <\(name)> where it should begin, in the same paragraph or cell."
        case .unclosedElement(let name): "Put </\(name)> where it should end, in the same paragraph, cell or bold words."
        case .droppedAttribute(let element, _): remedyForAttribute(element)
        case .unclosedComment: "Put --> where the comment should end."
        case .addressNotAllowed:
            "Link to a web address (https://…), an e-mail address (mailto:…), a telephone number (tel:…), a file of the site, or a name such as minute:62."
        case .addressWithoutHost: "Write the whole address, such as https://www.example.gov.uk/page."
        case .raggedRow(let found, let expected):
            found < expected
                ? "Add the missing | at the end of the row, or << for cells that are joined to the one on their left."
                : "Take out the | that is too many, or write it \\| where it is part of the text. The surplus words were put into the last cell."
        case .nothingToJoin(let mark, _): "Put the text of the cell in place of \(mark), or leave the cell empty."
        case .unevenJoin: "Join whole rectangles only; the cell was left empty."
        case .footnoteWithoutText(let label): "Add a paragraph that begins with [^\(label)]: and the text of the note."
        case .footnoteWithoutReference(let label):
            "Write [^\(label)] where the note belongs. It is shown after the other notes until then."
        case .footnoteTwice: "Give each note a name of its own. Both texts are shown."
        case .controlCharacters: "Delete them; they often come with text copied from a PDF. A blank stands in their place."
        case .notUTF8: "Save the file as UTF-8. The characters that could not be read are shown as �."
        }
    }

    private func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

    private func remedyForElement(_ name: String) -> String {
        switch name {
        case "b", "strong": "Write **bold** instead."
        case "i", "em": "Write *emphasis* instead."
        case "a": "Write [words](address) instead."
        case "img": "Write ![what it shows](picture.png) instead."
        case "s", "del", "strike": "Write ~~deleted words~~ instead."
        case "table", "tr", "td", "th", "thead", "tbody": "Write a table with | between the cells instead."
        case "ul", "ol", "li": "Write a list with - or 1. before each item instead."
        case "h1", "h2", "h3", "h4", "h5", "h6": "Write a heading with ## before it instead."
        case "p", "div": "Leave an empty line between paragraphs instead."
        case "hr": "Write --- on a line of its own instead."
        default: "Delete it, or write it in Markdown. Of HTML only <br>, <sub>, <sup>, <abbr title> and <span lang dir> are kept."
        }
    }

    private func remedyForAttribute(_ element: String) -> String {
        switch element {
        case "abbr": "Of <abbr>, only title=\"…\" is kept."
        case "span": "Of <span>, only lang=\"…\" with a language code and dir=\"ltr\" or dir=\"rtl\" are kept."
        default: "Delete it: <\(element)> takes none here."
        }
    }
}
