import Foundation
import Testing

@Suite struct EventTests {
    @Test func aPageHearsHowThingsAreAndWhatBecomesOfThem() async throws {
        let bench = try await Bench()
        let listener = try await bench.listen()
        let first = try await listener.hear(until: #""version":1"#)
        #expect(first.contains("text/event-stream"))
        #expect(first.contains("no-store"))
        #expect(first.contains("retry:"))
        try bench.save("---\ntitle: About\n---\n\nNew words.\n", as: Bench.page)
        #expect(try await listener.hear(until: #""version":2"#).contains(#""shown":true"#))
        try bench.save("---\ntitle: [\n---\n", as: Bench.page)
        #expect(try await listener.hear(until: #""version":3"#).contains(#""shown":false"#))
        // Who comes later, or again, hears how things are now.
        let later = try await bench.listen()
        let heard = try await later.hear(until: #""version":3"#)
        #expect(!heard.contains(#""version":2"#))
    }

    @Test func manyPagesListenAtOnceAndMayLeave() async throws {
        let bench = try await Bench()
        var listeners: [Listener] = []
        for _ in 0..<60 { listeners.append(try await bench.listen()) }
        for listener in listeners { _ = try await listener.hear(until: #""version":1"#) }
        #expect(bench.server.listenerCount == 60)
        for listener in listeners.prefix(30) { await listener.leave() }
        try bench.save("---\ntitle: About\n---\n\nNew words.\n", as: Bench.page)
        for listener in listeners.dropFirst(30) { _ = try await listener.hear(until: #""version":2"#) }
        // Who has left is noticed when nothing can be sent any more.
        for round in 3..<40 where bench.server.listenerCount > 30 {
            try bench.save("---\ntitle: About\n---\n\nNew words \(round).\n", as: Bench.page)
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(bench.server.listenerCount == 30)
        #expect(try await bench.send("GET", "/about/").status == 200)
    }

    @Test func theServerEndsThoughPagesListen() async throws {
        let bench = try await Bench()
        let listener = try await bench.listen()
        _ = try await listener.hear(until: #""version":1"#)
        let start = ContinuousClock.now
        await bench.server.stop()
        #expect(start.duration(to: .now) < .seconds(2))
    }
}
