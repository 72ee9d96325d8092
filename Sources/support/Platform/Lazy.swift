import Results
import Synchronization

/// Something that is made when it is first asked for, and then kept. It may be asked for from many threads at once, and whatever is made from it
/// depends on all that was asked for it.
package final class Lazy<Value: Sendable>: Sendable {
    private let known = AtomicLazyReference<Made>()
    private let making = Mutex(())
    private let make: @Sendable () -> Value
    private let isNoted: Bool

    package init(_ make: @escaping @Sendable () -> Value) { (self.make, isNoted) = (make, true) }

    private init(unnoted make: @escaping @Sendable () -> Value) { (self.make, isNoted) = (make, false) }

    /// A table in which much is looked up. Who looks something up depends on that alone, and notes it; not on all that the table was made from.
    package static func table(_ make: @escaping @Sendable () -> Value) -> Lazy { Lazy(unnoted: make) }

    private final class Made: Sendable {
        let value: Value
        let asked: Asked

        init(_ made: (result: Value, asked: Asked)) { (value, asked) = made }
    }

    package var value: Value {
        let made = known.load() ?? making.withLock { _ in known.load() ?? known.storeIfNil(Made(Asking.recording(make))) }
        if isNoted { Asking.note(made.asked) }
        return made.value
    }
}
