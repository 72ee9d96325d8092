import Diagnostics
import Platform
import Markdown
import Model
import Text

/// One file of the source tree, as it lies on the disk.
struct SourceFile: Sendable, Equatable {
    /// As the user would type it, for the disk and for messages.
    let path: String
    /// From the root of the source tree, for addresses and links.
    let relative: String
    let size: Int

    var name: String { SourcePath.name(relative) }
    /// The name without `.md`.
    var stem: String { relative.hasSuffix(".md") ? String(relative.dropLast(3)) : relative }
    var location: SourceLocation { SourceLocation(path) }
}

/// A Markdown source cut in two: the head, and the body that is looked at only once it is admitted.
struct SourceText {
    let file: SourceFile
    let head: HeadText
    private let bytes: [UInt8]
    private let bodyStart: Int
    private let bodyLine: Int

    /// In bytes. A longer file is no paper that anybody wrote.
    static let limit = 16 << 20

    /// Reads and cuts a file; nil, and a report, where that cannot be done.
    init?(_ file: SourceFile, disk: Disk, report: Report) {
        guard let bytes = SourceText.read(file, disk: disk, report: report) else { return nil }
        guard let end = SourceText.lineEnd(bytes, from: 0), SourceText.isFence(bytes[..<end]) else {
            report.add(.noHead, at: SourceLocation(file.path, line: 1))
            return nil
        }
        guard let cut = SourceText.closingFence(bytes, after: end) else {
            report.add(.headNotClosed, at: SourceLocation(file.path, line: 1))
            return nil
        }
        self.file = file
        self.bytes = bytes
        head = HeadText(yaml: String(decoding: bytes[min(end + 1, bytes.count)..<cut.fence], as: UTF8.self), path: file.path, firstLine: 2)
        bodyStart = cut.body
        bodyLine = cut.line
    }

    /// The text below the head. It is there only for a source that may be published: for the admission of another it is empty.
    func body(_ admission: Admission) -> (bytes: ArraySlice<UInt8>, firstLine: Int) {
        (admission.admits(file.relative) ? bytes[bodyStart...] : [], bodyLine)
    }

    /// The bytes of a file, if it is small enough and in UTF-8.
    static func read(_ file: SourceFile, disk: Disk, report: Report) -> [UInt8]? {
        guard file.size <= limit else {
            report.add(.tooLarge(megabytes: file.size >> 20, limit: limit >> 20), at: file.location)
            return nil
        }
        do {
            var bytes = SourceLines.normalised(try disk.read(file.path))
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
            guard let fault = bytes.firstInvalidByte else { return bytes }
            let line = bytes[..<fault].count { $0 == UInt8(ascii: "\n") } + 1
            report.add(.notUTF8, at: SourceLocation(file.path, line: line), withholdsLine: true)
        } catch {
            report.add(.unreadable(reason: error.reason), at: file.location)
        }
        return nil
    }

    private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? (start < bytes.count ? bytes.count : nil)
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    private static func closingFence(_ bytes: [UInt8], after firstEnd: Int) -> (fence: Int, body: Int, line: Int)? {
        var start = firstEnd + 1
        var line = 2
        while start < bytes.count, let end = lineEnd(bytes, from: start) {
            if isFence(bytes[start..<end]) { return (start, min(end + 1, bytes.count), line + 1) }
            start = end + 1
            line += 1
        }
        return nil
    }
}
