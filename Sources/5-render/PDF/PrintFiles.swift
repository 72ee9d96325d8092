import CAssets

/// What WeasyPrint is given beside the documents; the files lie in `PDFPrinter/`.
enum PrintFiles {
    /// The program that it is driven with.
    static var script: [UInt8] { bytes(moot_print_script()) }
    /// How packs look on paper.
    static var sheet: [UInt8] { bytes(moot_print_sheet()) }

    private static func bytes(_ file: moot_print_file) -> [UInt8] { Array(UnsafeBufferPointer(start: file.bytes, count: file.count)) }
}
