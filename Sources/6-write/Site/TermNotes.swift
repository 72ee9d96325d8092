import Linking
import Synchronization

/// The terms that were shown on one page with a button for their meaning. The meanings follow at the end of the page, and
/// these are written last.
final class TermNotes: Sendable {
    private let used = Mutex<[Int]>([])

    /// Notes that a meaning is needed, and gives its anchor.
    func use(_ meaning: Int, _ references: References) -> String {
        used.withLock { if !$0.contains(meaning) { $0.append(meaning) } }
        return references.anchors[meaning]
    }

    /// Another page begins.
    func begin() { used.withLock { $0.removeAll(keepingCapacity: true) } }

    /// Positions in `References.meanings`, in the order of the page.
    var meanings: [Int] { used.withLock { $0 } }
}
