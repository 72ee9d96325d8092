import Platform

extension BuiltInFiles {
    /// A disk on which the built-in files stand behind two folders: a file that a folder does not hold is the built-in one.
    ///
    /// - Parameters:
    ///   - templates: The folder of the templates as the user named it; nil where it is to be taken as it is.
    ///   - statics: The same for the static files.
    package static func behind(_ disk: Disk, templates: String?, statics: String?) -> Disk {
        var files: [String: [UInt8]] = [:]
        for (folder, carried) in [(templates, BuiltInFiles.templates), (statics, BuiltInFiles.statics)] {
            guard let folder else { continue }
            for file in carried { files[folder + "/" + file.path] = file.bytes }
        }
        return disk.backed(by: files)
    }
}
