import CSystem

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The program that runs, and the libraries that it brought.
package enum LoadedFiles {
    /// A number for all of them: another where any of them is another, and the same wherever they lie; nil where the system does not tell.
    package static var number: UInt64? {
        let number = moot_loaded_number()
        return number == 0 ? nil : number
    }

    /// Their paths; nil where the system does not tell.
    package static var paths: [String]? {
        guard let maps = read("/proc/self/maps"), !maps.isEmpty else { return nil }
        // A line a stretch of memory: "7f3a…-7f3b… r-xp 00000000 08:01 1234   /usr/lib/x86_64-linux-gnu/libcmark.so.0.30.2".
        let files = maps.split(separator: "\n").filter { $0.contains(" r-xp ") }.compactMap { line in line.firstIndex(of: "/").map { String(line[$0...]) } }
        return Set(files).sorted()
    }

    /// In one buffer, since memory that is taken meanwhile would change what is read.
    private static func read(_ file: String) -> String? {
        let handle = open(file, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { return nil }
        defer { close(handle) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 20) { room in
            var count = 0
            while count < room.count {
                let got = readSome(handle, room.baseAddress! + count, room.count - count)
                if got <= 0 { break }
                count += got
            }
            return count < room.count ? String(decoding: room[..<count], as: UTF8.self) : nil
        }
    }
}
