import Formats
import Model

extension Feeds {
    /// What is new on the whole site: agendas, supplements, minutes, strategies.
    package func siteFeed(into out: inout [UInt8]) {
        let news = linked.archive.committees.flatMap(news) + linked.archive.strategies.compactMap(adoption)
        write(Feed(title: authority.name, path: FeedPath.site, page: "", entries: newest(news)), into: &out)
    }

    package func feed(of committee: Committee, into out: inout [UInt8]) {
        let entries = newest(news(of: committee))
        write(
            Feed(title: "\(committee.name), \(authority.name)", path: FeedPath.feed(of: committee), page: committee.address.path, entries: entries),
            into: &out)
    }

    package func decisionsFeed(into out: inout [UInt8]) {
        write(
            Feed(title: "Decisions of \(authority.name)", path: FeedPath.decisions, page: Route.decisions().address.path, entries: newest(decisions())), into: &out)
    }

    package func feed(of strategy: Strategy, into out: inout [UInt8]) {
        let entries = newest(news(of: strategy))
        write(Feed(title: strategy.title, path: FeedPath.feed(of: strategy), page: strategy.address.path, entries: entries), into: &out)
    }

    private struct Feed {
        let title: String
        let path: String
        /// The page whose news it tells.
        let page: String
        let entries: [Entry]
    }

    /// Said of a feed that has nothing to tell.
    private static let longAgo = Day(year: 1970, month: 1, day: 1)!

    private func write(_ feed: Feed, into out: inout [UInt8]) {
        var writer = XMLWriter(into: out)
        writer.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": authority.language]) { writer in
            writer.element("id", text: id(feed.path))
            writer.element("title", text: feed.title)
            writer.element("updated", text: clock.stamp(feed.entries.map(\.updated).max() ?? Feeds.longAgo))
            writer.element("link", ["rel": "self", "type": "application/atom+xml", "href": url(feed.path)])
            writer.element("link", ["rel": "alternate", "type": "text/html", "href": url(feed.page)])
            write(author: authority.name, page: "", authority.contact, to: &writer)
            writer.element("generator", text: "Moot")
            for entry in feed.entries { write(entry, to: &writer) }
        }
        out = writer.finish()
    }

    private func write(_ entry: Entry, to writer: inout XMLWriter) {
        writer.element("entry") { writer in
            writer.element("id", text: id(entry.path))
            writer.element("title", text: entry.title)
            writer.element("published", text: clock.stamp(entry.published))
            writer.element("updated", text: clock.stamp(entry.updated))
            writer.element("link", ["rel": "alternate", "type": "text/html", "href": url(entry.path)])
            if let committee = entry.committee {
                write(author: committee.name, page: committee.address.path, committee.contact ?? authority.contact, to: &writer)
                writer.element("category", ["term": committee.slug, "label": committee.name])
            }
            writer.element("summary", text: entry.summary)
        }
    }

    private func write(author name: String, page: String, _ contact: Contact?, to writer: inout XMLWriter) {
        writer.element("author") { writer in
            writer.element("name", text: name)
            writer.element("uri", text: url(page))
            if let email = contact?.email { writer.element("email", text: email) }
        }
    }
}
