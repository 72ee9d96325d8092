import ArgumentParser
import PDF

/// Whether packs and strategies are printed, and with what.
struct PDFOptions: ParsableArguments {
    @Flag(help: "Print every pack and every strategy as PDF, with WeasyPrint.")
    var pdf = false

    @Option(
        help: ArgumentHelp("The program WeasyPrint, in place of $WEASYPRINT and of the one along $PATH. Goes with --pdf.", valueName: "program"),
        completion: .file())
    var weasyprint: String?

    func validate() throws {
        if weasyprint != nil, !pdf { throw ValidationError("--weasyprint goes with --pdf") }
    }

    var order: PDFPrinter.Order? { pdf ? PDFPrinter.Order(program: weasyprint) : nil }
}
