import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Preview
import Synchronization

/// Serves a preview to browsers, and tells them what has changed.
package final class PreviewServer: Sendable {
    package struct Options: Sendable {
        /// The address to listen at; nil for this machine alone.
        package var host: String?
        /// The port, or the first to try; 0 for any.
        package var port: Int
        /// Whether pages are shown as the public will see them.
        package var isAsPublished: Bool
        package var editor: Editor
        /// In which Moot is used, from the root of the disk.
        package var workingFolder: String
        /// A line of a source file, without its end; nil where it cannot be had.
        package var line: @Sendable (_ path: String, _ number: Int) -> String?

        package init(
            host: String? = nil, port: Int = 8000, isAsPublished: Bool = false, editor: Editor, workingFolder: String,
            line: @escaping @Sendable (_ path: String, _ number: Int) -> String?
        ) {
            self.host = host
            self.port = port
            self.isAsPublished = isAsPublished
            self.editor = editor
            self.workingFolder = workingFolder
            self.line = line
        }
    }

    /// Why it cannot serve.
    package struct Failure: Error {
        package let diagnostic: Diagnostic
    }

    private let host: Host
    private let server: HTTPServer
    private let hub = EventHub()
    private let facts: PreviewFacts
    private let answers: Answers
    private let task = Mutex<Task<Void, any Error>?>(nil)

    /// - Throws: `Failure` where the address or the port cannot be had.
    package init(_ site: PreviewSite, _ options: Options) throws(Failure) {
        facts = PreviewFacts(
            editor: options.editor, workingFolder: options.workingFolder, isAsPublished: options.isAsPublished, line: options.line)
        do throws(PreviewProblem) {
            host = try Host(options.host)
            let port = try PortSearch.free(from: options.port, on: host)
            guard let address = try? host.socketAddress(port: port) else { throw PreviewProblem.noSuchAddress(host.number) }
            answers = Answers(site: site, gatekeeper: Gatekeeper(host: options.host), facts: facts, hub: hub)
            server = HTTPServer(
                config: HTTPServer.Configuration(address: address, pool: CarefulPool(pool: HTTPServer.defaultPool()), logger: .disabled), handler: answers)
        } catch {
            throw Failure(diagnostic: Diagnostic(error, at: SourceLocation("moot preview")))
        }
    }

    /// Begins to serve, and serves when it returns.
    ///
    /// - Returns: The address for a browser.
    package func start() async throws -> String {
        let (server, hub) = (server, hub)
        task.withLock {
            $0 = Task {
                async let pulse: Void = hub.keepAlive()
                try await server.run()
                await pulse
            }
        }
        try await server.waitUntilListening()
        let port = await server.listeningAddress.flatMap(\.port) ?? 0
        answers.port.withLock { $0 = port }
        return host.address(port: port)
    }

    /// Whether others than this machine can see the preview.
    package var isOpenToOthers: Bool { !host.isLoopback }

    /// Tells all open pages of a change.
    ///
    /// - Parameter hasNewFiles: Whether style sheets, images or scripts may be others than before.
    package func publish(_ update: PreviewSite.Update, hasNewFiles: Bool) {
        hub.send(facts.event(for: update, hasNewFiles: hasNewFiles))
    }

    /// How many connections wait for changes.
    package var listenerCount: Int { hub.listenerCount }

    package func stop() async {
        task.withLock { $0?.cancel() }
        await server.stop()
    }
}

extension Socket.Address {
    fileprivate var port: Int? {
        switch self {
        case .ip4(_, let port), .ip6(_, let port): Int(port)
        case .unix: nil
        }
    }
}
