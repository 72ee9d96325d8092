import Synchronization

/// The name of the file that the search begins with. It is known once the index is written, which is before its page is.
final class SearchCatalogue: Sendable {
    private let known = Mutex("")

    var name: String {
        get { known.withLock { $0 } }
        set { known.withLock { $0 = newValue } }
    }
}
