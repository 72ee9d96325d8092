import Diagnostics
import Platform
import Model

/// One agenda read for itself, for what copies from it or offers its items: the rest of the archive may be at fault.
package struct AgendaExcerpt: Sendable {
    /// In order. Of an exempt one there is its number, its title and why it is exempt.
    package let items: [AgendaItem]
    private let lines: [Substring]
    private let firstLine: Int

    /// nil where it cannot be read, or where it is in doubt what of it is exempt.
    ///
    /// - Parameter path: As the user would type it.
    package init?(path: String, disk: Disk = .real) {
        // The folder that the user keeps the sources in may have any name.
        let relative = path.firstRange(of: SourcePath.committees).map { String(path[$0.lowerBound...]) } ?? path
        guard let size = try? disk.entry(path)?.size, case .open(let admission) = ExemptionMarks(of: relative).ruling() else { return nil }
        let report = Report()
        guard let text = SourceText(SourceFile(path: path, relative: relative, size: size), disk: disk, report: report) else { return nil }
        let body = text.body(admission)
        let reader = AgendaReader(path: path, bytes: body.bytes, firstLine: body.firstLine, exemptItems: [], report: report)
        items = reader.read().sections.flatMap(\.items)
        guard let open = reader.openText() else { return nil }
        lines = String(decoding: open, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        firstLine = body.firstLine
    }

    /// Lines as they stand in the file, counted from 1; those of exempt items are empty.
    package func lines(_ range: Range<Int>) -> ArraySlice<Substring> {
        let own = lines.indices
        let lower = min(max(range.lowerBound - firstLine, own.lowerBound), own.upperBound)
        return lines[lower..<min(max(range.upperBound - firstLine, lower), own.upperBound)]
    }

    /// Where its body is: from the line after the head to the last.
    package var bodyLines: Range<Int> { firstLine..<firstLine + lines.count }
}

/// What an address and a setting must look like, for whoever asks for them before there is a file to read.
package enum SiteValues {
    /// A tag as in BCP 47.
    package static func isLanguage(_ tag: String) -> Bool { SiteReader.isLanguage(tag) }

    /// True for a name that is nearly, but not quite, that of the folder `exempt`: a source of that name is an error.
    package static func isLikeExempt(_ fileName: String) -> Bool { ExemptNames.isLike(fileName, isFolder: false) }

    /// What is wrong with a name in a folder of which everything is published; nil where nothing is.
    package static func fault(ofPublicName name: String, isFolder: Bool, at location: SourceLocation) -> Diagnostic? {
        guard name == "exempt" || ExemptNames.isLike(name, isFolder: isFolder) else { return nil }
        return Diagnostic(ReadingProblem.publicNameLikeExempt, at: location, withholdsLine: true)
    }
}
