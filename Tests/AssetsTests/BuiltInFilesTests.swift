import Assets
import Foundation
import Testing

/// The program carries the files of the repository, all of them, as they are now.
@Suite struct BuiltInFilesTests {
    @Test func carriesEveryTemplate() throws { try expect(BuiltInFiles.templates, in: "Templates", without: ["README.md"]) }
    @Test func carriesEveryStaticFile() throws { try expect(BuiltInFiles.statics, in: "Public") }

    private func expect(_ carried: [BuiltInFiles.File], in folder: String, without others: Set<String> = []) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../\(folder)").standardized.path
        let names = try FileManager.default.subpathsOfDirectory(atPath: root).filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
            return !isFolder.boolValue && !name.split(separator: "/").contains { $0.hasPrefix(".") } && !others.contains(name)
        }
        #expect(!names.isEmpty)
        #expect(carried.map(\.path) == names.sorted(), "run Sources/c/CAssets/list-files")
        for file in carried {
            let now = try #require(FileManager.default.contents(atPath: root + "/" + file.path))
            #expect(file.bytes == Array(now), "\(folder)/\(file.path)")
        }
    }
}
