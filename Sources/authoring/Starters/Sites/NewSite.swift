import Assets
import Platform
import Model

/// A whole small site, ready for a preview.
package enum NewSite {
    /// - Parameters:
    ///   - folder: As the user typed it; new, or empty.
    ///   - hasDesign: Whether templates and styles are written, to be changed there. Without them a site is made with those
    ///     of the program.
    package static func draft(in folder: String, _ answers: SiteAnswers, today: Day, hasDesign: Bool, disk: Disk = .real) throws -> Draft {
        if let entry = try disk.entry(folder) {
            guard entry.kind == .folder else { throw ScaffoldProblem.isThere(folder) }
            guard try disk.entries(folder).isEmpty else { throw ScaffoldProblem.notEmpty(folder) }
        }
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        let days = SiteCalendar(today: today, timezone: answers.timezone)
        var draft = Draft()
        for (path, text) in SiteTexts(answers: answers, days: days).files + SiteTools.files { draft.add(root + path, text) }
        for schema in Schema.all { draft.files.append(Draft.File(path: "\(root)\(SiteTools.schemaFolder)/\(schema.fileName)", bytes: schema.json)) }
        if hasDesign { draft.files += design(in: root) }
        draft.notes = [
            "Everything in it is invented but the name. README.md says what to do first.",
            folder == "." ? "See it with: moot preview" : "See it with: cd \(folder) && moot preview",
        ]
        if !answers.language.lowercased().hasPrefix("en") { draft.warnings.append("The texts are in English; \(answers.language) is what site.yml says.") }
        if answers.url.hasSuffix(".example/") { draft.notes.append("The address \(answers.url) leads nowhere: write the real one into Content/site.yml before you publish.") }
        return draft
    }

    /// The templates and styles of the program, to be changed.
    ///
    /// - Parameter folder: Where `Templates` and `Public` are to lie; neither may be there.
    package static func designDraft(in folder: String, disk: Disk = .real) throws -> Draft {
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        for name in ["Templates", "Public"] where try disk.entry(root + name) != nil { throw ScaffoldProblem.isThere(root + name) }
        var draft = Draft()
        draft.files = design(in: root == "./" ? "" : root)
        draft.notes = ["From now on the site is made with these files. Take both folders away, and it is made with those of the program again."]
        return draft
    }

    private static func design(in root: String) -> [Draft.File] {
        BuiltInFiles.templates.map { Draft.File(path: "\(root)Templates/\($0.path)", bytes: $0.bytes) }
            + BuiltInFiles.statics.map { Draft.File(path: "\(root)Public/\($0.path)", bytes: $0.bytes) }
    }
}
