import Facts
import Linking
import Platform
import Model
import Registers
import Results

/// What the data files of the site are made from.
package final class OpenData: Sendable {
    package let facts: ArchiveFacts
    package var linked: LinkedArchive { facts.linked }
    private let later: Lazy<Registers>
    package var registers: Registers { later.value }
    /// Where the site stands; ends in `/`.
    package let baseURL: String
    package let today: Today
    package let oparl: OParl

    /// - Parameter meetings: Of all committees, oldest first.
    package init(_ facts: ArchiveFacts, registers: Lazy<Registers>, meetings: Lazy<[Meeting]>, baseURL: String, today: Today) {
        self.facts = facts
        later = registers
        self.baseURL = baseURL
        self.today = today
        oparl = OParl(facts, registers, meetings: meetings, baseURL: baseURL)
    }

    package func answer(into answers: inout Answers) { oparl.answer(into: &answers) }
}
