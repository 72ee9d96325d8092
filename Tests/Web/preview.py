"""The preview as an editor sees it: “moot preview” at work on a copy of the sample, and a real browser beside it."""

import contextlib
import json
import re
import shutil
import signal
import subprocess
import time
import urllib.request

from playwright.sync_api import sync_playwright

import sites
from tools import AXE, ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ABOUT = "pages/about.md"
HEARD = "document.querySelector('moot-preview[data-ready]')"
# The preview's own tree, in which everything of it stands.
IN = "document.querySelector('moot-preview').shadowRoot"


class Desk:
    """A folder with a site, and the preview that shows it."""

    def __init__(self, work, *options, name="desk"):
        self.root = work / name
        for folder in ("Content", "Templates", "Public"):
            shutil.copytree(ROOT / folder, self.root / folder)
        self.options = options
        self.start()

    def start(self, port=0):
        self.process = subprocess.Popen(
            [sites.newest(), "preview", "--today", sites.TODAY, "--port", str(port), *self.options], cwd=self.root,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=open(self.root / "errors", "w"), text=True,
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.root)})
        line = self.process.stdout.readline()
        self.address = re.search(r"http://\S+", line).group(0)
        self.port = int(self.address.rsplit(":", 1)[1].strip("/"))

    def stop(self):
        """Ctrl-C. Returns how it ended, and after how many seconds."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(10)
        return status, time.monotonic() - start

    def source(self, path):
        return self.root / "Content" / path

    def read(self, path):
        return self.source(path).read_text()

    def write(self, path, text):
        """As editors save that never leave half a file."""
        target = self.source(path)
        fresh = target.with_name("." + target.name + ".tmp")
        fresh.write_text(text)
        fresh.rename(target)

    def change(self, path, old, new):
        text = self.read(path)
        assert old in text, (path, old)
        self.write(path, text.replace(old, new, 1))


@contextlib.contextmanager
def desk(work, *options, name="desk"):
    found = Desk(work, *options, name=name)
    try:
        yield found
    finally:
        if found.process.poll() is None:
            found.process.kill()
        found.process.wait()
        shutil.rmtree(found.root)


def mend(desk):
    """Puts all back that a check has changed and, having failed, left so."""
    for folder in ("Content", "Templates", "Public"):
        for file in (ROOT / folder).rglob("*"):
            copy = desk.root / file.relative_to(ROOT)
            if file.is_file() and (not copy.exists() or copy.read_bytes() != file.read_bytes()):
                shutil.copy(file, copy)


def open_page(page, desk, path):
    page.goto(desk.address + path)
    page.wait_for_function(HEARD)
    # Until the page knows what the server sent for it.
    page.wait_for_timeout(400)


def shows(page, text):
    page.wait_for_function("text => document.querySelector('main').textContent.includes(text)", arg=text, timeout=20000)


def panel(page):
    return page.evaluate(f"(() => {{ const panel = {IN}.querySelector('.panel'); return panel.hidden ? null : panel.innerText; }})()")


def wait_panel(page, is_open=True):
    page.wait_for_function(f"wanted => {IN}.querySelector('.panel').hidden !== wanted", arg=is_open, timeout=20000)


def expect(failures, holds, words):
    if not holds:
        failures.append(words)


def run(work, results):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            with desk(work) as shown:
                for check in (keeps_place, keeps_what_the_reader_did, keeps_nodes, errors, small_screen, keyboard, warnings, elsewhere, styles, many_pages,
                              edit_links, edit_links_of_the_sample, notes, notes_of_the_sample, on_paper, accessible, forced_colours, two_thousand, restarted, ends):
                    context = browser.new_context(viewport={"width": 1280, "height": 800})
                    page = context.new_page()
                    failures = []
                    page.on("pageerror", lambda error: failures.append(f"script: {error}"))
                    try:
                        failures += check(page, shown) or []
                    except Exception as error:  # A check that cannot go on has failed, and the others go on.
                        failures.append(f"{type(error).__name__}: {str(error).splitlines()[0]}")
                    results.check(f"preview: {check.__doc__}", failures)
                    context.close()
                    mend(shown)
            as_published(browser, work, results)
            never_good(browser, work, results)
        finally:
            browser.close()


def keeps_place(page, desk):
    """a change above what is read moves nothing"""
    failures = []
    open_page(page, desk, "about/")
    page.set_viewport_size({"width": 1280, "height": 400})
    page.evaluate("[...document.querySelectorAll('main h2')].at(-1).scrollIntoView()")
    page.evaluate("window.seen = [...document.querySelectorAll('main h2')].at(-1); window.top0 = seen.getBoundingClientRect().top; window.scroll0 = scrollY")
    text = desk.read(ABOUT)
    head, body = text.split("\n---\n", 1)
    desk.write(ABOUT, head + "\n---\n\n" + "A whole new paragraph at the top. " * 30 + "\n\nAnd another.\n" + body)
    shows(page, "And another.")
    moved, scrolled = page.evaluate("[seen.getBoundingClientRect().top - top0, scrollY - scroll0]")
    expect(failures, abs(moved) < 2, f"the heading moved by {moved} px")
    expect(failures, scrolled > 40, f"scrolled by {scrolled} px only, so nothing was put to the test")
    desk.write(ABOUT, text)
    page.wait_for_function("!document.body.textContent.includes('And another.')")
    expect(failures, abs(page.evaluate("seen.getBoundingClientRect().top - top0")) < 2, "the heading moved when the text went again")
    return failures


def keeps_what_the_reader_did(page, desk):
    """focus, selection, open parts and what was typed stay"""
    failures = []
    open_page(page, desk, "about/")
    page.fill("#search--box", "sluice")
    page.evaluate("""() => {
      const paragraph = document.querySelector('main p');
      window.paragraph = paragraph;
      getSelection().setBaseAndExtent(paragraph.firstChild, 5, paragraph.firstChild, 10);
      window.selected = getSelection().toString();
      document.querySelector('#search--box').focus();
    }""")
    text = desk.read(ABOUT)
    sentence = "Everything here is free to read"
    desk.change(ABOUT, sentence, "All that is here is free to read")
    shows(page, "All that is here")
    expect(failures, page.evaluate("document.activeElement.id") == "search--box", "the focus was lost")
    expect(failures, page.input_value("#search--box") == "sluice", "what was typed was lost")
    expect(failures, page.evaluate("getSelection().toString() === window.selected"), "the selection was lost")
    expect(failures, page.evaluate("window.paragraph.isConnected"), "the paragraph was replaced though only its words were changed")
    desk.write(ABOUT, text)
    shows(page, sentence)
    # A part that the reader has opened, and a focus within what was changed.
    path = "committees/health-and-wellbeing-board/2026-09-24/minutes/"
    open_page(page, desk, path)
    link = page.evaluate("(() => { const link = document.querySelector('main p a[href]'); link.focus(); window.link = link; return link.outerHTML; })()")
    expect(failures, bool(link), "no link to focus")
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    opened = page.evaluate("document.querySelectorAll('details[open]').length")
    source = "committees/health-and-wellbeing-board/2026-09-24/minutes.md"
    old = desk.read(source)
    desk.write(source, old.rstrip() + "\n\nOne more paragraph of minutes.\n")
    shows(page, "One more paragraph of minutes.")
    expect(failures, page.evaluate("document.activeElement === window.link"), "the focus on a link was lost")
    expect(failures, page.evaluate("document.querySelectorAll('details[open]').length") == opened, "open parts were closed")
    desk.write(source, old)
    page.wait_for_function("!document.body.textContent.includes('One more paragraph')")
    return failures


def keeps_nodes(page, desk):
    """only the changed part of the document is replaced"""
    failures = []
    open_page(page, desk, "about/")
    page.evaluate("for (const node of document.querySelectorAll('body *:not(moot-preview):not(moot-notices)')) node.former = true")
    text = desk.read(ABOUT)
    desk.write(ABOUT, text.rstrip() + "\n\n## A new part\n\nWith a [link](accessibility.md) in it.\n")
    shows(page, "With a link in it.")
    fresh = page.evaluate("[...document.querySelectorAll('body *')].filter(node => !node.former && !node.localName.startsWith('moot-')).map(node => node.localName)")
    expect(failures, 0 < len(fresh) <= 6, f"new elements: {fresh}")
    # After many changes the page is the one that a fresh visit gives.
    desk.change(ABOUT, "## A new part", "## Another new part\n\n- one\n- two\n\n> quoted")
    shows(page, "Another new part")
    bare = """() => { const copy = document.documentElement.cloneNode(true);
      for (const node of copy.querySelectorAll('moot-preview, moot-notices, script[src^="/_moot/"], link[href^="/_moot/"]')) node.remove(); return copy.outerHTML; }"""
    page.wait_for_timeout(500)
    changed = page.evaluate(bare)
    page.reload()
    page.wait_for_function(HEARD)
    expect(failures, changed == page.evaluate(bare), "the page is another than after loading it anew")
    desk.write(ABOUT, text)
    page.wait_for_function("!document.body.textContent.includes('Another new part')")
    return failures


def errors(page, desk):
    """an error leaves the page, says what is wrong, and goes when it is mended"""
    failures = []
    open_page(page, desk, "about/")
    before = page.inner_text("main")
    text = desk.read(ABOUT)
    desk.write(ABOUT, text.rstrip() + "\n\nA [link](nowhere.md) to nowhere.\n")
    wait_panel(page)
    words = panel(page)
    for wanted in ("1 error", "Content/pages/about.md:", "A [link](nowhere.md) to nowhere.", "nowhere.md", "Check the spelling", "E301"):
        expect(failures, wanted in words, f"the list does not say “{wanted}”: {words}")
    expect(failures, page.inner_text("main") == before, "the page did not stay as it was")
    expect(failures, page.evaluate(f"{IN}.querySelector('[role=alert]').textContent").startswith("1 error"), "nobody who cannot see is told")
    href = page.evaluate(f"{IN}.querySelector('.panel a').href")
    line = text.rstrip().count("\n") + 3
    expect(failures, href == f"vscode://file{desk.source(ABOUT)}:{line}", f"the link leads to {href}")
    # Put away, it stays away until something else is wrong.
    page.keyboard.press("Escape")
    wait_panel(page, False)
    desk.change("pages/copyright.md", "\n\n", "\n\nWords.\n\n")
    page.wait_for_timeout(1500)
    expect(failures, panel(page) is None, "the list came back though nothing else is wrong")
    expect(failures, page.evaluate(f"{IN}.querySelector('.counter').textContent").startswith("1 error"), "the count is gone")
    desk.write(ABOUT, text.rstrip() + "\n\nA [link](elsewhere.md) to elsewhere.\n")
    wait_panel(page)
    expect(failures, "elsewhere.md" in panel(page), "another error is not shown")
    desk.write(ABOUT, text.rstrip() + "\n\nAll is well.\n")
    shows(page, "All is well.")
    wait_panel(page, False)
    expect(failures, page.evaluate(f"{IN}.querySelector('.counter').hidden"), "the count stays though nothing is wrong")
    desk.write(ABOUT, text)
    shutil.copy(ROOT / "Content/pages/copyright.md", desk.source("pages/copyright.md"))
    page.wait_for_timeout(1500)
    return failures


def small_screen(page, desk):
    """the list of errors can be read on 375 and 1280 pixels"""
    failures = []
    text = desk.read(ABOUT)
    open_page(page, desk, "about/")
    desk.write(ABOUT, text.rstrip() + "\n\n" + "long" * 60 + " [link](" + "far-" * 40 + "away.md)\n" + "".join(f"\n[link](missing-{n}.md)\n" for n in range(12)))
    wait_panel(page)
    for width, height in ((1280, 800), (375, 667)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(200)
        found = page.evaluate(f"""() => {{
          const panel = {IN}.querySelector('.panel'), box = panel.getBoundingClientRect(), list = panel.querySelector('.list');
          const out = [...panel.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > box.right + 1).map(e => e.outerHTML.slice(0, 80));
          list.scrollTop = 1e6;
          const last = list.lastElementChild.getBoundingClientRect();
          return {{ left: box.left, right: box.right, top: box.top, bottom: box.bottom, sideways: document.documentElement.scrollWidth, out,
                   size: Math.min(...[...panel.querySelectorAll('p, code')].map(e => parseFloat(getComputedStyle(e).fontSize))),
                   reached: last.bottom <= list.getBoundingClientRect().bottom + 2 }};
        }}""")
        expect(failures, found["left"] >= 0 and found["right"] <= width and found["top"] >= 0 and found["bottom"] <= height + 1, f"{width}: out of the window: {found}")
        expect(failures, found["sideways"] <= width, f"{width}: the page scrolls sideways")
        expect(failures, not found["out"], f"{width}: sticks out: {found['out']}")
        expect(failures, found["size"] >= 13.9, f"{width}: letters of {found['size']} px")
        expect(failures, found["reached"], f"{width}: the last error cannot be reached")
        expect(failures, found["top"] > height * 0.2, f"{width}: the list hides the page")
    desk.write(ABOUT, text)
    wait_panel(page, False)
    return failures


def keyboard(page, desk):
    """the list of errors by keyboard"""
    failures = []
    text = desk.read(ABOUT)
    open_page(page, desk, "about/")
    page.focus("#search--box")
    desk.write(ABOUT, text.rstrip() + "\n\n[link](missing.md)\n")
    wait_panel(page)
    expect(failures, page.evaluate("document.activeElement.id") == "search--box", "the list took the focus by itself")
    page.keyboard.press("Escape")
    wait_panel(page, False)
    page.evaluate(f"{IN}.querySelector('.counter').focus()")
    expect(failures, page.evaluate(f"{IN}.querySelector('.counter').getAttribute('aria-expanded')") == "false", "the count does not say that the list is closed")
    page.keyboard.press("Enter")
    wait_panel(page)
    expect(failures, page.evaluate(f"{IN}.querySelector('.counter').getAttribute('aria-expanded')") == "true", "the count does not say that the list is open")
    expect(failures, page.evaluate(f"{IN}.activeElement.id") == "title", "the focus is not in the list that was opened")
    stops = []
    for _ in range(3):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(f"{IN}.activeElement?.className || {IN}.activeElement?.localName"))
    expect(failures, stops == ["close", "list", "a"], f"the order of the focus is {stops}")
    hidden = page.evaluate(f"""(() => {{ const panel = {IN}.querySelector('.panel').getBoundingClientRect();
      return [...{IN}.querySelectorAll('.counter, .edit')].filter(e => !e.hidden && e.getBoundingClientRect().bottom > panel.top).map(e => e.className); }})()""")
    expect(failures, not hidden, f"the list hides {hidden}")
    page.keyboard.press("Escape")
    wait_panel(page, False)
    expect(failures, page.evaluate(f"{IN}.activeElement?.className").startswith("counter"), "the focus is lost when the list is closed")
    desk.write(ABOUT, text)
    page.wait_for_function(f"{IN}.querySelector('.counter').hidden")
    return failures


def warnings(page, desk):
    """warnings are a count that opens"""
    failures = []
    open_page(page, desk, "about/")
    agenda = "committees/cabinet/2026-12-14/agenda.md"
    text = desk.read(agenda)
    # An agenda that went out too late.
    desk.write(agenda, re.sub(r"issued: .*", "", text).replace("---\n", "---\nissued: 2026-12-13\n", 1))
    page.wait_for_function(f"/warning/.test({IN}.querySelector('.counter').textContent) && !{IN}.querySelector('.counter').hidden", timeout=20000)
    expect(failures, panel(page) is None, "the list opened by itself")
    page.evaluate(f"{IN}.querySelector('.counter').click()")
    wait_panel(page)
    expect(failures, "Warning" in panel(page) and "cabinet" in panel(page), f"the list says {panel(page)}")
    page.evaluate(f"{IN}.querySelector('.counter').click()")
    wait_panel(page, False)
    desk.write(agenda, text)
    page.wait_for_function(f"{IN}.querySelector('.counter').hidden", timeout=20000)
    return failures


def elsewhere(page, desk):
    """a change elsewhere is told of, with a link"""
    failures = []
    open_page(page, desk, "accessibility/")
    text = desk.read(ABOUT)
    desk.write(ABOUT, text.rstrip() + "\n\nSomething new elsewhere.\n")
    page.wait_for_timeout(3000)
    notice = page.evaluate(f"(() => {{ const n = {IN}.querySelector('.notice'); return n.hidden ? '' : n.innerText + ' ' + (n.querySelector('a')?.getAttribute('href') ?? ''); }})()")
    expect(failures, "About this site" in notice and "/about/" in notice, f"the notice says “{notice}”")
    page.keyboard.press("Escape")
    expect(failures, page.evaluate(f"{IN}.querySelector('.notice').hidden"), "the notice cannot be put away")
    desk.write(ABOUT, text)
    page.wait_for_timeout(1000)
    return failures


def styles(page, desk):
    """a style sheet is changed without loading the page again"""
    failures = []
    open_page(page, desk, "about/")
    page.wait_for_timeout(500)
    page.evaluate("window.same = true")
    style = desk.root / "Public" / "site.css"
    text = style.read_text()
    style.write_text(text + "\nmain h1 { letter-spacing: 7px !important; }\n")
    page.wait_for_function("getComputedStyle(document.querySelector('main h1')).letterSpacing === '7px'", timeout=20000)
    expect(failures, page.evaluate("window.same === true"), "the page was loaded again")
    page.wait_for_function("document.querySelectorAll('link[rel=stylesheet][href*=\"site.css\"]').length === 1")
    style.write_text(text)
    page.wait_for_function("getComputedStyle(document.querySelector('main h1')).letterSpacing !== '7px'", timeout=20000)
    # A template, too.
    layout = desk.root / "Templates" / "layout.mustache"
    text = layout.read_text()
    layout.write_text(text.replace("Skip to main content", "Skip to the words"))
    page.wait_for_function("document.querySelector('.skip').textContent === 'Skip to the words'", timeout=20000)
    expect(failures, page.evaluate("window.same === true"), "the page was loaded again for a template")
    layout.write_text(text)
    page.wait_for_function("document.querySelector('.skip').textContent !== 'Skip to the words'", timeout=20000)
    return failures


def many_pages(page, desk):
    """a dozen pages at once"""
    pages = [page] + [page.context.new_page() for _ in range(11)]
    for one in pages:
        one.goto(desk.address + "about/", timeout=10000)
        one.wait_for_function(HEARD)
    text = desk.read(ABOUT)
    desk.write(ABOUT, text.rstrip() + "\n\nSeen by all.\n")
    for one in pages:
        shows(one, "Seen by all.")
    desk.write(ABOUT, text)
    for one in pages:
        one.wait_for_function("!document.body.textContent.includes('Seen by all.')")


FACTS = {"notices": [], "left": 0, "problems": [], "places": [
    {"anchor": None, "where": "Content/pages/about.md:1", "edit": "vscode://file/x/about.md:1"},
]}


def told(page, facts):
    """Has the page told what is to know about it, in place of what the server says."""
    page.route("**/_moot/page/**", lambda route: route.fulfill(json=facts))


def edit_links(page, desk):
    """a link to the line that is read"""
    failures = []
    open_page(page, desk, "about/")
    anchors = page.evaluate("[...document.querySelectorAll('main h2[id]')].map(h => h.id)")
    facts = json.loads(json.dumps(FACTS))
    facts["places"] += [{"anchor": anchor, "where": f"Content/pages/about.md:{10 + at}", "edit": f"vscode://file/x/about.md:{10 + at}"} for at, anchor in enumerate(anchors)]
    told(page, facts)
    page.set_viewport_size({"width": 1280, "height": 300})
    open_page(page, desk, "about/")
    edit = f"{IN}.querySelector('.edit').href"
    expect(failures, page.evaluate(edit).endswith(":1"), f"at the top: {page.evaluate(edit)}")
    page.evaluate("id => document.getElementById(id).scrollIntoView()", anchors[1])
    page.wait_for_function(f"{edit}.endsWith(':11')")
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function(f"{edit}.endsWith(':1')")
    page.hover(f"#{anchors[0]}")
    beside = page.evaluate(f"(() => {{ const a = {IN}.querySelector('.beside'), b = a.getBoundingClientRect(); return [a.hidden, a.href, b.left, b.right, b.top]; }})()")
    expect(failures, not beside[0] and beside[1].endswith(":10"), f"beside the heading: {beside}")
    expect(failures, beside[2] >= 0 and beside[3] <= 1280, f"beside the heading, out of the window: {beside}")
    return failures


def edit_links_of_the_sample(page, desk):
    """each place of a page leads to the line that holds its text"""
    failures = []
    for path in ("about/", "committees/cabinet/2026-11-16/pumps/", "strategies/living-with-the-sallow/", "committees/cabinet/2026-11-16/minutes/"):
        page.goto(desk.address + path)
        places = json.loads(urllib.request.urlopen(desk.address + "_moot/page/" + path).read())["places"]
        expect(failures, len(places) > 3, f"{path}: {len(places)} places")
        found = 0
        for place in places[:60]:
            file, line = place["where"].rsplit(":", 1)
            expect(failures, place["edit"] == f"vscode://file{desk.root / file}:{line}", f"{path}: {place}")
            if place.get("anchor") is None:
                continue
            shown = page.evaluate("id => document.getElementById(id)?.textContent.replace(/\\s+/g, ' ').trim()", place["anchor"])
            source = (desk.root / file).read_text().splitlines()[int(line) - 1]
            words = [word for word in re.findall(r"[A-Za-z]{4,}", source) if word not in ("https", "http")]
            if shown is None:
                continue
            found += 1
            expect(failures, not words or words[0] in shown or words[-1] in shown, f"{path}#{place['anchor']}: “{shown[:60]}” is not “{source[:60]}”")
        expect(failures, found > 2, f"{path}: {found} places are on the page")
    return failures


def notes_of_the_sample(page, desk):
    """drafts and papers to follow say so at the top"""
    failures = []
    note = "document.querySelector('moot-notices')?.shadowRoot.querySelector('.notes')?.textContent"
    # The sample has an item whose paper is still to come, and minutes that are a draft.
    for source, word in ((r"Papers: to follow", "to follow"), (r"status: draft", "draft")):
        found = [file for file in desk.source("committees").rglob("*.md") if re.search(source, file.read_text())]
        expect(failures, found, f"no source in the sample has “{source}”")
        for file in found[:1]:
            folder = file.relative_to(desk.source(""))
            path = f"{folder.parent}/" + ("" if folder.stem == "agenda" else f"{folder.stem}/")
            page.goto(desk.address + path)
            page.wait_for_function(f"{note}?.includes('{word}')", timeout=10000)
    page.goto(desk.address + "about/")
    page.wait_for_timeout(600)
    expect(failures, not page.evaluate(f"{note} ?? ''"), f"a plain page says “{page.evaluate(note)}”")
    return failures


def notes(page, desk):
    """what is a draft or not published says so at the top"""
    failures = []
    told(page, FACTS | {"notices": ["This is a draft."]})
    open_page(page, desk, "about/")
    note = "document.querySelector('moot-notices')?.shadowRoot.querySelector('.notes')"
    page.wait_for_function(f"{note}?.textContent === 'This is a draft.'")
    expect(failures, page.evaluate(f"{note}.getBoundingClientRect().top") == 0, "it does not stand at the top")
    # It stays through a change.
    text = desk.read(ABOUT)
    desk.write(ABOUT, text.rstrip() + "\n\nMore of the draft.\n")
    shows(page, "More of the draft.")
    expect(failures, page.evaluate(f"{note}?.textContent") == "This is a draft.", "it was lost with a change")
    desk.write(ABOUT, text)
    page.wait_for_function("!document.body.textContent.includes('More of the draft.')")
    return failures


def on_paper(page, desk):
    """nothing of the preview is printed"""
    told(page, FACTS | {"notices": ["This is a draft."]})
    open_page(page, desk, "about/")
    page.emulate_media(media="print")
    return page.evaluate("[...document.querySelectorAll('moot-preview, moot-notices')].filter(e => getComputedStyle(e).display !== 'none').map(e => e.localName)")


def accessible(page, desk):
    """accessibility with errors, notes and links shown, light and dark, at two widths"""
    failures = []
    context = page.context.browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    text = desk.read(ABOUT)
    desk.write(ABOUT, text.rstrip() + "\n\n[link](missing.md)\n")
    facts = json.loads(urllib.request.urlopen(desk.address + "_moot/page/about/").read())
    for _ in range(50):
        if facts["problems"]:
            break
        time.sleep(0.2)
        facts = json.loads(urllib.request.urlopen(desk.address + "_moot/page/about/").read())
    told(page, facts | {"notices": ["This is a draft."], "places": FACTS["places"]})
    for scheme in ("light", "dark"):
        for width in (1280, 375):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            open_page(page, desk, "about/")
            wait_panel(page)
            page.add_script_tag(path=AXE)
            found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
            for violation in found["violations"]:
                for node in violation["nodes"][:3]:
                    failures.append(f"{scheme} {width}: {violation['id']} ({violation['help']}): {node['html'][:160]}")
    landmarks = page.evaluate("document.querySelectorAll('moot-preview[role=region], moot-notices[role=region]').length")
    expect(failures, landmarks == 1, f"{landmarks} regions of the preview")
    context.close()
    desk.write(ABOUT, text)
    time.sleep(1)
    return failures


def forced_colours(page, desk):
    """forced colours and less motion"""
    failures = []
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    open_page(page, desk, "about/")
    text = desk.read(ABOUT)
    desk.write(ABOUT, text.rstrip() + "\n\nA quiet change.\n")
    shows(page, "A quiet change.")
    expect(failures, page.evaluate(f"{IN}.querySelectorAll('.mark').length") == 0, "the change is marked though motion is not wanted")
    desk.write(ABOUT, text.rstrip() + "\n\n[link](missing.md)\n")
    wait_panel(page)
    look = page.evaluate(f"(() => {{ const s = getComputedStyle({IN}.querySelector('.panel')); return [s.borderTopWidth, s.borderTopColor, s.backgroundColor]; }})()")
    expect(failures, look[0] != "0px" and look[1] != look[2], f"the list has no edge: {look}")
    desk.write(ABOUT, text)
    wait_panel(page, False)
    return failures


def two_thousand(page, desk):
    """two thousand files at once, and one change after them"""
    failures = []
    open_page(page, desk, "about/")
    folder = desk.source("pages/many")
    folder.mkdir()
    for number in range(2000):
        (folder / f"page-{number}.md").write_text(f"---\ntitle: Page {number}\n---\n\nWords of page {number}.\n")
    text = desk.read(ABOUT)
    desk.write(ABOUT, text.rstrip() + "\n\nAfter all of them, a link to [one](many/page-1999.md).\n")
    page.wait_for_function("document.querySelector('main').textContent.includes('After all of them')", timeout=120000)
    page.goto(desk.address + "many/page-1999/")
    expect(failures, "Words of page 1999." in page.inner_text("main"), "the last page is not there")
    desk.write(ABOUT, text)
    shutil.rmtree(folder)
    page.goto(desk.address + "about/")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if page.goto(desk.address + "many/page-1999/").status == 404:
            break
        time.sleep(0.5)
    else:
        failures.append("pages that were removed are still there")
    return failures


def restarted(page, desk):
    """a page catches up when the preview was started again"""
    failures = []
    open_page(page, desk, "about/")
    page.evaluate("window.same = true")
    desk.stop()
    text = desk.read(ABOUT)
    desk.write(ABOUT, text.rstrip() + "\n\nWritten while nobody looked.\n")
    page.wait_for_function(f"/has ended/.test({IN}.querySelector('.notice').textContent)", timeout=10000)
    desk.start(desk.port)
    shows(page, "Written while nobody looked.")
    expect(failures, page.evaluate("window.same === true"), "the page was loaded again")
    page.wait_for_function(f"{IN}.querySelector('.notice').hidden", timeout=10000)
    desk.write(ABOUT, text)
    page.wait_for_function("!document.body.textContent.includes('nobody looked')")
    return failures


def ends(page, desk):
    """Ctrl-C ends it at once and without a word, though pages listen"""
    failures = []
    open_page(page, desk, "about/")
    errors = (desk.root / "errors").read_text()
    status, seconds = desk.stop()
    expect(failures, status == 0, f"it ended with {status}")
    expect(failures, seconds < 1, f"it took {seconds:.1f} s")
    expect(failures, (desk.root / "errors").read_text() == errors, "it said something")
    return failures


def as_published(browser, work, results):
    """The page as the public will see it."""
    failures = []
    with desk(work, "--as-published", name="published") as shown, browser.new_context() as context:
        page = context.new_page()
        page.goto(shown.address + "about/")
        page.wait_for_function(HEARD)
        page.wait_for_timeout(800)
        visible = page.evaluate(f"""() => [...{IN}.querySelectorAll('.edit, .counter, .notice, .panel, .beside')].filter(e => !e.hidden).map(e => e.className)
          .concat(document.querySelector('moot-notices') ? ['notes'] : [], document.querySelector('moot-preview').getAttribute('role') ?? [])""")
        expect(failures, not visible, f"shown all the same: {visible}")
        shown.write(ABOUT, shown.read(ABOUT).rstrip() + "\n\n[link](missing.md)\n")
        wait_panel(page)
        expect(failures, "1 error" in panel(page), "errors are not shown")
    results.check("preview: as the public will see it, but for errors", failures)


def never_good(browser, work, results):
    """Where there never was a site."""
    failures = []
    class Broken(Desk):
        def start(self, port=0):
            self.write("site.yml", "nam: Calderbrook\n")
            super().start(port)

    shown = Broken(work, name="broken")
    try:
        with browser.new_context() as context:
            page = context.new_page()
            reply = page.goto(shown.address + "about/")
            expect(failures, reply.status == 503, f"answered {reply.status}")
            page.wait_for_function(HEARD)
            wait_panel(page)
            expect(failures, "site.yml" in panel(page), f"the list says {panel(page)}")
            shutil.copy(ROOT / "Content/site.yml", shown.source("site.yml"))
            page.wait_for_function("document.title.includes('About this site')", timeout=20000)
    finally:
        shown.process.kill()
        shown.process.wait()
    results.check("preview: a page that says what is wrong turns into the site once it is mended", failures)
