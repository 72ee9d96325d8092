import Testing

/// Digests and what is kept are made by what Swift writes of each member, so that a new member counts from the day it is there.
@Suite struct EncodingTests {
    /// Where that is done by hand, since a member is a dictionary or a set, stands for something else or need not count. A new member of such a
    /// type must be written there, too.
    private static let byHand = [
        "Sources/1-model/Markdown/Document+Codable.swift", "Sources/1-model/Markdown/Document.swift", "Sources/1-model/Model/AgendaItem.swift",
        "Sources/1-model/Model/Authority.swift", "Sources/1-model/Model/Meeting.swift", "Sources/1-model/Model/NotPublic/WithheldSources.swift", "Sources/1-model/Model/PublishedRecord.swift",
        "Sources/1-model/Model/SourceNames.swift", "Sources/3-link/Linking/LinkedAnswers.swift", "Sources/3-link/Linking/Places.swift",
    ]

    @Test("values are written by hand in no other file") func writtenByHand() throws {
        let found = try Repository.files(in: "Sources").filter { $0.text.contains("func encode(to ") }.map(\.path)
        #expect(found == EncodingTests.byHand)
    }
}
