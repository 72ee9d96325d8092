import Model

/// What a site will have, as far as old addresses ask for it.
package final class PlannedFiles {
    /// The addresses of the pages.
    private let pages: Set<String>
    /// The paths of all files, those of the pages included.
    private let files: Set<String>
    /// Files that come with pages: they are gathered when somebody asks, which few do.
    private lazy var beside = gatherBeside()
    private let gatherBeside: () -> Set<String>
    private lazy var folders = PlannedFiles.folders(of: files)
    private lazy var names = (pages.union(files.filter { Route(path: $0)?.address.path == $0 })).sorted()

    /// - Parameters:
    ///   - pages: The addresses of the pages.
    ///   - files: The paths of all other files.
    ///   - beside: Gives the paths of the files that come with pages: their tables, meetings to take along, PDFs.
    package init(pages: [Address], files: [String], beside: @escaping () -> Set<String>) {
        self.pages = Set(pages.map(\.path))
        self.files = Set(pages.map(\.file) + files)
        gatherBeside = beside
    }

    /// Whether there is a page at an address.
    func hasPage(_ path: String) -> Bool { pages.contains(path) }

    /// Whether a page or a file stands at an address.
    package func contains(_ path: String) -> Bool { pages.contains(path) || files.contains(path) || isBeside(path) }

    /// What keeps a page from being put at an address: the page or file that stands there, or in whose place a folder would be, or
    /// that lies in a folder of that name; nil where there is nothing.
    func obstacle(at path: String) -> Obstacle? {
        let file = Address(path).file
        if pages.contains(path) || files.contains(file) { return file.hasSuffix(Route.pageName) ? .page(path) : .file(path) }
        if isBeside(file) { return .file(path) }
        // No name is known of those before the index is made.
        if case .searchFile? = Route(path: file) { return .file(path) }
        if let above = file.foldersAbove.first(where: { files.contains($0) || isBeside($0) }) { return .file(above) }
        return file == path && folders.contains(path) ? .page(path + "/") : nil
    }

    enum Obstacle {
        case page(String)
        case file(String)
    }

    /// The address that was probably meant: one of as many folders, each of which is nearly the same. Two people's pages are not near
    /// because both lie in one folder.
    func nearest(to path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        let near = names.filter { name in
            let others = name.split(separator: "/")
            return others.count == parts.count && zip(others, parts).allSatisfy { $0 == $1 || [String($0)].nearest(to: $1) != nil }
        }
        return near.nearest(to: path) ?? near.first
    }

    private func isBeside(_ path: String) -> Bool { [".csv", ".zip", ".pdf"].contains { path.hasSuffix($0) } && beside.contains(path) }

    private static func folders(of files: Set<String>) -> Set<String> {
        var found: Set<String> = []
        for file in files { found.formUnion(file.foldersAbove) }
        return found
    }
}

extension String {
    /// `a` and `a/b` of `a/b/c`.
    var foldersAbove: [String] { zip(utf8.indices, utf8).compactMap { at, byte in byte == UInt8(ascii: "/") ? String(self[..<at]) : nil } }
}
