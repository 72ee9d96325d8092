#!/usr/bin/env python3
"""Looks at packs and strategies as PDF: rules of PDF/UA-1, pages and their numbers, tags, fonts, and what is made again.

As a program of its own it prints whole sites and looks at every PDF:
  pdf.py [--long] [folder of sources …]     the sample and the real packs, where none is named; --long adds a pack of 300 pages
"""

import html
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

import tools

if __name__ == "__main__":
    tools.enter()

import sites

WEASYPRINT = tools.VENV / "bin" / "weasyprint"
LIMIT_SECONDS, LIMIT_MEGABYTES = 60, 1024


def build(source, output, *options, environment=None):
    environment = {**os.environ, **(environment or {})}
    return subprocess.run(
        [sites.newest(), "build", "--content", source, "--output", output, "--today", sites.TODAY,
         "--base-url", "https://example.gov.uk/meetings/", "--pdf", *options],
        cwd=tools.ROOT, capture_output=True, text=True, env=environment)


def printed(folder):
    return sorted([*folder.rglob("pack.pdf"), *folder.rglob("strategy.pdf")])


def page_of(pdf):
    """The HTML that a PDF was printed from."""
    if pdf.name == "pack.pdf":
        return pdf.parent / "pack" / "index.html"
    whole = pdf.parent / "all" / "index.html"
    return whole if whole.exists() else pdf.parent / "index.html"


