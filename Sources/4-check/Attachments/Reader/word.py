"""Text documents of Office (WordprocessingML)."""

import xmlparts
from xmlparts import attribute, local, text_of

CHANGES = {
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    "sectPrChange", "tblGridChange", "numberingChange", "tblPrExChange",
}
NOTES = {"header": "a header", "footer": "a footer", "footnotes": "the footnotes", "endnotes": "the endnotes"}


def look(package, main, found):
    parts = {target: kind for target, kind in xmlparts.relations(package, main, found).values()}
    hidden = hidden_styles(package, found)
    # What stands at the head of each page comes first, as a reader sees it.
    for part, kind in sorted(parts.items()):
        if kind in NOTES:
            look_at_text(xmlparts.parse(package, part, found), found, NOTES[kind], hidden)
    root = xmlparts.parse(package, main, found)
    look_at_text(root, found, None, hidden)
    comments = [part for part, kind in parts.items() if kind in ("comments", "commentsExtended")]
    written = sum(len([0 for comment in xmlparts.walk(package, part, found, ["comment"])]) for part in comments)
    told = found.findings.get("comments", {})
    if written > sum(told.values()):
        found.add("comments", "beside the text", written - sum(told.values()))
    if any(kind == "vbaProject" for kind in parts.values()):
        found.add("embedded", "a program of its own (macros)")


def hidden_styles(package, found):
    root = xmlparts.parse(package, "word/styles.xml", found)
    styles = set()
    for style in () if root is None else root.iter("{*}style"):
        if any(local(part) == "rPr" and is_hidden(part) for part in style):
            styles.add(attribute(style, "styleId"))
    return styles


def is_hidden(properties):
    """Text that Word shows only where one asks for it."""
    vanish = next((part for part in properties if local(part) == "vanish"), None)
    return vanish is not None and attribute(vanish, "val").lower() not in ("0", "false", "off")


def paragraphs(root):
    """Each paragraph, without those that stand there a second time for older programs."""
    pending = [root]
    while pending:
        element = pending.pop()
        if local(element) == "Fallback":
            continue
        if local(element) == "p":
            yield element
        pending += reversed(element)


def own(paragraph):
    """What belongs to a paragraph, and not to one in a box of text that stands in it."""
    pending = list(reversed(paragraph))
    while pending:
        element = pending.pop()
        if local(element) in ("p", "Fallback"):
            continue
        yield element
        pending += reversed(element)


def look_at_text(root, found, part, hidden):
    """- part: what it is called, where paragraphs are not counted."""
    if root is None:
        return
    for number, paragraph in enumerate(paragraphs(root), 1):
        place = part or f"paragraph {number}"
        look_at_paragraph(paragraph, place, found, hidden)
    for element in root.iter("{*}textpath"):
        # Words across the page.
        found.paragraph("a watermark", attribute(element, "string"))
    whole = {"sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "cellIns", "cellDel", "cellMerge", "tblPrExChange"}
    for element in root.iter():
        above = element.getparent()
        if local(element) in whole or local(element) in ("ins", "del") and above is not None and local(above) == "trPr":
            found.add("tracked changes", part or "a table or section")


def look_at_paragraph(paragraph, place, found, hidden):
    words = []
    style = next((attribute(part, "val") for part in paragraph.iter("{*}pStyle")), "")
    for element in own(paragraph):
        tag = local(element)
        if tag in CHANGES and tag not in ("sectPrChange",) and not (tag.startswith("cell") or tag.startswith("t")):
            found.add("tracked changes", place)
        elif tag == "commentReference":
            found.add("comments", place)
        elif tag == "t":
            words.append(element.text or "")
        elif tag in ("tab", "cr", "br", "noBreakHyphen"):
            words.append({"tab": " ", "noBreakHyphen": "-"}.get(tag, "\n"))
        elif tag == "r" and text_of(element, ("t",)).strip() and is_hidden_run(element, style, hidden):
            found.add("hidden text", place)
    found.paragraph(place, "".join(words))


def is_hidden_run(run, style, hidden):
    properties = next((part for part in run if local(part) == "rPr"), None)
    if properties is None:
        return style in hidden
    if any(local(part) == "vanish" for part in properties):
        return is_hidden(properties)
    own_style = next((attribute(part, "val") for part in properties if local(part) == "rStyle"), "")
    return own_style in hidden or style in hidden
