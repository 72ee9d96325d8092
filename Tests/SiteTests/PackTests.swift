import Foundation
import Platform
import Testing

/// Whole sources: the sample, and real packs where they are at hand.
@Suite struct PackTests {
    struct Source: Sendable, CustomTestStringConvertible {
        let name: String
        let path: String
        var testDescription: String { name }

        static let all = [Source(name: "sample", path: Repository.sample)] + ["kirklees", "worcestershire"].map {
            Source(name: $0, path: Repository.packs + "/\($0)/Content")
        }.filter { FileManager.default.fileExists(atPath: $0.path) }
    }

    @Test(.enabled(if: Repository.hasPacks, "../shared is absent: the real packs are not tested")) func theRealPacksAreThere() {
        #expect(Source.all.count == 3)
    }

    @Test(.timeLimit(.minutes(5)), arguments: Source.all) func nothingIsLost(_ source: Source) throws {
        let workshop = try Workshop(base: [:])
        let outcome = workshop.build(content: source.path, today: "2026-11-21")
        #expect(outcome.isBuilt, "\(outcome.messages)")
        #expect(outcome.diagnostics.allSatisfy { $0.severity != .error })
        let site = workshop.files().mapValues { String(decoding: $0, as: UTF8.self) }
        expectReachable(site)
        expectRelative(site)
        expectComplete(site, source)
    }

    /// Every page can be reached from the home page by links, and no link leads to nothing.
    private func expectReachable(_ site: [String: String]) {
        var reached: Set<String> = []
        var pending = ["index.html"]
        while let next = pending.popLast() {
            guard reached.insert(next).inserted, next.hasSuffix(".html"), let page = site[next] else { continue }
            for reference in references(page) {
                let target = Crawl.target(of: reference, on: next)
                if site[target] == nil { Issue.record("\(next) leads to \(reference), which is not there") } else { pending.append(target) }
            }
        }
        let redirects = site.filter { $0.value.contains("http-equiv=\"refresh\"") || $0.value.contains("class=\"gone\"") }.keys
        let lost = site.keys.filter { $0.hasSuffix("index.html") && !reached.contains($0) && !redirects.contains($0) }
        #expect(lost.sorted() == redirectPages(lost, in: site), "pages that cannot be reached")
        for (path, page) in site where path.hasSuffix(".html") {
            for (reference, fragment) in Crawl.fragments(page) {
                let target = reference.isEmpty ? path : Crawl.target(of: reference, on: path)
                if let there = site[target], !there.contains("id=\"\(fragment)\"") { Issue.record("\(path): \(reference)#\(fragment) is no place") }
            }
        }
    }

    /// Pages at old addresses: nothing on the site links to them.
    private func redirectPages(_ paths: [String], in site: [String: String]) -> [String] {
        paths.filter { !(site["sitemap.xml"] ?? "").contains("/" + $0.replacing("index.html", with: "") + "</loc>") }.sorted()
    }

    /// Addresses of its own hold wherever the site stands.
    private func expectRelative(_ site: [String: String]) {
        for (path, page) in site where path.hasSuffix(".html") {
            // The page for what is not there is shown at any address, so its own must begin at the root.
            for address in Crawl.addresses(page) where address.hasPrefix("/") && path != "404.html" { Issue.record("\(path): \(address) is not relative") }
            let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
            if ids.count != Set(ids).count {
                Issue.record("\(path): anchors twice: \(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted().prefix(5))")
            }
        }
    }

    private func references(_ page: String) -> [String] {
        Crawl.addresses(page).map { String($0.prefix { $0 != "#" }) }.filter { !$0.isEmpty && !$0.contains(":") && !$0.hasPrefix("//") }
    }

    /// Every sentence of every public source stands on some page.
    private func expectComplete(_ site: [String: String], _ source: Source) {
        let pages = site.filter { $0.key.hasSuffix(".html") }.mapValues { Words(page: $0) }
        for path in Tree.paths(source.path) where path.hasSuffix(".md") && !path.hasSuffix(".draft.md") && !path.contains("exempt/") {
            guard let text = try? String(contentsOfFile: source.path + "/" + path, encoding: .utf8), !text.contains("\nclassification: exempt") else { continue }
            let folder = path.split(separator: "/").prefix(path.hasPrefix("strategies/") ? 2 : 3).joined(separator: "/").replacing(".md", with: "").replacing("pages/", with: "")
            let near = pages.filter { $0.key.hasPrefix(folder) || (path.hasSuffix("committee.md") && $0.key.hasPrefix(folder.replacing("/committee", with: ""))) }
            for sentence in Sentences(source: withoutExemptItems(body(text))).all() {
                for part in sentence {
                    let words = Words(part)
                    if !near.values.contains(where: { $0.contain(words) }) { Issue.record("\(path): not on the site: \(part.prefix(120))") }
                }
            }
        }
    }

    private func body(_ text: String) -> String {
        guard let end = text.dropFirst(3).firstRange(of: "\n---") else { return text }
        return text[end.upperBound...].split(separator: "\n", omittingEmptySubsequences: false).filter { $0 != "Public: yes" }.joined(separator: "\n")
    }

    private func withoutExemptItems(_ text: String) -> String {
        let parts = text.components(separatedBy: "\n## ")
        var isExempt = false
        return parts.enumerated().map { number, part in
            let shown = number > 0 && (isExempt || part.contains("\n- Exempt:")) ? String(part.prefix { $0 != "\n" }) : part
            if part.contains("\n# ") { isExempt = part.contains("\n# Exempt") }
            return shown
        }.joined(separator: "\n## ")
    }
}

/// The links of a page.
enum Crawl {
    static func addresses(_ page: String) -> [String] {
        page.matches(of: /\s(?:href|src)="([^"]*)"/).map { Words.decode(String($0.output.1)) }
    }

    static func fragments(_ page: String) -> [(String, String)] {
        addresses(page).compactMap { address in
            guard let hash = address.firstIndex(of: "#"), !address.contains(":"), !address.hasSuffix("#") else { return nil }
            let fragment = address[address.index(after: hash)...]
            return (String(address[..<hash]), fragment.removingPercentEncoding ?? String(fragment))
        }
    }

    /// The file that a relative address on a page means.
    static func target(of reference: String, on page: String) -> String {
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in reference.split(separator: "/", omittingEmptySubsequences: false) {
            if part == ".." { _ = parts.popLast() } else if part != ".", !part.isEmpty { parts.append(part.removingPercentEncoding ?? String(part)) }
        }
        let path = parts.joined(separator: "/")
        return reference.hasSuffix("/") || reference.hasSuffix(".") ? (path.isEmpty ? "" : path + "/") + "index.html" : path
    }
}
