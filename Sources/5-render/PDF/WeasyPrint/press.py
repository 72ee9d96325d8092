"""Prints documents with WeasyPrint, one after the other, for a program that asks for them.

The first line that it writes says which WeasyPrint this is. Each line that it reads is a JSON object, and is answered
by one:

  html     the file of the document
  css      the file of the style sheet
  address  where the page stands on the web; links start from there
  site     the address of the site; what lies below it is taken from `folder`, and nothing from anywhere else
  folder   the folder of the site
  pdf      the file to write
  key      what tells this document from all others, for the PDF's own identifier

The answer holds `pages`, the number of pages; `starts`, for each page the number of the first element that begins on
it (its attribute data-n, or null); `words`, what WeasyPrint has to say; or `error` alone.
"""

import json
import logging
import mimetypes
import os
import re
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

# Whatever a library prints must not get among the answers.
answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)


def answer(**fields):
    answers.write(json.dumps(fields) + "\n")
    answers.flush()


try:
    import pydyf
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except Exception as error:
    version = getattr(sys.modules.get("weasyprint"), "__version__", "")
    answer(version=version, error=f"{type(error).__name__}: {error}".splitlines()[0])
    sys.exit(1)


class SiteFiles(URLFetcher):
    """Hands out the files of the site that is being made, and goes nowhere else."""

    def __init__(self, site, folder):
        super().__init__()
        self.site = site
        self.folder = Path(folder).resolve()

    def fetch(self, url, headers=None):
        address = url.split("#")[0].split("?")[0]
        if address.startswith("data:"):
            return super().fetch(url, headers)
        if not address.startswith(self.site):
            raise ValueError("it is not part of the site")
        file = (self.folder / unquote(address.removeprefix(self.site))).resolve()
        if not file.is_relative_to(self.folder):
            raise ValueError("it is not part of the site")
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": kind})


