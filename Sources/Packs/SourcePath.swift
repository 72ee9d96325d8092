import Foundation

/// Paths from one source to another, as links write them.
public enum SourcePath {
    /// A link cut at its `#`.
    public static func split(_ destination: String) -> (path: String, fragment: String?) {
        guard let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (destination, nil) }
        return (String(destination[..<hash]), String(destination[destination.utf8.index(after: hash)...]))
    }

    /// The path from the root of the tree that a relative path means; nil where it leads out of the tree.
    public static func join(_ path: String, from source: String) -> String? {
        guard !path.hasPrefix("/") else { return nil }
        var parts = SourcePath.parts(source).dropLast()
        for part in SourcePath.parts(path) {
            switch part {
            case ".": break
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(Substring(part.removingPercentEncoding ?? String(part)))
            }
        }
        return parts.joined(separator: "/")
    }

    /// The path from the root of the tree that a link leads to; nil for links to other things than sources.
    public static func target(of destination: String, from source: String) -> String? {
        let path = split(destination).path
        return path.isEmpty || path.contains(":") ? nil : join(path, from: source)
    }

    public static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    public static func name(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func parts(_ path: String) -> [Substring] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    }
}
