import Platform

extension Schema {
    /// All of them.
    package static let all = files + heads

    /// Writes all schemas into a folder; earlier ones are written anew, any other file of these names is left alone.
    ///
    /// - Returns: The paths, as the user would type them.
    package static func write(to folder: String, disk: Disk = .real) throws -> [String] {
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        let paths = all.map { root + $0.fileName }
        for path in paths where try disk.entry(path) != nil {
            guard String(decoding: try disk.read(path), as: UTF8.self).contains("Written by “moot schema”") else { throw ScaffoldProblem.notOurs(path) }
        }
        try disk.makeFolder(folder)
        for (schema, path) in zip(all, paths) { try disk.write(schema.json, path) }
        return paths
    }
}
