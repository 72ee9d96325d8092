import Diagnostics
import Model

/// Looks whether every entry of `redirects.yml` leads from an address at which nothing stands straight to something that is there.
package struct RedirectRules {
    /// What stands in the way of no page: those that can be planned.
    package private(set) var sound: [Redirect] = []
    package private(set) var diagnostics: [Diagnostic] = []
    private let planned: PlannedFiles
    /// By old address, the anchor included.
    private var ways: [String: Redirect] = [:]
    /// Whether a target may be there though it is not planned.
    private let isInDoubt: (String) -> Bool

    /// - Parameters:
    ///   - planned: What the site will have beside the pages at old addresses.
    ///   - isInDoubt: Whether nothing can be said of a target, since what gives it was not read.
    package init(_ redirects: [Redirect], planned: PlannedFiles, isInDoubt: @escaping (String) -> Bool = { _ in false }) {
        self.planned = planned
        self.isInDoubt = isInDoubt
        var seen: Set<String> = []
        var pages = OldPages()
        for redirect in redirects {
            var problems = RedirectRules.problems(ofOrigin: redirect, planned, isInDoubt, &seen)
            if problems.isEmpty, let obstacle = pages.obstacle(to: redirect) { problems.append(.redirectFromPage(obstacle)) }
            diagnostics += problems.map { Diagnostic($0, at: redirect.location) }
            if problems.isEmpty { sound.append(redirect) }
        }
        ways = Dictionary(sound.map { ($0.oldAddress, $0) }, uniquingKeysWith: { first, _ in first })
        let targets = redirects.compactMap { redirect in problem(ofTarget: redirect).map { Diagnostic($0, at: redirect.outcomeLocation) } }
        diagnostics += targets
    }

    // MARK: From where

    private static func problems(
        ofOrigin redirect: Redirect, _ planned: PlannedFiles, _ isInDoubt: (String) -> Bool, _ seen: inout Set<String>
    ) -> [PublicationProblem] {
        guard redirect.path.isOldPath else { return [.notASitePath] }
        var problems: [PublicationProblem] = []
        let from = redirect.path.asPagePath
        if redirect.fragment != nil {
            if !planned.hasPage(from), !isInDoubt(from) { problems.append(.redirectOfNoPage(from, nearest: planned.nearest(to: from))) }
        } else {
            switch planned.obstacle(at: from) {
            case .page(let path)?: problems.append(.redirectFromPage(path))
            case .file(let path)?: problems.append(.redirectFromFile(path))
            case nil: break
            }
        }
        if !seen.insert(redirect.oldAddress).inserted { problems.append(.redirectTwice(redirect.oldAddress)) }
        return problems
    }

    // MARK: Where to

    private func problem(ofTarget redirect: Redirect) -> PublicationProblem? {
        guard case .moved(let to) = redirect.outcome, !to.isWebAddress else { return nil }
        guard SourcePath.split(to).path.isSitePath, let target = redirect.localTarget else { return .notAWebAddress }
        guard var next = way(from: target) else {
            return planned.contains(target.path) || isInDoubt(target.path) ? nil : .redirectNowhere(target.path, nearest: planned.nearest(to: target.path))
        }
        var seen = [redirect.oldAddress]
        while true {
            guard !seen.contains(next.oldAddress) else {
                // One that merely leads into the circle is mended with it.
                return next.oldAddress == redirect.oldAddress ? .redirectCycle(seen + [next.oldAddress]) : nil
            }
            seen.append(next.oldAddress)
            guard let further = next.localTarget.flatMap({ way(from: $0) }) else { break }
            next = further
        }
        if case .moved(let end) = next.outcome { return .redirectToRedirect(seen[1], end: end) }
        return .redirectToGone(seen[1])
    }

    /// What stands at an address, if that is an old one: the part, or the page as a whole.
    private func way(from target: (path: String, fragment: String?)) -> Redirect? {
        target.fragment.flatMap { ways[target.path + "#" + $0] } ?? ways[target.path]
    }
}

/// The files of the pages at old addresses, one of which may want the place of another's folder.
private struct OldPages {
    private var files: Set<String> = []
    private var folders: Set<String> = []

    /// What is in the way of a page; where nothing is, the page is among these from now on.
    mutating func obstacle(to redirect: Redirect) -> String? {
        guard redirect.fragment == nil else { return nil }
        let file = Address(redirect.path.asPagePath).file
        let above = file.foldersAbove
        if let taken = above.first(where: files.contains) { return taken }
        if folders.contains(file) { return file + "/" }
        files.insert(file)
        folders.formUnion(above)
        return nil
    }
}

extension Redirect {
    /// The old path, with the anchor if it has one.
    var oldAddress: String { path.asPagePath + (fragment.map { "#" + $0 } ?? "") }

    /// Where it leads within the site; nil where it leads elsewhere or nowhere.
    var localTarget: (path: String, fragment: String?)? {
        guard case .moved(let to) = outcome, !to.contains("://") else { return nil }
        let (path, fragment) = SourcePath.split(to)
        return (path.asPagePath, fragment)
    }
}

extension String {
    fileprivate var isWebAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }

    /// True for a path that an older site may have had: it may hold signs that no address of Moot's has.
    fileprivate var isOldPath: Bool {
        let parts = split(separator: "/", omittingEmptySubsequences: true)
        return !contains(where: { "?#\\".contains($0) }) && !contains("//") && !parts.contains("..") && !parts.contains(".")
    }

    /// True for a path within the site, and nothing else.
    fileprivate var isSitePath: Bool {
        let parts = split(separator: "/", omittingEmptySubsequences: true)
        return !contains(where: { ":?#\\\"<>".contains($0) }) && !contains("//") && !parts.contains("..") && !parts.contains(".")
    }
}
