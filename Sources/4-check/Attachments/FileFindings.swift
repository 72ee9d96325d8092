/// What a reader told of a file.
struct FileFindings: Codable, Sendable {
    struct Finding: Codable, Sendable {
        /// As the reader calls it: `tracked changes`.
        let kind: String
        /// In the order of the file: “paragraph 7”.
        let places: [String]
        let count: Int
    }

    var findings: [Finding] = []
    /// Names in its properties.
    var authors: [String] = []
    /// Why a part of it could not be looked into, as ends of sentences.
    var troubles: [String] = []
    /// Its text: pairs of a place and a paragraph, both empty where a reader sees a gap.
    var lines: [[String]] = []
    /// Why nothing of it could be looked into, as the end of a sentence.
    var error: String?

    /// What an error begins with that names packages of Python.
    static let missing = "missing: "
}

extension FileFindings {
    var isForWantOfReader: Bool { error?.hasPrefix(FileFindings.missing) ?? false }

    enum CodingKeys: CodingKey { case findings, authors, troubles, lines, error }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        error = try members.decodeIfPresent(String.self, forKey: .error)
        findings = try members.decodeIfPresent([Finding].self, forKey: .findings) ?? []
        authors = try members.decodeIfPresent([String].self, forKey: .authors) ?? []
        troubles = try members.decodeIfPresent([String].self, forKey: .troubles) ?? []
        lines = try members.decodeIfPresent([[String]].self, forKey: .lines) ?? []
    }

    /// Of a file of text, in UTF-8 or Latin-1.
    init(text bytes: [UInt8]) {
        let text = String(validating: bytes, as: UTF8.self) ?? String(decoding: bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }, as: UTF8.self)
        for (at, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() where !line.isEmpty {
            lines += [["line \(at + 1)", String(line)], ["", ""]]
        }
    }
}
