import Dispatch
import Results
import Synchronization

extension Array where Element: Sendable {
    /// The results of a transformation, in order, computed on all cores.
    package func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        concurrentMap(state: { () }) { element, _ in transform(element) }
    }

    /// The results of a transformation, in order, computed on all cores. Each core makes a state of its own once and
    /// passes it on from element to element: a buffer that is used again.
    package func concurrentMap<State, Result: Sendable>(
        state: @Sendable () -> State, _ transform: @Sendable (Element, inout State) -> Result
    ) -> [Result] {
        let next = Atomic<Int>(0)
        let finished = Mutex<[(Int, Result)]>([])
        perform(iterations: Swift.min(count, processorCount)) { _ in
            var own: [(Int, Result)] = []
            var state = state()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { break }
                own.append((index, transform(self[index], &state)))
            }
            let results = own
            finished.withLock { $0 += results }
        }
        return finished.withLock { $0.sorted { $0.0 < $1.0 }.map(\.1) }
    }
}

/// The results of two pieces of work that do not need each other, done at the same time.
package func inParallel<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let results = Mutex<(first: First?, second: Second?)>((nil, nil))
    perform(iterations: 2) { half in
        if half == 0 {
            let result = first()
            results.withLock { $0.first = result }
        } else {
            let result = second()
            results.withLock { $0.second = result }
        }
    }
    return results.withLock { ($0.first!, $0.second!) }
}

/// On all cores. What is asked on any of them is asked for the result that is being made on this one.
private func perform(iterations: Int, _ body: @Sendable (Int) -> Void) {
    guard Asking.isRecording else { return DispatchQueue.concurrentPerform(iterations: iterations, execute: body) }
    let parts = Mutex<[Asked]>([])
    DispatchQueue.concurrentPerform(iterations: iterations) { iteration in
        let asked = Asking.recording { body(iteration) }.asked
        parts.withLock { $0.append(asked) }
    }
    for part in parts.withLock({ $0 }) { Asking.notePart(part) }
}
