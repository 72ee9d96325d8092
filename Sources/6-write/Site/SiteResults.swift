import Model
import Pages
import Platform
import Results

/// What a build takes over from the one before, and hands on to the next.
package struct SiteResults: Sendable {
    /// What the last build kept; nil where there is nothing, or where its site is not as it was left.
    let last: KeptResults?
    /// Of the program and of the options that every result depends on.
    let tools: UInt64
    /// Where what is too large for memory is kept.
    let folder: String

    package init(_ last: KeptResults?, tools: UInt64, folder: String) { (self.last, self.tools, self.folder) = (last, tools, folder) }
}

extension PagePlan {
    /// The results of a build of this plan; nil where a file that everything may depend on cannot be read.
    func book(_ results: SiteResults, with templates: PageTemplates, disk: Disk) -> ResultBook? {
        var digests = [results.tools, context.digest, templates.digest]
        for file in statics {
            guard let bytes = try? file.read(from: disk) else { return nil }
            digests += [Digest.of(file.path), Digest.of(bytes: bytes)]
        }
        var answers = context.answers
        for attachment in context.linked.attachments { answers.add(MeetingArchives.question(attachment), disk.digest(of: attachment.source)) }
        return ResultBook(results.last, base: Digest.joining(digests), answers: answers)
    }
}

extension Disk {
    /// Of a file, told without reading it; of one that cannot be told so, always another.
    fileprivate func digest(of file: String) -> UInt64 {
        guard let entry = (try? self.entry(file)) ?? nil, let stamp = entry.stamp else { return UInt64.random(in: 1 ... .max) }
        return Digest.of([String(entry.size), String(stamp.number), String(stamp.modified), String(stamp.changed)])
    }
}
