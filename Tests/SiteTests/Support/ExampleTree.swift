import Diagnostics
import Foundation
import Platform

/// The wrong or the right example of an explanation, as files on the disk.
struct ExampleTree {
    static let meeting = "committees/board/2026-01-22"
    private static let agenda = "\(meeting)/agenda.md"
    private static let listing = "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n"

    let workshop: Workshop
    private(set) var templates = Repository.templates

    init(_ text: String, in setting: Explanation.Setting) throws {
        workshop = try Workshop()
        switch setting {
        case .siteFile: try write("name: Testshire\nurl: https://testshire.example/\n\(text)\n", "site.yml")
        case .glossary: try write(text, "glossary.yml")
        case .people: try write(text, "people.yml")
        case .redirects: try write(text, "redirects.yml")
        case .record: try write(text + "\n", "published.tsv")
        case .committeeHead: try write("---\n\(text)\n---\n", "committees/board/committee.md")
        case .committee: try write("---\nname: Board\n---\n\n\(text)\n", "committees/board/committee.md")
        case .agendaHead: try write("---\n\(text)\n---\n\n## 1. Welcome\n", ExampleTree.agenda)
        case .agenda: try write("---\n---\n\n\(text)\n", ExampleTree.agenda)
        case .minutesHead: try write("---\n\(text)\n---\n\n# Minutes\n\n## 1. Welcome\n", "\(ExampleTree.meeting)/minutes.md")
        case .minutes: try write("---\nstatus: draft\n---\n\n# Minutes\n\n\(text)\n", "\(ExampleTree.meeting)/minutes.md")
        case .wholeMinutes: try write("---\nstatus: draft\n---\n\n\(text)\n", "\(ExampleTree.meeting)/minutes.md")
        case .paperHead: try writePaper("---\n\(text)\n---\n")
        case .paper: try writePaper("---\ntitle: Plan\n---\n\n\(text)\n")
        case .strategyHead: try write("---\n\(text)\n---\n", "strategies/plan/strategy.md")
        case .template: try writeTemplate(text)
        case .tree: try text.split(separator: "\n").forEach { try makeFile(String($0)) }
        case .files: try writeFiles(text)
        case .command, .settings: break
        }
    }

    var codes: Set<String> { Set(workshop.check(templates: templates).map(\.code)) }

    /// A sign that cannot be read stands for a byte of another encoding.
    private func write(_ text: String, _ path: String) throws {
        let latin1 = text.components(separatedBy: "\u{FFFD}").map { Array($0.utf8) }.joined(separator: [0xE9])
        try workshop.write(Array(latin1), to: path)
    }

    private func writePaper(_ text: String) throws {
        try write(ExampleTree.listing, ExampleTree.agenda)
        try write(text, "\(ExampleTree.meeting)/plan.md")
    }

    private mutating func copyTemplates() throws {
        guard templates == Repository.templates else { return }
        templates = workshop.root + "/Templates"
        try FileManager.default.copyItem(atPath: Repository.templates, toPath: templates)
    }

    /// Into the page's main block.
    private mutating func writeTemplate(_ text: String) throws {
        try copyTemplates()
        let page = try String(contentsOfFile: templates + "/page.mustache", encoding: .utf8)
        let whole = page.replacing("{{>parts/history}}", with: "{{>parts/history}}\n" + text)
        let latin1 = whole.components(separatedBy: "\u{FFFD}").map { Array($0.utf8) }.joined(separator: [0xE9])
        try Disk.real.write(Array(latin1), templates + "/page.mustache")
    }

    private func makeFile(_ line: String) throws {
        let parts = line.components(separatedBy: " -> ")
        let path = parts[0]
        if parts.count == 2 {
            try Disk.real.makeFolder(workshop.content + "/" + SourceFolder.of(path))
            try FileManager.default.createSymbolicLink(atPath: workshop.content + "/" + path, withDestinationPath: parts[1])
        } else if path.hasSuffix("/committee.md") {
            try write("---\nname: \(path)\n---\n", path)
        } else if path.hasSuffix("agenda.md") {
            try write("---\n---\n", path)
        } else if path.hasSuffix(".md") {
            try write("---\ntitle: Plan\n---\n", path)
        } else if path.hasSuffix("glossary.yml") {
            try write("[]\n", path)
        } else if path != "site.yml" {
            try write("a,b\n", path)
        }
    }

    private mutating func writeFiles(_ text: String) throws {
        for part in text.components(separatedBy: "== ").dropFirst() {
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            let content = (lines.count > 1 ? String(lines[1]) : "").trimmingSuffix("\n") + "\n"
            if lines[0].hasPrefix("Templates/") {
                try copyTemplates()
                try Disk.real.write(Array(content.utf8), workshop.root + "/" + String(lines[0]))
            } else {
                try write(content, String(lines[0]))
            }
        }
    }
}

private enum SourceFolder {
    static func of(_ path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }
}
