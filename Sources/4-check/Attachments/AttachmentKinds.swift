import Diagnostics
import Linking
import Model
import Platform
import Text

/// The kinds of files that may be attached, by the endings of their names: what people can open, and no browser takes for a page of the site.
package enum AttachmentKinds {
    private static let documents: Set<String> = ["pdf", "docx", "doc", "odt", "rtf", "xlsx", "xls", "ods", "pptx", "ppt", "odp", "epub"]
    private static let texts: Set<String> = ["csv", "tsv", "txt", "json", "geojson", "xml", "ics", "vcf", "kml", "gpx", "svg", "css"]
    private static let others: Set<String> = [
        "jpg", "jpeg", "png", "gif", "webp", "avif", "tif", "tiff", "bmp", "heic", "mp3", "m4a", "wav", "ogg", "mp4", "m4v", "mov", "webm", "vtt", "zip", "kmz", "dwg", "dxf",
    ]

    /// What a browser runs in the name of the site.
    private static let pages: Set<String> = ["html", "htm", "xhtml", "xht", "shtml", "js", "mjs", "svgz", "swf"]

    static func isText(_ path: String) -> Bool { texts.contains(SourcePath.ending(path)) || pages.contains(SourcePath.ending(path)) }

    /// What may not be attached to anything that is published.
    package static func check(_ linked: LinkedArchive, disk: Disk) -> [Diagnostic] {
        let own = linked.archive.authority.attachments.kinds
        return linked.attachments.compactMap { file in
            let ending = SourcePath.ending(file.path)
            if own.contains(ending) { return nil }
            return problem(ending, file, disk).map { Diagnostic($0, at: SourceLocation(file.source)) }
        }
    }

    private static func problem(_ ending: String, _ file: Attachment, _ disk: Disk) -> AttachmentProblem? {
        if pages.contains(ending) { return .runsAsPage(ending) }
        if ending == "svg" {
            guard let bytes = try? disk.read(file.source) else { return nil }
            return DrawingScript.isIn(bytes) ? .runsAsPage(ending) : nil
        }
        if documents.contains(ending) || texts.contains(ending) || others.contains(ending) { return nil }
        return .unknownKind(ending)
    }
}

/// Whether a drawing (SVG) may do something when somebody opens it, rather than only be looked at.
enum DrawingScript {
    private static let signs = ["script", "foreignobject", "<!entity", "http://www.w3.org/1999/xhtml", "xml-stylesheet", "attributename=\"on", "attributename='on"]

    static func isIn(_ bytes: [UInt8]) -> Bool {
        // In another encoding than UTF-8 nothing could be told.
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { return true }
        let plain = text.lowercased().replacing(/&#(x?)([0-9a-f]{1,6});/) { match in
            UInt32(match.output.2, radix: match.output.1.isEmpty ? 10 : 16).flatMap(Unicode.Scalar.init).map { String(Character($0)).lowercased() } ?? ""
        }
        return signs.contains { plain.contains($0) } || plain.contains(/[\s"'\/]on[a-z]+\s*=/)
    }
}
