import Markdown

/// Totals that are not the sum of what they stand for.
///
/// A total can count many things: some of the rows, an average, people who are in two rows. So it is held to be a sum only where it stands
/// beside other totals that are, or is nearly one; and any sum that it could be is good.
struct Totals {
    struct Fault {
        let problem: WritingProblem
        let line: Int
    }

    /// A label that says that a row or a column adds up others.
    enum Label { case none, part, whole }

    private let rows: [(line: Int, cells: [TableGrid.Cell?])]
    private let headRows: Int
    private let figures: [[Figure]]
    private let labels: [Label]
    private let isBold: [Bool]
    private let columnCount: Int

    static func faults(in grid: TableGrid) -> [Fault] {
        guard grid.mentionsTotal else { return [] }
        let totals = Totals(grid)
        return totals.faultsOfColumns() + totals.faultsOfRows()
    }

    private init(_ grid: TableGrid) {
        rows = grid.rows()
        headRows = min(grid.table.headRows, rows.count)
        columnCount = grid.columnCount
        figures = rows.map { row in row.cells.map { cell in cell.map { $0.columnSpan > 1 ? .other : Figure($0.block) } ?? .other } }
        let names = rows.map { row in row.cells.prefix(2).lazy.compactMap { $0?.text }.first { !$0.isEmpty } ?? "" }
        labels = names.map(Totals.label)
        isBold = rows.map { $0.cells.first.flatMap(\.self)?.isHeader ?? false }
    }

    /// "Sub-total" and "Cabinet total" add up a part, "Total", "Total expenditure" and "Grand total" the whole.
    static func label(_ text: String) -> Label {
        guard text.utf8.count <= 80, Array(text.utf8)[...].containsTotal else { return .none }
        let words = text.lowercased().split { !$0.isLetter }
        guard let first = words.first, let last = words.last, words.count <= 8 else { return .none }
        if first == "subtotal" || first == "subtotals" || (first == "sub" && words.count > 1 && words[1].hasPrefix("total")) { return .part }
        if first == "total" || first == "totals" || words == ["grand", "total"] || words == ["overall", "total"] { return .whole }
        return last == "total" && words.count <= 4 ? .part : .none
    }

    // MARK: Rows that add up the columns above them

    /// In one table. Each is compared with all rows above it, so the time would grow with the square of them.
    private static let mostTotals = 200

    private func faultsOfColumns() -> [Fault] {
        guard labels.count(where: { $0 != .none }) <= Totals.mostTotals else { return [] }
        var faults: [Fault] = []
        for row in headRows..<max(headRows, rows.count) where labels[row] != .none {
            var right = 0
            var wrong: [(column: Int, sum: Sum)] = []
            let choices = addends(of: row)
            for column in 1..<max(1, columnCount) {
                guard case .value(let total) = figures[row][column] else { continue }
                switch verdict(on: total, choices: choices, figure: { figures[$0][column] }) {
                case .right: right += 1
                case .wrong(let sum): wrong.append((column, sum))
                case .unknown: break
                }
            }
            guard isTrusted(right: right, wrong: wrong.map { (figures[row][$0.column], $0.sum) }) else { continue }
            faults += wrong.compactMap { fault($0.sum, figures[row][$0.column], rows[row].cells[$0.column], name: columnName($0.column), row: row) }
        }
        return faults
    }

    /// The rows that a total could add up: all above it, those since another total, the sub-totals, and so on.
    private func addends(of row: Int) -> [[Int]] {
        let above = Array(headRows..<row)
        let plain = above.filter { labels[$0] == .none }
        let parts = above.filter { labels[$0] == .part }
        let wholes = above.filter { labels[$0] == .whole }
        let afterTotal = after(above.last { labels[$0] != .none })
        let afterWhole = after(wholes.last)
        let afterGap = after(above.last { isEmptyRow($0) })
        let sinceTotal = plain.filter { $0 >= afterTotal }
        var choices = [plain, sinceTotal, parts, wholes]
        choices.append(plain.filter { $0 >= afterWhole })
        choices.append(plain.filter { $0 >= afterGap })
        choices.append(parts.filter { $0 >= afterWhole })
        choices.append(parts + sinceTotal)
        choices.append(wholes + sinceTotal)
        choices.append(parts + wholes)
        choices.append(plain.filter { isBold[$0] })
        choices.append(plain.filter { !isBold[$0] })
        choices.append(Array((row + 1..<max(row + 1, rows.count)).prefix { labels[$0] == .none }))
        return choices
    }

