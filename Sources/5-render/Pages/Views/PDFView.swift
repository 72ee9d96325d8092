import Model
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

/// A PDF that was printed from a page, for those pages that link to it.
package struct PrintedFile: Sendable {
    /// In the site.
    package let path: String
    /// Empty while the page is made that it is printed from.
    package let detail: String

    package init(path: String, detail: String = "") {
        self.path = path
        self.detail = detail
    }

    /// - Parameters:
    ///   - pages: How many it has.
    ///   - size: In bytes.
    package init(path: String, pages: Int, size: Int) {
        self.init(path: path, detail: "PDF, \(counted(pages, "page", "pages")), \(sizeInWords(size))")
    }
}

extension PageBuilder {
    /// The PDF of a page, for a link.
    func pdf(of printed: Address, on page: Address) -> PDFView? {
        prints[printed].map { PDFView(href: page.reference(to: $0.path), detail: $0.detail) }
    }
}

extension Meeting {
    package var pdfPath: String { Route.packPDF(id).file }
}

extension Strategy {
    package var pdfPath: String { Route.strategyPDF(slug).file }
    /// The page that holds all of it.
    package var printedAddress: Address { contents == .onePage || chapters.isEmpty ? address : wholeAddress }
}
