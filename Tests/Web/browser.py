"""Checks in a real browser: what “make audit” measures on every page, on some; print, old browsers, no connection."""

import re
import subprocess
import tempfile

from playwright.sync_api import sync_playwright

import sites
import takeaway
from accessibility import everything
from accessibility.worker import LAUNCH, serve

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

# A place that a link of the same page leads to is seen once one is there.
LEADS_TO_NOTHING_SHOWN = """() => {
  const links = new Map([...document.querySelectorAll('main a[href^="#"]')].filter(a => a.hash.length > 1 && a.checkVisibility()).map(a => [a.hash, a]));
  return [...links.values()].slice(0, 60).filter(link => {
    location.hash = link.hash;
    return !document.getElementById(decodeURIComponent(link.hash.slice(1)))?.checkVisibility();
  }).map(link => link.outerHTML.slice(0, 120));
}"""


def run(built, work, results):
    accessibility(built, results)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**LAUNCH)
        try:
            for site in built:
                check(browser, site, results)
                offline(browser, site, work, results)
        finally:
            browser.close()


def check(browser, site, results):
    server, address = serve(site.folder)
    try:
        for name, failures in no_script(browser, site, sites.kinds(site), address).items():
            results.check(f"{site.name}: {name}", failures)
        results.check(f"{site.name}: printed pages say what they are of, and their number", printed(browser, site, address))
    finally:
        server.shutdown()


def printed(browser, site, address):
    """Meetings, minutes and papers as the browser itself prints them: from the second page on the title, with committee and date, stands at the top."""
    failures = []
    with browser.new_context() as context, tempfile.TemporaryDirectory() as work:
        page = context.new_page()
        for file in (file for file in sites.kinds(site, 1) if file.relative_to(site.folder).parts[0] == "committees"):
            page.goto(address + str(file.relative_to(site.folder)))
            print_of = f"{work}/page.pdf"
            page.pdf(path=print_of, prefer_css_page_size=True)
            sheets = subprocess.run(["pdftotext", "-layout", print_of, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
            for number, sheet in enumerate(sheets, 1):
                words = " ".join(sheet.split())
                if not re.search(rf"\bPage {number}\b", words) or number > 1 and not words.startswith(" ".join(page.title().split())):
                    failures.append(f"{site.name_of(file)}: page {number} begins with “{words[:60]}”")
    return failures


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
                if page.evaluate("getComputedStyle(document.querySelector('.site-header')).borderTopStyle") == "none":
                    failures.append(f"{site.name_of(archive)}: {file.relative_to(folder)}: without its style")
            # From the agenda to a paper and back, with the pointer.
            page.goto((folder / "index.html").as_uri())
            if link := page.query_selector(".papers a[href$='index.html']"):
                link.click()
                page.wait_for_selector("article.paper h1, article.minutes h1")
    results.check(f"{site.name}: {opened} pages of meetings taken along, in a browser without a connection", failures)


def accessibility(built, results):
    """The measurements of “make audit”, on the longest page of every kind of the sample, and on the four longest of these of each pack."""
    pages = {("sample", str(page.relative_to(site.folder))) for site in built[:1] for page in sites.kinds(site, 1)}
    for site in built[1:]:
        longest = sorted(sites.kinds(site, 1), key=lambda page: -page.stat().st_size)[:4]
        pages |= {(site.name, str(page.relative_to(site.folder))) for page in longest}
    found = everything.run(built, lambda site, path: (site, path) in pages, quick=True, say=lambda text: None)
    lines = [f"{entry['site']}:{entry['path']}: {one['check']}: {one['rule']}: {one.get('what', '')} {one.get('element', '')[:160]}" for entry in found for one in entry["findings"]]
    results.check(f"accessibility of {len(pages)} pages", lines)


def no_script(browser, site, pages, address):
    """What holds without any script in the page, each as name and failures."""
    found = {"on paper there is no navigation": [], "without popovers the meanings of terms stand below the text": [],
             "on a phone links within a page lead to what is seen": [], "nothing is missing or refused": []}
    with browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=True) as context:
        page = context.new_page()
        page.on("response", lambda response: response.status >= 400 and found["nothing is missing or refused"].append(f"{response.url}: {response.status}"))
        page.on("console", lambda message: message.type == "error" and found["nothing is missing or refused"].append(f"{page.url}: {message.text}"))
        for file in pages:
            name = site.name_of(file)
            page.goto(address + str(file.relative_to(site.folder)))
            found["on a phone links within a page lead to what is seen"] += [f"{name}: {e}" for e in page.evaluate(LEADS_TO_NOTHING_SHOWN)]
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
