import Synchronization

/// The results of a build: those of the last one that are as they would be now, and those that are made anew. Only what this build asked for is in
/// it in the end. May be used from many threads at once.
package final class ResultBook: Sendable {
    private let last: KeptResults?
    private let base: UInt64
    private let state: Mutex<State>
    private let taken = Mutex<[UInt64]>([])
    private let damage = Atomic<Bool>(false)
    private let made = Mutex<[UInt64: (asked: Asked, content: [UInt8])]>([:])

    private struct State {
        var answers: Answers
        /// For each question and each part of the last results, whether the answer is another now; while nobody answers, it is.
        var changedQuestions: [Bool] = []
        var changedParts: [Bool] = []

        mutating func compare(_ last: KeptResults) {
            let answers = answers
            changedQuestions = zip(last.questions, last.answers).map { answers[Question(key: $0)] != $1 }
            changedParts = []
            for part in last.parts { changedParts.append(part.isChanged(changedQuestions, changedParts)) }
        }
    }

    /// - Parameters:
    ///   - last: The results of the last build.
    ///   - base: Of what every result depends on, such as the program: where it is another, no result is as it was.
    package init(_ last: KeptResults?, base: UInt64) {
        self.last = last?.base == base ? last : nil
        self.base = base
        state = Mutex(State(answers: .none))
        answer { _ in }
    }

    /// Answers what the results may have asked that are looked for from now on.
    package func answer(_ add: (inout Answers) -> Void) {
        state.withLock { state in
            add(&state.answers)
            if let last { state.compare(last) }
        }
    }

    /// What a result holds, where nothing that was asked for it is answered in another way now.
    package func known(_ name: Question) -> [UInt8]? {
        guard let entry = last?.entries[name.key] else { return nil }
        return state.withLock { entry.isChanged($0.changedQuestions, $0.changedParts) } ? nil : entry.content
    }

    /// Something that was kept is not as it was left. It is done without, and said once.
    package func noteDamage() { damage.store(true, ordering: .relaxed) }

    package var hasDamage: Bool { damage.load(ordering: .relaxed) }

    /// A result that is known goes into the next build too.
    package func take(_ name: Question) { taken.withLock { $0.append(name.key) } }

    /// Keeps a result for the next build. Where something was asked that nobody answers, it is not kept.
    package func keep(_ name: Question, _ content: [UInt8], _ asked: Asked) {
        made.withLock { $0[name.key] = (asked, content) }
    }

    /// What the next build gets.
    package var results: KeptResults {
        var writer = ResultWriter(base: base, answers: state.withLock { $0.answers })
        if let last { for name in taken.withLock({ $0 }) { last.entries[name].map { writer.add(name, $0, of: last) } } }
        for (name, result) in made.withLock({ $0 }) { writer.add(name, result.content, result.asked) }
        return writer.results
    }
}

extension ResultBook? {
    /// What a result holds: as it was kept, or made now and kept for the next build. Without a book it is just made.
    ///
    /// - Parameter grounds: What it depends on without asking.
    package func value<Value: Codable>(of name: Question, from grounds: [Question] = [], _ make: () -> Value) -> Value {
        guard let self else { return make() }
        if let known = self.known(name).flatMap({ try? ValueBytes.value(Value.self, from: $0) }) {
            self.take(name)
            return known
        }
        let (made, asked) = Asking.recording {
            grounds.forEach(Asking.note)
            return make()
        }
        self.keep(name, ValueBytes.of(made), asked)
        return made
    }
}

extension KeptResults.Entry {
    fileprivate func isChanged(_ changedQuestions: [Bool], _ changedParts: [Bool]) -> Bool {
        questions.contains { changedQuestions[Int($0)] } || parts.contains { changedParts[Int($0)] }
    }
}

/// Gives questions and parts their places, each once.
private struct ResultWriter {
    private(set) var results: KeptResults
    private let answers: Answers
    private var places: [UInt64: UInt32] = [:]
    private var placesOfParts: [ObjectIdentifier: UInt32?] = [:]
    /// By their place in the last results.
    private var placesOfOldParts: [UInt32: UInt32] = [:]

    init(base: UInt64, answers: Answers) {
        results = KeptResults(base: base)
        self.answers = answers
    }

    mutating func add(_ name: UInt64, _ content: [UInt8], _ asked: Asked) {
        guard var entry = entry(asked) else { return }
        entry.content = content
        results.entries[name] = entry
    }

    mutating func add(_ name: UInt64, _ entry: KeptResults.Entry, of last: KeptResults) { results.entries[name] = moved(entry, of: last) }

    /// nil where something was asked that nobody answers: nobody could tell whether it is another next time.
    private mutating func entry(_ asked: Asked) -> KeptResults.Entry? {
        var entry = KeptResults.Entry(questions: [], parts: [], content: [])
        for question in asked.questions {
            let answer = answers[question]
            guard answer != 0 else { return nil }
            entry.questions.append(place(question.key, answer))
        }
        for part in asked.results {
            guard let place = place(part) else { return nil }
            entry.parts.append(place)
        }
        return entry
    }

    private mutating func place(_ question: UInt64, _ answer: UInt64) -> UInt32 {
        if let known = places[question] { return known }
        let place = UInt32(results.questions.count)
        results.questions.append(question)
        results.answers.append(answer)
        places[question] = place
        return place
    }

    private mutating func place(_ part: Asked) -> UInt32? {
        if let known = placesOfParts[ObjectIdentifier(part)] { return known }
        guard let entry = entry(part) else {
            placesOfParts[ObjectIdentifier(part)] = .some(nil)
            return nil
        }
        results.parts.append(entry)
        placesOfParts[ObjectIdentifier(part)] = UInt32(results.parts.count - 1)
        return UInt32(results.parts.count - 1)
    }

    private mutating func moved(_ entry: KeptResults.Entry, of last: KeptResults) -> KeptResults.Entry {
        var moved = KeptResults.Entry(questions: [], parts: [], content: entry.content)
        moved.questions = entry.questions.map { place(last.questions[Int($0)], last.answers[Int($0)]) }
        for old in entry.parts {
            if placesOfOldParts[old] == nil {
                let part = self.moved(last.parts[Int(old)], of: last)
                results.parts.append(part)
                placesOfOldParts[old] = UInt32(results.parts.count - 1)
            }
            moved.parts.append(placesOfOldParts[old]!)
        }
        return moved
    }
}
