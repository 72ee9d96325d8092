/// Values as shares of a width, in per cent: a picture that is laid out so keeps its letters at their size on every screen.
struct Scale {
    let start: Double
    let end: Double
    /// The share of the width that the whole range takes.
    let share: Double

    /// - Parameter share: In per cent.
    init(from start: Double, to end: Double, share: Double = 100) {
        self.start = start
        self.end = end
        self.share = share
    }

    /// Where a value stands, in per cent.
    func place(_ value: Double) -> Double {
        end > start ? (min(max(value, start), end) - start) / (end - start) * share : 0
    }

    /// A number as attributes of SVG take it: at most two places after the point.
    static func text(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
        if rest == 0 { return String(whole) }
        let digits = rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest)
        return (hundredths < 0 && whole == 0 ? "-" : "") + "\(whole).\(digits)"
    }

    /// Whole numbers of one distance that lie within a range, as few as there is room for.
    static func steps(from start: Int, to end: Int, atMost limit: Int) -> [Int] {
        let wanted = max(1, (end - start) / max(1, limit) + 1)
        let step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].first { $0 >= wanted } ?? wanted
        let first = Int((Double(start) / Double(step)).rounded(.up)) * step
        return first <= end ? Array(stride(from: first, through: end, by: step)) : []
    }
}
