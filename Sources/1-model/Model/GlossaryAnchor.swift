import Text

/// Where a term stands on the page of the glossary.
package enum GlossaryAnchor {
    package static let page = Route.glossary.address

    /// `term-camhs`, `term-asd-asc`. Terms that differ in signs alone share an anchor with the first of them.
    package static func make(_ term: String) -> String { "term-" + Slug.make(term) }

    /// The page of a term: `glossary/camhs/`. Terms that differ in signs alone share one.
    package static func termPage(_ term: String) -> Address { Address(page.path + Slug.make(term) + "/") }
}
