extension Document {
    /// The words of a run of events as a reader sees them: labels and texts, a line feed for a break, a space between
    /// blocks and cells.
    func plainText(of range: Range<Int>) -> String {
        var out: [UInt8] = []
        for event in events[range] {
            switch event.kind {
            case .text, .code, .codeBlock: out += bytes(of: event)
            case .image: out += Array(images[Int(event.index)].alternative.utf8)
            case .lineBreak: out.append(UInt8(ascii: "\n"))
            case .paragraph, .heading, .item, .cell, .caption:
                separate(&out)
                guard event.length > 0 else { continue }
                out += bytes(of: event)
                out.append(UInt8(ascii: " "))
            default: break
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private func separate(_ out: inout [UInt8]) {
        guard let last = out.last, last != UInt8(ascii: " "), last != UInt8(ascii: "\n") else { return }
        out.append(UInt8(ascii: " "))
    }
}
