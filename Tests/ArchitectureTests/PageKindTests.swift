import Testing

/// Every kind of page is declared once.
@Suite struct PageKindTests {
    private static let folder = "Sources/5-render/Pages"

    @Test("every kind of page is in the one list of them") func everyKindIsListed() throws {
        let files = try Repository.files(in: PageKindTests.folder)
        let declared = files.flatMap { $0.text.matches(of: /struct (\w+): PageKind\b/).map { String($0.output.1) } }
        let list = try #require(files.first { $0.path.hasSuffix("/PageKinds.swift") }).text
        let listed = list.matches(of: /(\w+)\.self/).map { String($0.output.1) }
        #expect(declared.count > 30)
        #expect(declared.sorted() == listed.sorted())
    }

    @Test("pages wait for nothing: no lock is among them, and no byte that stands for another") func noLocks() throws {
        for file in try Repository.files(in: PageKindTests.folder) {
            #expect(!file.text.contains("Mutex") && !file.text.imports.contains("Synchronization"), "\(file.path) has a lock")
            #expect(!file.text.contains("0xFF"), "\(file.path) has a byte that stands for something else")
        }
    }
}
