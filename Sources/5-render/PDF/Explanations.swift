import Diagnostics

extension Explanation {
    /// Of what can keep a document from being printed.
    package static let printing = [
        Explanation(
            "W521", "WeasyPrint is not installed, so no PDF is made",
            "Moot prints packs with WeasyPrint, a program of its own. The site is built without PDFs, and no page speaks of one.",
            "Install it with pip into a virtual environment, and say where it is with --weasyprint or in $WEASYPRINT.",
            in: .command,
            wrong: "moot build --pdf",
            right: PrintingProblem.installation + "\nmoot build --pdf --weasyprint weasyprint/bin/weasyprint"),
        Explanation(
            "W522", "The program that should print is not there",
            "There is nothing at the path that --weasyprint or $WEASYPRINT names, or it may not be run.",
            "Name the program itself.",
            in: .command,
            wrong: "moot build --pdf --weasyprint weasyprint/bin",
            right: "moot build --pdf --weasyprint weasyprint/bin/weasyprint"),
        Explanation(
            "W523", "The program that should print is no WeasyPrint",
            "WeasyPrint is a Python program, whose first line names the Python that it runs with. Moot asks that Python to print.",
            "Name the program that pip installed.",
            in: .command,
            wrong: "moot build --pdf --weasyprint /bin/ls",
            right: "moot build --pdf --weasyprint weasyprint/bin/weasyprint"),
        Explanation(
            "W524", "WeasyPrint cannot be used",
            "It is installed, but does not start: mostly because Pango, which sets the type, is missing.",
            "On Debian install \(PrintingProblem.packages).",
            in: .command,
            wrong: PrintingProblem.installation,
            right: "sudo apt install \(PrintingProblem.packages)\n" + PrintingProblem.installation),
        Explanation(
            "W525", "WeasyPrint is too old",
            "PDFs for the public must be accessible (PDF/UA-1), and older versions leave out what screen readers need. Debian 12 has version 57.",
            "Install version 70 or a later one with pip.",
            in: .command,
            wrong: "sudo apt install weasyprint",
            right: PrintingProblem.installation),
        Explanation(
            "W526", "A page could not be printed",
            "WeasyPrint gave up on it, or the memory of the computer did not suffice. The site is built, and does not link to this PDF.",
            "Build again while no other program needs much memory, and look at what the page holds, such as a very long table. Without --pdf the site is built alone.",
            in: .command,
            wrong: "moot build --pdf",
            right: "moot build"),
        Explanation(
            "W527", "WeasyPrint has something to say about a page",
            "The PDF is made, but something may be missing from it: mostly a picture that cannot be read.",
            "Look at the PDF, and mend the picture or address that is named.",
            in: .paper,
            wrong: "![The new bus stop in Mill Lane](bus-stop.heic)",
            right: "![The new bus stop in Mill Lane](bus-stop.jpg)"),
        Explanation(
            "W528", "A page has nothing to print",
            "What is printed is the main part of a page. Your own template of it has none.",
            "Keep the element “main” in your own layout.mustache.",
            in: .command,
            wrong: "echo '<html><body>{{$main}}{{/main}}</body></html>' > Templates/layout.mustache",
            right: "git checkout Templates/layout.mustache"),
    ]
}
