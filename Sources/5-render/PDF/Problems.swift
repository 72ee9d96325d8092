import Diagnostics

/// What can keep a document from being printed. The site is built all the same, without that PDF.
package enum PrintingProblem: Problem, Error {
    case noWeasyPrint
    case notFound(String)
    case notPython(String)
    case unusable(reason: String)
    case tooOld(String)
    case notPrinted(reason: String)
    case remarks([String])
    case noDocument
}

extension PrintingProblem {
    package var code: String {
        switch self {
        case .noWeasyPrint: "W521"
        case .notFound: "W522"
        case .notPython: "W523"
        case .unusable: "W524"
        case .tooOld: "W525"
        case .notPrinted: "W526"
        case .remarks: "W527"
        case .noDocument: "W528"
        }
    }

    package var message: String {
        switch self {
        case .noWeasyPrint: "no PDF is made: WeasyPrint, which prints them, is not installed here"
        case .notFound(let path): "no PDF is made: there is no program “\(path)”"
        case .notPython(let path): "no PDF is made: “\(path)” does not say which Python it runs with"
        case .unusable(let reason): "no PDF is made: WeasyPrint cannot be used: \(reason)"
        case .tooOld(let version): "no PDF is made: this is WeasyPrint \(version), whose PDFs are not accessible to everyone"
        case .notPrinted(let reason): "this page has no PDF: WeasyPrint could not print it: \(reason)"
        case .remarks(let lines): "the PDF of this page is made, but WeasyPrint says: " + lines.joined(separator: "; ")
        case .noDocument: "this page has no PDF: it has no main part that could be printed"
        }
    }

    package var remedy: String {
        switch self {
        case .noWeasyPrint, .tooOld:
            "Install it with “\(PrintingProblem.installation)” and build with --weasyprint weasyprint/bin/weasyprint. Debian's own package is too old."
        case .notFound: "Name the program itself, such as weasyprint/bin/weasyprint, with --weasyprint or in $WEASYPRINT."
        case .notPython: "Name the program that pip installed, such as weasyprint/bin/weasyprint."
        case .unusable: "On Debian it needs \(PrintingProblem.packages): run “sudo apt install \(PrintingProblem.packages)”. Then run “weasyprint --info” to see whether it works."
        case .notPrinted: "Look at what the page holds, such as a picture that is broken. The rest of the site is as it should be."
        case .remarks: "Look at the PDF, and at the picture or address that is named."
        case .noDocument: "Keep the element “main” in your own templates."
        }
    }

    /// What a user types to get it.
    static let installation = "python3 -m venv weasyprint && weasyprint/bin/pip install weasyprint==70.0"
    /// What it needs of Debian.
    static let packages = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core"
}
