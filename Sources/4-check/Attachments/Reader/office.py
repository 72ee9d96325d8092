"""Documents, workbooks and presentations of Office: ECMA-376, “Office Open XML File Formats”."""

import posixpath

import look as looking
import xmlparts
from xmlparts import attribute, local, text_of

PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")


def look(package, found):
    main = xmlparts.main_part(package)
    folder = main.partition("/")[0]
    if folder == "word":
        import word
        word.look(package, main, found)
    elif folder == "xl":
        import sheets
        sheets.look(package, main, found)
    elif folder == "ppt":
        import slides
        slides.look(package, main, found)
    else:
        raise looking.CannotLook("it is no document, workbook or presentation of Office")
    look_at_properties(package, found)
    look_at_embedded(package, found)


def look_at_properties(package, found):
    """Who wrote it, and what labels programs put on it: “Sensitivity: Confidential”."""
    for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        root = xmlparts.parse(package, name, found)
        for element in () if root is None else root.iter():
            tag = local(element)
            if tag in ("creator", "lastModifiedBy", "Manager"):
                found.author(element.text)
            elif tag in ("title", "subject", "keywords", "category", "description", "contentStatus"):
                found.paragraph("its properties", element.text)
            elif tag == "property" and attribute(element, "name").lower().endswith(("_name", "classification", "sensitivity", "marking")):
                found.paragraph("its properties", text_of(element))


def look_at_embedded(package, found):
    """Files that lie in it as a whole, such as the workbook behind a chart, and pictures."""
    for name in package.names:
        base = posixpath.basename(name)
        if "/embeddings/" in name:
            found.add("embedded", f"“{base}”")
            if base.lower().endswith((".xlsx", ".docx", ".pptx", ".pdf")):
                looking.look_into_member(package, name, found)
        elif "/media/" in name and name.lower().endswith(PICTURES) and looking.is_here("PIL"):
            import pictures
            pictures.look_if_one(package.read(name), found, f"picture “{base}”")
