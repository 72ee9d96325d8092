import Foundation
import Model
import Pages
import Platform
import Reading
import Results

/// What a build takes over from the one before, and hands on to the next.
package struct SiteResults: Sendable {
    package let book: ResultBook
    /// Where texts are kept.
    package let texts: TextStore
    /// Where what is too large for memory is kept.
    let folder: String

    /// - Parameter ground: What every result depends on, such as the program.
    package init(_ last: KeptResults?, ground: UInt64, folder: String, disk: Disk = .real) {
        let book = ResultBook(last, base: ground)
        self.book = book
        texts = TextStore(SiteResults.texts(in: folder), ground: ground, disk: disk) { book.noteDamage() }
        self.folder = folder
    }

    /// Where texts are kept.
    package static func texts(in folder: String) -> String { folder + "/texts" }
}

extension PagePlan {
    /// The templates, the static files, the settings.
    static let designQuestion = Question("design")

    /// Answers what pages and data may ask, beside what the archive answers.
    func answer(into answers: inout Answers, with templates: PageTemplates, disk: Disk) {
        context.answer(into: &answers)
        var digests = [context.digest, templates.digest]
        for file in statics {
            digests.append(Digest.of(file.path))
            digests.append((try? file.read(from: disk)).map { Digest.of(bytes: $0) } ?? 0)
        }
        answers.add(PagePlan.designQuestion, Digest.joining(digests))
        for attachment in context.linked.attachments { answers.add(MeetingArchives.question(attachment), disk.digest(of: attachment.source)) }
    }
}

extension Disk {
    /// Of a file, told without reading it; of one that cannot be told so, always another.
    fileprivate func digest(of file: String) -> UInt64 {
        // Disks count time in steps: what was changed just now may be changed again at the same moment.
        let recently = Int64((Date().timeIntervalSince1970 - 2) * 1_000_000_000)
        guard let entry = (try? self.entry(file)) ?? nil, let stamp = entry.stamp, stamp.changed < recently else { return UInt64.random(in: 1 ... .max) }
        return Digest.of([String(entry.size), String(stamp.number), String(stamp.modified), String(stamp.changed)])
    }
}
