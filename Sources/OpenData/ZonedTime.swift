import Foundation
import Packs

/// Days and times of the site's time zone as instants, written as RFC 3339 has them.
public struct ZonedTime: Sendable {
    private let zone: TimeZone

    /// - Parameter identifier: As in the IANA time zone database; one that it does not have counts as Greenwich's.
    public init(zone identifier: String) { zone = TimeZone(identifier: identifier) ?? .gmt }

    /// `2017-03-02T15:15:00+00:00`; without a time the day's first moment.
    public func text(_ day: Day, _ time: ClockTime? = nil) -> String {
        let hour = time?.hour ?? 0, minute = time?.minute ?? 0
        return "\(day.iso)T\(ZonedTime.two(hour)):\(ZonedTime.two(minute)):00" + offset(on: day, hour: hour, minute: minute)
    }

    /// How far the zone's clocks are ahead of Greenwich's: `+01:00` in a British summer.
    private func offset(on day: Day, hour: Int, minute: Int) -> String {
        let shown = Double(day.daysSince1970 * 86400 + hour * 3600 + minute * 60)
        // What the clocks show is an instant only once the offset is known: the first look is at most an hour or so out.
        let near = zone.secondsFromGMT(for: Date(timeIntervalSince1970: shown))
        let seconds = zone.secondsFromGMT(for: Date(timeIntervalSince1970: shown - Double(near)))
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + ZonedTime.two(minutes / 60) + ":" + ZonedTime.two(minutes % 60)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
