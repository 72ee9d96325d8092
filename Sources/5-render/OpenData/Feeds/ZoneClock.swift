import Foundation
import Model

/// The clock of the site's time zone over the years that its meetings span: when it is put forward and back.
package struct ZoneClock: Sendable {
    /// When the clock changes.
    struct Change: Sendable {
        /// Seconds since 1970.
        let instant: Int
        /// Seconds east of Greenwich, before and after.
        let before: Int
        let after: Int
        let isSummerTime: Bool
    }

    let name: String
    /// In force before the first change.
    private let first: Change
    private let changes: [Change]

    /// - Parameter days: The first and the last day that will be asked for.
    package init(_ name: String, days: ClosedRange<Day>) {
        self.name = name
        let zone = TimeZone(identifier: name) ?? .gmt
        // A year before the first day, so that the change that holds on it is among them.
        let start = Date(timeIntervalSince1970: Double(days.lowerBound.daysSince1970 - 400) * 86400)
        let end = Date(timeIntervalSince1970: Double(days.upperBound.daysSince1970 + 2) * 86400)
        let offset = zone.secondsFromGMT(for: start)
        first = Change(
            instant: Int(start.timeIntervalSince1970), before: offset, after: offset, isSummerTime: zone.isDaylightSavingTime(for: start))
        var changes: [Change] = []
        var at = start
        while let next = zone.nextDaylightSavingTimeTransition(after: at), next > at, next < end {
            changes.append(Change(
                instant: Int(next.timeIntervalSince1970), before: zone.secondsFromGMT(for: next.addingTimeInterval(-1)),
                after: zone.secondsFromGMT(for: next), isSummerTime: zone.isDaylightSavingTime(for: next)))
            at = next
        }
        self.changes = changes
    }

    /// Seconds since 1970 of a time of day.
    func instant(_ day: Day, _ time: ClockTime) -> Int {
        let asIfGreenwich = day.daysSince1970 * 86400 + time.hour * 3600 + time.minute * 60
        return asIfGreenwich - offset(atLocal: asIfGreenwich)
    }

    /// The changes that a calendar must tell: the last one before its first day, and those up to its last.
    func changes(for days: ClosedRange<Day>) -> [Change] {
        let start = days.lowerBound.daysSince1970 * 86400
        let end = (days.upperBound.daysSince1970 + 1) * 86400
        let inForce = changes.last { $0.instant + $0.before <= start } ?? first
        return [inForce] + changes.filter { $0.instant > inForce.instant && $0.instant + $0.before <= end }
    }

    /// RFC 3339: `2017-02-22T00:00:00+00:00`.
    func stamp(_ day: Day, _ time: ClockTime = .midnight) -> String {
        let offset = offset(atLocal: day.daysSince1970 * 86400 + time.hour * 3600 + time.minute * 60)
        let sign = offset < 0 ? "-" : "+"
        return "\(day.iso)T\(twoDigits(time.hour)):\(twoDigits(time.minute)):00\(sign)\(twoDigits(abs(offset) / 3600)):\(twoDigits(abs(offset) / 60 % 60))"
    }

    private func offset(atLocal seconds: Int) -> Int {
        (changes.last { $0.instant + $0.before <= seconds } ?? first).after
    }
}

extension ClockTime {
    static let midnight = ClockTime("00:00")!
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
