import Diagnostics

/// The template of a page kind, with its layout and its parts, ready to be rendered from any thread.
public struct PageTemplate<Page>: Sendable {
    let program: Program

    /// Appends the page to `output`.
    ///
    /// - Throws: `RenderingError` where templates include each other without end, or the data asks for a part that it
    ///   did not declare. The output then holds part of the page.
    public func render(_ page: Page, into output: inout [UInt8]) throws(RenderingError) {
        let failure = withUnsafePointer(to: page) { Renderer.render(program, ValueAddress($0), into: &output) }
        if let failure { throw RenderingError(diagnostic: failure) }
    }
}

/// Why a page could not be rendered.
public struct RenderingError: Error {
    public let diagnostic: Diagnostic
}
