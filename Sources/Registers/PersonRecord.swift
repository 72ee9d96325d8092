import Packs

/// What the archive holds of one person.
public struct PersonRecord: Sendable {
    /// In the order of the committees.
    public internal(set) var seats: [Seat] = []
    /// By committee, then by year, the newest first.
    public internal(set) var attendance: [AttendanceRow] = []
    /// Whom they came for or work for, as printed, each once.
    public internal(set) var organisations: [String] = []
    /// Items they presented, newest first.
    public internal(set) var presented: [ItemSpot] = []
    /// Decisions they moved, in `Registers.decisions`; newest first.
    public internal(set) var moved: [Int] = []
    /// Decisions they seconded, in `Registers.decisions`; newest first.
    public internal(set) var seconded: [Int] = []
    /// What falls to them, in `Registers.actions`.
    public internal(set) var actions: [Int] = []
    /// In `Registers.declarations`.
    public internal(set) var declarations: [Int] = []
    /// In `Registers.votes`, with the side they took.
    public internal(set) var votes: [(vote: Int, side: Vote.Side)] = []
    /// Papers they wrote, in `Registers.papers`.
    public internal(set) var papers: [Int] = []

    init() {}
}

/// A seat that somebody holds or held.
public struct Seat: Sendable {
    /// In `Archive.committees`.
    public let committee: Int
    /// In `Committee.members`.
    public let member: Int
}

/// An agenda item of a meeting.
public struct ItemSpot: Sendable {
    /// In `Registers.meetings`.
    public let meeting: Int
    /// In `Meeting.everyItem`.
    public let item: Int
}

/// How often somebody was at the meetings of one committee in one year. Only meetings whose minutes list who was there
/// are counted, and in each of them everybody once: as a substitute, else as present, else as having sent apologies, else
/// as in attendance.
public struct AttendanceRow: Sendable, Equatable {
    /// In `Archive.committees`.
    public let committee: Int
    public let year: Int
    /// How many meetings of that committee in that year have a list.
    public internal(set) var meetings = 0
    /// At how many of them they held a seat.
    public internal(set) var expected = 0
    public internal(set) var present = 0
    public internal(set) var apologies = 0
    /// Came in another's place.
    public internal(set) var substitute = 0
    /// Came otherwise: in attendance or as an observer.
    public internal(set) var inAttendance = 0

    init(committee: Int, year: Int) {
        self.committee = committee
        self.year = year
    }
}
