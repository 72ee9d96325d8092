import Results
import Synchronization

/// Something that is made when it is first asked for, and then kept. It may be asked for from many threads at once, and whatever is made from it
/// depends on all that was asked for it.
package final class Lazy<Value: Sendable>: Sendable {
    private let known = AtomicLazyReference<Made>()
    private let making = Mutex(())
    private let make: @Sendable () -> Value

    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    private final class Made: Sendable {
        let value: Value
        let asked: Asked

        init(_ made: (result: Value, asked: Asked)) { (value, asked) = made }
    }

    package var value: Value {
        let made = known.load() ?? making.withLock { _ in known.load() ?? known.storeIfNil(Made(Asking.recording(make))) }
        Asking.note(made.asked)
        return made.value
    }
}
