import Diagnostics
import Linking
import Pages
import Platform
import Results

/// The templates and the static files: what a site is made with, beside its sources.
package struct SiteDesign: Sendable {
    let templates: PageTemplates?
    let statics: [PagePlan.Copy]
    package let diagnostics: [Diagnostic]

    /// Reads and resolves them.
    package static func load(_ folders: SiteBuilder.Folders, disk: Disk = .real) -> SiteDesign {
        let (templates, diagnostics) = PageTemplates.load(folders.templates, disk: disk)
        let statics = StaticFiles.find(folders.statics, disk: disk)
        return SiteDesign(templates: templates, statics: statics.files, diagnostics: diagnostics + statics.diagnostics)
    }
}

extension SiteBuilder {
    /// The site of an archive, of which nothing is made before somebody asks for it; nil where something is wrong.
    ///
    /// - Parameter memory: Where the plan stays for as long as only texts change.
    package func files(of linked: LinkedArchive, with design: SiteDesign, keeping memory: Memory) -> (files: SiteFiles?, diagnostics: [Diagnostic]) {
        let plan = plan(linked, with: design, keeping: memory)
        guard let templates = design.templates, !(design.diagnostics + plan.faults).contains(where: { $0.severity == .error }) else { return (nil, plan.faults) }
        return (SiteFiles(plan, templates: templates, disk: disk, keeping: memory), plan.faults)
    }
}
