import Text

extension HTMLWriter {
    // MARK: Links and pictures

    mutating func openLink(_ at: Int, _ event: Event, _ target: LinkTarget) {
        var frame = Frame(kind: .link, event: at)
        defer { open.append(frame) }
        guard case .address(let address) = target, linkDepth == 0, isPlain || LinkScheme.mayBeWritten(address) else {
            frame.isSilent = true
            return
        }
        linkDepth += 1
        let link = document.links[Int(event.index)]
        put("<a href=\"")
        let isInPage = address.first == UInt8(ascii: "#") && link.destination.utf8.first == UInt8(ascii: "#")
        if isInPage {
            put("#")
            out.append(contentsOf: prefix)
        }
        put(address: isInPage ? address.dropFirst() : address[...])
        titleAttribute(link.title)
        put("\">")
    }

    mutating func closeLink(_ frame: Frame) {
        if frame.isSilent { return }
        linkDepth -= 1
        put("</a>")
    }

    private mutating func titleAttribute(_ title: String) {
        if title.isEmpty { return }
        put("\" title=\"")
        escape(title)
    }

    mutating func image(_ event: Event, _ target: LinkTarget) {
        let image = document.images[Int(event.index)]
        let isAlone = open.last?.kind == .figure
        guard !image.isMissing, case .address(let address) = target, isPlain || isShowable(address) else {
            return missing(image, isAlone: isAlone)
        }
        put("<img src=\"")
        put(address: address)
        put("\" alt=\"")
        escape(image.alternative)
        if !image.isDecorative, !isAlone { titleAttribute(image.title) }
        put(isPlain ? "\" />" : "\">")
    }

    private func isShowable(_ address: [UInt8]) -> Bool { !address.isEmpty && LinkScheme.mayBeShown(address) }

    /// Says in words what a picture showed that is not there.
    private mutating func missing(_ image: Image, isAlone: Bool) {
        if isAlone { putBlock("<p class=\"missing\">") } else { put("<span class=\"missing\">") }
        escape(image.alternative)
        if !isAlone, !image.title.isEmpty, !image.isDecorative {
            put(" ")
            escape(image.title)
        }
        put(" <span class=\"missing-note\">")
        escape(style.words.notAvailable)
        put("</span>")
        put(isAlone ? "</p>\n" : "</span>")
    }

    // MARK: Elements of raw HTML

    mutating func openAbbreviation(_ event: Event) {
        put("<abbr")
        if event.length > 0 {
            put(" title=\"")
            escape(bytes(of: event))
            put("\"")
        }
        put(">")
    }

    mutating func openSpan(_ event: Event) {
        put("<span")
        if event.length > 0 {
            put(" lang=\"")
            escape(bytes(of: event))
            put("\"")
        }
        switch WritingDirection(rawValue: event.level) {
        case .ltr: put(" dir=\"ltr\"")
        case .rtl: put(" dir=\"rtl\"")
        case .auto: put(" dir=\"auto\"")
        default: break
        }
        put(">")
    }

    // MARK: Footnotes

    mutating func footnoteReference(_ event: Event) {
        let number = Int(event.index) + 1
        put("<sup class=\"footnote-ref\"")
        // A link may not stand in a link.
        if linkDepth > 0 { referenceAnchor(number, Int(event.level)) }
        put(">")
        if linkDepth == 0 {
            put("<a")
            referenceAnchor(number, Int(event.level))
            attribute(" href=\"#fn-", number: number)
            put(">")
        }
        put(number: number)
        put(linkDepth == 0 ? "</a></sup>" : "</sup>")
    }

    /// `fnref-1`, and `fnref-1-2` where the text refers to the note a second time.
    private mutating func referenceAnchor(_ number: Int, _ reference: Int) {
        if reference > HTMLWriter.referenceLimit { return }
        put(" id=\"")
        referenceName(number, reference)
        put("\"")
    }

    /// More references to one note have no anchors of their own.
    private static let referenceLimit = 254

    private mutating func referenceName(_ number: Int, _ reference: Int) {
        out.append(contentsOf: prefix)
        put("fnref-")
        put(number: number)
        guard reference > 1 else { return }
        put("-")
        put(number: reference)
    }

    /// An attribute whose value is an anchor that ends with a number.
    private mutating func attribute(_ opening: StaticString, number: Int) {
        // The prefix belongs before the word, after the quotation mark and the #.
        var rest = Bytes(start: opening.utf8Start, count: opening.utf8CodeUnitCount)[...]
        let name = rest.lastIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "#") }.map { $0 + 1 } ?? 0
        out.append(contentsOf: rest[..<name])
        rest = rest[name...]
        out.append(contentsOf: prefix)
        out.append(contentsOf: rest)
        put(number: number)
        put("\"")
    }

    mutating func writeFootnotes(links: (Int) -> LinkTarget, images: (Int) -> LinkTarget) {
        putBlock("<section class=\"footnotes\" aria-label=\"")
        escape(style.words.footnotes)
        put("\">\n<ol>\n")
        for (index, note) in document.footnotes.enumerated() {
            attribute("<li id=\"fn-", number: index + 1)
            put("><p>")
            write(note.events.dropFirst().dropLast(), links: links, images: images)
            for reference in 0..<min(note.references, HTMLWriter.referenceLimit) {
                backLink(index + 1, reference + 1)
            }
            put("</p></li>\n")
        }
        put("</ol>\n</section>\n")
    }

    /// What tells a link from one of another document on the same page.
    mutating func title() {
        guard let title = style.title else { return }
        put(", ")
        escape(title)
    }

    private mutating func backLink(_ number: Int, _ reference: Int) {
        put(" <a class=\"back\" href=\"#")
        referenceName(number, reference)
        put("\" aria-label=\"")
        escape(style.words.backToText)
        put(" ")
        put(number: number)
        if reference > 1 {
            put(".")
            put(number: reference)
        }
        title()
        put("\">↩</a>")
    }
}
