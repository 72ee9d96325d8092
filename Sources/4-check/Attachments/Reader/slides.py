"""Presentations of Office (PresentationML)."""

import xmlparts
from xmlparts import attribute, is_on, local, text_of


def look(package, main, found):
    root = xmlparts.parse(package, main, found)
    targets = xmlparts.relations(package, main, found)
    order = [] if root is None else [attribute(element, "id") for element in root.iter("{*}sldId")]
    # An element has a number “id” and, in another namespace, the name of the slide.
    names = [] if root is None else [next((v for k, v in e.attrib.items() if k.endswith("}id")), "") for e in root.iter("{*}sldId")]
    for number, name in enumerate(names, 1):
        if name in targets:
            look_at_slide(package, targets[name][0], number, found)
    if len(order) < sum(kind == "slide" for _, kind in targets.values()):
        found.add("hidden slides", "a slide that no list names")


def look_at_slide(package, part, number, found):
    root = xmlparts.parse(package, part, found)
    if root is None:
        return
    place = f"slide {number}"
    if attribute(root, "show") in ("0", "false"):
        found.add("hidden slides", place)
    for shape in root.iter("{*}sp", "{*}pic", "{*}graphicFrame", "{*}grpSp"):
        if any(is_on(element, "hidden") for element in shape.iter("{*}cNvPr")) and text_of(shape, ("t",)).strip():
            found.add("hidden text", place)
    look_at_text(root, place, found)
    for target, kind in xmlparts.relations(package, part, found).values():
        if kind == "notesSlide":
            look_at_notes(package, target, number, found)
        elif kind == "comments":
            count = len([0 for _ in xmlparts.walk(package, target, found, ["cm"])])
            if count:
                found.add("comments", place, count)


def look_at_text(root, place, found):
    for paragraph in root.iter("{*}p"):
        found.line(place, "".join("\n" if local(part) == "br" else part.text or "" for part in paragraph.iter("{*}t", "{*}br")))
        found.gap()


def look_at_notes(package, part, number, found):
    root = xmlparts.parse(package, part, found)
    if root is None:
        return
    for shape in root.iter("{*}sp"):
        kinds = [attribute(element, "type") for element in shape.iter("{*}ph")]
        # The number of the page, the date and the picture of the slide are no notes.
        if any(kind in ("sldNum", "dt", "hdr", "ftr", "sldImg") for kind in kinds) or not text_of(shape, ("t",)).strip():
            continue
        found.add("speaker notes", f"slide {number}")
        look_at_text(shape, f"the notes to slide {number}", found)
