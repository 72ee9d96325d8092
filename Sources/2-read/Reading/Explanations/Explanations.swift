import Diagnostics

extension Explanation {
    /// Of what can be wrong with a source tree.
    package static let reading = readingTree + readingHeads + readingAgendas + readingExemptions + readingMinutes + readingTexts
}
