"""Asks the search page of the sample in a real browser, as residents do and as they should not."""

import functools
import gzip
import json
import re
import shutil
import subprocess
import threading
import time
import zlib
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import sync_playwright

import sites
from accessibility.worker import BASE, TAGS, Quiet, Server
from tools import AXE, ROOT

# What sticks out of a page 320 pixels wide, table regions and what they hold left aside.
STICKS_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const all = [...document.body.querySelectorAll('*')].filter(e => !e.closest('.table[tabindex]') && e.getBoundingClientRect().right > width + 1);
  return all.filter(e => !all.some(other => other !== e && e.contains(other))).slice(0, 5).map(e => e.outerHTML.slice(0, 120))
    .concat(all.length ? [] : ['the page is ' + document.documentElement.scrollWidth + ' px wide']);
}"""

BOX = "#search--words"
RESULTS = "#search"
PASSAGE = "#search-results > li > ul > .passage"
STATUS = "#search-status"
PATIENCE = 10_000
KILOBYTE = 1_000
# Something was announced, and nothing has changed for longer than the page waits before it announces.
SETTLED = """([results, status]) => {
  const text = document.querySelector(results).innerHTML, now = performance.now();
  if (text !== window.seen?.text) window.seen = { text, since: now };
  return document.querySelector(status)?.textContent.trim() && now - seen.since > 800;
}"""
HOSTILE = "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script>"


class Strict(Quiet):
    """With the policy that the search promises to work under."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", "script-src 'self'")
        super().end_headers()


class Visit:
    """One reader in a browser of their own."""

    def __init__(self, browser, site, address, failures, allowed="", **context):
        self.site, self.address, self.failures = site, address, failures
        self.context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | context))
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda error: failures.append(f"{self.page.url}: {error}"))
        self.page.on("console", lambda message: message.type == "error" and not (allowed and re.search(allowed, message.text))
                     and failures.append(f"{self.page.url[:200]}: {message.text}"))

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.context.close()

    def open(self, query=""):
        self.page.goto(self.address + "search/" + query)
        if query:
            self.settle()
        return self

    def settle(self):
        """Waits until the results have been announced and stay as they are."""
        self.page.wait_for_function(SETTLED, arg=[RESULTS, STATUS])

    def ask(self, words):
        self.page.fill(BOX, "")
        self.page.type(BOX, words)
        self.wait()

    def put(self, words):
        """All at once, as one pastes."""
        self.page.fill(BOX, words)
        self.wait()

    def wait(self):
        """Lets the page begin with what it was just told."""
        self.page.wait_for_timeout(300)
        self.settle()

    def passages(self):
        return [Passage(self, handle) for handle in self.page.query_selector_all(PASSAGE)]

    def status(self):
        return " ".join(self.page.inner_text(STATUS).split())

    def text(self):
        return " ".join(self.page.inner_text(RESULTS).split())

    def query(self):
        return {name: values[0] for name, values in parse_qs(urlsplit(self.page.url).query).items()}

    def expect(self, holds, what):
        if not holds:
            self.failures.append(f"{what} [{self.page.url[:200]}]")


class Passage:
    def __init__(self, visit, handle):
        self.address = handle.query_selector("a").evaluate("link => link.href")
        self.text = " ".join(handle.inner_text().split())
        self.marked = [mark.inner_text() for mark in handle.query_selector_all("mark")]
        parts = urlsplit(self.address)
        path = unquote(parts.path.removeprefix(BASE))
        self.path, self.anchor = path, unquote(parts.fragment)
        self.file = visit.site.folder / path / "index.html"

    def leads_somewhere(self):
        if not self.file.exists():
            return False
        return not self.anchor or f'id="{self.anchor}"' in self.file.read_text()

    def words(self):
        """All words of the page that it leads to."""
        return words_of(self.file)


@functools.cache
def words_of(file):
    text = file.read_text().split("<main", 1)[1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).lower().translate({0x2019: "'", 0x2011: "-"}).split())


CHECKS = []


def check(name):
    def note(function):
        CHECKS.append((name, function))
        return function
    return note


