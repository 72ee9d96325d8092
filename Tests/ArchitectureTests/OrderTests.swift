import Testing

/// The order in which data flows, and nothing against it.
@Suite struct OrderTests {
    /// A target imports nothing from a folder that comes after its own.
    static let folders = ["c", "support", "1-model", "2-read", "3-link", "4-check", "5-render", "6-write", "authoring", "commands"]

    private let manifest: Manifest

    init() throws { manifest = try Manifest() }

    private func folder(of target: Manifest.Target) -> Int? {
        let parts = target.path.split(separator: "/")
        return parts.count > 1 && parts[0] == "Sources" ? OrderTests.folders.firstIndex(of: String(parts[1])) : nil
    }

    @Test("Sources has the folders of the flow, and no more") func foldersOfSources() throws {
        #expect(try Repository.folders(in: "Sources") == OrderTests.folders.sorted())
        #expect(OrderTests.folders.count <= 10)
    }

    @Test("every target is in the manifest, and every folder of one is a target") func everyFolderIsATarget() throws {
        #expect(manifest.targets.count > 30)
        let paths = Set(manifest.targets.map(\.path))
        for folder in OrderTests.folders where !paths.contains("Sources/" + folder) {
            for name in try Repository.folders(in: "Sources/" + folder) {
                #expect(paths.contains("Sources/\(folder)/\(name)"), "Sources/\(folder)/\(name) is no target")
            }
        }
        for target in manifest.targets where target.isSwift { #expect(try !Repository.files(in: target.path).isEmpty, "\(target.path) has no sources") }
    }

    @Test("no target imports what comes after it") func importsFollowTheFlow() throws {
        let byName = Dictionary(manifest.targets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for target in manifest.targets where target.isSwift {
            guard let own = folder(of: target) else { continue }
            for file in try Repository.files(in: target.path) {
                for name in file.text.imports.sorted() {
                    guard let other = byName[name].flatMap(folder) else { continue }
                    #expect(other <= own, "\(file.path) imports \(name), which comes after it")
                }
            }
        }
    }

    @Test("what is imported is declared, and what is declared is imported") func importsAreDeclared() throws {
        let ours = Set(manifest.targets.map(\.name))
        for target in manifest.targets where target.isSwift {
            let imports = try Repository.files(in: target.path).reduce(into: Set<String>()) { $0.formUnion($1.text.imports) }
            let undeclared = imports.intersection(ours).subtracting(target.dependencies).subtracting([target.name])
            #expect(undeclared.isEmpty, "\(target.name) imports what it does not declare: \(undeclared.sorted())")
            let unused = target.dependencies.subtracting(imports)
            #expect(unused.isEmpty, "\(target.name) declares what it does not import: \(unused.sorted())")
        }
    }
}
