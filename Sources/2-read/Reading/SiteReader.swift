import Diagnostics
import Foundation
import Platform
import Model

/// Reads the files of the root: the authority, the glossary, the people, the redirects, the test of accessibility.
struct SiteReader {
    let disk: Disk
    let report: Report

    func authority(_ file: SourceFile) -> Authority? {
        guard let head = yaml(file).map({ Head($0, report: report) }) else { return nil }
        let name = head.requiredText("name")
        let url = head.requiredText("url")
        var authority = Authority(name: name ?? "", url: url.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? "")
        if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            report.add(.notAnAddress(key: "url", value: url), at: head.location(of: "url"))
        }
        authority.language = head.text("language") ?? authority.language
        authority.timezone = head.text("timezone") ?? authority.timezone
        if TimeZone(identifier: authority.timezone) == nil {
            report.add(.notATimezone(authority.timezone), at: head.location(of: "timezone"))
        }
        if !SiteReader.isLanguage(authority.language) {
            report.add(.notALanguage(authority.language), at: head.location(of: "language"))
        }
        if Locale.Language(identifier: authority.language).characterDirection == .rightToLeft { authority.direction = .rtl }
        authority.contact = head.contact()
        authority.notice = notice(head)
        authority.terms = head.terms()
        authority.otherFormats = head.heads("other-formats").compactMap(otherFormat)
        authority.navigation = head.texts("navigation").map { NavigationEntry(page: $0, location: head.location(of: "navigation")) }
        authority.requiredSections = head.texts("required-sections")
        authority.attachments.isStrict = head.choice("attachments", of: AttachmentRules.Strictness.self) == .strict
        authority.attachments.kinds = head.texts("attachment-kinds").map { String($0.lowercased().drop { $0 == "." }) }.sorted()
        authority.privateWords = head.texts("private-words")
        if !PrivateWords.areEnough(authority.privateWords, language: authority.language) { report.add(.noPrivateWords(authority.language), at: head.location(of: "language")) }
        authority.theme = ThemeReader(report: report).theme(head)
        head.finish()
        return name == nil || url == nil ? nil : authority
    }

    /// A tag as in BCP 47: a language of two or three letters, then scripts and regions.
    static func isLanguage(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts[0].count) && parts.allSatisfy { part in
            (1...8).contains(part.count) && part.utf8.allSatisfy { $0.isLetter || $0.isDigit }
        }
    }

    private func notice(_ head: Head) -> NoticeRule {
        var rule = NoticeRule()
        guard let notice = head.head("notice") else { return rule }
        rule.clearDays = notice.number("clear-days") ?? rule.clearDays
        rule.counting = notice.choice("count") ?? rule.counting
        rule.holidays = Set(notice.texts("holidays").compactMap { text in
            if let day = Day(iso: text) { return day }
            report.add(.notADate(key: "holidays", value: text), at: notice.location(of: "holidays"))
            return nil
        })
        notice.finish()
        return rule
    }

    private func otherFormat(_ head: Head) -> OtherFormat? {
        let language = head.requiredText("language")
        let text = head.requiredText("text")
        let direction: OtherFormat.Direction = head.choice("dir") ?? .ltr
        head.finish()
        guard let language, let text else { return nil }
        if !SiteReader.isLanguage(language) { report.add(.notALanguage(language), at: head.location(of: "language")) }
        let paragraphs = text.split(separator: "\n\n").map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
        return OtherFormat(language: language, direction: direction, paragraphs: paragraphs)
    }

    func glossary(_ file: SourceFile) -> [GlossaryEntry] {
        list(file).compactMap { head in
            let term = head.requiredText("term")
            let meaning = head.requiredText("meaning")
            let also = head.texts("also")
            let within = head.text("within")
            head.finish()
            guard let term, let meaning else { return nil }
            return GlossaryEntry(term: term, meaning: meaning, also: also, within: within, location: head.location)
        }
    }

    func people(_ file: SourceFile) -> [Person] {
        list(file).compactMap { head in
            let name = head.requiredText("name")
            var person = Person(name: name ?? "", location: head.location)
            person.aliases = head.texts("aliases")
            person.organisation = head.text("organisation")
            person.post = head.text("post")
            if let councillor = head.head("councillor") {
                person.ward = councillor.text("ward")
                person.party = councillor.text("party")
                councillor.finish()
            }
            head.finish()
            return name == nil ? nil : person
        }
    }

    func redirects(_ file: SourceFile) -> [Redirect] {
        list(file).compactMap { head in
            let from = head.requiredText("from")
            let to = head.text("to")
            let gone = head.text("gone")
            head.finish()
            guard let from = from.map(SiteReader.withoutEscapes) else { return nil }
            guard SiteReader.isPath(from) else {
                report.add(.notAPath(from), at: head.location(of: "from"))
                return nil
            }
            let location = head.location(of: "from")
            if let to { return Redirect(from: from, outcome: .moved(to), location: location, outcomeLocation: head.location(of: "to")) }
            if let gone { return Redirect(from: from, outcome: .gone(gone), location: location, outcomeLocation: head.location(of: "gone")) }
            // A mistyped key has its message already.
            if head.keys.allSatisfy({ $0 == "from" }) { report.add(.missingKey("to"), at: head.location) }
            return nil
        }
    }

    /// A path as it is on the disk: addresses are often copied with `%20` for a blank.
    private static func withoutEscapes(_ text: String) -> String {
        guard let plain = text.removingPercentEncoding, plain.count(where: { $0 == "#" }) == text.count(where: { $0 == "#" }) else { return text }
        return plain
    }

    /// A path within the site that a file can stand at, perhaps with an anchor.
    private static func isPath(_ whole: String) -> Bool {
        let (text, fragment) = SourcePath.split(whole)
        if let fragment, fragment.isEmpty || fragment.contains("#") || fragment.contains(" ") { return false }
        let parts = text.dropFirst().split(separator: "/")
        return text.hasPrefix("/") && !text.contains("//") && whole.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
            && !parts.isEmpty && parts.allSatisfy { !$0.hasPrefix(".") && !$0.hasPrefix(" ") && !$0.hasSuffix(" ") && $0.utf8.count < 200 }
    }

    func accessibility(_ file: SourceFile) -> AccessibilityTest? {
        guard let head = yaml(file).map({ Head($0, report: report) }) else { return nil }
        let tested = head.requiredText("tested").flatMap { _ in head.day("tested") }
        let pages = head.requiredText("pages").flatMap { _ in head.number("pages") }
        var test = AccessibilityTest(tested: tested ?? Day(daysSince1970: 0), pages: pages ?? 0)
        test.standard = head.text("standard") ?? test.standard
        test.method = head.text("method")
        test.tools = head.texts("tools")
        test.failures = head.heads("failures").compactMap(failure)
        test.burdens = head.texts("burdens")
        test.prepared = head.day("prepared")
        test.reviewed = head.day("reviewed")
        head.finish()
        return tested == nil || pages == nil ? nil : test
    }

    private func failure(_ head: Head) -> AccessibilityTest.Failure? {
        let criterion = head.requiredText("criterion")
        let what = head.requiredText("what")
        let pages = head.number("pages")
        let day = head.day("remedy-by")
        head.finish()
        guard let criterion, let what else { return nil }
        var failure = AccessibilityTest.Failure(criterion: criterion, what: what)
        (failure.pages, failure.remedyBy) = (pages, day)
        return failure
    }

    private func list(_ file: SourceFile) -> [Head] {
        guard let text = yaml(file), let node = try? text.parse(report: report) else { return [] }
        guard let items = node.sequence else {
            report.add(.wrongShape(key: file.name, expected: "a list, each entry after a hyphen"), at: SourceLocation(file.path, line: 1))
            return []
        }
        return items.map { Head($0, of: text, at: text.location(of: $0), report: report) }
    }

    private func yaml(_ file: SourceFile) -> HeadText? {
        SourceText.read(file, disk: disk, report: report).map {
            HeadText(yaml: String(decoding: $0, as: UTF8.self), path: file.path, firstLine: 1)
        }
    }
}
