import Foundation
import Synchronization

/// A child process that is asked in lines and answers in lines.
package final class LineProcess: Sendable {
    /// It ended without an answer.
    package struct Gone: Error { package init() {} }

    private let process: Process
    private let questions: FileHandle
    private let answers: FileHandle
    /// What came after the last answer.
    private let rest = Mutex<[UInt8]>([])

    /// - Parameter command: The path of a program, and its arguments.
    /// - Throws: Whatever keeps it from being started.
    package init(_ command: [String]) throws {
        // A process that ended must not take the program with it.
        signal(SIGPIPE, SIG_IGN)
        let (input, output) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        questions = input.fileHandleForWriting
        answers = output.fileHandleForReading
        try process.run()
    }

    /// - Throws: `Gone`.
    package func ask(_ question: some Encodable) throws {
        do { try questions.write(contentsOf: JSONEncoder().encode(question) + [UInt8(ascii: "\n")]) } catch { throw Gone() }
    }

    /// - Throws: `Gone`.
    package func nextLine() throws -> Data {
        var line: Data?
        rest.withLock { rest in
            var looked = 0
            while true {
                if let end = rest[looked...].firstIndex(of: UInt8(ascii: "\n")) {
                    line = Data(rest[..<end])
                    rest.removeSubrange(...end)
                    return
                }
                looked = rest.count
                let more = answers.availableData
                if more.isEmpty { return }
                rest += more
            }
        }
        guard let line else { throw Gone() }
        return line
    }

    package func end() {
        try? questions.close()
        process.waitUntilExit()
    }
}
