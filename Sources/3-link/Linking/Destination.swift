import Model

/// Where a link of a source leads, in the site.
package enum Destination: Sendable, Equatable, Encodable {
    /// A place in the same document.
    case here(fragment: String)
    /// A page of the site, or a place in it.
    case page(Address, fragment: String?)
    /// A file that is published as it is: its path in the site.
    case file(String)
    /// An address elsewhere.
    case elsewhere(String)
    /// Known, but without a page: shown as words.
    case words
}

/// The destinations of one document's links and pictures, in its order.
package struct DocumentLinks: Sendable, Encodable {
    package var links: [Destination]
    package var images: [Destination]

    static let none = DocumentLinks(links: [], images: [])
}
