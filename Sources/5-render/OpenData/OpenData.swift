import Linking
import Platform
import Model
import Registers

/// What the data files of the site are made from.
package final class OpenData: Sendable {
    package let linked: LinkedArchive
    private let later: Lazy<Registers>
    package var registers: Registers { later.value }
    /// Where the site stands; ends in `/`.
    package let baseURL: String
    package let today: Day
    package let oparl: OParl

    /// - Parameter meetings: Of all committees, oldest first.
    package init(linked: LinkedArchive, registers: Lazy<Registers>, meetings: [Meeting], baseURL: String, today: Day) {
        self.linked = linked
        later = registers
        self.baseURL = baseURL
        self.today = today
        oparl = OParl(linked, registers, meetings: meetings, baseURL: baseURL)
    }

    /// The same for an archive that differs from the other's in texts alone.
    package init(like other: OpenData, linked: LinkedArchive, registers: Lazy<Registers>, meetings: [Meeting]) {
        self.linked = linked
        later = registers
        baseURL = other.baseURL
        today = other.today
        oparl = OParl(like: other.oparl, linked, registers, meetings: meetings)
    }
}