def run(site, work, results):
    hostile = build_hostile(work)
    with sync_playwright() as playwright, serving(site) as address, serving(hostile) as hostile_address:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, function in CHECKS:
            failures = []
            wanted = (hostile, hostile_address) if "hostile" in function.__name__ else (site, address)
            try:
                function(lambda *more, **context: Visit(browser, *wanted, failures, *more, **context), failures)
            except Exception as error:
                failures.append(f"{type(error).__name__}: {str(error)[:400]}")
            results.check(f"search: {name}", failures)
        browser.close()
    results.check("search: what the browser loads is as small as promised", small(site))


class serving:
    def __init__(self, site):
        self.server = Server(("127.0.0.1", 0), functools.partial(Strict, directory=site.folder))

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}{BASE}"

    def __exit__(self, *error):
        self.server.shutdown()


def build_hostile(work):
    """The sample with a section whose heading looks like a script."""
    source, folder = work / "hostile-source", work / "hostile"
    shutil.copytree(ROOT / "Content", source)
    paper = source / "committees" / "cabinet" / "2026-10-12" / "budget-monitoring.md"
    literal = re.sub(r"([<>\"=])", r"\\\1", HOSTILE)
    paper.write_text(paper.read_text() + f"\n## Zebrafish {literal}\n\nThe zebrafish said {literal} twice.\n")
    subprocess.run([sites.newest(), "build", "--content", source, "--output", folder, "--today", sites.TODAY], cwd=ROOT, check=True, capture_output=True)
    return sites.Site("hostile", folder, source)


@check("typing shows passages that hold the words, and the address keeps the words")
def typing(visit, failures):
    with visit() as one:
        one.open().ask("flooding")
        found = one.passages()
        one.expect(found, "nothing is found for “flooding”")
        for passage in found:
            one.expect(passage.leads_somewhere(), f"{passage.address} leads nowhere")
            one.expect("flood" in passage.words(), f"{passage.address} does not speak of floods")
        one.expect(any("flood" in mark.lower() for passage in found for mark in passage.marked), "no word is marked")
        one.expect(one.query().get("q") == "flooding", "the address does not keep the words")
        one.expect(one.page.evaluate("document.activeElement.matches('input[type=search]')"), "typing lost the focus")
        again = [passage.address for passage in found]
        one.page.reload()
        one.settle()
        one.expect([passage.address for passage in one.passages()] == again, "the address does not lead to the same results")


@check("the box on every page leads to the results")
def box(visit, failures):
    with visit() as one:
        for path in ("", "a-to-z/", "committees/cabinet/2026-10-12/budget-monitoring/"):
            one.page.goto(one.address + path)
            one.page.fill("input[type=search]:visible", "library")
            one.page.keyboard.press("Enter")
            one.page.wait_for_url("**/search/?q=library*")
            one.settle()
            one.expect(one.passages() and one.page.input_value(BOX) == "library", f"the box on “{path}” finds nothing")


@check("where there is no room for a box, the menu leads to the search")
def menu(visit, failures):
    with visit(viewport={"width": 375, "height": 700}) as one:
        one.page.goto(one.address + "a-to-z/")
        one.expect(not one.page.is_visible(".site-search"), "the box is there")
        one.page.get_by_role("navigation", name="Main").get_by_role("link", name="Search").click()
        one.page.wait_for_url("**/search/")


def of_cabinet(passages):
    """Whether there are some and none is of another committee; a strategy belongs to the committee that agreed it."""
    return passages and all(not passage.path.startswith("committees/") or passage.path.startswith("committees/cabinet/") for passage in passages)


@check("filters narrow, show in the address, and Back takes them away")
def filters(visit, failures):
    with visit() as one:
        one.open("?q=flood")
        all_of_them, status = [passage.address for passage in one.passages()], one.status()
        one.page.get_by_label("Committee").select_option("cabinet")
        one.wait()
        narrowed = one.passages()
        one.expect(of_cabinet(narrowed), "the filter shows other committees, or nothing")
        one.expect(one.status() != status, "the announced number does not follow the filter")
        address = one.page.url
        one.expect("cabinet" in address, "the address does not keep the filter")
        one.page.go_back()
        one.wait()
        one.expect([passage.address for passage in one.passages()] == all_of_them, "Back does not bring the former results")
        one.page.goto(address)
        one.settle()
        one.expect([passage.address for passage in one.passages()] == [passage.address for passage in narrowed], "a shared address shows something else")


