import Diagnostics
import Mustache
import Templates

/// Something that makes the page's HTML.
struct Engine {
    let name: String
    /// Renders the page once and gives the number of its bytes.
    let renderOnce: () throws -> Int
    /// Renders the page as text, for comparing.
    let text: () throws -> String
}

/// The templates do not fit the data.
struct TemplatesAreWrong: Error {
    let diagnostics: [Diagnostic]
}

extension Engine {
    /// Moot's engine, rendering into one buffer that is used again.
    static func moot(_ page: CalendarPage) throws -> Engine {
        let files = SampleTemplates.all.map { name, text in
            TemplateFile(name: name, path: "\(name).mustache", bytes: Array(text.utf8))
        }
        var library = TemplateLibrary.load(files)
        guard let template = library.compile(SampleTemplates.page, for: CalendarPage.self) else {
            throw TemplatesAreWrong(diagnostics: library.diagnostics)
        }
        var buffer: [UInt8] = []
        let renderOnce = {
            buffer.removeAll(keepingCapacity: true)
            try template.render(page, into: &buffer)
            return buffer.count
        }
        return Engine(
            name: "Moot", renderOnce: renderOnce,
            text: {
                _ = try renderOnce()
                return String(decoding: buffer, as: UTF8.self)
            })
    }

    /// swift-mustache, its library loaded once.
    static func swiftMustache(_ name: String, _ page: Any) throws -> Engine {
        var library = MustacheLibrary()
        for (name, text) in SampleTemplates.all { try library.register(text, named: name) }
        let loaded = library
        let render = { loaded.render(page, withTemplate: SampleTemplates.page) ?? "" }
        return Engine(name: name, renderOnce: { render().utf8.count }, text: render)
    }
}
