import Model
import Text

/// The ways on from old addresses, for servers that can send people on themselves.
///
/// The pages at the old addresses do the same on any server; with these files it is done with a status that search
/// engines and programs understand: 301 for what moved, 410 for what is gone (RFC 9110, section 15).
package struct RedirectFiles: Sendable {
    /// What the paths of the site begin with: `/`, or `/meetings/`.
    private let root: String
    private let redirects: [Redirect]

    /// - Parameter redirects: Those of whole pages are taken; a server never sees an anchor.
    package init(_ redirects: [Redirect], root: String) {
        self.root = root
        self.redirects = redirects.filter { $0.fragment == nil }
    }

    // MARK: _redirects

    /// A rule a line: the old path, the new address, the status. Netlify and Cloudflare Pages read it; of what is gone
    /// Cloudflare takes no notice. Every sign that either could take for more than itself is escaped.
    package var rules: [UInt8] {
        var lines = ""
        for redirect in redirects {
            guard let target = target(of: redirect) else { continue }
            for path in spellings(of: redirect) { lines += "\(path.escapedAddress) \(target) 301\n" }
        }
        for redirect in redirects where target(of: redirect) == nil {
            for path in spellings(of: redirect) { lines += "\(path.escapedAddress) \(path.escapedAddress) 410\n" }
        }
        return Array(lines.utf8)
    }

    /// With and without the slash at the end: people cut it off.
    private func spellings(of redirect: Redirect) -> [String] {
        let path = root + redirect.path.asPagePath
        return path.hasSuffix("/") ? [path, String(path.dropLast())] : [path]
    }

    /// nil for what is gone.
    private func target(of redirect: Redirect) -> String? {
        guard case .moved(let to) = redirect.outcome else { return nil }
        if to.contains("://") { return to.escapedReserved }
        let (path, fragment) = SourcePath.split(to)
        return (root + path.asPagePath).escapedAddress + (fragment.map { "#" + $0.escapedAddress } ?? "")
    }

    // MARK: nginx

    /// A place for each old address, to be included in the “server” of the site.
    package var nginxLocations: [UInt8] {
        var text = RedirectFiles.introduction
        var known: Set<String> = []
        for redirect in redirects {
            let answer = target(of: redirect).map { "return 301 \($0.nginxQuoted);" } ?? "error_page 410 @moot_gone; return 410;"
            // The server does not start where a place is there twice.
            for path in spellings(of: redirect) where known.insert(path).inserted { text += "location \(path.nginxPlace) { \(answer) }\n" }
        }
        return Array(text.utf8)
    }

    private static let introduction = """
        # Old addresses, for nginx. Moot writes this file anew with every build.
        #
        # In the “server” of the site, the brackets included, so that nothing is wrong while there are no old addresses:
        #     include /path/to/the/site/redirects.nginx.con[f];
        # Run “nginx -t” before you reload.
        location @moot_gone { types {} default_type text/html; try_files $uri $uri/index.html =410; }

        """
}

extension String {
    /// Everything escaped but what stands for itself in every address.
    fileprivate var escapedAddress: String { percentEncoded }

    /// A whole address: what has a meaning in it stays, what only a server's file could take amiss is escaped.
    fileprivate var escapedReserved: String { PercentEncoding.address.encode(self) }

    /// In quotation marks, as nginx reads them.
    fileprivate var nginxQuoted: String { "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }

    /// This path and no other. nginx keeps the length of a plain path in one byte, and would not find a longer one.
    fileprivate var nginxPlace: String { utf8.count < 256 ? "= " + nginxQuoted : "~ " + ("^" + patternEscaped + "$").nginxQuoted }

    private var patternEscaped: String { String(flatMap { "\\^$.|?*+()[]{}".contains($0) ? ["\\", $0] : [$0] }) }
}