@check("Back from a page that was found brings the results again")
def back(visit, failures):
    with visit() as one:
        one.open().ask("library")
        found = [passage.address for passage in one.passages()]
        one.page.click("#search-results a >> nth=0")
        one.page.wait_for_url(lambda url: "/search/" not in url)
        one.page.go_back()
        one.settle()
        one.expect([passage.address for passage in one.passages()] == found, "other results after Back")
        one.expect(one.page.input_value(BOX) == "library", "an empty box after Back")


@check("a phrase, a word left out, a committee and a year in the box")
def operators(visit, failures):
    with visit() as one:
        one.open().ask('"weir bridge"')
        one.expect(one.passages(), "the phrase is not found")
        for passage in one.passages():
            one.expect("weir bridge" in passage.words(), f"{passage.address} does not hold the phrase")
        one.ask('"bridge weir"')
        one.expect(not one.passages() or "no " in one.text().lower(), "a phrase in the wrong order is found")
        one.ask("library -books")
        one.expect(one.passages() and not any("books" in passage.text.lower() for passage in one.passages()), "a word left out is there, or nothing is")
        one.ask("flood committee:cabinet")
        one.expect(of_cabinet(one.passages()), "committee: shows other committees, or nothing")
        one.ask("flood year:2025")
        one.expect(one.passages() and all("2025" in passage.path for passage in one.passages()), "year: shows other years, or nothing")


@check("a misspelling finds the nearest word and says so")
def misspelling(visit, failures):
    with visit() as one:
        for wrong, right in (("librery", "library"), ("commitee", "committee"), ("Halowbridge", "hallowbridge")):
            one.open().ask(wrong)
            one.expect(one.passages(), f"nothing is found for “{wrong}”")
            one.expect(f"showing results for {right}" in one.text().lower().translate({0x201c: None, 0x201d: None}), f"“{wrong}” is not taken for {right}: {one.text()[:120]}")


@check("nothing found says what was searched and leads to the A–Z")
def nothing(visit, failures):
    with visit() as one:
        one.open().ask("xqzzvwk")
        one.expect(not one.passages(), "something is found")
        one.expect("xqzzvwk" in one.text(), "does not say what was searched")
        links = one.page.eval_on_selector_all("main a[href]", "all => all.filter(a => a.getClientRects().length).map(a => a.href)")
        one.expect(any(link.endswith("/a-to-z/") for link in links), "no way to the A–Z")
        one.ask("library")
        one.expect(one.passages(), "the page does not recover")


@check("everything can be done with the keyboard, and nothing takes the focus away")
def keyboard(visit, failures):
    with visit() as one:
        one.open()
        one.page.keyboard.press("Tab")
        reached = False
        for _ in range(30):
            if reached := one.page.evaluate("box => document.activeElement.matches(box)", BOX):
                break
            one.page.keyboard.press("Tab")
        one.expect(reached, "Tab does not reach the box")
        one.page.keyboard.type("library")
        one.wait()
        one.expect(one.page.evaluate("box => document.activeElement.matches(box)", BOX), "the results took the focus")
        one.page.keyboard.press("Enter")
        one.wait()
        one.expect(one.passages(), "Enter takes the results away")
        first = one.passages()[0].address if one.passages() else ""
        seen = []
        for _ in range(60):
            one.page.keyboard.press("Tab")
            seen.append(one.page.evaluate("document.activeElement.href || document.activeElement.outerHTML.slice(0, 80)"))
            if seen[-1] == first:
                break
        one.expect(first in seen, f"Tab does not reach the first result: {seen[:10]}")
        visible = one.page.evaluate("(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' || s.boxShadow !== 'none' })()")
        one.expect(visible, "the focus cannot be seen on a result")
        one.page.keyboard.press("Enter")
        one.page.wait_for_url(lambda url: "/search/" not in url)


