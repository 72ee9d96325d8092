import Model

/// The days of a new site: a meeting to come, and one before it.
struct SiteCalendar {
    let today: Day
    /// The bank holidays of England and Wales, where the site is of there.
    let holidays: [Day]
    /// A Thursday in four to six weeks.
    let coming: Day
    /// A Thursday eight weeks or more before that.
    let last: Day
    /// The meeting after the coming one.
    let after: Day

    init(today: Day, timezone: String) {
        self.today = today
        holidays = timezone == "Europe/London" ? (today.year - 1...today.year + 2).flatMap(BankHolidays.of).sorted() : []
        let closed = Set(holidays)
        func thursday(from day: Day, step: Int) -> Day {
            var day = day
            while day.weekday != 4 || closed.contains(day) || SiteCalendar.isQuiet(day) { day = day.adding(days: step) }
            return day
        }
        coming = thursday(from: today.adding(days: 28), step: 1)
        last = thursday(from: coming.adding(days: -56), step: -1)
        after = thursday(from: coming.adding(days: 56), step: 1)
    }

    var notice: NoticeRule {
        var rule = NoticeRule()
        rule.holidays = Set(holidays)
        return rule
    }

    /// The weeks in which no council meets.
    private static func isQuiet(_ day: Day) -> Bool { day.month == 8 || (day.month == 12 && day.day > 18) || (day.month == 1 && day.day < 5) }
}

/// The bank holidays of England and Wales: Banking and Financial Dealings Act 1971, Schedule 1, with the days that are
/// proclaimed each year (New Year's Day, the first Monday in May, and others in place of those that fall on a weekend).
enum BankHolidays {
    static func of(_ year: Int) -> [Day] {
        let easter = easter(year)
        let fixed = [
            weekday(after: Day(year: year, month: 1, day: 1)!), easter.adding(days: -2), easter.adding(days: 1),
            monday(from: Day(year: year, month: 5, day: 1)!), monday(from: Day(year: year, month: 5, day: 25)!),
            monday(from: Day(year: year, month: 8, day: 25)!),
        ]
        let christmas = weekday(after: Day(year: year, month: 12, day: 25)!)
        // Where Christmas Day falls on a weekend the two days are given on Monday and Tuesday.
        let boxing = Day(year: year, month: 12, day: 26)!
        let second = boxing.weekday > 5 || boxing == christmas ? weekday(after: christmas.adding(days: 1)) : boxing
        return fixed + [christmas, second]
    }

    /// The day itself, or the Monday after it.
    private static func weekday(after day: Day) -> Day { day.weekday > 5 ? monday(from: day) : day }

    private static func monday(from day: Day) -> Day { day.adding(days: (8 - day.weekday) % 7) }

    /// Easter Sunday in the Gregorian calendar; Meeus, Astronomical Algorithms, chapter 8.
    private static func easter(_ year: Int) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return Day(year: year, month: sum / 31, day: sum % 31 + 1)!
    }
}
