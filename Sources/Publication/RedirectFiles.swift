import Packs

/// The ways on from old addresses, for servers that can send people on themselves.
///
/// The pages at the old addresses do the same on any server; with these files it is done with a status that search
/// engines and programs understand: 301 for what moved, 410 for what is gone (RFC 9110, section 15).
public struct RedirectFiles: Sendable {
    /// What the paths of the site begin with: `/`, or `/meetings/`.
    private let root: String
    private let redirects: [Redirect]

    /// - Parameter redirects: Those of whole pages are taken; a server never sees an anchor.
    public init(_ redirects: [Redirect], root: String) {
        self.root = root
        self.redirects = redirects.filter { $0.fragment == nil }
    }

    // MARK: _redirects

    /// A rule a line: the old path, the new address, the status. Netlify and Cloudflare Pages read it; of what is gone
    /// Cloudflare takes no notice. Every sign that either could take for more than itself is escaped.
    public var rules: [UInt8] {
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

    /// Two maps from the path that is asked for: to the new address, and to whether it is gone.
    public var nginxMap: [UInt8] {
        let rows = redirects.flatMap { redirect in spellings(of: redirect).map { (path: $0, redirect: redirect) } }
        let colliding = Dictionary(grouping: Set(rows.map(\.path)), by: { $0.lowercasedASCII }).filter { $0.value.count > 1 }
        var moved = "", gone = ""
        var longest = 0
        for row in rows {
            // A map knows no difference of small and capital letters, a pattern does.
            let key = colliding[row.path.lowercasedASCII] == nil ? row.path.nginxQuoted : ("~^" + row.path.patternEscaped + "$").nginxQuoted
            longest = max(longest, row.path.utf8.count)
            if let target = target(of: row.redirect) {
                moved += "    \(key) \(target.nginxQuoted);\n"
            } else {
                gone += "    \(key) 1;\n"
            }
        }
        return Array((RedirectFiles.introduction(bucket: RedirectFiles.bucket(for: longest))
            + "map $uri $moot_moved {\n    default \"\";\n\(moved)}\n\nmap $uri $moot_gone {\n    default 0;\n\(gone)}\n").utf8)
    }

    /// A bucket must hold the longest key with a pointer and a length beside it, in whole lines of the cache.
    private static func bucket(for longest: Int) -> Int {
        var size = 128
        while size < longest + 32 { size *= 2 }
        return size
    }

    private static func introduction(bucket: Int) -> String {
        """
        # Old addresses, for nginx. Moot writes this file anew with every build.
        #
        # In “http”, beside your “server”:
        #     include /path/to/the/site/redirects.nginx.conf;
        # and in the “server” of the site:
        #     if ($moot_moved) { return 301 $moot_moved; }
        #     if ($moot_gone) { return 410; }
        #     error_page 410 @moot_gone;
        #     location @moot_gone { types {} default_type text/html; try_files $uri $uri/index.html =410; }
        # Run “nginx -t” before you reload. If it says that map_hash_bucket_size is there twice, take yours out.
        map_hash_bucket_size \(bucket);


        """
    }
}

extension String {
    var lowercasedASCII: String { String(decoding: utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self) }

    /// Everything escaped but what stands for itself in every address (RFC 3986, section 2.3).
    fileprivate var escapedAddress: String { percentEncoded { $0 == UInt8(ascii: "/") } }

    /// A whole address: what has a meaning in it stays, what only a server's file could take amiss is escaped.
    fileprivate var escapedReserved: String { percentEncoded { ":/?#[]@!&()*+,=%".utf8.contains($0) } }

    private func percentEncoded(_ stays: (UInt8) -> Bool) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case 97...122, 65...90, 48...57, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): out.append(byte)
            case _ where stays(byte): out.append(byte)
            default: out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// In quotation marks, as nginx reads them.
    fileprivate var nginxQuoted: String { "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }

    fileprivate var patternEscaped: String {
        String(flatMap { "\\^$.|?*+()[]{}".contains($0) ? ["\\", $0] : [$0] })
    }
}
