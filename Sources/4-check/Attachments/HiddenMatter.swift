/// What a file holds beside what it shows, as a reader calls it.
package enum HiddenMatter: String, Sendable {
    case trackedChanges = "tracked changes"
    case comments
    case hiddenSheets = "hidden sheets"
    case hiddenRows = "hidden rows"
    case hiddenColumns = "hidden columns"
    case hiddenSlides = "hidden slides"
    case hiddenText = "hidden text"
    case speakerNotes = "speaker notes"
    case coveredWords = "covered words"
    case position
    case embedded

    /// "3 tracked changes"; nil for what is not counted.
    func words(_ count: Int) -> String {
        switch self {
        case .trackedChanges: count == 1 ? "a tracked change" : "\(count) tracked changes"
        case .comments: count == 1 ? "a comment" : "\(count) comments"
        case .hiddenSheets: count == 1 ? "a hidden sheet" : "\(count) hidden sheets"
        case .hiddenRows: count == 1 ? "a hidden row" : "\(count) hidden rows"
        case .hiddenColumns: count == 1 ? "a hidden column" : "\(count) hidden columns"
        case .hiddenSlides: count == 1 ? "a hidden slide" : "\(count) hidden slides"
        case .hiddenText: "hidden text"
        case .speakerNotes: "speaker notes"
        case .coveredWords: "words under filled boxes"
        case .position: "the place where a picture was taken"
        case .embedded: "another file, or figures of one"
        }
    }
}
