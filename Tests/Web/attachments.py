#!/usr/bin/env python3
"""Looks at what a build says of files that are published as they are: each thing that a file can hide, files that are made to do harm, what is kept."""

import io
import os
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import tools

if __name__ == "__main__":
    tools.enter()

import sites

MEETING = "committees/board/2026-01-22"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
P = ('xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
# No message may hold it: it stands for what is hidden.
CANARY = "Qzxcanary"


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def relations(**targets):
    lines = "".join(f'<Relationship Id="{key}" Type="http://schemas/{kind}" Target="{target}"/>' for key, (kind, target) in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


def office(main, parts):
    return package({"[Content_Types].xml": "<Types/>", "_rels/.rels": relations(r1=("officeDocument", main)), **parts})


def word(body, more=None, links=None):
    return office("word/document.xml", {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", "word/_rels/document.xml.rels": relations(**(links or {})), **(more or {})})


def paragraph(text, properties=""):
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def workbook(sheets):
    names = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="r{at}" state="{state}"/>' for at, (name, state, _) in enumerate(sheets, 1))
    parts = {f"xl/worksheets/sheet{at}.xml": f"<worksheet {S}>{body}</worksheet>" for at, (_, _, body) in enumerate(sheets, 1)}
    links = {f"r{at}": ("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)}
    return office("xl/workbook.xml", {"xl/workbook.xml": f"<workbook {S}><sheets>{names}</sheets></workbook>", "xl/_rels/workbook.xml.rels": relations(**links), **parts})


def row(number, text, more=""):
    return f'<row r="{number}" {more}><c r="A{number}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def slides():
    text = "<p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type=\"body\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"
    return office("ppt/presentation.xml", {
        "ppt/presentation.xml": f'<p:presentation {P}><p:sldIdLst><p:sldId id="256" r:id="r1"/><p:sldId id="257" r:id="r2"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": relations(r1=("slide", "slides/slide1.xml"), r2=("slide", "slides/slide2.xml")),
        "ppt/slides/slide1.xml": f"<p:sld {P}>{text.format('Open')}</p:sld>",
        "ppt/slides/_rels/slide1.xml.rels": relations(r1=("notesSlide", "../notesSlides/notesSlide1.xml")),
        "ppt/notesSlides/notesSlide1.xml": f"<p:notes {P}>{text.format(CANARY)}</p:notes>",
        "ppt/slides/slide2.xml": f'<p:sld {P} show="0">{text.format(CANARY)}</p:sld>'})


def odt():
    names = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for key, name in (("office", "office"), ("text", "text")))
    body = (f"<text:tracked-changes><text:changed-region><text:deletion><text:p>{CANARY}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            f"<text:p>Open<office:annotation><text:p>{CANARY}</text:p></office:annotation></text:p>")
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"})


def pdf(*contents, annotations=""):
    """Pages with a font, from what draws them."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    pages = []
    for content in contents:
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents {len(objects)} 0 R /Resources << /Font << /F {font} >> >> /Annots [{annotations}] >>")
        pages.append(len(objects))
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{page} 0 R' for page in pages)}] >>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def picture(has_place):
    from PIL import Image

    image, exif, out = Image.new("RGB", (8, 8)), Image.Exif(), io.BytesIO()
    exif[0x0110] = "Camera"
    if has_place:
        exif[0x8825] = {1: "N", 2: (53.0, 42.0, 0.0), 3: "W", 4: (1.0, 54.0, 0.0)}
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


TEXT = "BT /F 14 Tf 50 300 Td (The words %s stand here) Tj ET"
NOTE = f"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents ({CANARY}) >>"
COMMENTS = f"<w:comments {W}><w:comment w:id=\"0\"><w:p><w:r><w:t>{CANARY}</w:t></w:r></w:p></w:comment></w:comments>"

# Of each file what must be said of it, as the code and a part of the message; none for a file of which nothing is to be said.
FILES = {
    "clean.docx": (lambda: word(paragraph("The plan is open to all.")), None),
    "changed.docx": (lambda: word(f"{paragraph('One.')}<w:p><w:del w:author='A'><w:r><w:delText>{CANARY}</w:delText></w:r></w:del></w:p>"), ("W541", "paragraph 2")),
    "comment.docx": (lambda: word(
        "<w:p><w:r><w:t>One</w:t><w:commentReference w:id='0'/></w:r></w:p>", {"word/comments.xml": COMMENTS}, {"r1": ("comments", "comments.xml")}), ("W542", "paragraph 1")),
    "hidden.docx": (lambda: word(paragraph(CANARY, "<w:vanish/>")), ("W543", "paragraph 1")),
    "header.docx": (lambda: word(
        paragraph("The plan."), {"word/header1.xml": f"<w:hdr {W}>{paragraph('NOT FOR PUBLICATION')}</w:hdr>"}, {"r1": ("header", "header1.xml")}), ("E547", "a header")),
    "embedded.docx": (lambda: word(paragraph("One."), {"word/embeddings/Book1.xlsx": workbook([("A", "hidden", row(1, CANARY))])}), ("W553", "Book1.xlsx")),
    "sheets.xlsx": (lambda: workbook([("Costs", "visible", f"<sheetData>{row(1, 'Costs')}</sheetData>"), (CANARY, "veryHidden", row(1, CANARY))]), ("W543", "sheet 2 of 2")),
    "rows.xlsx": (lambda: workbook([("Costs", "visible", "<sheetData>" + row(1, "Open") + "".join(row(at, CANARY, 'hidden="1"') for at in (3, 4)) + "</sheetData>")]), ("W543", "sheet “Costs”, rows 3–4")),
    "columns.xlsx": (lambda: workbook([("Costs", "visible", f'<cols><col min="1" max="1" hidden="1"/></cols><sheetData>{row(1, CANARY)}</sheetData>')]), ("W543", "sheet “Costs”, column A")),
    "notes.pptx": (slides, ("W544", "slide 1")),
    "slide.pptx": (slides, ("W543", "slide 2")),
    "changed.odt": (odt, ("W541", "the text")),
    "comment.odt": (odt, ("W542", "paragraph 1")),
    "clean.pdf": (lambda: pdf("0.9 g 40 290 300 30 re f 0 g " + TEXT % "visible"), None),
    "white.pdf": (lambda: pdf("0 g 40 290 300 30 re f 1 g " + TEXT % "white on black"), None),
    "box.pdf": (lambda: pdf(TEXT % "open", TEXT % CANARY + " 0 g 40 290 330 30 re f"), ("W545", "page 2")),
    "pale.pdf": (lambda: pdf("1 g " + TEXT % CANARY), ("W543", "page 1")),
    "note.pdf": (lambda: pdf(TEXT % "open", annotations=NOTE), ("W542", "page 1")),
    "redact.pdf": (lambda: pdf(TEXT % "open", annotations="<< /Type /Annot /Subtype /Redact /Rect [40 290 300 320] >>"), ("W545", "not applied")),
    "stamp.pdf": (lambda: pdf(TEXT % "open", "BT /F 14 Tf 50 300 Td (NOT FOR PUBLICATION) Tj ET"), ("E547", "page 2")),
    "home.jpg": (lambda: picture(True), ("W546", "picture")),
    "clean.jpg": (lambda: picture(False), None),
    "empty.pdf": (lambda: b"", ("W549", "empty")),
    "cut.docx": (lambda: word(paragraph("One."))[:200], ("W549", "cut off")),
    "name.pdf": (lambda: b"no pdf at all", ("W549", "not what its name says")),
    "bomb.docx": (lambda: word("", {"word/styles.xml": b" " * (200 << 20)}), ("W549", "larger")),
    "laughs.docx": (lambda: office("word/document.xml", {"word/document.xml": laughs()}), ("W549", "entities")),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ("W549", "old format")),
    "inner.zip": (lambda: package({"home.jpg": picture(True)}), ("W546", "in “home.jpg”")),
    "pay.csv": (lambda: b"Strictly private and confidential\nName,Pay\n", ("E547", "line 1")),
}


def laughs():
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12))
    return f"<!DOCTYPE w [{entities}]><w:document {W}><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"


def tree(work, files, site=""):
    content = work / "Content"
    texts = {
        "site.yml": f"name: Testshire\nurl: https://testshire.example/\n{site}", "committees/board/committee.md": "---\nname: Test Board\n---\n",
        f"{MEETING}/agenda.md": "---\n---\n\n## 1. Plan\n\n- Papers: [Plan](plan.md)\n", f"{MEETING}/plan.md": "---\ntitle: Plan\n---\n\nText.\n"}
    for path, text in texts.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text)
    (content / MEETING / "plan").mkdir(exist_ok=True)
    for name, data in files.items():
        (content / MEETING / "plan" / name).write_bytes(data)
    return content


def build(work, reader=tools.VENV / "bin" / "python", command="build"):
    start = time.monotonic()
    result = subprocess.run(
        [sites.newest(), command, "--content", work / "Content", "--today", "2026-02-01"], cwd=work, capture_output=True, text=True, timeout=300,
        env={**os.environ, "MOOT_READER": str(reader)})
    return result, time.monotonic() - start


def said(result, name):
    return [line for line in result.stderr.splitlines() + result.stdout.splitlines() if f"/plan/{name}:" in line]


def run(work, results):
    work = work / "attachments"
    work.mkdir()
    files = {name: make() for name, (make, _) in FILES.items()}
    tree(work, files)
    result, _ = build(work)
    for name, (_, wanted) in FILES.items():
        lines = said(result, name)
        if wanted:
            failures = [] if any(f"[{wanted[0]}]" in line and wanted[1] in line for line in lines) else [f"said: {lines}"]
        else:
            failures = lines
        results.check(f"attachments: {name}", failures)
    results.check("attachments: nothing hidden is told", [line for line in (result.stderr + result.stdout).splitlines() if CANARY in line])
    results.check("attachments: what says that it is private stops the build", [] if result.returncode == 1 else [f"status {result.returncode}"])
    check_kept(work, files, results)
    check_answer(work, results)


def check_kept(work, files, results):
    """Of what is published nothing is looked into twice, and nothing stays of what is published no more."""
    work = work / "kept"
    work.mkdir()
    tree(work, {"changed.docx": files["changed.docx"], "box.pdf": files["box.pdf"]})
    first, _ = build(work)
    kept = {path.name for path in (work / "._site.cache" / "attachments").iterdir()}
    (work / "Content" / MEETING / "plan.md").write_text("---\ntitle: Plan\n---\n\nOther text.\n")
    trap = work / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {work}/asked\n")
    trap.chmod(0o755)
    second, _ = build(work, reader=trap)
    lines = [sorted(line for line in run.stderr.splitlines() if "[W5" in line) for run in (first, second)]
    results.check("attachments: a second build asks nobody", (["it asked"] if (work / "asked").exists() else []) + ([] if lines[0] and lines[0] == lines[1] else [str(lines)]))
    (work / "Content" / MEETING / "plan" / "box.pdf").unlink()
    build(work)
    left = {path.name for path in (work / "._site.cache" / "attachments").iterdir()}
    results.check("attachments: what is gone is forgotten", [] if len(kept) == 2 and len(left) == 1 else [f"{kept} {left}"])


def check_answer(work, results):
    work = work / "answered"
    work.mkdir()
    names = ["changed.docx", "header.docx"]
    tree(work, {name: FILES[name][0]() for name in names}, site="attachments: strict\n")
    result, _ = build(work)
    results.check("attachments: strict makes errors", [] if result.returncode == 1 and "[E541]" in result.stderr else [result.stderr])
    plan = work / "Content" / MEETING / "plan.md"
    plan.write_text(f"---\ntitle: Plan\nunrestricted-files: [{', '.join(names)}]\n---\n\nText.\n")
    result, _ = build(work)
    results.check("attachments: an answer is taken", [] if result.returncode == 0 else [result.stderr])


if __name__ == "__main__":
    import tempfile

    from run import Results

    results = Results()
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder), results)
    sys.exit(1 if results.failed else 0)
