import Model
import Templates

/// The page of the search.
struct SearchPage: Templated {
    let site: SiteView
    let page: PageView
    let catalogue: String
    let indexHref: String

    static let shape = Shape<SearchPage>("search page", "The search. A script in the browser finds and shows the results.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .text("catalogue", "The file that the search begins with, from here.") { $0.catalogue },
        .text("indexHref", "The list of everything from A to Z.") { $0.indexHref },
    ])
}

extension PageBuilder {
    fileprivate func searchPage() -> SearchPage {
        let address = Route.search.address
        return SearchPage(
            site: site(on: address), page: page(Route.search.kind, at: address, below: []).with(data: nil), catalogue: catalogue,
            indexHref: address.reference(to: Route.index().address))
    }
}

struct SearchKind: PageKind {
    static let template = "search"
    static let places = Route.search.place()

    static func pages(of context: PageContext) -> [SearchKind] { [SearchKind()] }

    var route: Route { .search }

    func view(by builder: PageBuilder) -> SearchPage { builder.searchPage() }
}
