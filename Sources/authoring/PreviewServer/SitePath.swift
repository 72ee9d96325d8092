/// Paths as they stand in requests.
enum SitePath {
    /// Where the preview's own files are.
    static let own = "_moot/"

    /// Whether a path, as it was sent, is one of the preview's own files.
    static func isOwn(_ path: String) -> Bool { path.hasPrefix("/" + own) }

    /// The path in the site, without a slash before it. Whatever could mean another path for somebody is refused.
    static func decode(_ path: String) throws(Gatekeeper.Refusal) -> String {
        let refusal = Gatekeeper.Refusal(status: 400, message: "This is no address in the site.")
        guard path.hasPrefix("/"), !path.hasPrefix("//"), let bytes = decoded(Array(path.utf8.dropFirst())) else { throw refusal }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }), !isEncoded(bytes),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw refusal }
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        if steps.contains(where: { $0 == "." || $0 == ".." }) { throw refusal }
        if steps.dropLast().contains("") { throw Gatekeeper.Refusal(status: 404, message: "There is nothing at this address.") }
        return text
    }

    /// With escapes resolved; nil where one is broken or stands for a slash.
    private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "%") else {
                // Browsers escape all that is not ASCII.
                guard bytes[at] < 0x80 else { return nil }
                out.append(bytes[at])
                at += 1
                continue
            }
            guard at + 2 < bytes.count, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2]) else { return nil }
            let byte = high << 4 | low
            if byte == UInt8(ascii: "/") { return nil }
            out.append(byte)
            at += 3
        }
        return out
    }

    /// Whether there are escapes, still, in what was decoded once.
    private static func isEncoded(_ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { at in
            bytes[at] == UInt8(ascii: "%") && at + 2 < bytes.count && digit(bytes[at + 1]) != nil && digit(bytes[at + 2]) != nil
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
