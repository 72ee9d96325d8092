import Model
import Synchronization
import Templates

/// A pack or a strategy as PDF.
struct PDFView: Templated {
    let href: String
    let detail: String

    static let shape = Shape<PDFView>("PDF", "A pack or a strategy as PDF; only where the site is built with PDFs.", [
        .text("href", "The file.") { $0.href },
        .text("detail", "What it is: PDF, 14 pages, 1.2 MB.") { $0.detail },
    ])
}

/// The PDFs that the site has, as far as it is made: pages that link to one are made after it.
final class PDFFiles: Sendable {
    struct File {
        /// In the site.
        let path: String
        /// Empty while the page is made that it is printed from.
        let detail: String
    }

    /// By the address of the page that it is printed from.
    private let files = Mutex<[Address: File]>([:])

    subscript(page: Address) -> File? {
        get { files.withLock { $0[page] } }
        set { files.withLock { $0[page] = newValue } }
    }
}

extension PageMaker {
    /// The PDF of a page, for a link.
    func pdf(of printed: Address, on page: Address) -> PDFView? {
        pdfs[printed].map { PDFView(href: page.reference(to: $0.path), detail: $0.detail) }
    }
}

extension Meeting {
    var pdfPath: String { Route.packPDF(id).file }
}

extension Strategy {
    var pdfPath: String { Route.strategyPDF(slug).file }
    /// The page that holds all of it.
    var printedAddress: Address { contents == .onePage || chapters.isEmpty ? address : wholeAddress }
}
