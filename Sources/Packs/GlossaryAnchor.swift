/// Where a term stands on the page of the glossary.
public enum GlossaryAnchor {
    public static let page = Address("glossary/")

    /// `term-camhs`, `term-asd-asc`. Terms that differ in signs alone share an anchor with the first of them.
    public static func make(_ term: String) -> String { "term-" + term.slug }
}
