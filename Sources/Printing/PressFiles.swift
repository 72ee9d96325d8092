import CPress

/// What WeasyPrint is given beside the documents; the files lie in `Press/`.
enum PressFiles {
    /// The program that it is driven with.
    static var script: [UInt8] { bytes(moot_press_script()) }
    /// How packs look on paper.
    static var sheet: [UInt8] { bytes(moot_press_sheet()) }

    private static func bytes(_ file: moot_press_file) -> [UInt8] { Array(UnsafeBufferPointer(start: file.bytes, count: file.count)) }
}
