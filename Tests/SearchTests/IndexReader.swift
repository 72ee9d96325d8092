import CDeflate
import Foundation
import Platform
import Search
import Synchronization

/// An index as its files have it, read by the letter of `Documentation/search-index.md`.
struct IndexReader {
    struct SourceLocation: Equatable {
        let passage: Int
        let impact: UInt8
        let positions: [Int]
    }

    /// Files as they were written, by path.
    let files: [String: [UInt8]]
    let catalogue: [String: Any]
    private(set) var places: [String: [SourceLocation]] = [:]
    private(set) var passagesOfWord: [String: Int] = [:]
    private(set) var aliases: [String: String] = [:]

    /// Makes the index of a site in a folder of its own and reads it.
    static func index(_ documents: [SearchDocument], synonyms: [[String]] = [], language: String = "en-GB", limits: SearchIndex.Limits = .init()) throws -> IndexReader {
        let site = SearchSite(language: language, kinds: ["Paper"], committees: [("hwb", "Board")], synonyms: synonyms, documents: documents,
            texts: documents.flatMap { $0.passages().map(\.text) })
        let written = Mutex<[String: [UInt8]]>([:])
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("moot-search-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let name = try SearchIndex(site, disk: .real, limits: limits).write(temporary: folder) { bytes, path in written.withLock { $0[path] = bytes } }
        guard try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty else { throw Left() }
        return try IndexReader(written.withLock { $0 }, name)
    }

    struct Left: Error {}

    init(_ files: [String: [UInt8]], _ catalogue: String) throws {
        self.files = files
        let json = Data(IndexReader.inflated(files[catalogue]!))
        self.catalogue = try JSONSerialization.jsonObject(with: json) as! [String: Any]
        for name in names("words") { readWords(inflated("words-\(name)")) }
    }

    func names(_ kind: String) -> [String] {
        let stretches = catalogue[kind] as! [String]
        return stride(from: 1, to: stretches.count, by: 2).map { stretches[$0] }
    }

    func inflated(_ name: String) -> [UInt8] { IndexReader.inflated(files["\(name).bin"]!) }

    static func inflated(_ bytes: [UInt8]) -> [UInt8] {
        let decompressor = libdeflate_alloc_decompressor()!
        defer { libdeflate_free_decompressor(decompressor) }
        var room = [UInt8](repeating: 0, count: 8 << 20)
        var count = 0
        let result = libdeflate_deflate_decompress(decompressor, bytes, bytes.count, &room, room.count, &count)
        precondition(result == LIBDEFLATE_SUCCESS)
        return Array(room[..<count])
    }

    private mutating func readWords(_ bytes: [UInt8]) {
        var at = 0
        var word: [UInt8] = []
        func text() -> ArraySlice<UInt8> {
            let count = IndexReader.number(bytes, &at)
            defer { at += count }
            return bytes[at..<at + count]
        }
        while at < bytes.count {
            word = Array(word.prefix(IndexReader.number(bytes, &at)))
            word += text()
            let name = String(decoding: word, as: UTF8.self)
            let passages = IndexReader.number(bytes, &at)
            if passages == 0 {
                let stem = word.prefix(IndexReader.number(bytes, &at)) + text()
                aliases[name] = String(decoding: stem, as: UTF8.self)
                continue
            }
            var found = IndexReader.places(Array(text()))
            for _ in 0..<IndexReader.number(bytes, &at) {
                let hash = bytes[at..<at + 8].map { String(format: "%02x", $0) }.joined()
                at += 8
                let more = IndexReader.places(inflated("more-\(hash)"))
                precondition(more.count == IndexReader.number(bytes, &at))
                found += more
            }
            places[name] = found.sorted { $0.passage < $1.passage }
            passagesOfWord[name] = passages
        }
    }

    private static func places(_ bytes: [UInt8]) -> [SourceLocation] {
        var found: [SourceLocation] = []
        var at = 0
        var passage = 0
        while at < bytes.count {
            passage += number(bytes, &at)
            let impact = bytes[at]
            at += 1
            var position = 0
            let positions = (0..<number(bytes, &at)).map { _ in
                position += number(bytes, &at)
                return position
            }
            found.append(SourceLocation(passage: passage, impact: impact, positions: positions))
        }
        return found
    }

    private static func number(_ bytes: [UInt8], _ at: inout Int) -> Int {
        var value = 0
        var shift = 0
        repeat {
            value |= Int(bytes[at] & 0x7F) << shift
            shift += 7
            at += 1
        } while bytes[at - 1] >= 0x80
        return value
    }
}

/// A document of one passage for each text.
func document(_ texts: String..., title: String = "Report", headings: [String] = [], day: Int? = nil) -> SearchDocument {
    SearchDocument(title: title, address: "paper/", detail: "", kind: 0, committee: 0, day: day, size: texts.reduce(0) { $0 + $1.utf8.count }) {
        texts.map { SearchPassage(anchor: "", headings: headings, text: Array($0.utf8)) }
    }
}
