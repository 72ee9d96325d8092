/// A piece of a template: a tag, or text that ends at a tag or at the end of its line.
struct Token {
    enum Kind {
        case text
        case value(isRaw: Bool)
        case section(isInverted: Bool)
        case close
        case partial
        case parent
        case block
        /// A comment or new delimiters: nothing is written for it.
        case silent
    }

    let kind: Kind
    /// Its bytes, braces included.
    let range: Range<Int>
    /// What the tag names; empty for text.
    var name = Name(text: "", offset: 0)
    /// Written with “*”: the data gives the template's name.
    var isDynamic = false
    /// The index of the tag that closes this one, or that this one closes.
    var partner = -1

    var opensScope: Bool {
        switch kind {
        case .section, .parent, .block: true
        default: false
        }
    }

    var isClose: Bool { if case .close = kind { true } else { false } }
    var isText: Bool { if case .text = kind { true } else { false } }
    var isBlock: Bool { if case .block = kind { true } else { false } }
    var isParent: Bool { if case .parent = kind { true } else { false } }
    var isSilent: Bool { if case .silent = kind { true } else { false } }

    /// A template is put in here.
    var isInclude: Bool {
        switch kind {
        case .partial, .parent: true
        default: false
        }
    }
}

/// A name as a tag gives it.
struct Name: Sendable {
    let text: String
    /// The index of its tag's first byte, for diagnostics.
    let offset: Int
}
