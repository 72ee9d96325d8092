import Model

// What the model's plain values are called on a page.

extension Committee.Kind {
    var words: String {
        switch self {
        case .council: "Council"
        case .cabinet: "Cabinet"
        case .committee: "Committee"
        case .subCommittee: "Sub-committee"
        case .board: "Board"
        case .panel: "Panel"
        }
    }
}

extension Member.Seat {
    var words: String {
        switch self {
        case .voting: "Voting member"
        case .associate: "Associate member"
        case .statutory: "Statutory member"
        case .observer: "Observer"
        }
    }
}

extension Meeting.Kind {
    /// What stands before "meeting"; nil for what needs no word.
    var words: String? {
        switch self {
        case .ordinary: nil
        case .extraordinary: "Extraordinary meeting"
        case .annual: "Annual meeting"
        case .development: "Development session"
        }
    }
}

extension Meeting.Attendance {
    var words: String {
        switch self {
        case .inPerson: "In person"
        case .online: "Online"
        }
    }
}

extension Paper.Kind {
    var words: String {
        switch self {
        case .report: "Report"
        case .appendix: "Appendix"
        case .plan: "Plan"
        case .termsOfReference: "Terms of reference"
        case .minutes: "Minutes"
        case .form: "Form"
        case .letter: "Letter"
        case .presentation: "Presentation"
        case .annualReport: "Annual report"
        case .supplement: "Supplement"
        }
    }
}

extension Strategy.Status {
    var words: String {
        switch self {
        case .draft: "Draft"
        case .adopted: "Adopted"
        case .superseded: "Superseded"
        }
    }
}

extension Decision.Kind {
    var words: String {
        switch self {
        case .resolved: "Resolved"
        case .agreed: "Agreed"
        case .recommended: "Recommended"
        case .noted: "Noted"
        case .deferred: "Deferred"
        }
    }
}

/// "1 decision", "7 decisions".
package func counted(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? "1 \(one)" : "\(count) \(many)" }

/// A file's size as people say it.
package func sizeInWords(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) bytes" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1000) KB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
}

/// The pages of a printed pack: "page 18", "pages 11-30".
func pagesInWords(_ pages: String) -> String { (pages.contains { !$0.isNumber } ? "pages " : "page ") + pages }

extension [String] {
    /// "January, May and August"
    var joinedInWords: String {
        guard count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + self[count - 1]
    }
}
