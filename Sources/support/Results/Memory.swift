import Synchronization

/// Results that stay in memory while somebody edits: each is made anew only where what it was made from is another. May be used from many threads at once.
///
/// What a build keeps on the disk is in a `ResultBook`; this is the same for values that need not be bytes.
package final class Memory: Sendable {
    private struct Entry: Sendable {
        let inputs: [UInt64]
        /// What was asked while it was made, and what was answered then.
        let answers: [(question: Question, answer: UInt64)]
        let value: any Sendable
    }

    private let known = Mutex<[Question: Entry]>([:])
    private let used = Mutex<Set<Question>>([])

    package init() {}

    /// Forgets what was not asked for since this was called last.
    package func forgetUnused() {
        let kept = used.withLock { used in
            defer { used = [] }
            return used
        }
        known.withLock { $0 = $0.filter { kept.contains($0.key) } }
    }

    fileprivate func value<Value: Sendable>(of name: Question, from inputs: [UInt64], answer: (Question) -> UInt64, _ make: () -> Value) -> Value {
        used.withLock { _ = $0.insert(name) }
        if let entry = known.withLock({ $0[name] }), entry.inputs == inputs, entry.answers.allSatisfy({ answer($0.question) == $0.answer }),
            let value = entry.value as? Value
        {
            return value
        }
        let (value, asked) = Asking.recording(make)
        // What nobody answers is no part of what it depends on here: that is among the inputs.
        let answers = asked.questions.map { ($0, answer($0)) }.filter { $0.1 != 0 }
        known.withLock { $0[name] = Entry(inputs: inputs, answers: answers, value: value) }
        return value
    }
}

extension Memory? {
    /// A result: as it was made before, where it would be the same now. Without a memory it is just made.
    ///
    /// - Parameters:
    ///   - inputs: Numbers for all that it is made from, beside what is asked while it is made.
    ///   - answer: A number for the answer to a question now; zero for what is among the inputs anyway.
    package func value<Value: Sendable>(
        of name: @autoclosure () -> Question, from inputs: @autoclosure () -> [UInt64], answer: (Question) -> UInt64 = { _ in 0 }, _ make: () -> Value
    ) -> Value {
        guard let self else { return make() }
        return self.value(of: name(), from: inputs(), answer: answer, make)
    }
}
