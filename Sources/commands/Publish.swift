import ArgumentParser

struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Builds the site, and records what it published in published.tsv.",
        discussion: """
            An address that was published is a promise. From then on a build fails in which one would vanish, until
            redirects.yml says where to find what stood there, or why it is gone; and a text that changes says so.
            Keep published.tsv, which lies beside site.yml, under version control.

            EXAMPLE
              moot publish
              moot publish --content Content --output _site --today 2027-03-04

            EXIT STATUS
              0  the site is written and recorded
              1  the sources, templates or static files have errors, or an address would vanish
              2  the command was not understood
              3  the site or the record cannot be written
            """)

    @OptionGroup var options: SiteOptions

    @Option(help: ArgumentHelp("The folder of the site. Moot replaces it, if it made it.", valueName: "folder"), completion: .directory)
    var output = "_site"

    @OptionGroup(title: "PDF") var pdf: PDFOptions

    @Flag(help: "Say how long each stage took.")
    var timings = false

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
    }

    func run() throws { try BuildRun(options: options, output: output, timings: timings, isPublication: true, pdf: pdf).run() }
}