@check("the results are announced once they settle, politely and once")
def announced(visit, failures):
    with visit() as one:
        one.open()
        one.expect(one.page.locator(STATUS).count() == 1, "the live region is not there from the beginning")
        live = one.page.eval_on_selector(STATUS, "e => e.getAttribute('aria-live') || e.getAttribute('role')")
        one.expect(live in ("polite", "status"), f"the live region is not polite but “{live}”")
        one.page.evaluate("""status => { window.said = []; const region = document.querySelector(status);
            new MutationObserver(() => region.textContent.trim() && said.at(-1) !== region.textContent && said.push(region.textContent)).observe(region, { childList: true, subtree: true, characterData: true }); }""", STATUS)
        one.page.type(BOX, "library", delay=60)
        one.wait()
        said = one.page.evaluate("said")
        one.expect(1 <= len(said) <= 2 and re.search(r"\d", said[-1]), f"announced: {said}")


@check("more results come without losing one's place")
def paging(visit, failures):
    with visit() as one:
        one.open("?q=council")
        before = [passage.address for passage in one.passages()]
        more = one.page.get_by_role("button", name=re.compile("more", re.I)).last
        # The rest of the first page comes of itself when its place is seen.
        more.scroll_into_view_if_needed()
        one.wait()
        page = [passage.address for passage in one.passages()]
        one.expect(len(page) > len(before) and page[:len(before)] == before, "the first page does not fill when one scrolls")
        before = page
        more.scroll_into_view_if_needed()
        place = one.page.evaluate("scrollY")
        more.click()
        one.wait()
        after = [passage.address for passage in one.passages()]
        one.expect(len(after) > len(before) and after[:len(before)] == before, "more results replace those that were there, or do not come")
        one.expect(abs(one.page.evaluate("scrollY") - place) < 900, "the page jumped")
        one.expect(one.page.evaluate("document.activeElement !== document.body"), "the focus is lost")


@check("results by date are in the order of their days")
def by_date(visit, failures):
    with visit() as one:
        one.open("?q=flood&sort=date")
        days = [found[0] for passage in one.passages() if (found := re.findall(r"/(\d{4}-\d{2}-\d{2})", passage.path))]
        one.expect(len(days) > 3 and days == sorted(days, reverse=True), f"the days are {days[:10]}")


@check("without JavaScript the box leads to a line of explanation and the A–Z")
def no_script(visit, failures):
    with visit(java_script_enabled=False) as one:
        one.page.goto(one.address)
        one.page.fill("input[type=search]:visible", "library")
        one.page.keyboard.press("Enter")
        one.page.wait_for_url("**/search/?q=library*")
        one.expect("JavaScript" in one.page.inner_text("main"), "no word of explanation")
        one.page.get_by_role("main").get_by_role("link", name=re.compile("A.*Z")).first.click()
        one.page.wait_for_url("**/a-to-z/")


@check("what looks like a script in the words is only text")
def injected(visit, failures):
    with visit() as one:
        for words in (HOSTILE, "\"><svg onload=window.harmed=1>", "javascript:window.harmed=1", "library <script>window.harmed=1</script>", "{{q}} ${1} %00 \\u0000 __proto__ constructor"):
            one.page.goto(one.address + "search/")
            one.put(words)
            one.expect(not one.page.evaluate("window.harmed"), f"executed: {words}")
            one.expect(not one.page.query_selector(f"{RESULTS} script, {RESULTS} img, {RESULTS} svg[onload]"), f"became elements: {words}")


@check("what looks like a script in a heading and a text is only text")
def hostile(visit, failures):
    with visit() as one:
        one.open().ask("zebrafish")
        one.expect(one.passages(), "the passage is not found")
        one.expect("<script>" in one.text(), f"the words are not shown as they are: {one.text()[:200]}")
        one.expect(not one.page.evaluate("window.harmed") and not one.page.query_selector(f"{RESULTS} script, {RESULTS} img"), "executed")


@check("odd questions: only stop words, only punctuation, emoji, right to left, 10,000 characters")
def odd(visit, failures):
    with visit() as one:
        one.open()
        for words in ("the of and", "?!… – “”", "🌊🦆", "مجلس المدينة", "-", '"', '""', "-the", "committee:", "year:abc", "year:99999", "committee:nowhere flood",
                      "a", "x" * 10_000, "flood " * 1_666, "-" * 10_000, '"flood ' * 1_000, " ".join(f"word{n}" for n in range(1_200))):
            one.put(words)
            one.expect(one.text(), f"no word about {words[:20]!r}")
            one.expect(one.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), f"{words[:20]!r} makes the page wide")
        one.put("library")
        one.expect(one.passages(), "the page does not recover")


