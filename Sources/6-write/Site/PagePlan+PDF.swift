import Diagnostics
import Model
import Pages

extension PagePlan {
    /// A page that is printed, and where the print goes.
    struct PDF: Sendable {
        /// In `pages`.
        let job: Int
        /// In the site.
        let path: String
        /// Whether the page says where printed pages begin. The texts of a strategy have such marks of their own.
        let isMarked: Bool
    }

    /// nil where there is nothing to print yet.
    func pdf(of folder: MeetingFolder) -> PDF? {
        pdf(of: folder.meeting.packAddress, among: folder.jobs, path: folder.meeting.pdfPath, isMarked: true)
    }

    func pdf(of folder: StrategyFolder) -> PDF? {
        pdf(of: folder.strategy.printedAddress, among: folder.jobs, path: folder.strategy.pdfPath, isMarked: false)
    }

    private func pdf(of page: Address, among jobs: [Int], path: String, isMarked: Bool) -> PDF? {
        jobs.first { pages[$0].address == page }.map { PDF(job: $0, path: path, isMarked: isMarked) }
    }

    /// The paths of all PDFs that there can be.
    var pdfs: Set<String> { Set((meetings.compactMap { pdf(of: $0) } + strategies.compactMap { pdf(of: $0) }).map(\.path)) }

    /// Files that would be written over a PDF, or a PDF over them.
    var clashesWithPDFs: [Diagnostic] {
        guard isPrinted else { return [] }
        let taken = pdfs
        return filesOfOthers.filter { taken.contains($0.path) }.map { Diagnostic(SiteProblem.twoFilesOneAddress($0.path), at: $0.location ?? SourceLocation($0.path)) }
    }
}
