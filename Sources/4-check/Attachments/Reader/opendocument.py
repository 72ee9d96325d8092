"""Documents of LibreOffice and others: OASIS, “Open Document Format for Office Applications (OpenDocument) Version 1.3”."""

import posixpath

import look as looking
import xmlparts
from sheets import column_name, ranges, whole
from xmlparts import attribute, local, text_of

# No text of the document: what was deleted stands there, what is beside the page.
ASIDE = {"tracked-changes", "annotation", "notes", "forms", "sequence-decls", "desc", "title"}


def look(package, found):
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise looking.CannotLook(looking.PASSWORD)
    styles = xmlparts.parse(package, "styles.xml", found)
    root = xmlparts.parse(package, "content.xml", found)
    hidden = hidden_styles(styles) | hidden_styles(root)
    if styles is not None:
        for element in styles.iter("{*}header", "{*}footer", "{*}header-first", "{*}footer-first", "{*}header-left", "{*}footer-left"):
            for paragraph in element.iter("{*}p", "{*}h"):
                found.paragraph("a header or footer", text_of(paragraph))
    if root is None:
        raise looking.CannotLook("it is broken: its main part is missing")
    look_at_changes(root, found)
    body = next(root.iter("{*}body"), None)
    for content in () if body is None else body:
        {"spreadsheet": look_at_sheets, "presentation": look_at_slides}.get(local(content), look_at_text)(content, hidden, found)
    look_at_properties(package, found)
    look_at_files(package, found)


def hidden_styles(root):
    """The names of styles by which something is not shown."""
    found = set()
    for style in () if root is None else root.iter("{*}style"):
        for properties in style:
            if attribute(properties, "display") in ("false", "none") or local(properties) == "drawing-page-properties" and attribute(properties, "visibility") == "hidden":
                found.add(attribute(style, "name"))
    return found


def look_at_changes(root, found):
    for changes in root.iter("{*}tracked-changes"):
        count = sum(isinstance(change.tag, str) for change in changes)
        if count:
            found.add("tracked changes", "the text", count)


def shown(element, skipped=ASIDE):
    """It, and what it holds, in the order of the text, without what stands aside."""
    pending = [element]
    while pending:
        part = pending.pop()
        if local(part) in skipped and part is not element:
            continue
        yield part
        pending += reversed(part)


def look_at_text(content, hidden, found):
    number = 0
    for element in shown(content):
        if local(element) not in ("p", "h"):
            continue
        number += 1
        look_at_paragraph(element, f"paragraph {number}", hidden, found)


def look_at_paragraph(paragraph, place, hidden, found):
    words = [paragraph.text or ""]
    is_hidden = attribute(paragraph, "style-name") in hidden
    for element in paragraph.iterdescendants():
        tag = local(element)
        if tag == "annotation":
            found.add("comments", place)
        elif tag in ("hidden-text", "hidden-paragraph") or tag == "span" and attribute(element, "style-name") in hidden and text_of(element).strip():
            found.add("hidden text", place)
        if any(local(above) in ASIDE for above in [element, *element.iterancestors()]):
            words.append((element.tail or "") if tag in ASIDE else "")
            continue
        words.append("\n" if tag == "line-break" else " " if tag in ("s", "tab") else "")
        words.append((element.text or "") + (element.tail or ""))
    text = "".join(words)
    if is_hidden and text.strip():
        found.add("hidden text", place)
    found.paragraph(place, text)


def look_at_sheets(content, hidden, found):
    sheets = list(content.iterchildren("{*}table"))
    for number, sheet in enumerate(sheets, 1):
        is_hidden = attribute(sheet, "style-name") in hidden
        name = f"sheet {number} of {len(sheets)}" if is_hidden else f"sheet “{attribute(sheet, 'name')}”"
        if is_hidden:
            found.add("hidden sheets", name)
        look_at_sheet(sheet, name, found)


def look_at_sheet(sheet, name, found):
    columns, column = [], 0
    for element in sheet.iter("{*}table-column"):
        count = min(whole(attribute(element, "number-columns-repeated")) or 1, 20_000)
        if attribute(element, "visibility") in ("collapse", "filter"):
            columns.append((column, column + count))
        column += count
    row_number, hidden_rows, hidden_columns = 0, [], set()
    for row in sheet.iter("{*}table-row"):
        count = whole(attribute(row, "number-rows-repeated")) or 1
        at, has_text = 0, False
        for cell in row.iterchildren("{*}table-cell", "{*}covered-table-cell"):
            text = "\n".join(text_of(part) for part in cell.iterchildren("{*}p"))
            if text.strip():
                has_text = True
                found.line(f"{name}, row {row_number + 1}", text)
                if any(first <= at < last for first, last in columns):
                    hidden_columns.add(at + 1)
            if next(cell.iterchildren("{*}annotation"), None) is not None:
                found.add("comments", f"{name}, row {row_number + 1}")
            at += whole(attribute(cell, "number-columns-repeated")) or 1
        found.gap()
        if has_text and attribute(row, "visibility") in ("collapse", "filter"):
            hidden_rows.append(row_number + 1)
        row_number += count
    if hidden_rows:
        found.add("hidden rows", f"{name}, {ranges('row', hidden_rows)}", len(hidden_rows))
    if hidden_columns:
        found.add("hidden columns", f"{name}, {ranges('column', sorted(hidden_columns), column_name)}", len(hidden_columns))


def look_at_slides(content, hidden, found):
    for number, page in enumerate(content.iterchildren("{*}page"), 1):
        place = f"slide {number}"
        if attribute(page, "style-name") in hidden:
            found.add("hidden slides", place)
        for element in shown(page):
            if local(element) in ("p", "h"):
                look_at_paragraph(element, place, hidden, found)
        if comments := len(list(page.iterchildren("{*}annotation"))):
            found.add("comments", place, comments)
        for notes in page.iterchildren("{*}notes"):
            words = [text_of(paragraph) for paragraph in notes.iter("{*}p") if text_of(paragraph).strip()]
            if words:
                found.add("speaker notes", place)
            for text in words:
                found.paragraph(f"the notes to slide {number}", text)


def look_at_properties(package, found):
    root = xmlparts.parse(package, "meta.xml", found)
    for element in () if root is None else root.iter():
        if local(element) in ("initial-creator", "creator", "printed-by"):
            found.author(element.text)
        elif local(element) in ("title", "subject", "keyword", "description"):
            found.paragraph("its properties", element.text)
        elif local(element) == "user-defined" and attribute(element, "name").lower().endswith(("_name", "classification", "sensitivity", "marking")):
            found.paragraph("its properties", element.text)


def look_at_files(package, found):
    for name in package.names:
        base = posixpath.basename(name)
        if name.startswith("Pictures/") and looking.is_here("PIL"):
            import pictures
            pictures.look_if_one(package.read(name), found, f"picture “{base}”")
        elif name.startswith("Versions/"):
            found.add("embedded", "an earlier version of it")
        elif base == "content.xml" and name.count("/") == 1 and b"<office:chart" not in package.read(name):
            found.add("embedded", f"“{posixpath.dirname(name)}”")
