import Model
import Templates

/// The compiled template of every kind of page.
package struct PageTemplates: Sendable {
    /// By kind, each a `PageTemplate` of its view.
    private var compiled: [ObjectIdentifier: any Sendable] = [:]
    /// Of the files that they were made from.
    package let digest: UInt64

    /// Compiles every kind before it gives up on any, so that all that is wrong is said in one run.
    package init?(_ library: inout TemplateLibrary, digest: UInt64) {
        self.digest = digest
        for kind in PageKinds.all { compile(kind, &library) }
        if compiled.count < PageKinds.all.count { return nil }
    }

    private mutating func compile<Kind: PageKind>(_: Kind.Type, _ library: inout TemplateLibrary) {
        if let template = library.compile(Kind.template, for: Kind.View.self) { compiled[ObjectIdentifier(Kind.self)] = template }
    }

    /// Writes a page.
    ///
    /// - Parameter buffer: Is used again; what it holds goes.
    package func render<Kind: PageKind>(_ page: Kind, by builder: PageBuilder, into buffer: consuming [UInt8]) throws -> RenderedPage {
        var bytes = buffer
        bytes.removeAll(keepingCapacity: true)
        let notes = builder.begin()
        guard let template = compiled[ObjectIdentifier(Kind.self)] as? PageTemplate<Kind.View> else { throw NoTemplate(name: Kind.template) }
        try template.render(page.view(by: builder), into: &bytes)
        return RenderedPage(bytes, notes)
    }
}

/// A kind of page that is not among `PageKinds`.
struct NoTemplate: Error {
    let name: String
}
