import Foundation

/// The sources of the program, read as text.
enum Repository {
    static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    /// Every Swift file below a folder, with its path from the root of the repository.
    static func files(in folder: String) throws -> [(path: String, text: String)] {
        let start = root.appending(path: folder)
        let all = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return try all.filter { $0.pathExtension == "swift" }.map { file in
            let path = file.standardizedFileURL.path(percentEncoded: false).dropFirst(root.path(percentEncoded: false).count)
            return (path.hasPrefix("/") ? String(path.dropFirst()) : String(path), try String(contentsOf: file, encoding: .utf8))
        }.sorted { $0.path < $1.path }
    }

    /// The folders in a folder.
    static func folders(in folder: String) throws -> [String] {
        let found = try FileManager.default.contentsOfDirectory(at: root.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey])
        return try found.filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }.map(\.lastPathComponent).sorted()
    }
}

/// The targets as `Package.swift` declares them.
struct Manifest {
    struct Target {
        let name: String
        /// From the root of the repository.
        let path: String
        /// Names of targets and of products of other packages.
        let dependencies: Set<String>
        /// Whether its sources are Swift.
        var isSwift = true
    }

    private(set) var targets: [Target] = []
    /// Modules of other packages, by the name that the manifest gives them.
    private var products: [String: String] = [:]

    init() throws {
        let text = try String(contentsOf: Repository.root.appending(path: "Package.swift"), encoding: .utf8)
        for match in text.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/) { products[String(match.output.1)] = String(match.output.2) }
        for call in Manifest.calls(of: "room", in: text) {
            guard let match = call.firstMatch(of: /^"(\w+)", in: "([^"]+)"/) else { continue }
            let (name, folder) = (String(match.output.1), String(match.output.2))
            targets.append(Target(name: name, path: "Sources/\(folder)/\(name)", dependencies: dependencies(in: call)))
        }
        for call in Manifest.calls(of: "tests", in: text) {
            guard let name = call.firstMatch(of: /^"(\w+)"/).map({ String($0.output.1) }) else { continue }
            targets.append(Target(name: name, path: "Tests/\(name)", dependencies: dependencies(in: call)))
        }
        for call in Manifest.calls(of: "library", in: text) {
            guard let name = call.firstMatch(of: /^"(\w+)"/).map({ String($0.output.1) }) else { continue }
            targets.append(Target(name: name, path: "Sources/c/\(name)", dependencies: [], isSwift: false))
        }
        for kind in [".target", ".executableTarget"] {
            for call in Manifest.calls(of: kind, in: text) {
                guard let name = call.firstMatch(of: /name: "(\w+)"/), let path = call.firstMatch(of: /path: "([^"\\]+)"/) else { continue }
                targets.append(Target(
                    name: String(name.output.1), path: String(path.output.1), dependencies: dependencies(in: call), isSwift: !path.output.1.hasPrefix("Sources/c/")))
            }
        }
    }

    /// What stands in brackets first: the dependencies, unless a label says that it is something else.
    private func dependencies(in call: String) -> Set<String> {
        guard let list = call.firstMatch(of: /(\w+:\s*)?\[([^\]]*)\]/), !(list.output.1 ?? "").hasPrefix("exclude") else { return [] }
        let parts = list.output.2.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        return Set(parts.map { $0.hasPrefix("\"") ? $0.filter { $0 != "\"" } : products[$0] ?? $0 })
    }

    /// The arguments of each call of a function of the manifest.
    private static func calls(of function: String, in text: String) -> [String] {
        var found: [String] = []
        var rest = text[...]
        while let start = rest.firstRange(of: function + "(") {
            let before = start.lowerBound == text.startIndex ? " " : text[text.index(before: start.lowerBound)]
            rest = rest[start.upperBound...]
            guard before == " " || before == "\n" else { continue }
            var depth = 1
            let end = rest.firstIndex { sign in
                if sign == "(" { depth += 1 }
                if sign == ")" { depth -= 1 }
                return depth == 0
            }
            found.append(String(rest[..<(end ?? rest.endIndex)]))
        }
        // The declaration of the function itself has no name in it.
        return found
    }
}

extension String {
    /// The modules that a Swift file imports.
    var imports: Set<String> {
        Set(matches(of: /(?m)^\s*(?:@\w+\s+)*(?:public |package |internal )?import (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/).map { String($0.output.1) })
    }

    /// What stands in quotation marks in a Swift file, comments left out, each with its line, counted from 1.
    var literals: [(line: Int, text: String)] {
        components(separatedBy: "\n").enumerated().flatMap { number, line -> [(Int, String)] in
            let code = line.trimmingCharacters(in: .whitespaces)
            if code.hasPrefix("//") { return [] }
            return code.matches(of: /"((?:[^"\\]|\\.)*)"/).map { (number + 1, String($0.output.1)) }
        }
    }
}
