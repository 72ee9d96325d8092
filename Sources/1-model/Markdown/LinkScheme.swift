/// Which addresses may become links. Anything that a browser could run is not among them.
enum LinkScheme {
    /// Schemes of the web, and those that name a thing of the site ("Links" in the source format).
    static let web = ["http", "https", "mailto", "tel"]
    static let typed = ["minute", "item", "committee", "meeting", "strategy", "person", "term"]

    enum Verdict: Equatable {
        case allowed
        case schemeNotAllowed(String)
        case noHost
    }

    /// Judges an address as written in a source.
    static func judge(_ address: some Collection<UInt8>) -> Verdict {
        verdict(address) { web.contains($0) || typed.contains($0) }
    }

    /// Whether an address may stand in `href`.
    static func mayBeWritten(_ address: some Collection<UInt8>) -> Bool {
        verdict(address, web.contains) == .allowed
    }

    /// Whether an address may stand in `src`.
    static func mayBeShown(_ address: some Collection<UInt8>) -> Bool {
        verdict(address) { $0 == "http" || $0 == "https" } == .allowed
    }

    private static func verdict(_ address: some Collection<UInt8>, _ allows: (String) -> Bool) -> Verdict {
        guard let scheme = scheme(of: address) else { return .allowed }
        guard allows(scheme) else { return .schemeNotAllowed(scheme) }
        if scheme == "http" || scheme == "https", !hasHost(address) { return .noHost }
        return .allowed
    }

    /// The scheme as a browser would find it: control characters and blanks do not count, nor does letter case.
    private static func scheme(of address: some Collection<UInt8>) -> String? {
        var letters: [UInt8] = []
        for byte in address {
            if byte <= 0x20 || byte == 0x7F { continue }
            if byte == UInt8(ascii: ":") { break }
            let mayFollow = byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            guard byte.isLetter || mayFollow && !letters.isEmpty else { return nil }
            letters.append(byte.lowercased)
        }
        let hasColon = address.contains(UInt8(ascii: ":"))
        return hasColon && !letters.isEmpty ? String(decoding: letters, as: UTF8.self) : nil
    }

    private static func hasHost(_ address: some Collection<UInt8>) -> Bool {
        let rest = address.drop { $0 != UInt8(ascii: ":") }.dropFirst()
        guard rest.starts(with: "//".utf8) else { return false }
        let host = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let isName = host.allSatisfy { $0.isLetter || $0.isDigit || ".-_:@".utf8.contains($0) || $0 >= 0x80 }
        return isName && host.contains { $0.isLetter || $0.isDigit || $0 >= 0x80 }
    }
}
