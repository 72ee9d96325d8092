"""Parts of packages as trees of XML, and how they refer to each other.

Nothing is fetched from elsewhere, and no entity is resolved: files of Office and OpenDocument have none.
"""

import io
import posixpath

import look as looking


def options():
    return {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def parse(package, name, found):
    """The root of a part; nothing where there is none, or none that can be read."""
    data = package.read(name)
    if not data.strip():
        return None
    from lxml import etree

    if declares(data):
        found.trouble("a part of it declares entities, as no program of Office does")
    try:
        return etree.fromstring(data, etree.XMLParser(**options()))
    except etree.XMLSyntaxError:
        found.trouble("a part of it is broken")
        return None


def declares(data):
    """True for what begins with a declaration of its type, in whatever encoding."""
    return b"<!DOCTYPE" in data[:4096].replace(b"\0", b"") or b"<!ENTITY" in data[:65536].replace(b"\0", b"")


def walk(package, name, found, tags):
    """Each element of some names, one after the other, so that a large part takes little memory."""
    data = package.read(name)
    if not data.strip():
        return
    from lxml import etree

    if declares(data):
        found.trouble("a part of it declares entities, as no program of Office does")
    try:
        for _, element in etree.iterparse(io.BytesIO(data), events=("end",), tag=[f"{{*}}{tag}" for tag in tags], **options()):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError:
        found.trouble("a part of it is broken")


def local(element):
    """The name without its namespace; none for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element, name):
    """By its name without its namespace; an empty text where it has none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def is_on(element, name):
    return attribute(element, name).lower() in ("1", "true", "on")


def text_of(element, tags=None):
    """The text in it, or in the elements of some names in it."""
    if tags is None:
        return "".join(text for text in element.itertext() if isinstance(text, str))
    return "".join(part.text or "" for part in element.iter() if local(part) in tags)


def relations(package, part, found):
    """What a part refers to: its target and the last word of its type, by the name that the part gives it."""
    folder, name = posixpath.split(part)
    root = parse(package, f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels", found)
    known = {}
    for element in () if root is None else root:
        if local(element) != "Relationship" or attribute(element, "TargetMode") == "External":
            continue
        target = attribute(element, "Target")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        known[attribute(element, "Id")] = (whole, attribute(element, "Type").rpartition("/")[2])
    return known


def main_part(package):
    """The part that all others belong to."""
    quiet = looking.Found()
    for target, kind in relations(package, "", quiet).values():
        if kind == "officeDocument" and target in package:
            return target
    raise looking.CannotLook("it is broken: its main part is missing")
