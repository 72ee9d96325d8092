/// What is answered now to all that results may have asked: a number for each question, the same for the same answer in every build.
package struct Answers: Sendable {
    private var numbers: [Question: UInt64] = [:]
    /// Counted from 1 January 1970.
    private var today: Int?

    private static let start: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Which day it is.
    package static let today = Question("today")

    init() {}

    /// Answers how days stand to the day of the build.
    ///
    /// - Parameter today: Counted from 1 January 1970.
    package mutating func add(today: Int) {
        self.today = today
        add(Answers.today, UInt64(bitPattern: Int64(today)))
    }

    /// For what nobody answers, since it is not there: zero.
    package subscript(_ question: Question) -> UInt64 {
        if let day = question.day { return today.map { day == $0 ? 2 : day < $0 ? 1 : 3 } ?? 0 }
        return numbers[question] ?? 0
    }

    /// Where something is answered in parts, the answer is all of them, in any order.
    package mutating func add(_ question: Question, _ answer: UInt64) { numbers[question, default: Answers.start] &+= Question("part", answer).key }

    /// Answers that were gathered apart, so that all processors can gather.
    package mutating func add(_ others: [Answers]) {
        for other in others { numbers.merge(other.numbers) { $0 &+ $1 &- Answers.start } }
    }

    /// None so far, to be added to others.
    package static let none = Answers()
}
