import Testing

/// Totals of tables: those that are wrong are told, and whatever could be right is left alone.
@Suite struct ArithmeticTests {
    private func notes(_ rows: [String], head: String = "Ward | Cases") throws -> [String] {
        let columns = head.split(separator: "|").count
        let dashes = Array(repeating: "---", count: columns).joined(separator: "|")
        let table = "| \(head) |\n| \(dashes) |\n" + rows.map { "| \($0) |\n" }.joined() + "\n[^1]: A note.\n"
        return try WritingTests.found(table).filter { $0.contains("N801") }.map { String($0.split(separator: " ", maxSplits: 2)[2]) }
    }

    @Test(arguments: [
        (["a | 112", "b | 245", "**Total** | 375"], "357", "375"), (["a | £1,200", "b | £3,450", "Total expenditure | £4,560"], "£4,650", "£4,560"),
        (["a | (1,200)", "b | 450", "Total | (760)"], "-750", "(760)"), (["a | \\- 207,240", "b | 7,240", "Total | \\- 201,000"], "-200,000", "- 201,000"),
        (["a | £10.50", "b | £11.20", "Grand total | £21.71"], "£21.70", "£21.71"), (["a | 40%", "b | 51.5%", "Total | 100%"], "91.5%", "100%"),
        (["a | 112[^1]", "b | 245\\*", "c | –", "d | nil", "e |", "Totals | 375"], "357", "375"),
    ])
    func wrong(_ rows: [String], _ sum: String, _ printed: String) throws {
        #expect(try notes(rows) == ["the figures of the column “Cases” add up to \(sum), and the total says \(printed)"])
    }

    @Test(arguments: [
        ["a | 112", "b | 245", "Total | 357"], ["a | 1.4", "b | 2.4", "c | 3.4", "Total | 7"], ["a | 33%", "b | 33%", "c | 33%", "Total | 100%"],
        ["a | £1,200", "b | tbc", "Total | £3,000"], ["a | 12", "b | 14", "Total | 13"], ["a | 3,412", "b | 2,713", "Total | 6,126"], ["a | £1.2m", "b | 300k", "Total | £1.5m"],
        ["Total | 357", "a | 112", "b | 245"], ["a | 10", "b | 20", "Sub-total | 30", "c | 5", "d | 7", "Sub-total | 12", "Total | 42"],
        ["a | 10", "b | 20", "North total | 30", "c | 5", "d | 7", "South total | 12", "Grand total | 42"], ["a | <5", "b | 20", "Total | 22"],
        ["a | 2025/26", "b | 2026/27", "Total | 2 years"], ["a | 999999999999", "b | 999999999999", "Total | 5"], ["a | 5", "Total | 6"], ["Total | 5"],
    ])
    func right(_ rows: [String]) throws { #expect(try notes(rows) == []) }

    @Test func aSubTotal() throws {
        let rows = ["a | 10", "b | 20", "Sub-total | 31", "c | 5", "d | 7", "Sub-total | 12", "Total | 43"]
        #expect(try notes(rows) == ["the figures of the column “Cases” add up to 30, and the total says 31"])
    }

    /// Other totals of the row show that it adds up; averages and counts of people do not.
    @Test func severalColumns() throws {
        let head = "Ward | 2024 | 2025 | 2026"
        #expect(try notes(["a | 1 | 10 | 5", "b | 2 | 20 | 6", "Total | 3 | 90 | 11"], head: head) == ["the figures of the column “2025” add up to 30, and the total says 90"])
        #expect(try notes(["a | 1 | 10 | 5", "b | 2 | 20 | 6", "Total | 4 | 90 | 70"], head: head) == [])
    }

    @Test func aColumnOfTotals() throws {
        let head = "Ward | Open | Closed | Total"
        let good = ["a | 1 | 2 | 3", "b | 4 | 5 | 9", "c | 6 | 7 | 13"]
        #expect(try notes(good, head: head) == [])
        #expect(try notes(good + ["d | 6 | 7 | 14"], head: head) == ["the figures of the row “d” add up to 13, and the total says 14"])
        #expect(try notes(["a | 1 | 2 | 9", "b | 4 | 5 | 9", "c | 6 | 7 | 20"], head: head) == [], "these are no sums")
    }

    @Test(.timeLimit(.minutes(5))) func hugeTablesCostLittle() throws {
        #expect(try notes((0..<3000).map { "r\($0) | \($0)" } + ["Total | 4,498,500"]) == [])
        #expect(try notes((0..<20_000).map { _ in "Total | 1" }) == [])
    }
}
