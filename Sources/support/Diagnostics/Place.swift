/// Where something stands in a source file.
public struct SourceLocation: Hashable, Sendable, Codable {
    /// The file, relative to the folder the user named, as the user would type it: `Content/committees/…/agenda.md`.
    public var path: String
    /// The line, counted from 1; 0 stands for the file as a whole.
    public var line: Int
    /// The column, counted from 1 in UTF-8 bytes; 0 stands for the whole line.
    public var column: Int

    public init(_ path: String, line: Int = 0, column: Int = 0) {
        self.path = path
        self.line = line
        self.column = column
    }
}

extension SourceLocation: Comparable {
    public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
        (a.path, a.line, a.column) < (b.path, b.line, b.column)
    }
}
