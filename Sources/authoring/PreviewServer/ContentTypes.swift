/// What kind of file a path names, in the words of HTTP.
enum ContentTypes {
    static func type(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard !path.isEmpty, !path.hasSuffix("/") else { return html }
        guard let dot = name.lastIndex(of: ".") else { return other }
        return types[name[name.index(after: dot)...].lowercased()] ?? other
    }

    /// What came with a paper and a browser could run: pages of the site are all called alike, and its scripts lie in the root.
    static func isDownload(_ path: String) -> Bool {
        guard let slash = path.lastIndex(of: "/"), path.index(after: slash) < path.endIndex else { return false }
        let name = path[path.index(after: slash)...]
        guard !isPage(name), let dot = name.lastIndex(of: ".") else { return false }
        return runnable.contains(name[name.index(after: dot)...].lowercased())
    }

    private static func isPage(_ name: Substring) -> Bool { name.hasPrefix("index.") }
    private static let runnable: Set<String> = ["html", "htm", "xhtml", "xht", "shtml", "js", "mjs", "svg", "svgz", "swf"]

    static let html = "text/html; charset=utf-8"
    private static let other = "application/octet-stream"
    private static let types = [
        "html": html, "htm": html,
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
        "json": "application/json; charset=utf-8", "map": "application/json; charset=utf-8",
        "geojson": "application/geo+json; charset=utf-8",
        "webmanifest": "application/manifest+json; charset=utf-8",
        "txt": "text/plain; charset=utf-8", "md": "text/plain; charset=utf-8", "conf": "text/plain; charset=utf-8",
        "csv": "text/csv; charset=utf-8", "tsv": "text/tab-separated-values; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "xml": "application/xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8", "rss": "application/rss+xml; charset=utf-8",
        "svg": "image/svg+xml; charset=utf-8",
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
        "ico": "image/x-icon",
        "pdf": "application/pdf", "zip": "application/zip",
        "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf",
        "mp3": "audio/mpeg", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    ]
}
