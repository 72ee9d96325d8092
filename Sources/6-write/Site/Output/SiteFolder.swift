/// The folder of a site, as the user named it, and what lies beside it.
package enum SiteFolder {
    /// The path of what belongs to a site and is no part of it: `._site.cache` beside `_site`.
    package static func beside(_ output: String, ending: String) -> String {
        let (folder, name) = split(output)
        return folder + "." + name + ending
    }

    /// What it lies in, with a slash at its end, and its name.
    static func split(_ output: String) -> (folder: String, name: String) {
        var trimmed = output
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return ("", trimmed) }
        return (String(trimmed[...slash]), String(trimmed[trimmed.index(after: slash)...]))
    }
}