def run_tool(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def text_of(pdf):
    """The text, page by page, words divided by single blanks."""
    pages = run_tool("pdftotext", "-layout", pdf, "-").split("\f")
    return [" ".join(page.split()) for page in pages[:-1]]


def broken_rules(pdf):
    """PDF/UA-1 (ISO 14289-1), and what poppler says of tags, title and fonts."""
    import page as validation

    report = validation.validate_pdf(str(pdf), profile="ua1")
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    info = run_tool("pdfinfo", pdf)
    if not re.search(r"^Tagged:\s+yes", info, re.M):
        found.append("it is not tagged")
    if not re.search(r"^Title:\s+\S", info, re.M):
        found.append("it has no title")
    fonts = run_tool("pdffonts", pdf).splitlines()[2:]
    if not fonts or any(line.split()[-5] != "yes" for line in fonts):
        found.append("a font is not embedded")
    return found


def plain(fragment):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", fragment)).split())


def parts(page):
    """The papers, minutes and supplements in a pack: their anchors and titles, in order."""
    found = re.findall(r'<(?:article class="paper"|section class="supplement") id="([^"]+)">.*?<h2[^>]*>(.*?)</h2>', page, re.S)
    return [(anchor, plain(re.sub(r"<a .*?</a>", "", title, flags=re.S))) for anchor, title in found]


def wrong_pages(pdf):
    """The agenda's pages are those on which the papers start; every page has its number."""
    page = page_of(pdf).read_text()
    text = text_of(pdf)
    squeezed = [re.sub(r"\s", "", part) for part in text]
    # What stands at the top of every page but the first.
    head = "".join(re.sub(r"\s", "", plain(re.search(pattern, page, re.S)[1])) for pattern in (r'<p class="over">(.*?)</p>', r"<h1>(.*?)</h1>"))
    found = [f"page {number} does not say so" for number, part in enumerate(text, 1) if not part.endswith(f"Page {number}")]
    starts = []
    for anchor, title in parts(page):
        wanted = re.sub(r"\s", "", title)
        after = starts[-1][1] if starts else 1
        begins = re.compile(rf"{re.escape(head)}(Item[\w.]{{1,6}}?)?{re.escape(wanted)}")
        number = next((n for n in range(after + 1, len(text) + 1) if begins.match(squeezed[n - 1])), None)
        if number is None:
            found.append(f"“{title}” starts on no page")
            continue
        starts.append((anchor, number))
    spans = {anchor: (first, following - 1) for (anchor, first), (_, following) in zip(starts, [*starts[1:], (None, len(text) + 1)])}
    # Supplements list papers as the agenda does; what stands in the papers themselves does not count.
    agendas = re.sub(r'<nav class="contents".*?</nav>|<article class="paper".*?</article>', "", page, flags=re.S)
    supplements = [text[number - 1] for anchor, (first, last) in spans.items() if not re.match("paper--|minutes--", anchor) for number in range(first, last + 1)]
    agenda = " ".join([*text[1:starts[0][1] - 1], *supplements] if starts else text[1:])
    for anchor, (first, last) in spans.items():
        if f'<a href="#{anchor}"' not in agendas:
            continue
        wanted = str(first) if first == last else f"{first} – {last}"
        if not re.search(rf"(?<![\d–]) ?{wanted.replace(' ', '.?')}(?!\d)", agenda):
            found.append(f"the agenda does not say “{wanted}” for {anchor}")
    return found


MARK = re.compile(r'<a class="page-mark" id="page-(\d+)" href="#page-\1">[^<]*</a>')
BLOCK = re.compile(r"</?(?:p|li|h[1-6]|tr|td|th|table|caption|figure|pre|dt|dd|blockquote|ul|ol|div|article|section|header)\b[^>]*>")
UNPRINTED = re.compile(
    r'<a class="(?:page-mark|anchor|csv)\b.*?</a>|<span class="(?:page-mark|hidden|printed-pages)\b.*?</span>|<(nav|svg|form|template)\b.*?</\1>', re.S)


def letters(text):
    return re.sub(r"\W", "", text)


def pieces(fragment):
    """The letters of every block of a fragment of a page, as far as it is printed."""
    found = [letters(plain(piece)) for piece in BLOCK.split(UNPRINTED.sub("", fragment))]
    return [piece[:30] for piece in found if piece]


def wrong_marks(pdf):
    """Every page but the cover has a mark in the HTML, between a block that begins on an earlier page and one that begins on it."""
    page = page_of(pdf).read_text()
    # No one order of reading has every block in one piece: floats, cells beside each other and narrow columns stand in its way.
    readings = [[letters(part) for part in run_tool("pdftotext", *way, pdf, "-").split("\f")[:-1]] for way in (["-layout"], [], ["-raw"])]
    begins_on = lambda words, number: any(words in reading[number - 1] for reading in readings)
    marks = list(MARK.finditer(page))
    wanted = [str(number) for number in range(2, len(readings[0]) + 1)]
    found = [] if [mark[1] for mark in marks] == wanted else [f"marks of the pages {[mark[1] for mark in marks]}, not of 2 to {len(readings[0])}"]
    for mark in marks:
        number = int(mark[1])
        after = pieces(page[mark.end():mark.end() + 20_000])
        before = pieces(page[max(0, mark.start() - 20_000):mark.start()])
        if not after or not begins_on(after[0], number):
            found.append(f"page {number} does not hold “{after[:1]}”, at which its mark stands")
        if not before or not any(begins_on(before[-1], earlier) for earlier in range(1, number)):
            found.append(f"“{before[-1:]}” stands before the mark of page {number}, and begins on no page before it")
    return found


def missing_tags(pdf):
    structure = run_tool("pdfinfo", "-struct", pdf)
    kinds = set(re.findall(r"^\s*(\w+)", structure, re.M))
    return [f"no {kind} in the tree of tags" for kind in ("H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD", "Link") if kind not in kinds]


def bookmarks(pdf):
    return [] if any("/Outlines" in words for words in everything_in(pdf)) else ["it has no bookmarks"]


def run(site, work, results):
    """The sample, in `make test`."""
    folder = work / "printed"
    outcome = build(site.source, folder, "--weasyprint", WEASYPRINT)
    pdfs = printed(folder)
    results.check("pdf: the sample is printed", [outcome.stderr] if outcome.returncode or len(pdfs) < 20 else [])
    packs = sorted((pdf for pdf in pdfs if pdf.name == "pack.pdf"), key=lambda pdf: -page_of(pdf).stat().st_size)
    name = lambda pdf: pdf.relative_to(folder)
    results.check("pdf: no failed rule of PDF/UA-1, tagged, fonts embedded", [f"{name(pdf)}: {line}" for pdf in pdfs for line in broken_rules(pdf)])
    results.check("pdf: the agenda's pages are those where papers start", [f"{name(pdf)}: {line}" for pdf in packs for line in wrong_pages(pdf)])
    results.check("pdf: marks in the HTML stand where printed pages begin", [f"{name(pdf)}: {line}" for pdf in packs for line in wrong_marks(pdf)])
    results.check("pdf: headings, lists, tables and links are tagged, and bookmarks are there", missing_tags(packs[0]) + bookmarks(packs[0]))
    results.check("pdf: pages link to their PDF", unlinked(folder, pdfs))
    again(site, work, folder, results)
    secret(work, results)
    without(site, work, results)


def unlinked(folder, pdfs):
    found = []
    for pdf in pdfs:
        pages = [page_of(pdf), pdf.parent / "index.html"]
        for page in pages:
            text = page.read_text()
            if not re.search(rf'href="(\.\./)?{pdf.name}"', text) or not re.search(r"PDF, \d+ pages?, [\d.,]+ [KM]B", text):
                found.append(f"{page.relative_to(folder)} does not link to it, or not with its pages and size")
    return found


def again(site, work, folder, results):
    """A second build prints nothing; a changed paper lets one pack be printed."""
    import shutil

    # The site keeps a file whose bytes are the same, however they were made: only the prints beside it tell.
    kept = folder.with_name(f".{folder.name}.pdf")
    stamps = lambda: {pdf.name: pdf.stat().st_mtime_ns for pdf in kept.glob("*.pdf")}
    before, bytes_before = stamps(), {pdf: pdf.read_bytes() for pdf in printed(folder)}
    outcome = build(site.source, folder, "--weasyprint", WEASYPRINT)
    failures = [f"{pdf} is gone" for pdf in bytes_before if not pdf.exists()] + [f"{name} was printed again" for name, stamp in stamps().items() if before.get(name) != stamp]
    results.check("pdf: a second build prints nothing again", failures + ([outcome.stderr] if outcome.returncode or not before else []))
    copy = work / "printed-content"
    shutil.copytree(site.source, copy)
    paper = next((copy / "committees/health-and-wellbeing-board/2026-06-18").rglob("steady-on-progress*.md"))
    paper.write_text(paper.read_text() + "\nOne more paragraph.\n")
    build(copy, folder, "--weasyprint", WEASYPRINT)
    changed = [str(pdf.parent.name) for pdf in printed(folder) if bytes_before.get(pdf) != pdf.read_bytes()]
    results.check("pdf: a changed paper lets its pack be printed, and no other", [] if changed == ["2026-06-18"] else changed or ["none"])


SECRET_HEAD = "---\ntitle: Canarytitle\nauthor: [Canaryauthor]\n{}---\n\n# Canaryheading\n\nCanarybody[^1]\n\n[^1]: Canarynote\n"


def secret_source(folder):
    """A pack with papers that nobody may read, marked in each of the ways there are; and a crest and a colour."""
    meeting = folder / "committees/board/2026-01-22"
    files = {
        "site.yml": "name: Testshire\nurl: https://testshire.example/\ntheme:\n  colour: \"#7a1fa2\"\n  crest: icon.svg\n",
        "committees/board/committee.md": "---\nname: Board\n---\n",
        "committees/board/2026-01-22/agenda.md":
            "---\n---\n\n## 1. Budget\n\n- Papers: [Budget](budget.md)\n\n"
            "## 2. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n- Papers: [Canarytitle](canaryitem.md)\n\nCanarytext of the item.\n\n"
            "## 3. Close\n\n- Purpose: information\n",
        "committees/board/2026-01-22/supplement-1.md":
            "---\nkind: supplement\nissued: 2026-01-20\n---\n\n## 4. Lease\n\n- Exempt: 3\n- Reason: the price is being negotiated\n"
            "- Papers: [Canarytitle](canarysupplement.md)\n\nCanarytext.\n",
        "committees/board/2026-01-22/budget.md": "---\ntitle: Budget\n---\n\nSee [the figures](budget/figures.csv).\n",
        "committees/board/2026-01-22/budget/figures.csv": "Ward,Budget\nNorth,1\n",
        "committees/board/2026-01-22/canaryitem.md": SECRET_HEAD.format(""),
        "committees/board/2026-01-22/canaryitem/canaryappendix.md": SECRET_HEAD.format(""),
        "committees/board/2026-01-22/canarysupplement.md": SECRET_HEAD.format(""),
        "committees/board/2026-01-22/canaryhead.md": SECRET_HEAD.format("classification: exempt\n"),
        "committees/board/2026-01-22/exempt/canaryfolder.md": SECRET_HEAD.format(""),
        "committees/board/2026-01-22/budget/exempt/canarydeep.md": SECRET_HEAD.format(""),
        "strategies/plan/strategy.md": "---\ntitle: Plan\n---\n\nWe plan.\n",
        "strategies/plan/exempt/canarychapter.md": SECRET_HEAD.format(""),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def everything_in(pdf):
    """Every word of a PDF: text, metadata, bookmarks, attachments, and whatever its streams hold."""
    data = pdf.read_bytes()
    streams = [data]
    for start in re.finditer(rb"stream\r?\n", data):
        try:
            streams.append(zlib.decompressobj().decompress(data[start.end():]))
        except zlib.error:
            continue
    words = "\n".join(run_tool(*command) for command in (
        ("pdftotext", "-raw", pdf, "-"), ("pdfinfo", pdf), ("pdfinfo", "-meta", pdf), ("pdfinfo", "-struct-text", pdf), ("pdfinfo", "-dests", pdf),
        ("pdfinfo", "-url", pdf), ("pdfdetach", "-list", pdf)))
    return [words, *(stream.decode(code, "ignore") for stream in streams for code in ("latin-1", "utf-16-be", "utf-16-le"))]


def secret(work, results):
    """No word of an exempt paper is in a PDF, or in what is kept of it; the same sources give the same bytes."""
    secret_source(work / "secret")
    failures, prints = [], []
    for place in ("secret-1", "secret-2"):
        folder = work / place / "site"
        outcome = build(work / "secret", folder, "--weasyprint", WEASYPRINT)
        pdfs = printed(folder)
        if outcome.returncode or len(pdfs) != 2:
            failures.append(f"{len(pdfs)} PDFs, and: {outcome.stderr}")
        prints.append({pdf.relative_to(folder): pdf.read_bytes() for pdf in pdfs})
    for pdf in pdfs:
        failures += [f"{pdf.name}: …{found[0]}…" for words in everything_in(pdf) if (found := re.search("(?i).{0,20}canary.{0,20}", words))]
    for file in (work / "secret-2").rglob("*"):
        if "canary" in file.name.lower() or file.suffix in (".html", ".json") and "canary" in file.read_text().lower():
            failures.append(f"{file.relative_to(work)} holds words of an exempt paper")
    results.check("pdf: exempt papers leave no word in any PDF", failures)
    results.check("pdf: two builds from nothing give the same bytes", [str(path) for path in prints[0] if prints[0][path] != prints[1].get(path)])
    pack = next(pdf for pdf in pdfs if pdf.name == "pack.pdf")
    text = " ".join(text_of(pack))
    results.check("pdf: a pack has the authority's crest, and says where files are that it cannot hold", broken_rules(pack) + [
        f"no “{words}”" for words in ("Exempt. This item is not dealt with in public", "https://example.gov.uk/meetings/committees/board/2026-01-22/budget/figures.csv")
        if words.replace(" ", "") not in text.replace(" ", "")] + ([] if "Crest" in run_tool("pdfinfo", "-struct", pack) + "".join(everything_in(pack)) else ["no crest"]))


def without(site, work, results):
    folder = work / "unprinted"
    outcome = build(site.source, folder, environment={"PATH": "/nowhere", "WEASYPRINT": ""})
    failures = []
    if outcome.returncode or not (folder / "index.html").exists():
        failures.append("there is no site")
    if "W521" not in outcome.stderr or "pip install weasyprint" not in outcome.stderr:
        failures.append("it does not say how to get WeasyPrint")
    if any("pack.pdf" in page.read_text() for page in folder.rglob("index.html")):
        failures.append("a page links to a PDF that is not there")
    results.check("pdf: without WeasyPrint the site is made, and the build says so", failures)


# A program of its own


def long_source(folder, pages=300):
    """A meeting with reports, tables and lists that fill about so many pages."""
    meeting = folder / "committees/board/2026-01-22"
    meeting.mkdir(parents=True)
    (folder / "site.yml").write_text("name: Longshire\nurl: https://longshire.example/\n")
    (meeting.parent / "committee.md").write_text("---\nname: Board\n---\n")
    words = "The committee looked at the budget of the library service and asked for figures by ward and by month"
    agenda = ["---", "---", ""]
    for number in range(1, pages // 13 + 1):
        agenda += [f"## {number}. Report {number}", "", f"- Papers: [Report {number}](report-{number}.md)", ""]
        text = [f"---\ntitle: Report {number}\n---\n"]
        for section in range(1, 11):
            text.append(f"## Section {section}\n")
            text += [f"{words}, in part {part} of section {section}. " * 4 + "\n" for part in range(4)]
            text += [f"- {words}" for _ in range(5)] + [""]
            text += ["| Ward | Budget | Spent | Left |", "|---|---:|---:|---:|"]
            text += [f"| Ward {row} | {row * 1000} | {row * 400} | {row * 600} |" for row in range(1, 13)] + [""]
        (meeting / f"report-{number}.md").write_text("\n".join(text))
    (meeting / "agenda.md").write_text("\n".join(agenda))


def measure(name, source, work):
    folder = work / name
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    outcome = build(source, folder, "--weasyprint", WEASYPRINT)
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    work_seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    megabytes = after.ru_maxrss // 1024
    failures = [outcome.stderr] if outcome.returncode else []
    count = pages = 0
    for pdf in printed(folder):
        count += 1
        pages += len(text_of(pdf))
        lines = broken_rules(pdf)
        if pdf.name == "pack.pdf":
            lines += wrong_pages(pdf) + wrong_marks(pdf)
        failures += [f"{pdf.relative_to(folder)}: {line}" for line in lines]
    print(f"{name}: {count} PDFs, {pages} pages, {seconds:.0f} s ({work_seconds:.0f} s of a processor), at most {megabytes} MB in one process, {len(failures)} failures", flush=True)
    for line in failures:
        print(f"    {line}")
    return failures, seconds, megabytes


def main(arguments):
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if "--long" in arguments:
            long_source(work / "long-source")
            failures, seconds, megabytes = measure("long", work / "long-source", work)
            failed |= bool(failures) or seconds > LIMIT_SECONDS or megabytes > LIMIT_MEGABYTES
        sources = [Path(argument) for argument in arguments if not argument.startswith("--")]
        sources = sources or [source for source in (tools.ROOT / "Content", *sites.PACKS.glob("*/Content")) if source.is_dir()]
        for number, source in enumerate(sources):
            failures, _, _ = measure(source.parent.name if source.name == "Content" else f"site-{number}", source.resolve(), work)
            failed |= bool(failures)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
