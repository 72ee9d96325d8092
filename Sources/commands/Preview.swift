import ArgumentParser
import Diagnostics
import Foundation
import Platform
import Preview
import PreviewServer

struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the site in a browser while you write, and what is wrong with it.",
        discussion: """
            Whatever you save is on the screen at once. Nothing is written: the site of “moot build” stays as it is.
            Ctrl-C ends it.

            The links “Edit” open the line in your editor: Visual Studio Code, unless $VISUAL or $EDITOR names another,
            or a file moot.yml in this folder has a line such as “editor: zed”.

            EXAMPLE
              moot preview --open
              moot preview --as-published
              moot preview --port 9000

            EXIT STATUS
              0  it was ended
              2  the command was not understood
              3  the site cannot be served
            """)

    @OptionGroup var options: SiteOptions

    @Flag(help: "Open the site in the browser.")
    var open = false

    @Option(help: ArgumentHelp("The port; the next one that is free, if it is taken.", valueName: "number"))
    var port = 8000

    @Option(
        help: ArgumentHelp("The folder in which builds keep what they read, to begin with (default: ._site.cache). Nothing is written there.", valueName: "folder"),
        completion: .directory)
    var cache: String?

    @Option(help: ArgumentHelp("Let others see the site, at this address of the machine; 0.0.0.0 for all its addresses.", valueName: "address"))
    var host: String?

    @Flag(name: .customLong("as-published"), help: "Show the pages as the public will see them, without notes and links for editing.")
    var asPublished = false

    @Flag(help: "Look for changes again and again, for disks that do not tell of them.")
    var poll = false

    func validate() throws {
        if !(0...65535).contains(port) { throw ValidationError("--port needs a number between 1 and 65535") }
    }

    func run() throws { try PreviewRun(preview: self).run() }
}

/// A preview at work.
struct PreviewRun {
    let preview: Preview
    /// With the built-in files behind the user's own, as messages may point to them.
    private let disk: Disk

    init(preview: Preview) {
        self.preview = preview
        disk = preview.options.disk
    }

    func run() throws -> Never {
        PreviewRun.endQuietly()
        var shown = preview.options.shown
        shown.texts = KeptBuild.texts(in: preview.cache)
        let site = PreviewSite(shown, disk: disk)
        let server = try makeServer(for: site)
        let log = PreviewLog(preview.options, disk: disk)
        let desk = PreviewSession(site: site, server: server, log: log)
        // From now on nothing is missed; what comes before the first look at everything waits for it.
        let watch = preview.poll ? FolderWatch.polling() : .real
        let watching = watch.start(preview.options.watched) { desk.take($0) }
        desk.begin()
        Task {
            do {
                let address = try await server.start()
                welcome(address, isOpenToOthers: server.isOpenToOthers)
            } catch {
                Console.error("The site cannot be served: \(error)")
                quit(ExitStatus.output)
            }
        }
        withExtendedLifetime(watching) { dispatchMain() }
    }

    private func makeServer(for site: PreviewSite) throws -> PreviewServer {
        let messages = Messages(format: preview.options.format, disk: disk, showsExemptPaths: true)
        let (editor, diagnostics) = Editor.choose(
            settings: try? disk.read(Editor.settingsName), commands: ["VISUAL", "EDITOR"].compactMap(environment))
        messages.show(diagnostics)
        let lines = LineFinder(disk: disk)
        do {
            return try PreviewServer(
                site,
                PreviewServer.Options(
                    host: preview.host, port: preview.port, isAsPublished: preview.asPublished, editor: editor,
                    workingFolder: (try? disk.resolve(".")) ?? "", line: { lines.line($1, of: $0) }))
        } catch {
            messages.show([error.diagnostic])
            throw ExitCode(ExitStatus.output)
        }
    }

    private func welcome(_ address: String, isOpenToOthers: Bool) {
        Console.write("The site is at \(address)\nWhatever you save is shown at once. Ctrl-C ends the preview.\n")
        if isOpenToOthers {
            Console.write(
                "Take care: everybody who can reach this machine over the network can read all of it, drafts and papers that are not published included.\n")
        }
        if preview.open { Browser.open(address) }
    }

    /// Without a word, and without waiting for browsers that listen.
    private static func endQuietly() {
        for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
    }
}

extension SiteOptions {
    /// What a preview shows.
    var shown: PreviewSite.Options {
        let folders = folders(output: "")
        return PreviewSite.Options(content: folders.content, templates: folders.templates, statics: folders.statics, baseURL: baseURL) { [today] in
            today ?? Clock.today(in: $0)
        }
    }

    /// What a preview or a check watches.
    var watched: [String] {
        let folders = folders(output: "")
        return [folders.content, folders.templates, folders.statics]
    }
}

/// Opens an address with whatever opens addresses on this machine.
enum Browser {
    static func open(_ address: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        #if os(Linux)
        process.arguments = ["xdg-open", address]
        #else
        process.arguments = ["open", address]
        #endif
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { ended in
            if ended.terminationStatus == 127 { Console.error("No program was found that opens addresses; open \(address) yourself.") }
        }
        try? process.run()
    }
}
