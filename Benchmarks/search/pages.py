"""Searching in a real browser: what one query costs, and what it shows."""

import statistics
from dataclasses import dataclass
from urllib.parse import urlsplit

from server import round_trips
from tools import CHROMIUM

# How long nothing may change before the results count as settled, in milliseconds; longer than any delay of an answer.
QUIET = 700
PATIENCE = 60_000

# Notes when the last key was pressed and when the results changed last.
WATCH = """list => {
  window.watched = { key: 0, change: 0 };
  document.addEventListener("keydown", event => { watched.key = performance.now(); }, true);
  new MutationObserver(() => { watched.change = performance.now(); })
    .observe(document.querySelector(list), { childList: true, subtree: true, characterData: true });
}"""
SETTLED = "quiet => watched.change > watched.key && watched.key && performance.now() - watched.change > quiet"


@dataclass
class Kind:
    """A page to search on: where it stands, its box, and the list that shows results."""
    path: str
    box: str
    list: str


MOOT = Kind("search/", "#search--words", "#search-results")
# With the pause and the number of documents that Moot's page begins with, which are no part of what is compared.
PAGEFIND = Kind("pagefind.html?debounce=120&shown=3", "#query", "#results")


PHONE = {"width": 390, "height": 844}


def launch(playwright):
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@dataclass
class Asked:
    query: str
    seconds: float
    requests: list

    def part(self, name):
        """The requests of one part: programs (scripts and WebAssembly), what it takes to rank, and the words to show."""
        return [one for one in self.requests if part_of(one.path) == name]

    @property
    def bytes(self):
        return sum(one.bytes for one in self.requests)

    @property
    def index(self):
        return self.part("rank") + self.part("show")

    @property
    def trips(self):
        return round_trips(self.requests)


def part_of(path):
    if path.endswith((".js", ".mjs")) or "wasm" in path:
        return "program"
    return "show" if "/records/" in path or "/fragment/" in path else "rank"


class Timings:
    """When the browser wanted each file and had it: a request that waits for a free connection began when it was wanted."""

    def __init__(self):
        self.of = {}

    def note(self, request):
        timing = request.timing
        if timing["startTime"] > 0 and timing["responseEnd"] > 0:
            self.of[urlsplit(request.url).path] = (timing["startTime"] / 1000, (timing["startTime"] + timing["responseEnd"]) / 1000)

    def put_into(self, requests):
        for one in requests:
            one.start, one.end = self.of.get(one.path, (one.start, one.end))
        return requests


def open_page(browser, kind, address, timings=None):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    if timings:
        page.on("requestfinished", timings.note)
    page.goto(address + kind.path, wait_until="networkidle")
    page.evaluate(WATCH, kind.list)
    return page


def type_in(page, kind, query):
    """Types a query over what stands in the box; seconds from its last key to the last change of the results."""
    page.fill(kind.box, "")
    page.wait_for_timeout(QUIET)
    page.focus(kind.box)
    page.evaluate("watched.key = watched.change = 0")
    page.keyboard.type(query)
    page.wait_for_function(SETTLED, arg=QUIET, timeout=PATIENCE)
    return page.evaluate("(watched.change - watched.key) / 1000")


def cold(browser, kind, address, log, query):
    """The first query of a reader who was never here."""
    log.clear()
    timings = Timings()
    page = open_page(browser, kind, address, timings)
    seconds = type_in(page, kind, query)
    page.context.close()
    return Asked(query, seconds, timings.put_into(log.search()))


def warm(browser, kind, address, queries):
    """Median seconds of queries after a first one that brought the scripts and what all queries need."""
    page = open_page(browser, kind, address)
    type_in(page, kind, queries[0])
    seconds = [type_in(page, kind, query) for query in queries[1:]]
    page.context.close()
    return statistics.median(seconds)