class Words(logging.Handler):
    """What WeasyPrint warns of, each once."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        line = record.getMessage()
        if line not in self.lines:
            self.lines.append(line)


def boxes(box):
    """A box and all that it holds, in the order of the text."""
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes(child)


def numbers(page):
    """The elements of which a page shows something."""
    found = set()
    for box in boxes(page._page_box):
        element = getattr(box, "element", None)
        if element is not None and box.element_tag and "::" not in box.element_tag:
            number = element.get("data-n")
            if number is not None:
                found.add(int(number))
    return found


def starts(document):
    """For each page the first element that begins on it."""
    seen = set()
    for page in document.pages:
        new = numbers(page) - seen
        seen |= new
        yield min(new, default=None)


def leave_out_last_pages(document):
    """Papers of one page are on page 5, not on pages 5 to 5."""
    places = {}
    for number, page in enumerate(document.pages):
        for name in page.anchors:
            places.setdefault(name, number)

    def is_one_page(element):
        first, last = (element.get(name, "").lstrip("#") for name in ("href", "data-last"))
        return first and places.get(unquote(first)) == places.get(unquote(last), -1)

    def visit(box):
        for child in getattr(box, "children", ()):
            element = getattr(child, "element", None)
            if element is not None and (child.element_tag or "").endswith("::after") and is_one_page(element):
                shorten(child)
            visit(child)

    def shorten(box):
        if hasattr(box, "text"):
            # The text is drawn from what was laid out.
            box.text = box.pango_layout.text = box.text.split("\u2009")[0]
        for child in getattr(box, "children", ()):
            shorten(child)

    for page in document.pages:
        visit(page._page_box)


def simplify(root):
    """Puts elements that WeasyPrint draws or tags badly into others: pairs of terms and meanings become a list, the
    buttons of explained words become words."""
    for box in list(root.iter("dl")):
        pairs = list(box)
        if not pairs or any(pair.tag != "div" for pair in pairs):
            continue
        box.tag = "ul"
        for pair in pairs:
            pair.tag = "li"
            for part in pair:
                part.set("class", (part.get("class", "") + " " + part.tag).strip())
                part.tag = "span" if part.tag == "dt" else "div"
    for detail in root.iter("span"):
        # The pages of another print would contradict those of this one.
        if detail.get("class") == "detail" and detail.text:
            kept = [part for part in detail.text.split(", ") if not re.fullmatch(r"pages? \d[\d\s\u2013-]*|[\d\s\u2013-]+", part)]
            detail.text = ", ".join(kept)
    for figure in root.iter("figure"):
        caption = figure.find("figcaption")
        for picture in figure.iter("img"):
            if not picture.get("alt") and caption is not None:
                picture.set("alt", " ".join("".join(caption.itertext()).split()))
    for picture in root.iter("img"):
        if picture.get("class") == "crest":
            picture.set("alt", "Crest")
        # WeasyPrint tags every picture, and what is tagged needs words.
        if not picture.get("alt"):
            picture.set("alt", "Decorative picture")
    for button in root.iter("button"):
        button.tag = "span"
    for details in root.iter("details"):
        details.tag = "div"
    for summary in root.iter("summary"):
        summary.tag = "p"


# A millimetre of a table holds so many letters, in the type of pack.css and in its small type.
UPRIGHT, LANDSCAPE = 165, 260
LETTER, SMALL_LETTER, CELL = 1.85, 1.5, 3.8


def longest_words(table):
    """For each column how many letters its longest word has."""
    columns = []
    for row in table.iter("tr"):
        at = 0
        for cell in row:
            span = int(cell.get("colspan", 1)) if cell.get("colspan", "1").isdigit() else 1
            words = "".join(cell.itertext()).replace("/", " ").replace("-", " ").split()
            columns += [0] * (at + span - len(columns))
            if span == 1:
                columns[at] = max(columns[at], max(map(len, words), default=0))
            at += span
    return columns


def fit_tables(root):
    """Gives wide tables smaller type, or a page on its side, so that none runs off the paper."""
    for table in root.iter("table"):
        columns = longest_words(table)
        needed = sum(columns)
        room = len(columns) * CELL
        kinds = [table.get("class", "")]
        if needed * LETTER + room > UPRIGHT:
            kinds.append("small")
        if needed * SMALL_LETTER + room > UPRIGHT or len(columns) > 7:
            kinds.append("wide")
        if needed * SMALL_LETTER + room > LANDSCAPE:
            kinds.append("broken")
        table.set("class", " ".join(kinds).strip())
    for parent in root.iter():
        for heading, region in zip(parent, list(parent)[1:]):
            # A heading goes with its table to the page on its side.
            if re.fullmatch("h[2-6]", str(heading.tag)) and "table" in region.get("class", "").split() and any(
                    "wide" in table.get("class", "").split() for table in region.iter("table")):
                heading.set("class", (heading.get("class", "") + " wide").strip())


def show_addresses(root, page):
    """Marks links that lead out of the site, or to a file that no paper holds, and do not say whereto."""
    for link in root.iter("a"):
        address = link.get("href", "")
        if re.search(r"\.\w+$", urlsplit(address).path):
            address = urljoin(page, address)
            link.set("href", address)
        bare = re.sub(r"^https?://(www\.)?|/$", "", address)
        if address.startswith("http") and bare not in "".join(link.itertext()):
            link.set("class", (link.get("class", "") + " leads-out").strip())


def add_ends(html):
    """Gives every paper an end, and every link to a paper the way there, for the last page."""
    root = html.etree_element
    ends = {}
    for article in root.iter("article"):
        name = article.get("id")
        if name and "paper" in article.get("class", "").split():
            last = article.makeelement("span", {"id": name + "--last-page", "class": "last-page"})
            article.append(last)
            ends["#" + name] = "#" + name + "--last-page"
    for link in root.iter("a"):
        if link.get("href") in ends:
            link.set("data-last", ends[link.get("href")])


class Structure:
    """The tree of tags in a PDF, as the standard wants it where WeasyPrint leaves it short: tables that go on over
    pages keep whole rows and columns, every cell knows its heads, and lists hold nothing but their entries."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.elements = {
            item.number: item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"}

    def children(self, element):
        for kid in element["K"]:
            if isinstance(kid, bytes) and (child := self.elements.get(int(kid.split()[0]))):
                yield child

    def add(self, parent, kind, kids=()):
        element = pydyf.Dictionary({"Type": "/StructElem", "S": kind, "K": pydyf.Array(), "P": parent.reference})
        if "Pg" in parent:
            element["Pg"] = parent["Pg"]
        self.pdf.add_object(element)
        self.elements[element.number] = element
        for kid in kids:
            kid["P"] = element.reference
            element["K"].append(kid.reference)
        return element

    def mend(self):
        for element in list(self.elements.values()):
            if element["S"] == "/Table":
                self.mend_table(element)
            elif element["S"] == "/L":
                self.wrap(element, ("/L", "/LI", "/Caption"), "/LI")
        for element in list(self.elements.values()):
            if element["S"] == "/LI":
                self.wrap(element, ("/Lbl", "/LBody"), "/LBody")

    def wrap(self, parent, allowed, kind):
        for at, child in list(enumerate(self.children(parent))):
            if child["S"] in allowed:
                continue
            place = parent["K"].index(child.reference)
            parent["K"][place] = self.add(parent, kind, [child]).reference

    def rows(self, element):
        for child in self.children(element):
            if child["S"] == "/TR":
                yield child
            elif child["S"] in ("/THead", "/TBody", "/TFoot", "/NonStruct"):
                yield from self.rows(child)

    def mend_table(self, table):
        rows = list(self.rows(table))
        grid = [{} for _ in rows]
        for number, row in enumerate(rows):
            column = 0
            for cell in self.children(row):
                if cell["S"] not in ("/TH", "/TD"):
                    continue
                attributes = cell.setdefault("A", pydyf.Dictionary({"O": "/Table"}))
                while column in grid[number]:
                    column += 1
                height = min(attributes.get("RowSpan", 1), len(rows) - number)
                width = attributes.get("ColSpan", 1)
                if height != attributes.get("RowSpan", 1):
                    attributes["RowSpan"] = height
                for down in range(height):
                    for right in range(width):
                        grid[number + down].setdefault(column + right, cell)
                column += width
        columns = max((max(line, default=-1) + 1 for line in grid), default=0)
        for row, line in zip(rows, grid):
            for column in range(columns):
                if column not in line:
                    line[column] = self.add(row, "/TD")
                    line[column]["A"] = pydyf.Dictionary({"O": "/Table"})
                    row["K"].append(line[column].reference)
        self.add_heads(grid, columns)

    def add_heads(self, grid, columns):
        """Says which way a head counts, and gives every cell the heads of its row and its column."""
        for line in grid:
            is_head_row = all(cell["S"] == "/TH" for cell in line.values())
            for cell in line.values():
                if cell["S"] == "/TH":
                    cell["A"].setdefault("Scope", "/Column" if is_head_row else "/Row")
                    cell.setdefault("ID", pydyf.String(f"head-{cell.number}"))
        for number, line in enumerate(grid):
            for column, cell in line.items():
                if cell["S"] != "/TD" or cell["A"].get("Headers"):
                    continue
                heads = {head.number: head["ID"] for head in line.values() if head["S"] == "/TH"}
                above = (grid[up].get(column) for up in range(number))
                heads |= {head.number: head["ID"] for head in above if head is not None and head["S"] == "/TH"}
                if heads:
                    cell["A"]["Headers"] = pydyf.Array(heads.values())
                else:
                    cell["A"].pop("Headers", None)


