"""Workbooks of Office (SpreadsheetML)."""

import xmlparts
from xmlparts import attribute, is_on, local, text_of


def look(package, main, found):
    root = xmlparts.parse(package, main, found)
    targets = xmlparts.relations(package, main, found)
    strings = shared_strings(package, targets, found)
    sheets = [] if root is None else list(root.iter("{*}sheet"))
    for number, sheet in enumerate(sheets, 1):
        part, _ = targets.get(attribute(sheet, "id"), ("", ""))
        is_hidden = attribute(sheet, "state") in ("hidden", "veryHidden")
        # The name of what is hidden may tell it, and messages are read by many.
        name = f"sheet {number} of {len(sheets)}" if is_hidden else f"sheet “{attribute(sheet, 'name')}”"
        if is_hidden:
            found.add("hidden sheets", name + (", which Excel does not even list" if attribute(sheet, "state") == "veryHidden" else ""))
        look_at_sheet(package, part, name, strings, found)
    for target, kind in targets.values():
        if kind == "revisionHeaders":
            found.add("tracked changes", "the history of the workbook")
        elif kind == "externalLink":
            found.add("embedded", "values of another workbook")
        elif kind == "vbaProject":
            found.add("embedded", "a program of its own (macros)")
        elif kind == "pivotCacheDefinition" and any(inner == "pivotCacheRecords" for _, inner in xmlparts.relations(package, target, found).values()):
            found.add("embedded", "the figures behind a pivot table")


def shared_strings(package, targets, found):
    part = next((target for target, kind in targets.values() if kind == "sharedStrings"), "")
    return [text_of(element, ("t",)) for element in xmlparts.walk(package, part, found, ["si"])]


def look_at_sheet(package, part, name, strings, found):
    hidden_rows, hidden_columns, columns = [], [], []
    for element in xmlparts.walk(package, part, found, ["row", "col", "headerFooter"]):
        tag = local(element)
        if tag == "col":
            if is_on(element, "hidden") or attribute(element, "width") == "0":
                columns.append((whole(attribute(element, "min")), whole(attribute(element, "max"))))
        elif tag == "headerFooter":
            found.paragraph(f"{name}, its header", text_of(element).replace("&C", "\n").replace("&L", "\n").replace("&R", "\n"))
        else:
            look_at_row(element, name, strings, columns, hidden_rows, hidden_columns, found)
    found.gap()
    if hidden_rows:
        found.add("hidden rows", f"{name}, {ranges('row', hidden_rows)}", len(hidden_rows))
    if hidden_columns:
        letters = sorted(set(hidden_columns))
        found.add("hidden columns", f"{name}, {ranges('column', letters, column_name)}", len(letters))
    look_at_comments(package, part, name, found)


def look_at_row(row, name, strings, columns, hidden_rows, hidden_columns, found):
    number = whole(attribute(row, "r"))
    cells = []
    for cell in row:
        text = text_of_cell(cell, strings)
        if not text.strip():
            continue
        cells.append(text)
        column = column_number(attribute(cell, "r"))
        if any(first <= column <= last for first, last in columns):
            hidden_columns.append(column)
    if not cells:
        return
    if is_on(row, "hidden") or attribute(row, "ht") == "0":
        hidden_rows.append(number)
    for text in cells:
        found.line(f"{name}, row {number}", text)
    found.gap()


def text_of_cell(cell, strings):
    kind = attribute(cell, "t")
    value = "".join(text_of(part) for part in cell if local(part) == "v")
    if kind == "s":
        return strings[whole(value)] if whole(value) < len(strings) else ""
    return text_of(cell, ("t",)) if kind == "inlineStr" else value


def look_at_comments(package, part, name, found):
    for target, kind in xmlparts.relations(package, part, found).values():
        if kind not in ("comments", "threadedComment"):
            continue
        # What older programs are shown of a thread stands there, too.
        count = len([0 for _ in xmlparts.walk(package, target, found, ["comment" if kind == "comments" else "threadedComment"])])
        if count and (kind == "comments" or f"{name}" not in found.findings.get("comments", {})):
            found.add("comments", name, count)


def whole(text):
    return int(text) if text.isdigit() and len(text) < 10 else 0


def column_number(reference):
    number = 0
    for sign in reference:
        if not sign.isalpha():
            break
        number = number * 26 + ord(sign.upper()) - 64
    return number


def column_name(number):
    name = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def ranges(noun, numbers, name=str):
    """“rows 3–7, 12”"""
    parts = []
    for number in numbers:
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    shown = ", ".join(name(first) if first == last else f"{name(first)}–{name(last)}" for first, last in parts[:6])
    return f"{noun}{'s' if len(numbers) > 1 else ''} {shown}" + (" and others" if len(parts) > 6 else "")
