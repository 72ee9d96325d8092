import Synchronization

/// A number for something that does not change, worked out when it is first asked for. Zero stands for none yet.
package struct KeptNumber: ~Copyable, Sendable {
    private let known = Atomic<UInt64>(0)

    package init() {}

    package func value(_ make: () -> UInt64) -> UInt64 {
        let known = known.load(ordering: .relaxed)
        if known != 0 { return known }
        let made = make()
        set(made)
        return made
    }

    package func set(_ number: UInt64) { known.store(number, ordering: .relaxed) }
}

/// Numbers by which values of one run are told apart without a look at what they hold.
package enum Version {
    private static let last = Atomic<UInt64>(0)

    /// One that no other value has.
    package static func next() -> UInt64 { last.add(1, ordering: .relaxed).newValue }
}
