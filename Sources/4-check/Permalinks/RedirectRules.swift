import Diagnostics
import Model

/// Looks whether every way on from an old address leads straight to something that is there.
package struct RedirectRules {
    /// By old address, the anchor included.
    private let ways: [String: Redirect]
    private let redirects: [Redirect]

    package init(_ redirects: [Redirect]) {
        self.redirects = redirects
        ways = Dictionary(redirects.map { ($0.oldAddress, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter isPlanned: Whether a path of the site will have a page or a file.
    package func check(_ isPlanned: (String) -> Bool) -> [Diagnostic] {
        redirects.compactMap { redirect in problem(of: redirect, isPlanned).map { Diagnostic($0, at: redirect.outcomeLocation) } }
    }

    private func problem(of redirect: Redirect, _ isPlanned: (String) -> Bool) -> PublicationProblem? {
        guard let target = redirect.localTarget else { return nil }
        guard var next = way(from: target) else { return isPlanned(target.path) ? nil : .redirectNowhere(target.path) }
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
