import Diagnostics
import Formats
import Preview
import Text

/// What the script in the browser is told, as JSON.
struct PreviewFacts: Sendable {
    let editor: Editor
    /// In which Moot is used, from the root of the disk.
    let workingFolder: String
    /// Whether pages are shown as the public will see them.
    let isAsPublished: Bool
    /// A line of a source file; nil where it cannot be had.
    let line: @Sendable (_ path: String, _ number: Int) -> String?

    /// More than anybody reads, and little enough to send at each change.
    private static let problemLimit = 300

    // MARK: What has changed

    /// - Parameter hasNewFiles: Whether style sheets, images or scripts may be others than before.
    func event(for update: PreviewSite.Update, hasNewFiles: Bool) -> [UInt8] {
        let problems = Set(update.diagnostics)
        var json = JSONWriter()
        json.object { json in
            json.member("version", update.version)
            json.member("shown", update.isShown)
            json.member("advised", update.isAdvised)
            json.member("files", hasNewFiles)
            json.member("errors", problems.count { $0.severity == .error })
            json.member("warnings", isAsPublished ? 0 : problems.count { $0.severity != .error })
            json.member("problems", PreviewFacts.mark(of: update.diagnostics))
            json.array("edited") { json in
                for page in update.edited.prefix(10) {
                    json.object { json in
                        json.member("address", "/" + page.address.percentEncoded)
                        json.member("title", page.title)
                        json.member("anchor", page.anchor)
                    }
                }
            }
        }
        return json.finish()
    }

    /// Tells one list of errors from another, so that an overlay that was put away comes back only if something else is wrong.
    private static func mark(of diagnostics: [Diagnostic]) -> String {
        var hasher = Hasher()
        for diagnostic in diagnostics where diagnostic.severity == .error { hasher.combine(diagnostic) }
        return String(UInt64(bitPattern: Int64(hasher.finalize())), radix: 36)
    }

    // MARK: What is to know about a page

    /// - Parameters:
    ///   - page: In the site, without a slash before it.
    ///   - isNear: Whether it is asked for on this machine. Others need not know where files lie on it.
    func page(_ page: String, of site: PreviewSite, isNear: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("notices") { json in
                if !isAsPublished { for notice in site.notices(on: page) { json.value(notice.words) } }
            }
            json.array("places") { json in
                if !isAsPublished { for location in site.places(on: page) { write(location, isNear: isNear, to: &json) } }
            }
            write(site.current.diagnostics, isNear: isNear, to: &json)
        }
        return json.finish()
    }

    private func write(_ location: PageSource, isNear: Bool, to json: inout JSONWriter) {
        guard isNear else { return }
        json.object { json in
            json.member("anchor", location.anchor)
            json.member("where", "\(location.path):\(location.line)")
            json.member("edit", editor.address(of: whole(location.path), line: location.line))
        }
    }

    private func whole(_ path: String) -> String { path.hasPrefix("/") ? path : workingFolder + "/" + path }

    /// Errors first, as they keep the page from being shown.
    private func write(_ diagnostics: [Diagnostic], isNear: Bool, to json: inout JSONWriter) {
        let all = Set(diagnostics).filter { ($0.severity == .error || !isAsPublished) && (isNear || !$0.withholdsLine) }.sorted()
        let sorted = all.filter { $0.severity == .error } + all.filter { $0.severity != .error }
        json.member("left", max(0, sorted.count - PreviewFacts.problemLimit))
        json.array("problems") { json in
            for diagnostic in sorted.prefix(PreviewFacts.problemLimit) { write(diagnostic, isNear: isNear, to: &json) }
        }
    }

    private func write(_ diagnostic: Diagnostic, isNear: Bool, to json: inout JSONWriter) {
        let location = diagnostic.location
        json.object { json in
            json.member("code", diagnostic.code)
            json.member("severity", diagnostic.severity.rawValue)
            json.member("where", location.line > 0 ? "\(location.path):\(location.line)" : location.path)
            json.member("message", diagnostic.message)
            json.member("remedy", diagnostic.remedy)
            if location.line > 0, !diagnostic.withholdsLine, let text = line(location.path, location.line) {
                let excerpt = Excerpt(of: Array(text.utf8), column: location.column)
                json.member("line", excerpt.text)
                json.member("number", location.line)
                if let start = excerpt.start { json.member("start", start) }
            }
            if isNear { json.member("edit", editor.address(of: whole(location.path), line: location.line)) }
        }
    }
}

/// A line, or the part of a long one that matters.
struct Excerpt {
    let text: String
    /// Where the mark belongs, in UTF-16 code units, as scripts count; nil for the line as a whole.
    let start: Int?

    private static let length = 240

    init(of line: [UInt8], column: Int) {
        let at = min(max(0, column - 1), line.count)
        let before = String(decoding: line[..<at], as: UTF8.self)
        let after = String(decoding: line[at...], as: UTF8.self)
        let lead = before.count > 80 ? "…" + before.suffix(79) : before
        text = lead + (after.count > Excerpt.length ? after.prefix(Excerpt.length) + "…" : after)
        start = column > 0 ? lead.utf16.count : nil
    }
}

extension PageNotice {
    /// For somebody who writes the page, and may wonder whether the public sees it.
    var words: String {
        switch self {
        case .draft: "This is a draft. It says so in its first lines, between the dashes."
        case .papersToFollow(let count): count == 1 ? "A paper of this meeting is still to follow." : "Papers for \(count) items of this meeting are still to follow."
        case .notPublished: "This page is not published yet."
        case .changedSincePublication: "This page has been published, and the text is another now. The public sees the change when you publish again."
        }
    }
}
