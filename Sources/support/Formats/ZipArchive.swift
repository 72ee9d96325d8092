/// Writes a ZIP archive (PKWARE APPNOTE 6.3.10) into bytes. Nothing in it depends on when or where it is written.
///
/// An archive has less than 4 GB and fewer than 65,535 files: larger ones need ZIP64, which this does not write.
package struct ZipArchive {
    package private(set) var bytes: [UInt8]
    package private(set) var count = 0
    private var directory: [UInt8] = []
    private let date: UInt16

    /// A file, squeezed once for many archives.
    package struct Prepared: Sendable {
        fileprivate let content: [UInt8]
        fileprivate let isSqueezed: Bool
        fileprivate let size: Int
        fileprivate let checksum: UInt32

        package init(_ bytes: [UInt8], with deflater: Deflater) {
            let squeezed = bytes.withUnsafeBufferPointer { deflater.squeeze($0).map(Array.init) }
            content = squeezed ?? bytes
            isSqueezed = squeezed != nil
            size = bytes.count
            checksum = bytes.withUnsafeBufferPointer { Deflater.checksum($0) }
        }
    }

    /// - Parameters:
    ///   - buffer: The archive's bytes come into it; what it held is lost.
    ///   - year, month, day: All files are said to be of that day. ZIP has no day before 1980.
    package init(into buffer: consuming [UInt8] = [], year: Int, month: Int, day: Int) {
        bytes = buffer
        bytes.removeAll(keepingCapacity: true)
        let isTooEarly = year < 1980
        date = isTooEarly ? 1 << 5 | 1 : UInt16(min(year, 2107) - 1980) << 9 | UInt16(month) << 5 | UInt16(day)
    }

    /// Adds a file, squeezed where that makes it smaller; as it is without a deflater.
    package mutating func add(_ name: String, _ content: [UInt8], with deflater: Deflater?) {
        content.withUnsafeBufferPointer { content in
            let squeezed = deflater?.squeeze(content)
            let header = Header(isSqueezed: squeezed != nil, size: content.count, checksum: Deflater.checksum(content))
            add(name, header, squeezed ?? content)
        }
    }

    package mutating func add(_ name: String, _ file: Prepared) {
        file.content.withUnsafeBufferPointer {
            add(name, Header(isSqueezed: file.isSqueezed, size: file.size, checksum: file.checksum), $0)
        }
    }

    /// Ends the archive. Nothing can be added after it.
    package mutating func finish() {
        let start = bytes.count
        bytes += directory
        bytes.put(0x0605_4B50 as UInt32)
        bytes.put(UInt32(0))
        for _ in 0..<2 { bytes.put(UInt16(count)) }
        bytes.put(UInt32(directory.count))
        bytes.put(UInt32(start))
        bytes.put(UInt16(0))
    }

    private struct Header {
        let isSqueezed: Bool
        let size: Int
        let checksum: UInt32
    }

    private static let version: UInt16 = 20
    private static let madeOnUnix: UInt16 = 3 << 8
    private static let namesAreUTF8: UInt16 = 1 << 11
    /// A plain file that its owner may write and all may read.
    private static let mode: UInt32 = 0o100644 << 16

    private mutating func add(_ name: String, _ header: Header, _ content: UnsafeBufferPointer<UInt8>) {
        let offset = bytes.count
        let fields = fields(of: header, name: name, squeezedTo: content.count)
        bytes.put(0x0403_4B50 as UInt32)
        bytes += fields
        bytes += name.utf8
        bytes.append(contentsOf: content)

        directory.put(0x0201_4B50 as UInt32)
        directory.put(ZipArchive.madeOnUnix | ZipArchive.version)
        directory += fields
        for _ in 0..<3 { directory.put(UInt16(0)) }
        directory.put(ZipArchive.mode)
        directory.put(UInt32(offset))
        directory += name.utf8
        count += 1
    }

    /// What a file's own header and its entry in the directory have in common.
    private func fields(of header: Header, name: String, squeezedTo size: Int) -> [UInt8] {
        var fields: [UInt8] = []
        fields.reserveCapacity(26)
        for field in [ZipArchive.version, ZipArchive.namesAreUTF8, header.isSqueezed ? 8 : 0, 0, date] { fields.put(field) }
        for field in [header.checksum, UInt32(size), UInt32(header.size)] { fields.put(field) }
        fields.put(UInt16(name.utf8.count))
        fields.put(UInt16(0))
        return fields
    }
}

extension [UInt8] {
    fileprivate mutating func put(_ number: UInt16) {
        append(UInt8(truncatingIfNeeded: number))
        append(UInt8(truncatingIfNeeded: number >> 8))
    }

    fileprivate mutating func put(_ number: UInt32) {
        put(UInt16(truncatingIfNeeded: number))
        put(UInt16(truncatingIfNeeded: number >> 16))
    }
}
