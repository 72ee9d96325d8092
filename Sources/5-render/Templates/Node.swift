/// A parsed template is a tree of these.
indirect enum Node: Sendable {
    /// A line begins here, with these blanks.
    case line(margin: Range<Int>)
    case text(Range<Int>)
    case value(Name, isRaw: Bool)
    case section(Name, isInverted: Bool, [Node])
    case include(Include)
    /// The block of this number is shown here, unless a template that uses this one as its layout has its own.
    case block(Int)
}

/// A template put in: `{{>part}}`, or `{{<layout}}…{{/layout}}` with blocks of one's own.
struct Include: Sendable {
    let name: Name
    /// The data gives the template's name.
    let isDynamic: Bool
    /// The blanks to put before each of its lines; nil where it stands within a line.
    let margin: Range<Int>?
    /// The numbers of the blocks given to a layout; nil for a part.
    let blocks: [Int]?
}

/// A part of a layout that others can replace, or what replaces it.
struct LayoutBlock: Sendable {
    let name: Name
    let body: [Node]
    /// Its content begins on the line after its tag.
    let isOnOwnLines: Bool
    /// The smallest margin of its lines.
    let bodyMargin: Range<Int>
    /// The blanks before each line of what replaces it.
    let replacementMargin: Range<Int>
}

/// A template as a tree, with what was found wrong with its syntax.
struct ParsedTemplate: Sendable {
    let file: TemplateFile
    var nodes: [Node] = []
    var blocks: [LayoutBlock] = []
    /// Its syntax is wrong: its names are not looked at, for they would only mislead.
    var isBroken = false
    /// The layouts it names, whose blocks are also its own.
    var layouts: [String] = []
    var hasDynamicLayout = false
}
