/// What lies on the disk, told by names, sizes, numbers and times without reading it: where two states are equal, files hold the same bytes.
package struct DiskState: Equatable {
    package enum Times: Sendable {
        /// The last change of any kind, which nobody can set back.
        case changes
        /// The last writing: a file that is given a second name, or loses one, is the same.
        case writings
    }

    /// A line for each thing that was looked at.
    package private(set) var lines: [UInt8] = []
    /// The latest change, in nanoseconds since 1970.
    package private(set) var latest = Int64.min
    /// True where something cannot be told so: behind a link, or where the disk does not answer.
    package private(set) var isUnclear = false
    private let disk: Disk
    private let times: Times

    package init(disk: Disk, times: Times) { (self.disk, self.times) = (disk, times) }

    package static func == (a: DiskState, b: DiskState) -> Bool { a.lines == b.lines && a.isUnclear == b.isUnclear }

    /// Notes what is known from elsewhere.
    package mutating func add(_ words: String) { note(words) }

    /// Notes a file, or that there is none.
    package mutating func add(file path: String) {
        note(path)
        do { try add(disk.entry(path), as: "") } catch { isUnclear = true }
    }

    /// Notes a folder and all that lies in it, or that there is none.
    package mutating func add(folder path: String) {
        note(path)
        do {
            // A link at the end of the path the user gave is no matter of doubt.
            guard try disk.entry(path) != nil else { return note("none") }
            try add(entriesOf: disk.resolve(path))
        } catch {
            isUnclear = true
        }
    }

    private mutating func add(entriesOf folder: String) throws(DiskError) {
        for entry in try disk.entries(folder).sorted(by: { $0.name < $1.name }) where entry.name != ".git" {
            add(entry, as: entry.name)
            guard entry.kind == .folder, !isUnclear else { continue }
            try add(entriesOf: folder + "/" + entry.name)
        }
        note("")
    }

    private mutating func add(_ entry: DiskEntry?, as name: String) {
        guard let entry else { return note("none") }
        guard !entry.isLink, let stamp = entry.stamp else { return isUnclear = true }
        if entry.kind == .folder { return note(name + "/") }
        latest = max(latest, stamp.changed)
        note("\(name)\0\(entry.size) \(stamp.number) \(stamp.modified) \(times == .changes ? stamp.changed : 0)")
    }

    private mutating func note(_ words: String) {
        lines += words.utf8
        lines.append(0x0A)
    }
}
