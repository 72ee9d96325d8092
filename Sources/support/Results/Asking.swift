import CSystem

/// What was asked while a result was made.
package final class Asked: Sendable {
    package let questions: [Question]
    /// Results that went into it, with what was asked for them.
    package let results: [Asked]

    /// For what depends on nothing but its name.
    package static let nothing = Asked([], [])

    init(_ questions: [Question], _ results: [Asked]) { (self.questions, self.results) = (questions, results) }
}

/// Whoever hands out what a result may depend on notes it here; whoever makes a result learns what was noted meanwhile. So dependencies are
/// recorded where they arise, as typst's comemo and salsa do, and nobody writes them down.
package enum Asking {
    package static func note(_ question: Question) { moot_ask(question.key) }

    /// A result is used that was made before.
    package static func note(_ result: Asked) {
        guard let now = moot_asked_current() else { return }
        Unmanaged<Keeper>.fromOpaque(now.pointee.keeper).takeUnretainedValue().add(result)
    }

    /// Whether anybody wants to know.
    package static var isRecording: Bool { moot_asked_current() != nil }

    /// Makes a result, and tells what was asked for it. What is asked for it on other threads is not seen, save by `concurrentMap`.
    package static func recording<Result>(_ make: () throws -> Result) rethrows -> (result: Result, asked: Asked) {
        let keeper = Keeper()
        var asked = moot_asked()
        // It is of this thread's stack, and the thread has it no longer than this call lasts.
        return try withUnsafeMutablePointer(to: &asked) { asked in
            moot_asked_begin(asked, Unmanaged.passUnretained(keeper).toOpaque())
            defer { moot_asked_free(asked) }
            let result: Result
            do {
                defer { moot_asked_end(asked) }
                result = try make()
            }
            let places = UnsafeBufferPointer(start: asked.pointee.questions, count: asked.pointee.room)
            return withExtendedLifetime(keeper) { (result, Asked(places.lazy.filter { $0 != 0 }.map { Question(key: $0) }, keeper.results)) }
        }
    }

    /// Notes what another thread asked for the same result.
    package static func notePart(_ part: Asked) {
        for question in part.questions { note(question) }
        for result in part.results { note(result) }
    }

    private final class Keeper {
        private(set) var results: [Asked] = []

        func add(_ result: Asked) { if !results.contains(where: { $0 === result }) { results.append(result) } }
    }
}