def shards(text):
    return re.compile(r"/search/.*" + text + r".*\.bin")


@check("files that do not come: a plain message, and the page goes on once they do")
def offline(visit, failures):
    for name, spoil in (("aborted", lambda route: route.abort()), ("missing", lambda route: route.fulfill(status=404, body="not here")),
                        ("damaged", lambda route: route.fulfill(status=200, body="<html>not what was asked for</html>"))):
        for file in ("catalogue", "words", "records"):
            with visit(r"Failed to load resource|ERR_FAILED") as one:
                one.page.route(shards(file), spoil)
                one.page.goto(one.address + "search/")
                one.put("library")
                said = one.text()
                one.expect(len(said) > 20 and not re.search(r"\b(TypeError|undefined|null|Error:|JSON|NaN)\b", said), f"{file} {name}: says “{said[:150]}”")
                one.expect(not one.passages(), f"{file} {name}: shows passages all the same")
                one.page.unroute(shards(file))
                one.ask("library ")
                one.expect(one.passages(), f"{file} {name}: does not go on: {one.text()[:150]}")


@check("the newest question wins, however late the answers of the one before")
def late(visit, failures):
    with visit() as one:
        one.open("?q=council")
        one.page.route(re.compile(r"\.bin$"), lambda route: (time.sleep(0.03), route.continue_()))
        for words in ("flood", "library", "weir"):
            one.page.fill(BOX, words)
            one.page.wait_for_timeout(170)
        one.wait()
        one.expect(one.passages() and any("weir" in passage.text.lower() for passage in one.passages()[:1]), "shows the answer to an older question")


@check("accessible with results at 1280 and 375 px, with and without a match, in high contrast and with reduced motion")
def accessible(visit, failures):
    for width in (1280, 375):
        with visit(viewport={"width": width, "height": 900}, bypass_csp=True, reduced_motion="reduce") as one:
            for query in ("?q=flood", "?q=librery", "?q=xqzzvwk", "?q=flood&sort=date"):
                one.open(query)
                one.page.add_script_tag(path=AXE)
                found = one.page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
                failures += [f"{width} px, {query}: {violation['id']} ({violation['help']}): {node['html'][:160]}"
                             for violation in found["violations"] for node in violation["nodes"][:3]]
    with visit(forced_colors="active") as one:
        one.open("?q=flood")
        one.expect(one.passages(), "nothing in high contrast")


@check("no scrolling sideways at 320 px, which is 400 % of a screen")
def narrow(visit, failures):
    with visit(viewport={"width": 320, "height": 640}) as one:
        for query in ("?q=flood", "?q=%22weir+bridge%22", "?q=" + "x" * 300, "?q=council+tax&sort=date"):
            one.open(query)
            failures += [f"{query[:40]}: sticks out: {element}" for element in one.page.evaluate(STICKS_OUT)]


@check("nothing leaves the site, and nothing is kept")
def private(visit, failures):
    with visit() as one:
        asked = []
        one.page.on("request", lambda request: asked.append(request.url))
        one.open().ask("library")
        failures += [f"asked {url}" for url in asked if not url.startswith(one.address)]
        failures += [f"the words are in {url}" for url in asked if "library" in url]
        one.expect(one.page.evaluate("localStorage.length === 0 && document.cookie === ''"), "something is kept in the browser")


def small(site):
    """Limits of what a reader loads: scripts, the largest file of the index, the number of files."""
    failures = []
    scripts = sum(len(gzip.compress((site.folder / name).read_bytes(), 9)) for name in ("search.js", "search-index.js"))
    if scripts > 15 * KILOBYTE:
        failures.append(f"the scripts take {scripts} bytes squeezed")
    files = list((site.folder / "search").rglob("*.bin"))
    failures += [f"{file.name} has {file.stat().st_size} bytes" for file in files if file.stat().st_size > 60 * KILOBYTE]
    catalogue = next((site.folder / "search").glob("catalogue-*.bin"))
    passages = sum(json.loads(zlib.decompress(catalogue.read_bytes(), -15))["documents"]["passages"])
    if len(files) * 20 > passages:
        failures.append(f"{len(files)} files for {passages} passages")
    return failures
