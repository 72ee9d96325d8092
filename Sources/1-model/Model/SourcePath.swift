import Foundation

/// Paths from one source to another, as links write them.
package enum SourcePath {
    /// A link cut at its `#`.
    package static func split(_ destination: String) -> (path: String, fragment: String?) {
        guard let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (destination, nil) }
        return (String(destination[..<hash]), String(destination[destination.utf8.index(after: hash)...]))
    }

    /// The path from the root of the tree that a relative path means; nil where it leads out of the tree.
    package static func join(_ path: String, from source: String) -> String? {
        guard path.utf8.first != slash else { return nil }
        var out = Array(source.utf8[..<(source.utf8.lastIndex(of: slash) ?? source.utf8.startIndex)])
        for part in path.utf8.split(separator: slash) {
            if part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                if out.isEmpty { return nil }
                out.removeSubrange((out.lastIndex(of: slash) ?? out.startIndex)...)
                continue
            }
            if !out.isEmpty { out.append(slash) }
            if part.contains(UInt8(ascii: "%")) {
                let written = String(Substring(part))
                out += (written.removingPercentEncoding ?? written).utf8
            } else {
                out += part
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let slash = UInt8(ascii: "/")

    /// The path from the root of the tree that a link leads to; nil for links to other things than sources.
    package static func target(of destination: String, from source: String) -> String? {
        let path = split(destination).path
        return path.isEmpty || path.contains(":") ? nil : join(path, from: source)
    }

    package static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    package static func name(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// What stands after the last dot of a file's name, in small letters; empty where there is no dot.
    package static func ending(_ path: String) -> String {
        let name = name(path)
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }
}
