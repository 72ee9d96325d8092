import Results
import Synchronization

/// Results that stay in memory while somebody edits: each is made anew only where what it was made from is another. May be used from many threads at once.
///
/// What a build keeps on the disk is in a `ResultBook`; this is the same for values that need not be bytes.
package final class Memory: Sendable {
    private final class Entry: Sendable {
        let inputs: [UInt64]
        let value: any Sendable
        /// When it was asked for last.
        let round: Atomic<Int>

        init(_ inputs: [UInt64], _ value: any Sendable, _ round: Int) {
            (self.inputs, self.value) = (inputs, value)
            self.round = Atomic(round)
        }
    }

    private let known = Mutex<[Question: Entry]>([:])
    private let round = Atomic<Int>(0)

    package init() {}

    /// Forgets what was not asked for since this was called last.
    package func forgetUnused() {
        let round = round.add(1, ordering: .relaxed).oldValue
        known.withLock { known in
            let isUnused = { (entry: Entry) in entry.round.load(ordering: .relaxed) != round }
            if known.values.contains(where: isUnused) { known = known.filter { !isUnused($0.value) } }
        }
    }

    fileprivate func value<Value: Sendable>(of name: Question, from inputs: [UInt64], _ make: () -> Value) -> Value {
        let round = round.load(ordering: .relaxed)
        if let entry = known.withLock({ $0[name] }), entry.inputs == inputs, let value = entry.value as? Value {
            entry.round.store(round, ordering: .relaxed)
            return value
        }
        let value = make()
        known.withLock { $0[name] = Entry(inputs, value, round) }
        return value
    }

    fileprivate func values<Value: Sendable>(
        of name: Question, from inputs: [UInt64], each versions: [UInt64], answer: @Sendable (Question) -> UInt64, _ make: @Sendable (Int) -> Value
    ) -> [Value] {
        let round = round.load(ordering: .relaxed)
        let entry = known.withLock { $0[name] }
        var list = entry.flatMap { $0.inputs == inputs ? $0.value as? [Part<Value>] : nil } ?? []
        let stale = versions.indices.filter { !list.indices.contains($0) || !list[$0].isNow(versions[$0], answer) }
        if stale.isEmpty, list.count == versions.count {
            entry?.round.store(round, ordering: .relaxed)
            return list.map(\.value)
        }
        let made = stale.concurrentMap { at in Part(versions[at], answer: answer) { make(at) } }
        list = Array(list.prefix(versions.count))
        for (place, part) in zip(stale, made) { if place < list.count { list[place] = part } else { list.append(part) } }
        known.withLock { [list] in $0[name] = Entry(inputs, list, round) }
        return list.map(\.value)
    }

    fileprivate func gathered<Whole: Gathered>(
        of name: Question, from inputs: [UInt64], _ parts: [Whole.Part], each version: (Whole.Part) -> UInt64, _ empty: () -> Whole
    ) -> Whole {
        let round = round.load(ordering: .relaxed)
        let entry = known.withLock { $0[name] }
        guard let before = entry.flatMap({ $0.inputs == inputs ? $0.value as? GatheredParts<Whole> : nil }), before.parts.count == parts.count else {
            let whole = Whole.gathering(parts, into: empty())
            known.withLock { $0[name] = Entry(inputs, GatheredParts(whole: whole, parts: parts), round) }
            return whole
        }
        var whole = before.whole
        for (place, (old, new)) in zip(before.parts, parts).enumerated() where version(old) != version(new) {
            whole.remove(old, at: place)
            whole.add(new, at: place)
        }
        known.withLock { [whole] in $0[name] = Entry(inputs, GatheredParts(whole: whole, parts: parts), round) }
        return whole
    }
}

/// What is gathered from parts, and can give one of them up again: so that a change costs what the part does, and not what all do.
package protocol Gathered: Sendable {
    associatedtype Part: Sendable

    /// - Parameter place: Of the part in the list of all.
    mutating func add(_ part: Part, at place: Int)
    mutating func remove(_ part: Part, at place: Int)
}

extension Gathered {
    fileprivate static func gathering(_ parts: [Part], into empty: Self) -> Self {
        var whole = empty
        for (place, part) in parts.enumerated() { whole.add(part, at: place) }
        return whole
    }
}

private struct GatheredParts<Whole: Gathered>: Sendable {
    let whole: Whole
    let parts: [Whole.Part]
}

/// One of the results of a list.
private struct Part<Value: Sendable>: Sendable {
    let version: UInt64
    let value: Value
    /// What was asked while it was made, and what was answered then.
    let answers: [(question: Question, answer: UInt64)]

    init(_ version: UInt64, answer: (Question) -> UInt64, _ make: () -> Value) {
        self.version = version
        let (value, asked) = Asking.recording(make)
        self.value = value
        // What nobody answers is no part of what it depends on: that is among the inputs.
        answers = asked.questions.map { ($0, answer($0)) }.filter { $0.1 != 0 }
    }

    func isNow(_ version: UInt64, _ answer: (Question) -> UInt64) -> Bool {
        self.version == version && answers.allSatisfy { answer($0.question) == $0.answer }
    }
}

extension Memory? {
    /// A result: as it was made before, where it would be the same now. Without a memory it is just made.
    ///
    /// - Parameter inputs: Numbers for all that it is made from.
    package func value<Value: Sendable>(of name: @autoclosure () -> Question, from inputs: @autoclosure () -> [UInt64], _ make: () -> Value) -> Value {
        guard let self else { return make() }
        return self.value(of: name(), from: inputs(), make)
    }

    /// Results for a list of things, made on all processors: those that would be the same now as they were made before.
    ///
    /// - Parameters:
    ///   - inputs: Numbers for what all of them are made from.
    ///   - versions: For each thing another number where it is another.
    ///   - answer: A number for the answer now to a question that was asked while one was made; zero for what is among the inputs.
    ///   - make: Makes the one at a position.
    package func values<Value: Sendable>(
        of name: Question, from inputs: @autoclosure () -> [UInt64], each versions: [UInt64], answer: @Sendable (Question) -> UInt64 = { _ in 0 },
        _ make: @Sendable (Int) -> Value
    ) -> [Value] {
        guard let self else { return Array(versions.indices).concurrentMap(make) }
        return self.values(of: name, from: inputs(), each: versions, answer: answer, make)
    }

    /// What is gathered from a list of parts: as it was before, save for the parts that are others now.
    ///
    /// - Parameters:
    ///   - inputs: Numbers for what decides how they are gathered. The list is as long as long as these are the same.
    ///   - version: Of a part, another number where it is another.
    package func gathered<Whole: Gathered>(
        of name: Question, from inputs: @autoclosure () -> [UInt64], _ parts: [Whole.Part], each version: (Whole.Part) -> UInt64, _ empty: () -> Whole
    ) -> Whole {
        guard let self else { return Whole.gathering(parts, into: empty()) }
        return self.gathered(of: name, from: inputs(), parts, each: version, empty)
    }
}
