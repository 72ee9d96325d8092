import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Tells all open pages what has changed, by server-sent events (HTML Standard, section 9.2).
final class EventHub: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
        var count = 0
        var last: [UInt8]?
    }

    private let state = Mutex(State())
    /// More than a page needs to catch up, since every event says how things are, and not what was done.
    private static let backlog = 8
    /// In seconds. A connection on which nothing is sent is taken for dead by some, and nobody notices one that is.
    private static let pulse = 10.0

    /// What a new listener hears: the state of things, and all that comes.
    func listen() -> AsyncStream<[UInt8]> {
        AsyncStream(bufferingPolicy: .bufferingNewest(EventHub.backlog)) { continuation in
            let number = state.withLock { state in
                state.count += 1
                state.listeners[state.count] = continuation
                // A browser that loses us asks again after this many milliseconds.
                continuation.yield(Array("retry: 300\n\n".utf8) + (state.last ?? []))
                return state.count
            }
            continuation.onTermination = { [weak self] _ in self?.leave(number) }
        }
    }

    private func leave(_ number: Int) { state.withLock { _ = $0.listeners.removeValue(forKey: number) } }

    var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// - Parameter data: JSON in one line.
    func send(_ data: [UInt8]) {
        let event = Array("data: ".utf8) + data + Array("\n\n".utf8)
        state.withLock { state in
            state.last = event
            for listener in state.listeners.values { listener.yield(event) }
        }
    }

    /// Sends a comment to everybody now and then, for ever.
    func keepAlive() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(EventHub.pulse))
            let comment = Array(":\n\n".utf8)
            state.withLock { for listener in $0.listeners.values { listener.yield(comment) } }
        }
    }
}

/// Events as the body of an answer that does not end.
struct EventBody: AsyncBufferedSequence {
    typealias Element = UInt8

    let events: AsyncStream<[UInt8]>

    func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var events: AsyncStream<[UInt8]>.Iterator
        private var rest: ArraySlice<UInt8> = []

        init(events: AsyncStream<[UInt8]>.Iterator) { self.events = events }

        mutating func next() async -> UInt8? {
            if rest.isEmpty { rest = (await events.next() ?? [])[...] }
            return rest.popFirst()
        }

        /// One event at a time: nobody waits for the next one.
        mutating func nextBuffer(suggested count: Int) async -> [UInt8]? { await events.next() }
    }
}
