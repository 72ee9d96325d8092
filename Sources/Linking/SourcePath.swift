import Foundation

/// Paths from one source to another.
enum SourcePath {
    /// A link cut at its `#`.
    static func split(_ destination: String) -> (path: String, fragment: String?) {
        guard let hash = destination.firstIndex(of: "#") else { return (destination, nil) }
        return (String(destination[..<hash]), String(destination[destination.index(after: hash)...]))
    }

    /// The path from the root of the tree that a relative path means; nil where it leads out of the tree.
    static func join(_ path: String, from source: String) -> String? {
        guard !path.hasPrefix("/") else { return nil }
        var parts = source.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": break
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(part.removingPercentEncoding ?? String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    static func name(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
