import CAssets

/// The templates, static files and words that the program carries, so that it needs no other file to make a site.
package enum BuiltInFiles {
    /// A file as it lay in the repository when the program was compiled.
    package struct File: Sendable {
        /// In its folder: `parts/row.mustache`, `site.css`.
        package let path: String
        package let bytes: [UInt8]
    }

    /// The files of `Templates/`, sorted by path.
    package static let templates = files(in: "Templates/")

    /// The files of `Public/`, sorted by path.
    package static let statics = files(in: "Public/")

    /// The words of each language, sorted by name: `cy.words`.
    package static let words = files(in: "Sources/2-read/Vocabulary/Words/")

    private static func files(in folder: String) -> [File] {
        (0..<moot_file_count()).compactMap { index in
            let file = moot_file_at(index)
            let path = String(cString: file.path)
            guard path.hasPrefix(folder) else { return nil }
            return File(path: String(path.dropFirst(folder.count)), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
        }
    }
}
