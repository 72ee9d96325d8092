extension Document {
    /// The words of a run of events as a reader sees them: labels and texts, a line feed for a break, a space between
    /// blocks and cells. A picture's text stands for it, and its caption when it is a figure.
    func plainText(of range: Range<Int>) -> String { String(decoding: plainBytes(of: range), as: UTF8.self) }

    /// The same words in UTF-8.
    func plainBytes(of range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        for at in range {
            let event = events[at]
            switch event.kind {
            case .text, .code: out += bytes(of: event)
            case .codeBlock:
                separate(&out)
                out += bytes(of: event)
            case .image:
                let isFigure = at > 0 && events[at - 1].kind == .figure
                append(images[Int(event.index)], isFigure: isFigure, to: &out)
            case .lineBreak: out.append(UInt8(ascii: "\n"))
            case .paragraph, .heading, .item, .cell, .caption:
                separate(&out)
                guard event.length > 0 else { continue }
                out += bytes(of: event)
                out.append(UInt8(ascii: " "))
            default: break
            }
        }
        return out
    }

    private func append(_ image: Image, isFigure: Bool, to out: inout [UInt8]) {
        if isFigure { separate(&out) }
        out += Array(image.alternative.utf8)
        guard isFigure, !image.title.isEmpty else { return }
        separate(&out)
        out += Array(image.title.utf8)
    }

    private func separate(_ out: inout [UInt8]) {
        guard let last = out.last, last != UInt8(ascii: " "), last != UInt8(ascii: "\n") else { return }
        out.append(UInt8(ascii: " "))
    }
}
