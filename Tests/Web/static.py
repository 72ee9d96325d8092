"""Checks that need no browser: valid HTML, links and anchors, no scripts."""

import json
import re
import subprocess

import sites
from accessibility import still
from tools import LYCHEE


def run(site, work, results):
    results.check(f"{site.name}: valid HTML on {len(site.pages())} pages", validate(site))
    results.check(f"{site.name}: no broken link or anchor", links(site, site.folder))
    results.check(f"{site.name}: no broken link or anchor under a path", links(site, sites.below(site, work)))
    results.check(f"{site.name}: no script, no style in a page, nothing from elsewhere", plain(site))


def validate(site):
    return [f"{site.name}:{page}: {one['what']} | {one['element']}" for page, found in still.validate(site.folder).items() for one in found]


def links(site, folder):
    result = subprocess.run(
        [LYCHEE, "--offline", "--include-fragments", "--no-progress", "--format", "json", "--root-dir", folder, "--index-files", "index.html",
         # The page for what is not there is shown at any address, so its links hold only where the site stands.
         *([] if (folder / "meetings/404.html").exists() else ["--exclude-path", "404.html$"]), folder],
        capture_output=True, text=True, stdin=subprocess.DEVNULL)
    try:
        report = json.loads(result.stdout)
    except ValueError:
        return [f"{site.name}: lychee: {result.stderr.strip()[:500]}"]
    failures = []
    for page, errors in report.get("error_map", {}).items():
        for error in errors:
            failures.append(f"{page.replace(str(folder), site.name)}: broken link: {error['url']}".replace(str(folder), ""))
    return failures


# The one page with a script; all others do without.
SEARCH = ("search/index.html", '<script type="module" src="../search.js"></script>')


def plain(site):
    failures = []
    for page in site.pages():
        text = page.read_text()
        if page.relative_to(site.folder).as_posix() == SEARCH[0]:
            text = text.replace(SEARCH[1], "", 1)
        for rule, pattern in (("script", r"<script(?! type=\"application/ld\+json\">)"), ("event handler", r"<[^>]+\son[a-z]+="), ("style", r"<style|<[^>]+\sstyle="),
                              ("from elsewhere", r"<(?:img|link|iframe)[^>]+(?:src|href)=\"(?:https?:)?//(?!example\.gov\.uk)")):
            for match in re.finditer(pattern, text):
                failures.append(f"{site.name_of(page)}: {rule}: {text[match.start():match.start() + 100]}")
    return failures
