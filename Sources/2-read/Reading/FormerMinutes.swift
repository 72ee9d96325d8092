import Diagnostics
import Platform
import Model

/// Finds the drafts of minutes that were approved with changes in the history of the sources.
///
/// Only what the history says was once the draft is taken, and only if it could be published as minutes now.
struct FormerMinutes {
    let disk: Disk
    let versions: Versions
    /// The source folder, as the user named it.
    let root: String

    /// By the folder of the meeting.
    func texts(of meetings: [MeetingDraft]) -> [String: [TextParagraph]] {
        let wanted = meetings.filter { $0.minutes?.status == .approved && $0.minutes?.approvedWithChanges == true && $0.minutes?.draft == nil }
        if wanted.isEmpty { return [:] }
        let paths = wanted.map { SourcePath.meeting($0.id) + SourcePath.minutesName }
        let contents = versions.contents(paths, root)
        var found: [String: [TextParagraph]] = [:]
        for (meeting, path) in zip(wanted, paths) {
            for content in contents[path] ?? [] {
                guard let draft = draft(content, path, of: meeting), draft.status == .draft else { continue }
                found[SourcePath.meeting(meeting.id)] = draft.document.paragraphs
                break
            }
        }
        return found
    }

    private func draft(_ content: [UInt8], _ path: String, of meeting: MeetingDraft) -> Minutes? {
        var past = disk
        past.read = { _ in content }
        let file = SourceFile(path: path, relative: path, size: content.count)
        guard case .open(let admission) = ExemptionMarks(of: path).ruling(), let text = SourceText(file, disk: past, report: Report()) else { return nil }
        return MinutesReader(report: Report(), exempt: ExemptMinutes(meeting.everyItem, hasPrivateRecord: false)).readDraft(text, admission: admission)
    }
}
