/// What was changed in a source folder since it was read.
package enum SourceChanges: Sendable {
    /// Nobody knows; all is read again.
    case everything
    /// Files and folders, as the user would type them.
    case paths([String])
}

/// Changes by the folder of the meeting or strategy to which they belong.
struct SortedChanges {
    /// From the root of the tree, the folders with a slash at the end.
    private(set) var inMeetings: [String: [String]] = [:]
    private(set) var inStrategies: [String: [String]] = [:]
    /// All others: files of the root, pages, folders that hold meetings.
    private(set) var elsewhere: [String] = []

    /// - Parameters:
    ///   - paths: As the user would type them.
    ///   - root: The source folder, without a slash at its end.
    init(_ paths: [String], root: String) {
        for path in paths {
            let relative = path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
            let parts = relative.split(separator: "/")
            if parts.first == "committees", parts.count > 3 {
                inMeetings[parts[..<3].joined(separator: "/") + "/", default: []].append(relative)
            } else if parts.first == "strategies", parts.count > 2 {
                inStrategies[parts[..<2].joined(separator: "/") + "/", default: []].append(relative)
            } else {
                elsewhere.append(relative)
            }
        }
    }

    /// Whether a folder is itself among the changes, or lies in one that is.
    func concernsWhole(_ folder: String) -> Bool { elsewhere.contains { $0.isEmpty || folder.hasPrefix($0 + "/") || folder == $0 + "/" } }
}
