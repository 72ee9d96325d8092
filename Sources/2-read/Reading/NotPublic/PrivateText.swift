/// Whether the text of a file says that nobody may read it, judged as that of a paper is.
package enum PrivateText {
    /// The first of the lines that says so, counted from 0: one of those at its head, or a stamp anywhere.
    ///
    /// - Parameter lines: Without line ends. One without words stands where a reader sees a gap.
    package static func line(in lines: [String]) -> Int? {
        ExemptForm.line(openingOf: Array(lines.joined(separator: "\n").utf8)[...])
    }
}
