/// Decides which requests are answered at all.
///
/// What the preview shows is not published yet. Any website that is open in the same browser can send requests to it, under
/// any name that its owner points at this machine, so that a request must name a host that is ours and must not come from another site.
struct Gatekeeper: Sendable {
    /// What was given with `--host`; nil where only this machine is served.
    let host: String?

    /// What matters in a request.
    struct Request {
        var method: String
        /// As it was sent.
        var path: String
        var query = ""
        var host: String?
        var origin: String?
        /// `Sec-Fetch-Site` and `Sec-Fetch-Mode`, by which browsers say where a request comes from.
        var fetchSite: String?
        var fetchMode: String?
        /// Of all headers together, in bytes.
        var headerSize = 0
    }

    struct Refusal: Error, Equatable {
        let status: Int
        let message: String
    }

    private static let pathLimit = 4096
    private static let headerLimit = 1 << 16

    /// The path in the site, without a slash before it, decoded.
    func admit(_ request: Request, port: Int) throws(Refusal) -> String {
        if request.path.utf8.count + request.query.utf8.count > Gatekeeper.pathLimit { throw Refusal(status: 414, message: "The address is too long.") }
        if request.headerSize > Gatekeeper.headerLimit { throw Refusal(status: 431, message: "The request is too long.") }
        guard let named = request.host else { throw Refusal(status: 400, message: "The request names no host.") }
        guard isOurs(named, port: port) else {
            throw Refusal(status: 403, message: "The preview does not answer under this name.")
        }
        guard request.method == "GET" || request.method == "HEAD" else { throw Refusal(status: 405, message: "The preview is there to be read.") }
        try refuseStrangers(request, host: named)
        return try SitePath.decode(request.path)
    }

    /// Whether the host is this machine, under a name that nobody else can give it.
    private func isOurs(_ named: String, port: Int) -> Bool {
        let (name, number) = Gatekeeper.split(named.lowercased())
        guard number.map(String.init) == String(port) || (number == nil && port == 80) else { return false }
        if ["localhost", "127.0.0.1", "[::1]"].contains(name) { return true }
        guard let host = host?.lowercased() else { return false }
        if name == host || name == "[\(host)]" { return true }
        // On all addresses of this machine: any number, but no name, which others could point at it.
        return ["0.0.0.0", "::", "[::]"].contains(host) && Gatekeeper.isNumber(name)
    }

    private static func split(_ host: String) -> (name: Substring, port: Substring?) {
        guard let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") else { return (host[...], nil) }
        return (host[..<colon], host[host.index(after: colon)...])
    }

    private static func isNumber(_ name: Substring) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") { return name.dropFirst().dropLast().utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) } }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// A link from elsewhere may lead here; nothing else of another site may reach us.
    private func refuseStrangers(_ request: Request, host: String) throws(Refusal) {
        let isLink = request.fetchMode == "navigate" && !SitePath.isOwn(request.path)
        if let site = request.fetchSite, site != "same-origin", site != "none", !isLink {
            throw Refusal(status: 403, message: "Other websites may not read the preview.")
        }
        if let origin = request.origin, origin != "http://\(host)" {
            throw Refusal(status: 403, message: "Other websites may not read the preview.")
        }
    }
}
