import Synchronization

/// Something that is made when it is first asked for, and then kept. It may be asked for from many threads at once.
package final class Lazy<Value: AnyObject & Sendable>: Sendable {
    private let known = AtomicLazyReference<Value>()
    private let making = Mutex(())
    private let make: @Sendable () -> Value

    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    package var value: Value {
        if let value = known.load() { return value }
        return making.withLock { _ in known.load() ?? known.storeIfNil(make()) }
    }
}
