import Model
import Text

/// The names of sources that are not published, as parts of addresses: a name with the folder that it stands in, since a name alone may be that of many things.
struct NamePairs: Sendable {
    private var sources: [UInt64: Int32] = [:]

    var isEmpty: Bool { sources.isEmpty }
    var number: UInt64 { sources.keys.reduce(0, &+) }

    mutating func insert(_ relative: String, of source: Int) {
        for pair in NamePairs.pairs(of: relative) where sources[pair] == nil { sources[pair] = Int32(source) }
    }

    /// What is published under the same name, or was and is explained.
    mutating func remove(_ relative: String) { for pair in NamePairs.pairs(of: relative) { sources[pair] = nil } }

    func source(of pair: UInt64) -> Int? { sources[pair].map(Int.init) }

    /// The source whose name is among the parts of a path.
    func source(inPath path: String) -> Int? {
        let parts = path.split(separator: "/")
        return zip(parts, parts.dropFirst()).lazy.compactMap { source(of: NamePairs.pair(NamePairs.number(of: $0.utf8), NamePairs.number(of: stem($1).utf8))) }.first
    }

    private func stem(_ part: Substring) -> Substring { part.prefix { $0 != "." } }

    /// The last part of a path behind the one before it; what lies in `exempt/` also behind the folder of that.
    private static func pairs(of relative: String) -> [UInt64] {
        let parts = relative.split(separator: "/").map { String($0) }
        guard let last = parts.last, parts.count > 1 else { return [] }
        let name = number(of: last.prefix { $0 != "." }.utf8)
        var folders = [parts[parts.count - 2]]
        if folders[0] == "exempt", parts.count > 2 { folders.append(parts[parts.count - 3]) }
        return folders.map { pair(number(of: $0.utf8), name) }
    }

    static func pair(_ folder: UInt64, _ name: UInt64) -> UInt64 { folder &* WordReader.prime ^ name }

    static func number(of name: some Sequence<UInt8>) -> UInt64 { name.reduce(WordReader.seed) { ($0 ^ UInt64($1.lowercased)) &* WordReader.prime } }
}
