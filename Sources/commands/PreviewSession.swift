import Foundation
import Platform
import Preview
import PreviewServer
import Synchronization

/// Takes what the watch reports to the site, and what becomes of it to the browsers and the terminal.
final class PreviewSession: Sendable {
    private let site: PreviewSite
    private let server: PreviewServer
    private let log: PreviewLog
    /// Held while a change is worked on.
    private let turn = NSLock()
    /// In seconds: when nothing more was saved for so long, there is time for the longer checks.
    private static let rest = 0.4

    init(site: PreviewSite, server: PreviewServer, log: PreviewLog) {
        self.site = site
        self.server = server
        self.log = log
        turn.lock()
    }

    /// Looks at everything for the first time. The site is there then; the longer checks follow.
    func begin() {
        let update = site.update(nil)
        server.publish(update, hasNewFiles: false)
        turn.unlock()
        DispatchQueue.global(qos: .utility).async { [self] in
            let advised = site.advise()
            // Something was saved meanwhile: what the checks say of that follows.
            guard advised.version == update.version, advised.isAdvised else { return log.began(update) }
            server.publish(advised, hasNewFiles: false)
            log.began(advised)
            lookIntoAttachments(on: advised)
        }
    }

    func take(_ change: FolderWatch.Change) {
        turn.withLock {
            let start = ContinuousClock.now
            let update = site.update(change.paths)
            server.publish(update, hasNewFiles: change.mayHoldFiles)
            log.changed(change, update, after: start.duration(to: .now))
            DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + PreviewSession.rest) { [self] in advise(on: update) }
        }
    }

    /// Makes the longer checks, unless something else was saved meanwhile.
    private func advise(on update: PreviewSite.Update) {
        guard site.current.version == update.version, !site.current.isAdvised else { return }
        let advised = site.advise()
        guard advised.version == update.version, advised.isAdvised else { return }
        server.publish(advised, hasNewFiles: false)
        log.advised(advised)
        lookIntoAttachments(on: advised)
    }

    /// Says what stands in files, where that is more than is said already.
    private func lookIntoAttachments(on update: PreviewSite.Update) {
        let found = site.lookIntoAttachments()
        guard found.version == update.version, found.diagnostics != update.diagnostics else { return }
        server.publish(found, hasNewFiles: false)
        log.advised(found)
    }
}

extension FolderWatch.Change {
    /// nil for everything.
    var paths: [String]? {
        switch self {
        case .paths(let paths): paths
        case .everything: nil
        }
    }

    /// Whether files that pages use, such as style sheets and images, are among them.
    var mayHoldFiles: Bool {
        paths?.contains { path in ![".md", ".yml", ".mustache", ".tsv"].contains { path.hasSuffix($0) } } ?? true
    }
}
