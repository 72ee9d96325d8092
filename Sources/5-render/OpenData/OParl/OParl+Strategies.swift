import Facts
import Formats
import Linking
import Model

// OParl has no word for these.
extension OParl {
    package static let strategies = Route.strategies.address

    package func writeStrategies(into out: inout [UInt8]) {
        let count = archive.strategies.count
        writeList(OParl.strategies, 1, of: count, pages: 1, web: OParl.strategies, into: &out) { json in
            for number in 0..<count { json.object { strategy(number, &$0) } }
        }
    }

    /// The twin of a strategy's page.
    package func writeStrategy(_ number: Int, into out: inout [UInt8]) {
        JSONWriter.object(into: &out) { strategy(number, &$0) }
    }

    /// The twin of a chapter's page.
    package func writeChapter(_ position: Int, of strategy: Int, into out: inout [UInt8]) {
        JSONWriter.object(into: &out) { chapter(position, of: archive.strategies[strategy], &$0) }
    }

    /// The twin of a free-standing page.
    package func writePage(_ number: Int, into out: inout [UInt8]) {
        let page = archive.pages[number]
        JSONWriter.object(into: &out) { json in
            begin("moot:Page", at: page.address, &json)
            json.member("name", page.title)
            link("web", to: page.address.path, &json)
            attachments(of: page.address, &json)
        }
    }

    private func strategy(_ number: Int, _ json: inout JSONWriter) {
        let strategy = archive.strategies[number]
        begin("moot:Strategy", at: strategy.address, &json)
        json.member("name", strategy.title)
        json.member("shortName", strategy.short)
        link("web", to: strategy.address.path, &json)
        json.texts("moot:alias", strategy.aliases)
        owner(of: strategy, &json)
        json.member("moot:from", strategy.from)
        json.member("moot:to", strategy.to)
        json.member("moot:status", strategy.status?.rawValue)
        if let meeting = strategy.adoption(in: meetings) {
            reference("moot:adoptedAt", to: meeting.address, &json)
        }
        if let older = strategy.supersedes { reference("moot:supersedes", to: Route.strategy(older).address, &json) }
        if !strategy.chapters.isEmpty {
            json.array("moot:chapter") { json in
                for position in strategy.chapters.indices { json.object { chapter(position, of: strategy, &$0) } }
            }
        }
        attachments(of: strategy.address, &json)
    }

    private func owner(of strategy: Strategy, _ json: inout JSONWriter) {
        guard let owner = strategy.owner else { return }
        if let committee = archive.committees.first(where: { $0.slug == owner }) {
            reference("moot:organization", to: committee.address, &json)
        } else {
            json.member("moot:owner", owner)
        }
    }

    private func chapter(_ position: Int, of strategy: Strategy, _ json: inout JSONWriter) {
        let chapter = strategy.chapters[position]
        let hasPage = strategy.contents == .chapters
        let anchor = "chapter--" + chapter.slug
        begin("moot:Chapter", at: hasPage ? strategy.address(of: chapter) : strategy.address, part: hasPage ? "" : anchor, &json)
        json.member("name", chapter.title)
        link("web", to: hasPage ? strategy.address(of: chapter).path : strategy.address.path, part: hasPage ? "" : anchor, &json)
        reference("moot:strategy", to: strategy.address, &json)
        json.member("moot:number", chapter.number)
        json.member("moot:pages", chapter.pages)
    }

    private func attachments(of address: Address, _ json: inout JSONWriter) {
        let own = files.owned(by: address)
        guard !own.isEmpty else { return }
        json.array("moot:file") { json in
            for file in own { json.object { attachment(file, .within, &$0) } }
        }
    }
}
