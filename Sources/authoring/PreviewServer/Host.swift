import FlyingSocks
import Foundation

/// The address of this machine at which the preview is served.
struct Host: Sendable {
    /// What was given with `--host`; nil for this machine alone.
    let given: String?
    /// As a number.
    let number: String
    let isVersion6: Bool

    /// - Throws: `PreviewProblem.noSuchAddress`.
    init(_ given: String?) throws(PreviewProblem) {
        self.given = given
        switch given {
        case nil, "localhost": (number, isVersion6) = ("127.0.0.1", false)
        case let name?:
            let bare = name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name
            guard let found = Host.resolve(bare) else { throw .noSuchAddress(name) }
            (number, isVersion6) = found
        }
    }

    /// Whether nobody but this machine reaches it.
    var isLoopback: Bool { number.hasPrefix("127.") || number == "::1" }

    private var isEverywhere: Bool { number == "0.0.0.0" || number == "::" }

    /// How it is opened in a browser.
    func address(port: Int) -> String {
        if isEverywhere { return "http://127.0.0.1:\(port)/" }
        if let given, !isLoopback { return "http://\(given.contains(":") && !given.hasPrefix("[") ? "[\(given)]" : given):\(port)/" }
        return isVersion6 ? "http://[\(number)]:\(port)/" : "http://\(number):\(port)/"
    }

    func socketAddress(port: Int) throws -> any SocketAddress {
        let port = UInt16(clamping: port)
        return isVersion6 ? try sockaddr_in6.inet6(ip6: number, port: port) : try sockaddr_in.inet(ip4: number, port: port)
    }

    private static func resolve(_ name: String) -> (number: String, isVersion6: Bool)? {
        if (try? sockaddr_in.inet(ip4: name, port: 0)) != nil { return (name, false) }
        if (try? sockaddr_in6.inet6(ip6: name, port: 0)) != nil { return (name, true) }
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, nil, &found) == 0, let first = found else { return nil }
        defer { freeaddrinfo(found) }
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        guard getnameinfo(first.pointee.ai_addr, first.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else { return nil }
        return (String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self), first.pointee.ai_family == AF_INET6)
    }
}
