import CAssets

/// What the preview puts into the browser.
enum BrowserFiles {
    /// A file of `Browser/`; nil where there is none of this name.
    static func bytes(of name: String) -> [UInt8]? {
        let file = moot_browser_file(name)
        return file.bytes.map { Array(UnsafeBufferPointer(start: $0, count: file.count)) }
    }
}
