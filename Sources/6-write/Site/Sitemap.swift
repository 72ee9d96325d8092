import Model
import Pages
import Text

/// What search engines ask for: `sitemap.xml` (sitemaps.org, protocol 0.9) and `robots.txt` (RFC 9309).
enum Sitemap {
    static func file(for addresses: [Address], settings: SiteSettings) -> PagePlan.Text {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        var base: [UInt8] = []
        base.append(markup: settings.baseURL)
        let start = "<url><loc>" + String(decoding: base, as: UTF8.self)
        for address in addresses.sorted() { text += "\(start)\(address.path.percentEncoded)</loc></url>\n" }
        return PagePlan.Text(path: Route.sitemap.file, bytes: Array((text + "</urlset>\n").utf8))
    }

    static func robots(settings: SiteSettings) -> PagePlan.Text {
        PagePlan.Text(path: Route.robots.file, bytes: Array("User-agent: *\nAllow: /\nSitemap: \(settings.baseURL)\(Route.sitemap.file)\n".utf8))
    }
}
