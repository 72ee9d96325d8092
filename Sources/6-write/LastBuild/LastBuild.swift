import Diagnostics
import Results

/// What a build was made from, what it made and what it said: enough to do nothing where nothing has changed.
package struct LastBuild: Sendable, Equatable, Codable {
    /// The state of all that it was made from.
    package let inputs: String
    /// The state of the site that it wrote.
    package let site: String
    /// By which the day is told.
    package let timezone: String
    /// The day that decided what is upcoming, as `2026-11-30`.
    package let day: String
    package let pages: Int
    package let meetings: Int
    /// What it said.
    package let diagnostics: [Diagnostic]

    package init(inputs: String, site: String, timezone: String, day: String, pages: Int, meetings: Int, diagnostics: [Diagnostic]) {
        (self.inputs, self.site, self.timezone, self.day) = (inputs, site, timezone, day)
        (self.pages, self.meetings, self.diagnostics) = (pages, meetings, diagnostics)
    }
}

extension LastBuild {
    var bytes: [UInt8] { ValueBytes.of(self) }

    /// nil where the bytes are not those of a build.
    init?(_ bytes: [UInt8]) {
        guard let build = try? ValueBytes.value(LastBuild.self, from: bytes) else { return nil }
        self = build
    }
}
