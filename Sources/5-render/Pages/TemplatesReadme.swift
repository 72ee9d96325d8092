import Templates

/// `Templates/README.md`: what each page kind's template may use, from the declarations themselves.
package enum TemplatesReadme {
    package static var text: String { introduction + TemplateReference.markdown(for: PageKinds.all.map(described)) }

    private static let introduction = """
        # Templates

        These files make the pages. They can be changed without touching Swift: change one, run `moot build`, look.
        The language is Mustache. `layout.mustache` is the frame of all pages, each other file here makes one kind of page,
        and `parts/` holds what several of them share.

        A name that a page kind does not have is an error with its place and the nearest name, never a blank.
        Fields of the kind *HTML* need three braces; everything else is escaped.

        This file is written by `make update-expected` from the declarations in `Sources/5-render/Pages/Views`. Do not edit it.


        """

    private static func described(_ kind: any PageKind.Type) -> Templates.PageKind { describe(kind) }

    private static func describe<Kind: PageKind>(_: Kind.Type) -> Templates.PageKind { Templates.PageKind(Kind.template, Kind.places, Kind.View.self) }
}
