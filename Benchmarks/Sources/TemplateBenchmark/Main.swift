import Foundation

/// Renders one page with each engine, checks that all make the same HTML, and prints how long each takes.
@main
enum TemplateBenchmark {
    static func main() throws {
        let page = CalendarPage.sample
        let engines = [
            try Engine.moot(page),
            try Engine.swiftMustache("swift-mustache, struct", page),
            try Engine.swiftMustache("swift-mustache, dictionary", page.dictionary),
        ]
        let expected = try engines[0].text()
        for engine in engines.dropFirst() where try engine.text() != expected {
            print("\(engine.name) makes other HTML than \(engines[0].name):\n\(try engine.text())\n---\n\(expected)")
            exit(1)
        }
        print("one page: \(page.meetings.count) rows, \(expected.utf8.count) bytes, the same from every engine")
        let times = try engines.map { try microseconds($0) }
        for (engine, time) in zip(engines, times) {
            print(
                engine.name.padding(toLength: 28, withPad: " ", startingAt: 0),
                String(format: "%8.1f µs a page %8.0f pages a second %6.1f ×", time, 1e6 / time, time / times[0]))
        }
    }

    /// The time for one page: the median of eleven runs of a tenth of a second each.
    private static func microseconds(_ engine: Engine) throws -> Double {
        let pages = max(1, Int(100_000 / (try run(engine, pages: 20))))
        return try (0..<11).map { _ in try run(engine, pages: pages) }.sorted()[5]
    }

    private static func run(_ engine: Engine, pages: Int) throws -> Double {
        let clock = ContinuousClock()
        var bytes = 0
        let time = try clock.measure {
            for _ in 0..<pages { bytes += try engine.renderOnce() }
        }
        precondition(bytes > 0)
        return (Double(time.components.seconds) * 1e6 + Double(time.components.attoseconds) / 1e12) / Double(pages)
    }
}
