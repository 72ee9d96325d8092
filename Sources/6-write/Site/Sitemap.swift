import Model

/// What search engines ask for: `sitemap.xml` (sitemaps.org, protocol 0.9) and `robots.txt` (RFC 9309).
enum Sitemap {
    static func file(for addresses: [Address], settings: SiteSettings) -> PagePlan.Text {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        let base = settings.baseURL.escapedForXML
        for address in addresses.sorted() { text += "<url><loc>\(base)\(address.path.percentEncodedPath)</loc></url>\n" }
        return PagePlan.Text(path: Route.sitemap.file, bytes: Array((text + "</urlset>\n").utf8))
    }

    static func robots(settings: SiteSettings) -> PagePlan.Text {
        PagePlan.Text(path: Route.robots.file, bytes: Array("User-agent: *\nAllow: /\nSitemap: \(settings.baseURL)\(Route.sitemap.file)\n".utf8))
    }
}

extension String {
    var escapedForXML: String { replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
}
