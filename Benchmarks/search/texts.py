"""The words that stand on a page from an anchor on to the next heading, folded to be compared."""

import functools
import re
from html.parser import HTMLParser
from pathlib import Path

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
INLINE = {"a", "abbr", "b", "button", "cite", "code", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u"}
# What is shown only on demand, or leads elsewhere.
LEFT_OUT = {"anchor", "meaning", "hidden", "referring"}
SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "\u00ad": None})


def fold(text):
    return re.sub(r"\s+", " ", text.translate(SAME).lower()).strip()


class Reader(HTMLParser):
    """Cuts `main` into pieces: at each id, and at each heading."""

    def __init__(self):
        super().__init__()
        self.open, self.pieces = [], [("", False, [])]
        self.inside = self.left_out = 0

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag not in INLINE:
            self.text(" ")
        if self.inside or tag == "main":
            if named.get("id") or tag in HEADINGS:
                self.pieces.append((named.get("id") or "", tag in HEADINGS, []))
        if tag in VOID:
            return
        out = bool(LEFT_OUT & set((named.get("class") or "").split())) or tag in ("script", "style", "nav")
        self.inside += tag == "main"
        self.left_out += out
        self.open.append((tag, out))

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.text(" ")
        if tag not in (name for name, _ in self.open):
            return
        while True:
            name, out = self.open.pop()
            self.left_out -= out
            self.inside -= name == "main"
            if name == tag:
                return

    def handle_data(self, data):
        self.text(data)

    def text(self, data):
        if self.inside and not self.left_out:
            self.pieces[-1][2].append(data)


class Page:
    def __init__(self, file):
        reader = Reader()
        reader.feed(Path(file).read_text(encoding="utf-8"))
        self.pieces = [(name, heading, "".join(parts)) for name, heading, parts in reader.pieces]

    def section(self, anchor):
        """From the anchor, or from the top, to the next heading that can be linked to, by an id of its own or of what it opens."""
        names = [name for name, _, _ in self.pieces]
        if anchor and anchor not in names:
            return ""
        words, waiting = "", False
        for name, heading, text in self.pieces[names.index(anchor) if anchor else 0:]:
            if heading and (name or waiting) and words.strip():
                break
            waiting = bool(name) and not text.strip()
            words += text
        return fold(words)

    def words(self):
        return fold(" ".join(text for _, _, text in self.pieces))


@functools.cache
def page(file):
    return Page(file)


def at(site, address):
    """The folded text of a section by its address inside the site, such as `committees/x/2017-01-26/#item-1`."""
    path, _, anchor = address.partition("#")
    file = Path(site) / path.split("?")[0].lstrip("/")
    if file.is_dir():
        file /= "index.html"
    return page(file).section(anchor) if file.exists() else ""
