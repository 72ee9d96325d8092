"""Measures pages in a browser: each page is loaded once for all that can be seen of it, and once for how fast it is there."""

import contextlib
import functools
import http.server
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools import AXE

BASE = "/meetings/"
LAUNCH = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE = {"width": 1280, "height": 900}
# 320 px is what 400 % of 1280 px leaves, and 256 px what it leaves of 1024.
NARROW = {"width": 320, "height": 256}
STATES = [("1280 light", WIDE, "light"), ("1280 dark", WIDE, "dark"), ("320 dark", NARROW, "dark"), ("320 light", NARROW, "light")]
STAGES = ("structure", "layout", "axe", "spacing", "forced", "keyboard")
SCRIPTS = [Path(__file__).parent / "page" / f"{name}.js" for name in ("common", "structure", "layout", "keyboard")]

RUN_AXE = """tags => axe.run(document, {runOnly: tags, resultTypes: ['violations', 'incomplete'], elementRef: true}).then(found => {
  const checks = node => [...node.any, ...node.all, ...node.none];
  const short = (rule, node) => ({ rule: rule.id, tags: rule.tags, help: rule.help, element: audit.describe(node.element), what: checks(node).map(check => check.message).join(' ').slice(0, 240),
    key: checks(node).map(check => check.data?.messageKey).filter(Boolean).join() });
  const all = kind => found[kind].flatMap(rule => rule.nodes.map(node => [rule, node]));
  const undecided = all('incomplete').map(([rule, node]) => ({ ...short(rule, node), ...(rule.id === 'color-contrast' && { measured: audit.textContrast(node.element) }) }));
  return { violations: all('violations').map(([rule, node]) => short(rule, node)), incomplete: undecided };
})"""


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site where its base address says that it stands."""

    def translate_path(self, path):
        return super().translate_path(path[len(BASE) - 1:] if path.startswith(BASE) else "/nothing-here")

    def log_message(self, *arguments):
        pass


def scripts():
    """What is run in a page before it is measured."""
    return [AXE.read_text(), *(script.read_text() for script in SCRIPTS)]


def serve(folder, handler=Quiet):
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}{BASE}"


class Measurer:
    """A browser with one page, which goes from address to address."""

    def __init__(self, browser):
        self.context = browser.new_context(viewport=WIDE, bypass_csp=True, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.scripts = scripts()

    def measure(self, address, stages=STAGES):
        """All findings of a page, each once with the states of the window in which it was found; what axe leaves open; how many stops there are."""
        self.findings, self.open, self.settled = {}, {}, 0
        page = self.page
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="reduce")
        page.goto(address)
        for script in self.scripts:
            page.evaluate(script)
        stops = self.walk("1280", False) if "keyboard" in stages else 0
        if "keyboard" in stages:
            self.openers()
        page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        if "structure" in stages:
            self.note("structure", "", page.evaluate("audit.structure()"))
        for state, size, scheme in STATES if {"layout", "axe"} & set(stages) else []:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            if "layout" in stages and scheme == "light":
                self.note("layout", state.split()[0], page.evaluate("audit.layout()"))
            if "axe" in stages:
                self.axe(state)
        if "spacing" in stages:
            self.spacing()
        if "forced" in stages:
            self.forced()
        if "keyboard" in stages:
            page.set_viewport_size(NARROW)
            self.walk("320", True)
        return {"findings": list(self.findings.values()), "incomplete": list(self.open.values()), "settled": self.settled, "stops": stops}

    def note(self, check, state, found):
        for one in found:
            kept = self.findings.setdefault((check, one["rule"], one["element"], one["what"] if check != "axe" else ""), {"check": check, **one, "states": []})
            if state and state not in kept["states"]:
                kept["states"].append(state)

    def axe(self, state):
        found = self.page.evaluate(RUN_AXE, TAGS)
        self.note("axe", state, found["violations"])
        for one in found["incomplete"]:
            if one["rule"] == "color-contrast" and one["measured"]:
                ratio, least = one["measured"]
                self.settled += ratio >= least
                if ratio < least:
                    self.note("axe", state, [{**one, "what": f"measured: {ratio:.2f}, less than {least}"}])
                continue
            kept = self.open.setdefault((one["rule"], one["key"], one["element"]), {**one, "states": []})
            if state not in kept["states"]:
                kept["states"].append(state)

    def spacing(self):
        page = self.page
        page.evaluate("audit.spaced(true)")
        for size in (NARROW, WIDE):
            page.set_viewport_size(size)
            self.note("text spacing", str(size["width"]), page.evaluate("audit.spacing()"))
        page.evaluate("audit.spaced(false)")

    def forced(self):
        page = self.page
        page.evaluate("audit.findPainted()")
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        self.note("forced colours", "", page.evaluate("audit.forcedColours()"))
        page.emulate_media(forced_colors="none", reduced_motion="reduce")

    # Keyboard

    def walk(self, state, backward):
        """Tab from the start to the end, or Shift+Tab from the end to the start; says how many stops there are."""
        page = self.page
        stops = page.evaluate("audit.startWalk", backward)
        left = stops - 1 if backward else stops
        if backward:
            page.keyboard.down("Shift")
        rounds = 0
        while left > 0:
            rounds += 1
            for _ in range(left):
                page.keyboard.down("Tab")
            # Regions that scroll are stops besides; a page that needs many more presses than it has stops is a trap.
            pressed = page.evaluate("audit.presses()")
            left = 0 if page.evaluate("audit.arrived", backward) or pressed > stops * 2 + 50 or rounds > stops + 10 else 5
        page.keyboard.up("Tab")
        if backward:
            page.keyboard.up("Shift")
        self.note("keyboard", state, page.evaluate("audit.endWalk", backward))
        return stops

    def openers(self):
        page = self.page
        for at in range(page.evaluate("audit.openers()")):
            page.evaluate("audit.focusOpener", at)
            was = page.evaluate("audit.isOpen", at)
            page.keyboard.press("Enter")
            found = [] if page.evaluate("audit.isOpen", at) != was else ["Enter does nothing"]
            if not page.evaluate("audit.isSummary", at):
                found += [] if page.evaluate("audit.popoverFits", at) else ["what it opens does not fit into the window"]
            page.keyboard.press("Enter" if page.evaluate("audit.isSummary", at) else "Escape")
            found += ["it does not go back"] if page.evaluate("audit.isOpen", at) != was else []
            self.note("keyboard", "", [page.evaluate("([at, what]) => audit.openerFinding(at, what)", [at, what]) for what in found])
        if page.query_selector(".skip"):
            page.evaluate("document.querySelector('.skip').focus()")
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            if not page.evaluate("audit.pastSkip()"):
                self.note("keyboard", "", [page.evaluate("audit.finding('skip-link', document.querySelector('.skip'), 'after it comes something before the main part')")])
            page.evaluate("history.replaceState(null, '', location.pathname)")


def start():
    """A browser for a whole process."""
    return sync_playwright().start().chromium.launch(**LAUNCH)


@contextlib.contextmanager
def browser():
    """A browser for a while; another can be started after it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**LAUNCH)
        try:
            yield browser
        finally:
            browser.close()
