import Reading

/// Mends one source, and proves of every change that the page stays what it was.
enum SourceFixer {
    /// nil for what is no source of Moot, or not in UTF-8.
    static func mended(_ bytes: [UInt8]) -> [UInt8]? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        let text = SourceLines.normalised(bytes)
        guard let bodyStart = bodyStart(of: text) else { return nil }
        let body = text[bodyStart...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        var lines = body
        lines = Numbering.mended(lines)
        let proof = Proof(of: lines)
        lines = proof.accepted(Tabs.edits(in: lines), on: lines)
        lines = proof.accepted(TrailingBlanks.edits(in: lines), on: lines)
        lines = proof.accepted(Tables.edits(in: lines), on: lines)
        lines = proof.withOneEnd(lines)
        return Array(text[..<bodyStart]) + lines.joined(separator: [UInt8(ascii: "\n")])
    }

    /// The first byte below the head, which is left as it is: blanks mean something in YAML.
    private static func bodyStart(of text: [UInt8]) -> Int? {
        var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var fences = 0
        while let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = text[start..<end]
            let isFence = line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if isFence { fences += 1 } else if fences == 0 { return nil }
            start = end + 1
            if fences == 2 { return start }
        }
        return nil
    }
}

/// New words for some lines, which are taken or left together.
struct Edit {
    var lines: [Int: [UInt8]]
}
