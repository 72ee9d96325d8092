import Diagnostics

/// What a build was made from, what it made and what it said: enough to do nothing where nothing has changed.
package struct LastBuild: Sendable, Equatable {
    /// The state of all that it was made from.
    package let inputs: String
    /// The state of the site that it wrote.
    package let site: String
    /// By which the day is told.
    package let timezone: String
    /// The day that decided what is upcoming, as `2026-11-30`.
    package let day: String
    package let pages: Int
    package let meetings: Int
    /// What it said.
    package let diagnostics: [Diagnostic]

    package init(inputs: String, site: String, timezone: String, day: String, pages: Int, meetings: Int, diagnostics: [Diagnostic]) {
        (self.inputs, self.site, self.timezone, self.day) = (inputs, site, timezone, day)
        (self.pages, self.meetings, self.diagnostics) = (pages, meetings, diagnostics)
    }
}

// MARK: As bytes

extension LastBuild {
    var bytes: [UInt8] {
        var out = FieldWriter()
        for text in [inputs, site, timezone, day] { out.put(text) }
        out.put(pages)
        out.put(meetings)
        out.put(diagnostics.count)
        for diagnostic in diagnostics {
            for text in [diagnostic.code, diagnostic.message, diagnostic.remedy, diagnostic.location.path] { out.put(text) }
            out.put(diagnostic.location.line)
            out.put(diagnostic.location.column)
            out.put(diagnostic.withholdsLine ? 1 : 0)
        }
        return out.bytes
    }

    /// nil where the bytes are not those of a build.
    init?(_ bytes: [UInt8]) {
        var fields = FieldReader(bytes)
        guard let inputs = fields.text(), let site = fields.text(), let timezone = fields.text(), let day = fields.text(), let pages = fields.number(),
            let meetings = fields.number(), let count = fields.number()
        else { return nil }
        var diagnostics: [Diagnostic] = []
        for _ in 0..<count {
            guard let code = fields.text(), let message = fields.text(), let remedy = fields.text(), let path = fields.text(), let line = fields.number(),
                let column = fields.number(), let withholds = fields.number()
            else { return nil }
            let location = SourceLocation(path, line: line, column: column)
            diagnostics.append(Diagnostic(code: code, message: message, remedy: remedy, at: location, withholdsLine: withholds == 1))
        }
        guard fields.isAtEnd else { return nil }
        self.init(inputs: inputs, site: site, timezone: timezone, day: day, pages: pages, meetings: meetings, diagnostics: diagnostics)
    }
}

/// Fields one after the other: numbers in eight bytes, the lowest first, and texts with their length before them.
private struct FieldWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: Int) { withUnsafeBytes(of: UInt64(number).littleEndian) { bytes += $0 } }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes += text.utf8
    }
}

private struct FieldReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number() -> Int? {
        guard rest.count >= 8 else { return nil }
        let number = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(8)
        return Int(exactly: number)
    }

    mutating func text() -> String? {
        guard let count = number(), count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }
}
