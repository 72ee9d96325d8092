import Diagnostics
import Platform
import Model

/// The files of a source tree, each in the place that the format gives it. Nothing is read yet.
struct SourceTree: Sendable {
    /// As the user named it.
    var root = ""
    var site: SourceFile?
    var glossary: SourceFile?
    var people: SourceFile?
    var redirects: SourceFile?
    var accessibility: SourceFile?
    /// `published.tsv`
    var record: SourceFile?
    var pages: [SourceFile] = []
    var committees: [CommitteeFolder] = []
    var strategies: [StrategyFolder] = []
    /// Files beside the free-standing pages.
    var attachments: [SourceFile] = []

    /// Every file, whatever it is.
    var files: [SourceFile] {
        let ofCommittees = committees.flatMap { folder in [folder.committee].compactMap(\.self) + folder.meetings.flatMap(\.files) }
        let ofStrategies = strategies.flatMap(\.files)
        return ofCommittees + ofStrategies + pages + attachments
    }
}

struct CommitteeFolder: Sendable {
    let slug: String
    let path: String
    var committee: SourceFile?
    var meetings: [MeetingFolder] = []
}

struct MeetingFolder: Sendable, Equatable {
    let committee: String
    let slug: String
    let date: Day
    let path: String
    /// From the root of the source tree, with a slash at the end.
    let relative: String
    var agenda: SourceFile?
    var minutes: SourceFile?
    /// The minutes as they were before they were approved.
    var draftMinutes: SourceFile?
    var supplements: [SourceFile] = []
    var papers: [SourceFile] = []
    /// Files that are no sources, such as spreadsheets and pictures.
    var attachments: [SourceFile] = []
    /// What is wrong with the names in it.
    var faults: [Diagnostic] = []

    var id: MeetingID { MeetingID(committee: committee, slug: slug) }
    /// Whether there is an `exempt/minutes.md`.
    var hasPrivateMinutes: Bool { papers.contains { $0.relative == relative + "exempt/" + SourcePath.minutesName } }
    var files: [SourceFile] { [agenda, minutes, draftMinutes].compactMap(\.self) + supplements + papers + attachments }
}

struct StrategyFolder: Sendable, Equatable {
    let slug: String
    let path: String
    var cover: SourceFile?
    var chapters: [SourceFile] = []
    var attachments: [SourceFile] = []
    /// What is wrong with the names in it.
    var faults: [Diagnostic] = []

    /// From the root of the source tree, with a slash at the end.
    var relative: String { SourcePath.strategy(slug) }
    var files: [SourceFile] { [cover].compactMap(\.self) + chapters + attachments }
}