    private func after(_ row: Int?) -> Int { row.map { $0 + 1 } ?? headRows }

    /// A row that holds no figure, such as the heading of a group.
    private func isEmptyRow(_ row: Int) -> Bool {
        figures[row].dropFirst().allSatisfy { if case .value = $0 { false } else { true } }
    }

    // MARK: Columns that add up the rows beside them

    private func faultsOfRows() -> [Fault] {
        (1..<max(1, columnCount)).filter { Totals.label(columnTitle($0)) == .whole }.flatMap(faultsOfRows)
    }

    private func faultsOfRows(totalsIn column: Int) -> [Fault] {
        var right = 0
        var wrong: [(row: Int, sum: Sum)] = []
        let choices = addends(ofColumn: column)
        for row in headRows..<max(headRows, rows.count) {
            guard case .value(let total) = figures[row][column] else { continue }
            switch verdict(on: total, choices: choices, figure: { figures[row][$0] }) {
            case .right: right += 1
            case .wrong(let sum): wrong.append((row, sum))
            case .unknown: break
            }
        }
        guard right >= 2, wrong.count * 3 <= right else { return [] }
        return wrong.compactMap { fault($0.sum, figures[$0.row][column], rows[$0.row].cells[column], name: rowName($0.row), row: $0.row) }
    }

    /// The columns that a total could add up: all before it, those since another total, those after it.
    private func addends(ofColumn column: Int) -> [[Int]] {
        let isTotal = (0..<columnCount).map { Totals.label(columnTitle($0)) != .none }
        let left = Array(1..<column)
        let afterTotal = (left.last { isTotal[$0] } ?? 0) + 1
        let plain = left.filter { !isTotal[$0] }
        let right = (column + 1..<max(column + 1, columnCount)).filter { !isTotal[$0] }
        return [plain, plain.filter { $0 >= afterTotal }, left.filter { isTotal[$0] }, right, plain + right]
    }

    // MARK: Judging

    private enum Verdict { case right, wrong(Sum), unknown }

    /// - Parameter choices: What the total could add up, the likeliest first.
    private func verdict(on total: Amount, choices: [[Int]], figure: (Int) -> Figure) -> Verdict {
        // A share that is no whole has nothing to add up to.
        if total.suffix == "%", abs(total.units) != 100 * power(of: total.decimals) { return .unknown }
        var nearest: Sum?
        var isSure = true
        for choice in choices {
            let sum = Sum(choice.lazy.map(figure))
            // Where some sum cannot be known, it may be the one.
            if !sum.isSure { isSure = false }
            guard sum.isSure, sum.count >= 2, sum.fits(total) else { continue }
            if sum.matches(total) { return .right }
            if nearest.map({ sum.distance(to: total) < $0.distance(to: total) }) ?? true { nearest = sum }
        }
        return isSure ? nearest.map { .wrong($0) } ?? .unknown : .unknown
    }

    /// Among totals of which most are right the others are at fault. A total that stands alone must be nearly right, as a slip of a digit makes it.
    private func isTrusted(right: Int, wrong: [(Figure, Sum)]) -> Bool {
        if right > 0 { return wrong.count <= right }
        guard wrong.count == 1, case .value(let total) = wrong[0].0 else { return false }
        return wrong[0].1.isNear(total)
    }

    private func fault(_ sum: Sum, _ figure: Figure, _ cell: TableGrid.Cell?, name: String, row: Int) -> Fault? {
        guard case .value(let total) = figure, let cell else { return nil }
        return Fault(problem: .wrongTotal(of: name, sum: sum.printed(like: total), printed: cell.text), line: rows[row].line)
    }

    // MARK: Names

    private func columnTitle(_ column: Int) -> String {
        rows[..<headRows].last { !($0.cells[column]?.text.isEmpty ?? true) }?.cells[column]?.text ?? ""
    }

    private func columnName(_ column: Int) -> String {
        let title = columnTitle(column)
        return title.isEmpty ? "column \(column + 1)" : "the column “\(title)”"
    }

    private func rowName(_ row: Int) -> String {
        let name = rows[row].cells[0]?.text ?? ""
        return name.isEmpty ? "this row" : "the row “\(name)”"
    }
}
