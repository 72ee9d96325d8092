import Linking
import Machine
import Packs
import Registers

/// What the data files of the site are made from.
public final class OpenData: Sendable {
    public let linked: LinkedArchive
    private let later: Later<Registers>
    public var registers: Registers { later.value }
    /// Where the site stands; ends in `/`.
    public let baseURL: String
    public let today: Day
    public let oparl: OParl

    /// - Parameter meetings: Of all committees, oldest first.
    public init(linked: LinkedArchive, registers: Later<Registers>, meetings: [Meeting], baseURL: String, today: Day) {
        self.linked = linked
        later = registers
        self.baseURL = baseURL
        self.today = today
        oparl = OParl(linked, registers, meetings: meetings, baseURL: baseURL)
    }

    /// The same for an archive that differs from the other's in texts alone.
    public init(like other: OpenData, linked: LinkedArchive, registers: Later<Registers>, meetings: [Meeting]) {
        self.linked = linked
        later = registers
        baseURL = other.baseURL
        today = other.today
        oparl = OParl(like: other.oparl, linked, registers, meetings: meetings)
    }
}
