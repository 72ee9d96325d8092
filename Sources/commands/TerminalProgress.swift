import Site
import Synchronization

/// Measures the stages of a build.
final class Stopwatch: Sendable {
    private struct Stage {
        let name: String
        let start: ContinuousClock.Instant
        let processor: Double
    }

    private let stages = Mutex<[Stage]>([])
    private let began = ContinuousClock.now

    func begin(_ stage: String) {
        let now = Usage.now
        stages.withLock { $0.append(Stage(name: stage, start: .now, processor: now.processor)) }
    }

    func stop() { begin("") }

    /// Since the beginning, with one decimal.
    var seconds: String { (ContinuousClock.now - began).inSeconds(decimals: 1) }

    /// A line a stage: seconds on the clock, seconds of processor time; and the peak of memory.
    var report: String {
        let stages = stages.withLock { $0 }
        var lines = "stage        wall s    processor s\n"
        for (stage, next) in zip(stages, stages.dropFirst()) {
            let name = stage.name + String(repeating: " ", count: max(1, 12 - stage.name.count))
            lines += "\(name) \((next.start - stage.start).inSeconds(decimals: 3))     \(Duration.seconds(next.processor - stage.processor).inSeconds(decimals: 3))\n"
        }
        let usage = Usage.now
        lines += "whole        \((ContinuousClock.now - began).inSeconds(decimals: 3))     \(Duration.seconds(usage.processor).inSeconds(decimals: 3))\n"
        return lines + "peak memory  \(usage.peakMemory >> 20) MB\n"
    }
}

extension Duration {
    func inSeconds(decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { value, _ in value * 10 }
        let (seconds, attoseconds) = components
        let parts = Int(seconds) * scale + Int(attoseconds / (1_000_000_000_000_000_000 / Int64(scale)))
        let fraction = String(parts % scale)
        return "\(parts / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
}

/// Shows the stage and the count on one line of the terminal; nothing where the output is piped.
enum TerminalProgress {
    static func make(_ stopwatch: Stopwatch) -> Progress {
        let state = Mutex((stage: "", done: 0, of: 0))
        let shows = Console.isTerminal
        return Progress(
            begin: { stage, count in
                stopwatch.begin(stage)
                state.withLock { $0 = (stage, 0, count) }
                if shows { draw(stage, 0, count) }
            },
            step: {
                guard shows else { return }
                let now = state.withLock { state in
                    state.done += 1
                    return state
                }
                if now.done % 50 == 0 || now.done == now.of { draw(now.stage, now.done, now.of) }
            })
    }

    static func clear() { if Console.isTerminal { Console.write("\r\u{1B}[K") } }

    private static func draw(_ stage: String, _ done: Int, _ count: Int) {
        Console.write("\r\u{1B}[K\(stage)" + (count > 0 ? " \(done) of \(count)" : " …"))
    }
}
