import Foundation
import Model
import Text

/// Names of files that say what a file is, whatever stands in it.
enum FileNames {
    /// The ending in small letters, without the dot; empty where there is none.
    static func ending(of name: String) -> String {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
        return ExemptWords.plain(name[name.index(after: dot)...]).trimmingBlanks().lowercased()
    }

    // MARK: One text in two formats

    /// The folder and the words of the name, by which two files are told to be one text in two formats, or a copy of it: `Appendix B (1).pdf`, `appendix-b.md`.
    static func folded(_ path: String) -> String {
        let name = SourcePath.name(path)
        var stem = name[...]
        while let dot = stem.utf8.lastIndex(of: UInt8(ascii: ".")), dot > stem.startIndex, isEnding(stem[stem.index(after: dot)...]) { stem = stem[..<dot] }
        var words = ExemptWords.words(of: withoutCount(stem))
        if words.count > 2, words.starts(with: ["copy", "of"]) { words.removeFirst(2) }
        if words.count > 1, words.last.map(ExemptWords.isNumber) ?? false, words.dropLast().last == "copy" { words.removeLast() }
        if words.count > 1, words.last == "copy" { words.removeLast() }
        return SourcePath.folder(path) + "/" + words.joined(separator: " ")
    }

    /// "plan (2)" as "plan".
    private static func withoutCount(_ stem: Substring) -> Substring {
        guard stem.hasSuffix(")"), let start = stem.lastIndex(of: "(") else { return stem }
        let count = stem[start...].dropFirst().dropLast()
        return (1...2).contains(count.count) && count.allSatisfy(\.isNumber) ? stem[..<start] : stem
    }

    private static func isEnding(_ text: Substring) -> Bool { (1...5).contains(text.count) && text.allSatisfy { $0.isLetter || $0.isNumber } && text.contains(where: \.isLetter) }

    // MARK: What programs leave behind

    /// What a file is that some program left beside others, in the words of a message; nil for what somebody may have put there.
    static func leftover(_ name: String) -> String? {
        let small = ExemptWords.plain(name).trimmingBlanks().lowercased()
        if small.hasPrefix("~$") { return "the sign of an office program that the file is open" }
        if small.hasSuffix("~") || small.hasPrefix("~") || small.hasPrefix("#") && small.hasSuffix("#") && small.count > 1 { return "a copy that an editor made" }
        if let whole = wholeNames[small] { return whole }
        if small.holds("conflicted copy") || small.holds("sync-conflict") { return "a copy that was made while two people changed the file" }
        let ending = ending(of: name)
        if let what = endings[ending] { return what }
        if ending.utf8.last?.isDigit ?? false || ending.utf8.first?.isDigit ?? false, let what = endings[ending.trimmingCharacters(in: .decimalDigits)] { return what }
        // Emacs, nano and rotated copies: plan.md.1, plan.md.save.2; a version in a name, report-v1.2, is none.
        let inner = name.dropLast(ending.count + 1).lowercased()
        return !ending.isEmpty && ending.allSatisfy(\.isNumber) && [".md", ".save", ".bak", ".orig", ".old", ".txt"].contains(where: inner.hasSuffix) ? endings["bak"] : nil
    }

    private static let wholeNames: [String: String] = {
        let pictures = "the store of small pictures that Windows makes of a folder's files"
        return [
            "thumbs.db": pictures, "ehthumbs.db": pictures, "ehthumbs_vista.db": pictures, "desktop.ini": "the settings that Windows keeps of a folder",
            "__macosx": "what a Mac packs into archives", "$recycle.bin": "a waste bin",
        ]
    }()

    private static let endings: [String: String] = {
        let kinds: [(String, [String])] = [
            ("a copy that a program made before something was changed", ["bak", "bk", "bkp", "bkup", "backup", "old", "save", "orig", "asd", "wbk", "xlk", "autosave", "un~"]),
            ("what a change left that could not be made", ["rej"]),
            ("what a program keeps while a file is open", ["swp", "swo", "swn", "tmp", "temp", "lock"]),
            ("a download that was not finished", ["part", "partial", "crdownload", "download", "opdownload"]),
            ("a shortcut", ["lnk"]),
        ]
        return Dictionary(kinds.flatMap { kind in kind.1.map { ($0, kind.0) } }, uniquingKeysWith: { $1 })
    }()

    // MARK: Sources under a wrong name

    /// True where the ending is another spelling of `.md`: the file would be published as it is, its head and mark of exemption included.
    static func isMisspeltSource(_ name: String) -> Bool {
        if name.hasSuffix(".md") { return false }
        let ending = ending(of: name)
        return sourceEndings.contains(ending.filter { $0.isLetter || $0.isNumber }) || name.lowercased().holds(".md.") && mayBeText(name)
    }

    private static let sourceEndings: Set<String> = [
        "md", "markdown", "mdown", "mdwn", "mkd", "mkdn", "mkdown", "mdtxt", "mdtext", "markdn", "mdx", "rmd", "qmd", "mmd",
    ]

    /// Whether a file of this name may be a text that somebody wrote as a source: nothing is known of its ending.
    static func mayBeText(_ name: String) -> Bool { !attachmentEndings.contains(ending(of: name)) }

    /// What is attached to papers every day.
    private static let attachmentEndings: Set<String> = [
        "pdf", "docx", "doc", "docm", "dotx", "odt", "ott", "xlsx", "xls", "xlsm", "ods", "csv", "tsv", "pptx", "ppt", "pptm", "odp", "png", "jpg", "jpeg", "gif", "svg", "webp", "tif",
        "tiff", "bmp", "avif", "heic", "zip", "7z", "gz", "tar", "mp3", "mp4", "m4a", "m4v", "wav", "ogg", "webm", "mov", "avi", "ics", "vcf", "html", "htm", "css", "js", "mjs", "json", "geojson",
        "xml", "kml", "kmz", "gpx", "dwg", "dxf", "shp", "dbf", "shx", "prj", "eml", "msg", "epub", "woff", "woff2", "ttf", "otf", "db", "sqlite", "parquet",
    ]

    /// True for the beginning of a text with a head: a line of three hyphens, and keys.
    static func beginsWithHead(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(4000), as: UTF8.self)
        let lines = text.replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).filter { !$0.trimmingBlanks().isEmpty }
        guard let first = lines.first, first.trimmingBlanks() == "---" else { return false }
        let next = lines.dropFirst().first ?? ""
        return next.trimmingBlanks() == "---" || opensWithKey(next)
    }

    /// A line as `title: Budget` or `"title" : Budget`.
    private static func opensWithKey(_ line: Substring) -> Bool {
        let quoted = line.utf8.drop { $0.isBlank }
        let key = quoted.first.map { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } ?? false ? quoted.dropFirst() : quoted
        guard key.first?.isLetter ?? false else { return false }
        return key.drop { $0.isLetter || "- \t\"'".utf8.contains($0) }.first == UInt8(ascii: ":")
    }
}
