/// What is answered now to all that results may have asked: a number for each question, the same for the same answer in every build.
package struct Answers: Sendable {
    private var numbers: [Question: UInt64] = [:]
    /// Counted from 1 January 1970.
    private let today: Int

    /// - Parameter today: The day of the build, counted from 1 January 1970.
    package init(today: Int) { self.today = today }

    /// For what nobody answers, since it is not there: zero.
    package subscript(_ question: Question) -> UInt64 {
        if let day = question.day { return day == today ? 2 : day < today ? 1 : 3 }
        return numbers[question] ?? 0
    }

    /// Where something is answered in parts, the answer is all of them, in any order.
    package mutating func add(_ question: Question, _ answer: UInt64) { numbers[question, default: 0x9E37_79B9] &+= Question("part", answer).key }

    package mutating func reserve(_ count: Int) { numbers.reserveCapacity(count) }
}
