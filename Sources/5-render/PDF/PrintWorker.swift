import Foundation
import Synchronization

/// One process that prints, one document after the other.
final class PrintWorker: Sendable {
    /// What it is asked for; `PDFPrinter/press.py` says what the words mean.
    struct Work: Encodable {
        let html: String
        let css: String
        let address: String
        let site: String
        let folder: String
        let pdf: String
        let key: String
    }

    /// What it answers.
    struct Answer: Codable {
        var version: String?
        var error: String?
        var pages: Int?
        var starts: [Int?]?
        var words: [String]?
    }

    /// It ended without an answer.
    struct Gone: Error {}

    private let process: Process
    private let questions: FileHandle
    private let answers: FileHandle
    /// What came after the last answer.
    private let rest = Mutex<[UInt8]>([])

    init(_ python: [String], script: String) throws {
        let (input, output) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = URL(filePath: python[0])
        process.arguments = Array(python.dropFirst()) + [script]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        questions = input.fileHandleForWriting
        answers = output.fileHandleForReading
        try process.run()
    }

    /// The version of WeasyPrint, which it says first.
    func greeting() throws -> Answer { try nextAnswer() }

    /// - Throws: `Gone`; `DecodingError` where the answer is none.
    func answer(to work: Work) throws -> Answer {
        let question = try JSONEncoder().encode(work) + [UInt8(ascii: "\n")]
        do { try questions.write(contentsOf: question) } catch { throw Gone() }
        return try nextAnswer()
    }

    private func nextAnswer() throws -> Answer {
        let line = try rest.withLock { rest in
            while true {
                if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    defer { rest.removeSubrange(...end) }
                    return Data(rest[..<end])
                }
                let more = answers.availableData
                guard !more.isEmpty else { throw Gone() }
                rest += more
            }
        }
        return try JSONDecoder().decode(Answer.self, from: line)
    }

    func end() {
        try? questions.close()
        process.waitUntilExit()
    }
}
