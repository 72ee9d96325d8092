import Foundation
import Platform

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

    private let process: LineProcess

    init(_ python: [String], script: String) throws { process = try LineProcess(python + [script]) }

    /// The version of WeasyPrint, which it says first.
    func greeting() throws -> Answer { try nextAnswer() }

    /// - Throws: `LineProcess.Gone`; `DecodingError` where the answer is none.
    func answer(to work: Work) throws -> Answer {
        try process.ask(work)
        return try nextAnswer()
    }

    private func nextAnswer() throws -> Answer { try JSONDecoder().decode(Answer.self, from: process.nextLine()) }

    func end() { process.end() }
}
