import FlyingSocks
import Foundation
import Model
import Preview
import PreviewServer

/// A small site in a temporary place, and a server that shows it.
final class Bench: Sendable {
    let root: String
    let site: PreviewSite
    let server: PreviewServer
    let port: UInt16

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    static let page = "pages/about.md"

    /// One for all tests that change nothing.
    static func shared() async throws -> Bench { try await common.value }
    private static let common = Task { try await Bench() }

    /// - Parameter files: Sources beside those that every site needs, by their paths in `Content`.
    init(_ files: [String: String] = [:], host: String? = nil, isAsPublished: Bool = false) async throws {
        root = FileManager.default.temporaryDirectory.path + "/moot-server-\(UUID().uuidString)"
        let sources = ["site.yml": "name: Testshire Council\nurl: https://example.gov.uk/\n", Bench.page: "---\ntitle: About\n---\n\nWords.\n\n## More\n\nOther words.\n"]
        for (path, text) in sources.merging(files, uniquingKeysWith: { $1 }) { try Bench.write(text, root + "/Content/" + path) }
        site = PreviewSite(
            PreviewSite.Options(
                content: root + "/Content", templates: Bench.repository + "/Templates", statics: Bench.repository + "/Public",
                today: { _ in Day(iso: "2026-11-21")! }))
        site.update(nil)
        server = try PreviewServer(
            site,
            PreviewServer.Options(
                host: host, port: 0, isAsPublished: isAsPublished, editor: Editor.choose(settings: nil, commands: []).editor, workingFolder: "/work folder",
                line: { path, number in
                    (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(number - 1).first.map(String.init)
                }))
        port = try await URL(string: server.start()).flatMap { $0.port.map(UInt16.init) } ?? 0
        server.publish(site.current, hasNewFiles: false)
    }

    deinit {
        let server = server
        Task { await server.stop() }
        try? FileManager.default.removeItem(atPath: root)
    }

    private static func write(_ text: String, _ file: String) throws {
        let url = URL(filePath: file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Writes a source, and shows what became of it.
    func save(_ text: String, as path: String) throws {
        try Bench.write(text, root + "/Content/" + path)
        server.publish(site.update([root + "/Content/" + path]), hasNewFiles: false)
    }

    // MARK: Requests, byte for byte

    /// An answer, taken apart.
    struct Reply {
        let status: Int
        let headers: [String: String]
        let body: String
    }

    /// - Parameter headers: In place of those that every request has.
    func send(_ method: String = "GET", _ target: String, headers: [String: String?] = [:]) async throws -> Reply {
        var all: [String: String?] = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
        all.merge(headers) { $1 }
        let lines = all.compactMap { name, value in value.map { "\(name): \($0)\r\n" } }.joined()
        let socket = try await connect()
        try await socket.write(Data("\(method) \(target) HTTP/1.1\r\n\(lines)\r\n".utf8))
        var bytes: [UInt8] = []
        do {
            while true { bytes += try await socket.read(atMost: 4096) }
        } catch {}
        try? socket.close()
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let head = parts[0].split(separator: "\r\n")
        let pairs = head.dropFirst().map { $0.split(separator: ": ", maxSplits: 1) }.filter { $0.count == 2 }.map { ($0[0].lowercased(), String($0[1])) }
        let words = head.first?.split(separator: " ") ?? []
        return Reply(status: words.count > 1 ? Int(words[1]) ?? 0 : 0, headers: Dictionary(pairs, uniquingKeysWith: { $1 }), body: parts.count > 1 ? String(parts[1]) : "")
    }

    private func connect() async throws -> AsyncSocket { try await AsyncSocket.connected(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port)) }

    /// A page that listens.
    func listen() async throws -> Listener {
        let socket = try await connect()
        try await socket.write(Data("GET /_moot/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8))
        return Listener(socket)
    }
}

/// What one connection hears.
actor Listener {
    private let socket: AsyncSocket
    private var heard = ""

    init(_ socket: AsyncSocket) { self.socket = socket }

    /// All that was heard until a text came.
    func hear(until text: String) async throws -> String {
        while !heard.contains(text) { heard += String(decoding: try await socket.read(atMost: 4096), as: UTF8.self) }
        return heard
    }

    func leave() { try? socket.close() }
}
