/// Hands out the anchors of one page, each once: the second that would like the same gets `--2`. No slug has two hyphens
/// side by side, so that one that was told apart so is never what another would like.
package struct Anchors {
    private var names = CountedNames(separator: "--")

    package init() {}

    /// The anchor itself, or with `--2`, `--3` … after it where it is taken.
    package mutating func unique(_ natural: String) -> String { names.unique(natural) }

    /// The anchors of a list, those with a number of their own before all others: what counts in words never gets the
    /// anchor of what is printed with that number.
    package mutating func unique(_ wishes: [Wish]) -> [String] {
        var anchors = [String](repeating: "", count: wishes.count)
        for isNumbered in [true, false] {
            for (at, wish) in wishes.enumerated() where wish.isNumbered == isNumbered { anchors[at] = unique(wish.anchor) }
        }
        return anchors
    }

    /// What something would like to be called.
    package struct Wish {
        package let anchor: String
        /// Whether it is its printed number.
        package let isNumbered: Bool

        package init(_ anchor: String, isNumbered: Bool) { (self.anchor, self.isNumbered) = (anchor, isNumbered) }
    }

    /// What was asked for when this was handed out.
    package static func wish(of anchor: String) -> Substring {
        let digits = anchor.utf8.reversed().prefix(while: \.isDigit).count
        let bare = anchor.utf8.dropLast(digits)
        return digits > 0 && bare.count > 2 && bare.suffix(2).elementsEqual("--".utf8) ? Substring(bare.dropLast(2)) : anchor[...]
    }
}
