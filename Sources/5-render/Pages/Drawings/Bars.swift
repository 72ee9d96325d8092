import Templates

/// A bar with its words.
struct Bar {
    let label: String
    /// As words beside the bar.
    let amount: String
    let value: Int
    /// What it could have been; nil where nothing bounds it.
    var whole: Int?
}

/// Bars as a template draws them: lengths in `em` downwards, in per cent across.
struct BarsView: Templated {
    let id: String
    let title: String
    let description: String
    let caption: String
    /// The heads of the table's columns.
    let heads: [String]
    let bars: [Bar]

    static let shape = Shape<BarsView>("chart of bars", "Numbers as bars, with the table behind them. Lengths are in `em` from the top, in per cent across.", [
        .text("id", "What its anchors begin with; no other chart of the page has it.") { $0.id },
        .text("title", "What it shows, in a few words.") { $0.title },
        .text("description", "What can be seen in it, in a sentence.") { $0.description },
        .text("caption", "What was counted.") { $0.caption },
        .texts("heads", "The heads of the table's columns.") { $0.heads },
        .text("height", "Of bars that stand beside their labels.") { Scale.text(Double($0.bars.count) * BarView.line) },
        .text("tallHeight", "Of bars that stand below their labels.") { Scale.text(Double($0.bars.count) * BarView.tallLine) },
        .list("bars", "The bars.", BarView.self) { view in
            let longest = view.bars.map { $0.whole ?? $0.value }.max() ?? 0
            return view.bars.enumerated().map { BarView(bar: $1, number: Double($0), longest: Double(longest)) }
        },
    ])
}

struct BarView: Templated {
    let bar: Bar
    let number: Double
    let longest: Double
    /// Heights of a bar and its label, in `em`.
    static let line = 1.7
    static let tallLine = 2.7
    /// Beside a bar there must be room for its label and its number.
    private static let widest = 68.0

    private func share(_ value: Int, of widest: Double) -> String { Scale.text(Scale(from: 0, to: longest, share: widest).place(Double(value))) }

    static let shape = Shape<BarView>("bar", "A bar with its words.", [
        .text("label", "What it stands for.") { $0.bar.label },
        .text("shortLabel", "The same, as short as a picture on a phone needs it.") { $0.bar.label.shortened(to: 30) },
        .text("amount", "How much, as the picture says it: 9 of 11.") { $0.bar.amount },
        .text("value", "How much, as a number.") { String($0.bar.value) },
        .optionalText("whole", "What it could have been.") { $0.bar.whole.map(String.init) },
        .text("top", "Where a bar beside its label begins.") { Scale.text($0.number * line + 0.3) },
        .text("baseline", "Where the letters of a label beside its bar stand.") { Scale.text($0.number * line + 1.2) },
        .text("width", "The length of a bar beside its label.") { $0.share($0.bar.value, of: widest) },
        .text("tallTop", "Where a bar below its label begins.") { Scale.text($0.number * tallLine + 1.5) },
        .text("tallBaseline", "Where the letters of a label above its bar stand.") { Scale.text($0.number * tallLine + 1.1) },
        .text("fullWidth", "The length of a bar below its label.") { $0.share($0.bar.value, of: 100) },
        .text("wholeWidth", "The length of what it could have been.") { $0.share($0.bar.whole ?? $0.bar.value, of: 100) },
    ])
}
