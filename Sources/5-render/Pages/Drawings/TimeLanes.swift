import Model
import Templates

/// Stretches and points of time, drawn in one row under a label.
struct TimeLane {
    let label: String
    /// nil where it has no end.
    var stretches: [(from: Day, to: Day?)] = []
    var points: [Day] = []
    /// Days that stand out.
    var marks: [Day] = []
}

/// Lanes of time as a template draws them: lengths in `em` downwards, in per cent across.
struct TimeLanesView: Templated {
    let id: String
    let title: String
    let description: String
    let lanes: [TimeLane]

    /// Height of a lane and its label, in `em`.
    private static let line = 2.6
    /// As many years as there is room for on a phone.
    private static let years = 6

    static let shape = Shape<TimeLanesView>("timeline", "Stretches and points of time. Lengths are in `em` from the top, in per cent across.", [
        .text("id", "What its anchors begin with; no other picture of the page has it.") { $0.id },
        .text("title", "What it shows, in a few words.") { $0.title },
        .text("description", "What can be seen in it, in a sentence or two.") { $0.description },
        .text("height", "Of the whole.") { Scale.text(Double($0.lanes.count) * line + 1.5) },
        .text("bottom", "Where the lines of the years end.") { Scale.text(Double($0.lanes.count) * line) },
        .text("baseline", "Where the letters of the years stand.") { Scale.text(Double($0.lanes.count) * line + 1.2) },
        .list("years", "The years that are named.", YearMarkView.self) { view in
            let (first, last) = (view.first.year, view.last.year)
            return Scale.steps(from: first + (view.first.month > 1 || view.first.day > 1 ? 1 : 0), to: last, atMost: years).map { year in
                YearMarkView(year: year, place: view.place(Day(year: year, month: 1, day: 1)!))
            }
        },
        .list("lanes", "The lanes, from the top.", TimeLaneView.self) { view in
            view.lanes.enumerated().map { TimeLaneView(lane: $1, top: Double($0) * line, place: view.place, last: view.last) }
        },
    ])

    private var days: [Day] { lanes.flatMap { lane in lane.stretches.flatMap { [$0.from, $0.to].compactMap(\.self) } + lane.points + lane.marks } }
    private var first: Day { days.min() ?? Day(daysSince1970: 0) }
    private var last: Day { days.max() ?? Day(daysSince1970: 0) }

    /// False where all is on one day, so that there is nothing to see.
    var isWorthDrawing: Bool { first < last }

    private func place(_ day: Day) -> Double {
        // Points at the ends are round, and must not be cut off.
        1.5 + Scale(from: Double(first.daysSince1970), to: Double(last.daysSince1970), share: 97).place(Double(day.daysSince1970))
    }
}

struct YearMarkView: Templated {
    let year: Int
    let place: Double

    static let shape = Shape<YearMarkView>("year mark", "A year below a timeline.", [
        .text("year", "2017.") { String($0.year) },
        .text("x", "Where it begins.") { Scale.text($0.place) },
        .text("anchor", "How the number stands to its line: `middle`; `start` or `end` at the edges.") {
            $0.place < 5 ? "start" : $0.place > 95 ? "end" : "middle"
        },
    ])
}

struct TimeLaneView: Templated {
    let lane: TimeLane
    let top: Double
    let place: (Day) -> Double
    let last: Day

    static let shape = Shape<TimeLaneView>("lane of a timeline", "Stretches and points of time under one label.", [
        .text("label", "What they are, as short as a picture on a phone needs it.") { $0.lane.label.shortened(to: 40) },
        .text("baseline", "Where the letters of the label stand.") { Scale.text($0.top + 1.1) },
        .text("y", "The upper edge of a stretch.") { Scale.text($0.top + 1.45) },
        .text("middle", "The middle of a stretch, where points stand.") { Scale.text($0.top + 1.85) },
        .list("stretches", "From when to when.", TimeStretchView.self) { lane in
            lane.lane.stretches.map { stretch in
                let start = lane.place(stretch.from)
                return TimeStretchView(x: start, width: lane.place(stretch.to ?? lane.last) - start)
            }
        },
        .texts("points", "Where points stand.") { lane in lane.lane.points.map { Scale.text(lane.place($0)) } },
        .texts("marks", "Where points stand that stand out.") { lane in lane.lane.marks.map { Scale.text(lane.place($0)) } },
    ])
}

struct TimeStretchView: Templated {
    let x: Double
    let width: Double

    static let shape = Shape<TimeStretchView>("stretch of a timeline", "A stretch of time.", [
        .text("x", "Where it begins.") { Scale.text($0.x) },
        .text("width", "How long it is.") { Scale.text($0.width) },
    ])
}
