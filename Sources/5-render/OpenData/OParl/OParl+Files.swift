import Facts
import Formats
import Linking
import Model

extension OParl {
    /// The twin of the whole pack's page.
    package func writePack(_ meeting: Int, into out: inout [UInt8]) {
        JSONWriter.object(into: &out) { pack(meeting, .alone, &$0) }
    }

    /// The agenda, which is the meeting's page.
    func invitation(_ number: Int, _ standing: Nesting, _ json: inout JSONWriter) {
        let address = meetings[number].address
        begin("File", at: address, part: "invitation", &json)
        page("Agenda", at: address, &json)
        json.member("date", meetings[number].days.agenda.stated?.iso)
        if standing == .alone { belongs(to: number, &json) }
    }

    func pack(_ number: Int, _ standing: Nesting, _ json: inout JSONWriter) {
        let address = meetings[number].packAddress
        begin("File", at: address, &json)
        page("Whole pack", at: address, &json)
        json.member("date", meetings[number].days.agenda.stated?.iso)
        if standing == .alone { belongs(to: number, &json) }
    }

    func minutesFile(_ number: Int, _ standing: Nesting, _ json: inout JSONWriter) {
        minutesFile(of: meetings[number], &json)
        guard standing == .alone else { return }
        json.array("meeting") { reference(to: meetings[number].address, &$0) }
        json.member("created", dates[number].minutesCreated)
        json.member("modified", dates[number].minutesModified)
    }

    func minutesFile(of meeting: Meeting, _ json: inout JSONWriter) {
        begin("File", at: meeting.minutesAddress, &json)
        page("Minutes", at: meeting.minutesAddress, &json)
        json.member("date", meeting.date.iso)
        json.member("moot:status", meeting.minutes?.status.rawValue)
    }

    func mainFile(of position: Int, _ number: Int, _ standing: Nesting, _ json: inout JSONWriter) {
        let paper = meetings[number].papers[position]
        let address = paper.address(in: meetings[number])
        begin("File", at: address, part: "file", &json)
        page(paper.title, at: address, &json)
        if case .day(let day) = paper.date { json.member("date", day.iso) }
        guard standing == .alone else { return }
        json.array("paper") { reference(to: address, &$0) }
        stamps(of: position, in: number, &json)
    }

    /// When a paper was published, and when anything of its meeting last was.
    func stamps(of paper: Int, in number: Int, _ json: inout JSONWriter) {
        json.member("created", dates.created(facts.of(meetings[number]).papers[paper].published, of: number))
        json.member("modified", dates[number].modified)
    }

    /// A file that is published as it is.
    func attachment(_ file: FileOwners.Owned, _ standing: Nesting, _ json: inout JSONWriter) {
        begin("File", at: file.owner, part: file.fragment, &json)
        let name = file.attachment.name
        json.member("name", name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name)
        json.member("fileName", name)
        json.member("mimeType", MediaType.of(name))
        json.member("size", file.attachment.size)
        link("accessUrl", to: file.attachment.path, &json)
        guard standing == .alone else { return }
        switch file.kind {
        case .ofPaper: json.array("paper") { reference(to: file.owner, &$0) }
        case .ofMeeting: json.array("meeting") { reference(to: file.owner, &$0) }
        case .other: break
        }
    }

    private func page(_ name: String, at address: Address, _ json: inout JSONWriter) {
        json.member("name", name)
        json.member("mimeType", "text/html")
        link("accessUrl", to: address.path, &json)
    }

    private func belongs(to meeting: Int, _ json: inout JSONWriter) {
        json.array("meeting") { reference(to: meetings[meeting].address, &$0) }
        stamps(meeting, &json)
    }

    private func stamps(_ meeting: Int, _ json: inout JSONWriter) {
        json.member("created", dates[meeting].created)
        json.member("modified", dates[meeting].modified)
    }
}

/// The media types (IANA) of files that councils attach.
enum MediaType {
    static func of(_ name: String) -> String {
        let ending = SourcePath.ending(name)
        return types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "csv": "text/csv", "txt": "text/plain", "html": "text/html", "md": "text/markdown", "json": "application/json", "xml": "application/xml",
        "pdf": "application/pdf", "rtf": "application/rtf", "zip": "application/zip", "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "xls": "application/vnd.ms-excel",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "ppt": "application/vnd.ms-powerpoint",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odp": "application/vnd.oasis.opendocument.presentation", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "svg": "image/svg+xml", "webp": "image/webp", "tif": "image/tiff", "tiff": "image/tiff", "mp3": "audio/mpeg", "mp4": "video/mp4",
        "geojson": "application/geo+json", "ics": "text/calendar",
    ]
}
