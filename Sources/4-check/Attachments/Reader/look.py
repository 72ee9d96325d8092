"""What a file is, who looks into it, and what is told of it."""

import importlib
import io
import re
import zipfile

# By the name that pip knows.
PACKAGES = {"pypdfium2": "pypdfium2", "lxml": "lxml", "pillow": "PIL"}
# Of what stands in zips, unpacked, in bytes: of a part, and of all.
LARGEST_PART, LARGEST = 128 << 20, 512 << 20
# Of text that is handed on, in characters.
LONGEST_TEXT = 8 << 20
# Zips within zips.
DEEPEST = 3

NO_KIND = "it is not what its name says"
PASSWORD = "it is protected with a password"
OLD = "it has the old format of Office, whose changes, comments and hidden parts cannot be told"


class CannotLook(Exception):
    """Says why, as the end of a sentence."""


class Found:
    """All that is told of a file."""

    def __init__(self, depth=0, before=""):
        # Of each kind the places, with how often.
        self.findings = {}
        self.authors = []
        # Why a part could not be looked into.
        self.troubles = []
        # Paragraphs with their places; an empty one stands where a reader sees a gap.
        self.lines = []
        self.length = 0
        self.depth = depth
        # Stands before each place, in what lies in another file.
        self.before = before

    def add(self, kind, place, count=1):
        places = self.findings.setdefault(kind, {})
        place = self.before + place
        places[place] = places.get(place, 0) + count

    def trouble(self, words):
        words = self.before + words
        if words not in self.troubles:
            self.troubles.append(words)

    def author(self, name):
        name = " ".join((name or "").split())
        if name and name not in self.authors:
            self.authors.append(name)

    def line(self, place, text):
        """A line, or several, as a reader sees them."""
        for part in (text or "").splitlines():
            part = " ".join(part.split())
            if not part:
                continue
            self.length += len(part)
            if self.length > LONGEST_TEXT:
                return self.trouble("it has more text than is looked at")
            self.lines.append([self.before + place, part])

    def paragraph(self, place, text):
        """What stands by itself."""
        self.line(place, text)
        self.gap()

    def gap(self):
        if self.lines and self.lines[-1][1]:
            self.lines.append(["", ""])

    def within(self, name):
        """For a file that lies in this one."""
        inner = Found(self.depth + 1, f"{self.before}in “{name}”: ")
        inner.findings, inner.authors, inner.troubles, inner.lines = self.findings, self.authors, self.troubles, self.lines
        return inner

    @property
    def answer(self):
        findings = [{"kind": kind, "places": list(places), "count": sum(places.values())} for kind, places in self.findings.items()]
        return {"findings": findings, "authors": self.authors[:20], "troubles": self.troubles[:20], "lines": self.lines}


class Package:
    """A zip, of which no more is unpacked than this program can bear."""

    def __init__(self, data):
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            raise CannotLook("it is broken: perhaps it was cut off while it was copied") from None
        self.names = [name for name in self.zip.namelist() if not name.endswith("/")]
        self.read_so_far = 0

    def __contains__(self, name):
        return name in self.zip.NameToInfo

    def read(self, name):
        """The bytes of a part; none where it is not there."""
        if name not in self:
            return b""
        try:
            with self.zip.open(name) as part:
                data = part.read(LARGEST_PART + 1)
        except RuntimeError:
            raise CannotLook(PASSWORD) from None
        except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, zipfile.zlib.error):
            raise CannotLook("it is broken: perhaps it was cut off while it was copied") from None
        self.read_so_far += len(data)
        if len(data) > LARGEST_PART or self.read_so_far > LARGEST:
            raise CannotLook("unpacked it is larger than anything that a council publishes")
        return data


def missing():
    """The packages that are not here."""
    return [name for name, module in PACKAGES.items() if not is_here(module)]


def is_here(module):
    try:
        importlib.import_module(module)
    except Exception:
        return False
    return True


def need(*packages):
    absent = [name for name in packages if not is_here(PACKAGES[name])]
    if absent:
        # The program that asks knows these words.
        raise CannotLook("missing: " + ", ".join(absent))


def look(file, kind):
    with open(file, "rb") as source:
        data = source.read()
    found = Found()
    look_into(data, kind, found)
    return found.answer


def look_into(data, kind, found):
    """By what a file is, and not by its name alone."""
    if not data.strip(b"\0 \r\n\t"):
        raise CannotLook("it is empty")
    if data.startswith(b"PK"):
        return look_into_zip(Package(data), kind, found)
    if b"%PDF-" in data[:1024]:
        need("pypdfium2", "pillow")
        import pdf
        return pdf.look(data, found)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return look_into_old(data, found)
    if data.startswith(b"{\\rtf"):
        import plain
        return plain.look_into_rich(data, found)
    if kind in ("docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm", "odt", "ott", "ods", "odp", "pdf", "doc", "xls", "ppt", "rtf", "zip"):
        raise CannotLook(NO_KIND)
    import pictures
    if pictures.is_film(data):
        return pictures.look_into_film(data, found)
    need("pillow")
    pictures.look(data, found)


def look_into_zip(package, kind, found):
    if "[Content_Types].xml" in package:
        need("lxml")
        import office
        return office.look(package, found)
    if package.read("mimetype").startswith(b"application/vnd.oasis.opendocument"):
        need("lxml")
        import opendocument
        return opendocument.look(package, found)
    if kind not in ("zip", "kmz"):
        raise CannotLook(NO_KIND)
    for name in package.names:
        look_into_member(package, name, found)


def look_into_member(package, name, found):
    """A file within a file: what cannot be looked into is no reason to leave out the others."""
    kind = name.rpartition(".")[2].lower()
    if found.depth >= DEEPEST:
        return found.trouble("there are zips within zips within zips")
    inner = found.within(name.rpartition("/")[2])
    try:
        data = package.read(name)
        if kind in ("txt", "csv", "md", "json", "xml", "html", "htm", "tsv"):
            import plain
            plain.look(data, inner)
        else:
            look_into(data, kind, inner)
    except CannotLook as error:
        if str(error).startswith("missing: ") or str(error) == PASSWORD:
            raise
        inner.trouble(str(error))


def look_into_old(data, found):
    """The compound files of Office before 2007. What is protected with a password today lies in one, too."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise CannotLook(PASSWORD)
    found.trouble(OLD)
    for pattern, encoding in ((rb"(?:[\x20-\x7e\x91-\x97\xa0-\xff]|\t){6,}", "cp1252"), (rb"(?:[\x20-\x7e\xa0-\xff]\0){6,}", "utf-16-le")):
        for match in re.finditer(pattern, data):
            text = match[0].decode(encoding, "replace")
            if sum(sign.isalpha() or sign == " " for sign in text) * 4 > len(text) * 3:
                # Such pieces may begin and end anywhere: only what stands out by itself can be a stamp.
                found.line("somewhere in it", text)
