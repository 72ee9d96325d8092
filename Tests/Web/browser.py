"""Checks in a real browser: accessibility, narrow screens, keyboard, print."""

import functools
import http.server
import threading

from playwright.sync_api import sync_playwright

import sites
import takeaway
from tools import AXE

BASE = "/meetings/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What sticks out of a page 320 pixels wide, table regions and what they hold left aside.
STICKS_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const all = [...document.body.querySelectorAll('*')].filter(e => !e.closest('.table[tabindex]') && e.getBoundingClientRect().right > width + 1);
  return all.filter(e => !all.some(other => other !== e && e.contains(other))).slice(0, 5).map(e => e.outerHTML.slice(0, 120))
    .concat(all.length ? [] : ['the page is ' + document.documentElement.scrollWidth + ' px wide']);
}"""

# Table regions that scroll and that the keyboard does not reach, or that have no name.
REGIONS = """() => [...document.querySelectorAll('table')].map(t => t.closest('.table[tabindex]') || t).filter(r =>
  r.matches('table') ? r.scrollWidth > r.parentElement.clientWidth + 1
    : r.tabIndex !== 0 || !(r.getAttribute('aria-label') || document.getElementById(r.getAttribute('aria-labelledby') || '')?.textContent.trim())
).map(r => r.outerHTML.slice(0, 120))"""

# The first stop of the keyboard, where it does not lead into the main part of the page.
FIRST_STOP = """() => {
  const first = document.activeElement, href = first.getAttribute('href') || '';
  const target = href.startsWith('#') && document.getElementById(href.slice(1));
  return target && target.closest('main') ? '' : first.outerHTML.slice(0, 120);
}"""

# What is of no use on paper and still shown there.
ON_PAPER = """() => [...document.querySelectorAll('nav, .skip')].filter(e => {
  const box = e.getBoundingClientRect();
  return getComputedStyle(e).display !== 'none' && box.width > 1 && box.height > 1 && e.textContent.trim();
}).map(e => e.outerHTML.slice(0, 120))"""


# What a browser without popovers makes of a page: it knows neither the attribute nor the selector. Meanings that lie over the text.
WITHOUT_POPOVERS = """() => {
  const forget = rules => { for (let at = rules.length - 1; at >= 0; at--) {
    if (rules[at] instanceof CSSSupportsRule && rules[at].conditionText.includes(':popover-open')) (rules[at].parentRule || rules[at].parentStyleSheet).deleteRule(at);
    else if (rules[at].cssRules) forget(rules[at].cssRules);
  } };
  for (const sheet of document.styleSheets) forget(sheet.cssRules);
  const meanings = [...document.querySelectorAll('.meaning')];
  for (const meaning of meanings) meaning.removeAttribute('popover');
  return meanings.filter(e => e.getBoundingClientRect().height < 1 || e.getBoundingClientRect().top < e.previousElementSibling.getBoundingClientRect().bottom - 1)
    .map(e => e.outerHTML.slice(0, 120));
}"""


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site where its base address says that it stands."""

    def translate_path(self, path):
        return super().translate_path(path[len(BASE) - 1:] if path.startswith(BASE) else "/nothing-here")

    def log_message(self, *arguments):
        pass


def run(built, work, results):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            for site in built:
                check(browser, site, results)
                offline(browser, site, work, results)
        finally:
            browser.close()


def check(browser, site, results):
    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=site.folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}{BASE}"
    pages = sites.kinds(site)
    try:
        for width in (1280, 375):
            results.check(f"{site.name}: accessibility of {len(pages)} pages at {width} px", accessibility(browser, site, pages, address, width))
        for name, failures in no_script(browser, site, pages, address).items():
            results.check(f"{site.name}: {name}", failures)
    finally:
        server.shutdown()


def offline(browser, site, work, results):
    """Archives of meetings, unpacked, as a reader opens them: from the disk, without a server and without a connection."""
    failures = []
    opened = 0
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        # The icon may still be on its way when the next page is opened.
        page.on("requestfailed", lambda request: request.failure == "net::ERR_ABORTED" or failures.append(f"{page.url}: {request.url}: {request.failure}"))
        page.on("console", lambda message: message.type == "error" and failures.append(f"{page.url}: {message.text}"))
        for archive, folder in takeaway.unpack(site, work, 4):
            for file in sorted(folder.rglob("*.html")):
                page.goto(file.as_uri())
                opened += 1
                if page.evaluate("getComputedStyle(document.querySelector('.site-header')).backgroundColor") == "rgba(0, 0, 0, 0)":
                    failures.append(f"{site.name_of(archive)}: {file.relative_to(folder)}: without its style")
            # From the agenda to a paper and back, with the pointer.
            page.goto((folder / "index.html").as_uri())
            if link := page.query_selector(".papers a[href$='index.html']"):
                link.click()
                page.wait_for_selector("article.paper h1, article.minutes h1")
    results.check(f"{site.name}: {opened} pages of meetings taken along, in a browser without a connection", failures)


def accessibility(browser, site, pages, address, width):
    failures = []
    with browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True) as context:
        page = context.new_page()
        for file in pages:
            page.goto(address + str(file.relative_to(site.folder)))
            page.add_script_tag(path=AXE)
            found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
            for violation in found["violations"]:
                for node in violation["nodes"][:3]:
                    failures.append(f"{site.name_of(file)}: {violation['id']} ({violation['help']}): {node['html'][:160]}")
    return failures


def no_script(browser, site, pages, address):
    """What holds without any script in the page, each as name and failures."""
    found = {"no scrolling sideways at 320 px": [], "the keyboard reaches what scrolls": [], "the first stop leads past the navigation": [],
             "on paper there is no navigation": [], "without popovers the meanings of terms stand below the text": [], "nothing is missing or refused": []}
    with browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=True) as context:
        page = context.new_page()
        page.on("response", lambda response: response.status >= 400 and found["nothing is missing or refused"].append(f"{response.url}: {response.status}"))
        page.on("console", lambda message: message.type == "error" and found["nothing is missing or refused"].append(f"{page.url}: {message.text}"))
        for file in pages:
            name = site.name_of(file)
            page.emulate_media(media="screen")
            page.goto(address + str(file.relative_to(site.folder)))
            found["no scrolling sideways at 320 px"] += [f"{name}: sticks out: {e}" for e in page.evaluate(STICKS_OUT)]
            found["the keyboard reaches what scrolls"] += [f"{name}: not reached: {e}" for e in page.evaluate(REGIONS)]
            page.keyboard.press("Tab")
            first = page.evaluate(FIRST_STOP)
            if page.query_selector("nav") and first:
                found["the first stop leads past the navigation"].append(f"{name}: first stop: {first}")
            page.emulate_media(media="print")
            found["on paper there is no navigation"] += [f"{name}: shown in print: {e}" for e in page.evaluate(ON_PAPER)]
            page.emulate_media(media="screen")
            found["without popovers the meanings of terms stand below the text"] += [f"{name}: {e}" for e in page.evaluate(WITHOUT_POPOVERS)]
    # The same pages with scripts switched off show the same words.
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for file in pages[:10]:
            page.goto(address + str(file.relative_to(site.folder)))
            if not page.query_selector("h1") or len(page.inner_text("body")) < 50:
                found["nothing is missing or refused"].append(f"{site.name_of(file)}: empty without scripts")
    return found
