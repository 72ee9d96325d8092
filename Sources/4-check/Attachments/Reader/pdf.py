"""PDF, by PDFium: text, annotations, and words that are there although nobody sees them."""

import re
import time

import look as looking

# Of one page, in pixels for each point (1/72 inch).
SCALE = 1.5
# A page larger than this is shown smaller, in pixels.
WIDEST = 3000
# In seconds of the processor, and of the clock: what is left is for the rest of the work.
ENOUGH, PATIENCE = 13, 40
# Shades from 0 to 255: what differs less is one colour.
PLAIN = 14
DARK = 150
INVISIBLE = 3

# Kinds of annotations, as PDFium numbers them.
COMMENTS = {1, 3, 9, 10, 11, 12, 13, 14, 15, 4, 5, 6, 7, 8}
ALWAYS = {1, 14}
FILE, REDACTION = 17, 28


def look(data, found):
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError:
        code = raw.FPDF_GetLastError()
        raise looking.CannotLook(looking.PASSWORD if code == raw.FPDF_ERR_PASSWORD else "it is broken: perhaps it was cut off while it was copied") from None
    for key, value in document.get_metadata_dict(skip_empty=True).items():
        if key == "Author":
            found.author(value)
        elif key in ("Title", "Subject", "Keywords"):
            found.paragraph("its properties", value)
    look_at_files(document, raw, found)
    start = time.monotonic()
    for number in range(count):
        if time.process_time() > ENOUGH or time.monotonic() - start > PATIENCE:
            return found.trouble(f"it is so long that only pages 1 to {number} of {count} were looked at")
        try:
            look_at_page(document[number], f"page {number + 1}", raw, found)
        except pypdfium2.PdfiumError:
            found.trouble(f"page {number + 1} cannot be read")
    if not any(text for _, text in found.lines):
        found.trouble("it has no text: it may be a scan, of which no word can be looked at")


def look_at_files(document, raw, found):
    for at in range(raw.FPDFDoc_GetAttachmentCount(document)):
        found.add("embedded", f"file {at + 1} that is attached to it")


def look_at_page(page, place, raw, found):
    marks = look_at_annotations(page, place, raw, found)
    text = page.get_textpage()
    lines = text.get_text_range().splitlines()
    longest = max((len(line) for line in lines), default=0)
    for line in lines:
        found.line(place, line)
        # What does not fill its line is the end of a paragraph, or stands alone.
        if len(line.strip()) < longest * 0.7:
            found.gap()
    found.gap()
    unseen = Unseen(page, text, raw).count() if text.count_chars() else (0, 0)
    if unseen[0]:
        found.add("covered words", place, unseen[0])
    elif marks:
        found.add("covered words", f"{place}, where a redaction was marked and not applied", marks)
    if unseen[1]:
        found.add("hidden text", place, unseen[1])


def look_at_annotations(page, place, raw, found):
    """- Returns: how many marks there are of what should have been taken away."""
    marks = 0
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind == REDACTION:
            marks += 1
        elif kind == FILE:
            found.add("embedded", f"a file attached to {place}")
        elif kind in ALWAYS or kind in COMMENTS and raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0) > 2:
            found.add("comments", place)
        raw.FPDFPage_CloseAnnot(annotation)
    return marks


class Unseen:
    """The words of a page held against its picture: where that is of one colour, nobody sees a word."""

    def __init__(self, page, text, raw):
        self.page, self.text, self.raw = page, text, raw
        width, height = page.get_size()
        self.scale = min(SCALE, WIDEST / max(width, height, 1))
        self.picture = page.render(scale=self.scale, may_draw_forms=True, grayscale=True).to_pil().convert("L")

    def count(self):
        """How many words lie under something dark, and how many cannot be seen on what is light."""
        covered = pale = 0
        signs = self.text.get_text_range()
        for match in re.finditer(r"\S{3,}", signs):
            if sum(sign.isalnum() for sign in match[0]) < 3:
                continue
            shade = self.shade(match.start(), match.end())
            if shade is None:
                continue
            if shade < DARK:
                covered += 1
            elif not self.is_invisible(match.start()):
                pale += 1
        return covered, pale

    def shade(self, first, last):
        """The one colour of a word's place; nothing where something is to be seen there."""
        box = self.box(first, last)
        if box is None:
            return None
        low, high = self.picture.crop(box).getextrema()
        return (low + high) / 2 if high - low < PLAIN else None

    def box(self, first, last):
        """In pixels, the middle half of the height; nothing where that is too small, or not on the page."""
        sides = []
        for at in range(first, last):
            try:
                left, bottom, right, top = self.text.get_charbox(at)
            except Exception:
                continue
            if right > left and top > bottom:
                sides.append((*self.pixel(left, top), *self.pixel(right, bottom)))
        if not sides:
            return None
        left, right = min(min(s[0], s[2]) for s in sides), max(max(s[0], s[2]) for s in sides)
        top, bottom = min(min(s[1], s[3]) for s in sides), max(max(s[1], s[3]) for s in sides)
        height = bottom - top
        box = (round(left) + 1, round(top + height / 4), round(right) - 1, round(bottom - height / 4))
        is_there = box[0] >= 0 and box[1] >= 0 and box[2] <= self.picture.width and box[3] <= self.picture.height
        return box if is_there and box[2] - box[0] >= 4 and box[3] - box[1] >= 2 else None

    def pixel(self, x, y):
        import ctypes

        across, down = ctypes.c_int(), ctypes.c_int()
        # Ten parts of a pixel, so that nothing is lost.
        self.raw.FPDF_PageToDevice(self.page, 0, 0, self.picture.width * 10, self.picture.height * 10, 0, x, y, across, down)
        return across.value / 10, down.value / 10

    def is_invisible(self, at):
        """The text that a program read from a scan lies over its picture, and is not drawn."""
        thing = self.raw.FPDFText_GetTextObject(self.text, at)
        return bool(thing) and self.raw.FPDFTextObj_GetTextRenderMode(thing) == INVISIBLE
