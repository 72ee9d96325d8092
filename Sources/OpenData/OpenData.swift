import Linking
import Packs
import Registers

/// What the data files of the site are made from.
public final class OpenData: Sendable {
    public let linked: LinkedArchive
    public let registers: Registers
    /// Where the site stands; ends in `/`.
    public let baseURL: String
    public let today: Day
    public let oparl: OParl

    /// - Parameter meetings: Of all committees, oldest first.
    public init(linked: LinkedArchive, registers: Registers, meetings: [Meeting], baseURL: String, today: Day) {
        self.linked = linked
        self.registers = registers
        self.baseURL = baseURL
        self.today = today
        oparl = OParl(linked, registers, meetings: meetings, baseURL: baseURL)
    }
}
