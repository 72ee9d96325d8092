import Platform
import Results
import Text

/// Where a build keeps what it knows for the next one. Whatever is wrong with it, a build does without it.
package struct BuildCache: Sendable {
    package let folder: String
    private let disk: Disk

    package init(_ folder: String, disk: Disk = .real) { (self.folder, self.disk) = (folder, disk) }

    private var file: String { folder + "/last-build" }
    private var resultsFile: String { folder + "/results" }

    /// Before everything else: by it one knows a file of another form.
    private static let form = "moot last build 2\n"
    private static let resultsForm = "moot results 2\n"

    /// By the state of a site, sixteen digits.
    private static func mark(of site: String) -> [UInt8] { Array(ContentHash.name(of: Array(site.utf8)).utf8) }

    /// Keeps other builds off.
    ///
    /// - Returns: nil where another build uses the folder, or nobody may write there, and what is to be said about it, as a sentence.
    package func lock() -> (lock: DiskLock?, trouble: String?) {
        do {
            try disk.makeFolder(folder)
            if let lock = try disk.lock(folder + "/lock") { return (lock, nil) }
            return (nil, "Another build uses \(folder); this one makes everything anew and keeps nothing.")
        } catch {
            return (nil, "What the next build could use cannot be kept in \(folder) (\(error.reason)); everything is made anew.")
        }
    }

    /// What the last build kept; nil where there is nothing, or nothing that can be read.
    ///
    /// - Returns: With what is to be said about it, as a sentence.
    package func last() -> (build: LastBuild?, trouble: String?) {
        let (body, trouble) = read(file, BuildCache.form)
        guard let body else { return (nil, trouble) }
        return LastBuild(body).map { ($0, nil) } ?? (nil, unusable("is damaged"))
    }

    /// The results of the last build, if the site is as that left it; nil where there are none, or none that can be read.
    ///
    /// - Parameter site: The state of the site now.
    /// - Returns: With what is to be said about it, as a sentence.
    package func results(of site: String) -> (results: KeptResults?, trouble: String?) {
        let (body, trouble) = read(resultsFile, BuildCache.resultsForm)
        let mark = BuildCache.mark(of: site)
        // Those of another site are no damage.
        guard let body, body.starts(with: mark) else { return (nil, trouble) }
        return KeptResults(Array(body.dropFirst(mark.count))).map { ($0, nil) } ?? (nil, unusable("is damaged"))
    }

    private func read(_ file: String, _ form: String) -> (body: [UInt8]?, trouble: String?) {
        do {
            guard try disk.entry(file) != nil else { return (nil, nil) }
            return (try KeptFile.body(of: disk.read(file), form: form), nil)
        } catch let error as DiskError {
            return (nil, unusable("cannot be read (\(error.reason))"))
        } catch KeptFile.Fault.otherForm {
            return (nil, unusable("was kept in another form"))
        } catch {
            return (nil, unusable("is damaged"))
        }
    }

    /// Keeps what the next build may use.
    ///
    /// - Returns: What is to be said where that is not possible, as a sentence.
    package func keep(_ build: LastBuild) -> String? { keep(KeptFile.bytes(build.bytes, form: BuildCache.form), in: file) }

    /// Keeps the results of a build for the next.
    ///
    /// - Parameter site: The state of the site that it wrote.
    /// - Returns: What is to be said where that is not possible, as a sentence.
    package func keep(_ results: KeptResults, of site: String) -> String? {
        keep(KeptFile.bytes(BuildCache.mark(of: site) + results.bytes, form: BuildCache.resultsForm), in: resultsFile)
    }

    private func keep(_ bytes: [UInt8], in file: String) -> String? {
        do {
            try disk.makeFolder(folder)
            // Nobody sees it half written.
            let new = file + ".new"
            try disk.write(bytes, new)
            try? disk.remove(file)
            try disk.move(new, file)
            return nil
        } catch {
            return "What the next build could use cannot be kept in \(folder) (\(error.reason)); it will make everything anew."
        }
    }

    /// Removes what was kept.
    package func forget() {
        for name in [file, resultsFile, folder + "/texts", folder + "/search", folder + "/attachments"] where (try? disk.entry(name)) ?? nil != nil { try? disk.remove(name) }
    }

    private func unusable(_ fault: String) -> String { "What the last build kept in \(folder) \(fault); everything is made anew." }
}
