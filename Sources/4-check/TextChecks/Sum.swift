/// Several figures added up.
struct Sum {
    /// How many figures there were, blanks not counted.
    private(set) var count = 0
    /// False where one of them is no figure, or could not be added to the others.
    private(set) var isSure = true
    /// In units of the last of `decimals`.
    private var units = 0
    private var decimals = 0
    /// The fewest decimals that any of them has: to these it is rounded.
    private var coarsest = Int.max
    private var suffix: String?
    private var isMoney = false
    private var largest = 0

    init(_ figures: some Sequence<Figure>) {
        for figure in figures {
            switch figure {
            case .none: break
            case .other: isSure = false
            case .value(let amount): add(amount)
            }
        }
    }

    private mutating func add(_ amount: Amount) {
        count += 1
        // A nought has no unit.
        if amount.units == 0 { return }
        if let suffix, suffix != amount.suffix { isSure = false }
        suffix = amount.suffix
        isMoney = isMoney || amount.currency != nil
        coarsest = min(coarsest, amount.decimals)
        let both = max(decimals, amount.decimals)
        let (sum, overflow) = (units * power(of: both - decimals)).addingReportingOverflow(amount.units * power(of: both - amount.decimals))
        if overflow || abs(sum) > 1 << 56 { isSure = false } else { units = sum }
        decimals = both
        largest = max(largest, abs(amount.units) / power(of: amount.decimals))
    }

    /// Whether the total is of the same kind.
    func fits(_ total: Amount) -> Bool { suffix == nil || total.units == 0 || suffix == total.suffix }

    func matches(_ total: Amount) -> Bool { distance(to: total) <= tolerance(total) }

    /// Within a tenth, as it is when a digit is wrong or two have changed places.
    func isNear(_ total: Amount) -> Bool { distance(to: total) * 10 <= Double(abs(total.units)) / Double(power(of: total.decimals)) }

    func distance(to total: Amount) -> Double {
        abs(Double(units) / Double(power(of: decimals)) - Double(total.units) / Double(power(of: total.decimals)))
    }

    /// What rounding each figure, and the total, can make. Pence are exact, and so are numbers below a thousand; larger ones may have been rounded.
    private func tolerance(_ total: Amount) -> Double {
        let digits = min(coarsest, total.decimals)
        let isPlain = total.suffix.isEmpty
        if isPlain, isMoney || total.currency != nil, digits == 2 { return 0.001 }
        if isPlain, digits == 0, decimals == 0, largest < 1000 { return 0.001 }
        return Double(count + 1) / 2 / Double(power(of: digits)) + 0.000_1
    }

    /// With the total's sign of currency, and commas.
    func printed(like total: Amount) -> String {
        let scale = power(of: decimals)
        let whole = String(abs(units) / scale)
        var grouped = ""
        for (at, digit) in whole.enumerated() {
            if at > 0, (whole.count - at) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        let rest = String(abs(units) % scale)
        let fraction = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals - rest.count) + rest
        return (units < 0 ? "-" : "") + (total.currency.map(String.init) ?? "") + grouped + fraction + total.suffix
    }
}

/// Ten to the power of a small number.
func power(of exponent: Int) -> Int { (0..<exponent).reduce(1) { value, _ in value * 10 } }