def make_pdf(work, words):
    html = weasyprint.HTML(
        filename=work["html"], encoding="utf-8", base_url=work["address"], url_fetcher=SiteFiles(work["site"], work["folder"]))
    simplify(html.etree_element)
    fit_tables(html.etree_element)
    show_addresses(html.etree_element, work["address"])
    add_ends(html)
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(filename=work["css"], font_config=fonts)
    options = {"pdf_variant": "pdf/ua-1", "pdf_tags": True, "optimize_images": True, "dpi": 200}
    document = html.render(font_config=fonts, stylesheets=[sheet], **options)
    leave_out_last_pages(document)
    document.write_pdf(work["pdf"], finisher=lambda _, pdf: Structure(pdf).mend(), pdf_identifier=work["key"].encode(), **options)
    return {"pages": len(document.pages), "starts": list(starts(document)), "words": words.lines}


def main():
    # Fonts are cut down to what is used of them, and would hold the time.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    logging.getLogger("weasyprint").handlers.clear()
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    sys.setrecursionlimit(20_000)
    answer(version=weasyprint.__version__)
    for line in sys.stdin:
        work = json.loads(line)
        words = Words()
        logger = logging.getLogger("weasyprint")
        logger.addHandler(words)
        try:
            answer(**make_pdf(work, words))
        except Exception as error:
            answer(error=f"{type(error).__name__}: {error}".splitlines()[0])
        finally:
            logger.removeHandler(words)


main()
