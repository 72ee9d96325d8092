import Text

extension HTMLWriter {
    /// Finds the first marked stretch at or after an event.
    mutating func findMark(from event: Int) {
        var low = 0
        var high = marked.stretches.count
        while low < high {
            let middle = (low + high) / 2
            if Int(marked.stretches[middle].event) < event { low = middle + 1 } else { high = middle }
        }
        goToMark(low)
    }

    private mutating func goToMark(_ position: Int) {
        nextMark = position
        nextMarkedEvent = position < marked.stretches.count ? Int(marked.stretches[position].event) : Int.max
    }

    /// Writes a text that has marked stretches.
    mutating func writeMarked(_ at: Int, _ event: Event) {
        var written = Int(event.start)
        let end = Int(event.start + event.length)
        while nextMarkedEvent == at {
            let stretch = marked.stretches[nextMark]
            let (start, after) = (Int(stretch.start), Int(stretch.start + stretch.length))
            goToMark(nextMark + 1)
            guard start >= written, after <= end else { continue }
            escape(Bytes(rebasing: text[written..<start]))
            // A link may not stand in a link.
            write(linkDepth == 0 ? marked.mark(nextMark - 1) : .none, around: Bytes(rebasing: text[start..<after]))
            written = after
        }
        escape(Bytes(rebasing: text[written..<end]))
    }

    private mutating func write(_ mark: TextMark, around words: Bytes) {
        switch mark {
        case .none: escape(words)
        case .link(let address):
            put("<a href=\"")
            put(address: address)
            put("\">")
            escape(words)
            put("</a>")
        case .term(let anchor, let meaning):
            put("<button type=\"button\" class=\"term\" popovertarget=\"")
            escape(anchor)
            put("\"><abbr title=\"")
            escape(meaning)
            put("\">")
            escape(words)
            put("</abbr></button>")
        }
    }
}
