import Diagnostics
import Foundation
import Platform
import Model
import Reading

/// What a new site must know of its authority.
package struct SiteAnswers: Sendable {
    package let name: String
    /// Ends in `/`.
    package let url: String
    package let email: String?
    package let language: String
    package let timezone: String

    package init(name: String, url: String?, email: String?, language: String?, timezone: String?) throws(ScaffoldProblem) {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { throw .missingAnswer(option: "name") }
        self.name = name
        self.url = try SiteAnswers.checkedURL(url ?? SiteAnswers.url(for: name))
        self.email = try email.map { text throws(ScaffoldProblem) in try SiteAnswers.checkedEmail(text) }
        self.language = try SiteAnswers.checkedLanguage(language ?? SiteAnswers.language)
        self.timezone = try SiteAnswers.checkedTimezone(timezone ?? SiteAnswers.timezone)
    }

    package static let language = "en-GB"
    package static let timezone = "Europe/London"

    /// An address that leads nowhere, until there is a real one.
    package static func url(for name: String) -> String { "https://\((try? name.addressName()) ?? "council").example/" }

    package static func checkedURL(_ text: String) throws(ScaffoldProblem) -> String {
        guard let host = ["https://", "http://"].first(where: text.hasPrefix).map({ text.dropFirst($0.count) }), !host.isEmpty,
            !host.hasPrefix("/"), !text.contains(where: { " ?#\"<>\\".contains($0) })
        else { throw .notAnAddress(text) }
        return text.hasSuffix("/") ? text : text + "/"
    }

    package static func checkedEmail(_ text: String) throws(ScaffoldProblem) -> String {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>()[]\\,;:".utf8.contains($0) }
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."), !parts[1].hasSuffix("."), isPlain else { throw .notAnEmail(text) }
        return text
    }

    package static func checkedLanguage(_ text: String) throws(ScaffoldProblem) -> String {
        guard SiteValues.isLanguage(text) else { throw .notALanguage(text) }
        return text
    }

    package static func checkedTimezone(_ text: String) throws(ScaffoldProblem) -> String {
        guard TimeZone(identifier: text) != nil else { throw .notATimezone(text, nearest: TimeZone.knownTimeZoneIdentifiers.nearest(to: text)) }
        return text
    }
}
