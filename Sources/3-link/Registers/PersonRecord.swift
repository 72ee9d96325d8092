import Model

/// What the archive holds of one person.
package struct PersonRecord: Sendable {
    /// In the order of the committees.
    package internal(set) var seats: [Seat] = []
    /// By committee, then by year, the newest first.
    package internal(set) var attendance: [AttendanceRow] = []
    /// Whom they came for or work for, as printed, each once.
    package internal(set) var organisations: [String] = []
    /// Items they presented, newest first.
    package internal(set) var presented: [ItemPosition] = []
    /// Decisions they moved, in `Registers.decisions`; newest first.
    package internal(set) var moved: [Int] = []
    /// Decisions they seconded, in `Registers.decisions`; newest first.
    package internal(set) var seconded: [Int] = []
    /// In `Registers.declarations`.
    package internal(set) var declarations: [Int] = []
    /// In `Registers.votes`, with the side they took.
    package internal(set) var votes: [(vote: Int, side: Vote.Side)] = []
    /// Papers they wrote, in `Registers.papers`.
    package internal(set) var papers: [Int] = []

    init() {}
}

/// A seat that somebody holds or held.
package struct Seat: Sendable {
    /// In `Archive.committees`.
    package let committee: Int
    /// In `Committee.members`.
    package let member: Int
}

/// An agenda item of a meeting.
package struct ItemPosition: Sendable {
    /// In `Registers.meetings`.
    package let meeting: Int
    /// In `Meeting.everyItem`.
    package let item: Int
}

/// How often somebody was at the meetings of one committee in one year. Only meetings whose minutes list who was there
/// are counted, and in each of them everybody once: as a substitute, else as present, else as having sent apologies, else
/// as in attendance.
package struct AttendanceRow: Sendable, Equatable {
    /// In `Archive.committees`.
    package let committee: Int
    package let year: Int
    /// How many meetings of that committee in that year have a list.
    package internal(set) var meetings = 0
    /// At how many of them they held a seat.
    package internal(set) var expected = 0
    package internal(set) var present = 0
    package internal(set) var apologies = 0
    /// Came in another's place.
    package internal(set) var substitute = 0
    /// Came otherwise: in attendance or as an observer.
    package internal(set) var inAttendance = 0

    init(committee: Int, year: Int) {
        self.committee = committee
        self.year = year
    }
}
