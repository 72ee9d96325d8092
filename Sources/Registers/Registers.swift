import Linking
import Packs

/// The registers that are drawn from the whole archive: decisions, actions, people and the like, as plain values.
public struct Registers: Sendable {
    public init(_ linked: LinkedArchive, today: Day) {}
}
