extension HTMLWriter {
    /// The table that is being written. Tables do not stand in tables.
    struct TableState {
        enum Section { case none, head, body }
        var index = 0
        var hasCaption = false
        var row = 0
        var section = Section.none
        /// The heads of the columns, where narrow screens show the rows as cards.
        var labels: [[UInt8]]?
    }

    private var layout: Table { document.tables[table.index] }

    mutating func openTable(_ at: Int, _ event: Event) {
        table = TableState(index: Int(event.index))
        if isPlain { return putBlock("<table>\n") }
        table.labels = cardLabels(ofTable: at)
        table.hasCaption = at + 1 < events.count && events[at + 1].kind == .caption
        if table.labels == nil { openRegion() } else { openCards() }
        put(">\n<table")
        if table.labels != nil, !table.hasCaption { nameTable() }
        put(">\n")
    }

    /// What scrolls must be reached by the keyboard, and have a name.
    private mutating func openRegion() {
        putBlock("<div class=\"table\"")
        if table.hasCaption { return attribute(" role=\"group\" tabindex=\"0\" aria-labelledby=\"", anchor: layout.anchor) }
        attribute(" id=\"", anchor: layout.anchor)
        put(" role=\"group\" tabindex=\"0\"")
        nameTable()
    }

    private mutating func nameTable() {
        put(" aria-label=\"")
        escape(style.words.table)
        put(" ")
        put(number: layout.number)
        put("\"")
    }

    /// What becomes cards never scrolls.
    private mutating func openCards() {
        putBlock("<div class=\"cards\"")
        if !table.hasCaption { attribute(" id=\"", anchor: layout.anchor) }
    }

    mutating func openCaption() {
        attribute("<caption id=\"", anchor: layout.anchor)
        put(">")
    }

    mutating func closeCaption() {
        if style.tableFiles != nil { put(" ") }
        linkToFile()
        put("</caption>\n")
    }

    mutating func closeTable() {
        closeSection()
        if isPlain { return put("</table>\n") }
        put("</table>\n")
        if !table.hasCaption { linkToFile() }
        putBlock("</div>\n")
    }

    /// The link to the table as a file, which says which table it is, since a page may have many.
    private mutating func linkToFile() {
        guard let folder = style.tableFiles else { return }
        put("<a class=\"csv\" href=\"")
        escape(folder)
        put("table-")
        put(number: layout.number)
        put(".csv\">")
        escape(style.words.tableFile)
        put("<span class=\"hidden\">, ")
        escape(style.words.table)
        put(" ")
        put(number: layout.number)
        title()
        put("</span></a>")
    }

    private mutating func closeSection() {
        switch table.section {
        case .none: break
        case .head: put("</thead>\n")
        case .body: put("</tbody>\n")
        }
        table.section = .none
    }

    mutating func openRow(_ at: Int) {
        let section: TableState.Section = table.row < layout.headRows ? .head : .body
        if section != table.section || section == .body && isGroupHeading(at) {
            closeSection()
            put(section == .head ? "<thead>\n" : "<tbody>\n")
            table.section = section
        }
        table.row += 1
        put("<tr>\n")
    }

    /// A row that is one header over all columns: it heads the rows below it.
    private func isGroupHeading(_ row: Int) -> Bool {
        guard row + 1 < events.count, events[row + 1].kind == .cell else { return false }
        return isGroupHeading(layout.cells[Int(events[row + 1].index)])
    }

    private func isGroupHeading(_ cell: Table.Cell) -> Bool {
        cell.isHeader && layout.alignments.count > 1 && cell.columnSpan == layout.alignments.count
    }

    mutating func openCell(_ event: Event) {
        let cell = layout.cells[Int(event.index)]
        put(cell.isHeader ? "<th" : "<td")
        if cell.isHeader, !isPlain { scope(of: cell) }
        if let anchor = cell.anchor { attribute(" id=\"", anchor: anchor) }
        span(" colspan=\"", cell.columnSpan)
        span(" rowspan=\"", cell.rowSpan)
        alignment(layout.alignments[cell.column])
        if !isPlain { label(cell) }
        put(">")
        if let anchor = cell.anchor { putOthers(of: anchor) }
    }

    private mutating func scope(of cell: Table.Cell) {
        if table.section == .head { return put(cell.columnSpan > 1 ? " scope=\"colgroup\"" : " scope=\"col\"") }
        put(isGroupHeading(cell) ? " scope=\"rowgroup\"" : " scope=\"row\"")
    }

    private mutating func span(_ opening: StaticString, _ count: Int) {
        guard count > 1 else { return }
        put(opening)
        put(number: count)
        put("\"")
    }

    private mutating func alignment(_ alignment: Table.Alignment) {
        switch alignment {
        case .none: break
        case .left: put(isPlain ? " align=\"left\"" : " class=\"left\"")
        case .center: put(isPlain ? " align=\"center\"" : " class=\"center\"")
        case .right: put(isPlain ? " align=\"right\"" : " class=\"right\"")
        }
    }

    mutating func closeCell(_ frame: Frame) {
        put(layout.cells[Int(events[frame.event].index)].isHeader ? "</th>\n" : "</td>\n")
    }
}
