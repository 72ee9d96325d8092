"""What can be said of pages without a browser: valid HTML, titles, weight, words without scripts."""

import gzip
import html
import json
import re
import subprocess
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from tools import VNU

HEAVIEST = 100_000
SEPARATOR = " – "


def finding(check, rule, what, element=""):
    return {"check": check, "rule": rule, "what": what, "element": element[:160], "states": []}


@lru_cache(maxsize=None)
def validate(folder):
    """By page: what the validator has to say of a site that changes no more."""
    result = subprocess.run(
        ["java", "-Xmx1g", "-XX:+UseSerialGC", "-jar", VNU, "--skip-non-html", "--format", "json", folder], capture_output=True, text=True)
    found = defaultdict(list)
    for message in json.loads(result.stderr)["messages"]:
        kind = message.get("subType", message["type"])
        page = message.get("url", "").removeprefix("file:").removeprefix(str(Path(folder).resolve())).lstrip("/")
        rule = re.sub(r"“[^”]*”", "“…”", message["message"])[:80]
        found[page].append(finding("valid HTML", rule, f"line {message.get('lastLine', 0)}: {kind}: {message['message']}", " ".join(message.get("extract", "").split())))
    return found


def texts(page):
    return html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.S)))


class Still:
    """All pages of a site, one beside the other."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.messages = validate(folder)
        self.titles = defaultdict(list)
        self.site = None

    @lru_cache(maxsize=None)
    def weight_of(self, file):
        return len(gzip.compress(file.read_bytes(), 9)) if file.exists() else 0

    def measure(self, path):
        """Findings of one page, and its bytes as they are sent."""
        file = self.folder / path
        text = file.read_text()
        findings = list(self.messages.get(path, []))
        size = self.weight(file, text)
        if size > HEAVIEST:
            findings.append(finding("weight", "too-heavy", f"{size} bytes compressed, more than {HEAVIEST}"))
        findings += self.title(path, text)
        main = re.search(r"<main\b.*?</main>", text, re.S)
        if 'http-equiv="refresh"' not in text and (not main or len(texts(main.group()).split()) < 3):
            findings.append(finding("without scripts", "no-words", "the main part has no words in the file"))
        return findings, size

    def weight(self, file, text):
        """HTML with its style, its icon, its scripts and its pictures, compressed."""
        own = len(gzip.compress(text.encode(), 9))
        parts = {*re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', text), *re.findall(r'<(?:script|img)\b[^>]*\ssrc="([^"]+)"', text)}
        return own + sum(self.weight_of((file.parent / html.unescape(part)).resolve()) for part in parts if ":" not in part)

    def title(self, path, text):
        title = html.unescape(re.search(r"<title>(.*?)</title>", text, re.S).group(1)).strip()
        name = re.search(r'class="site-name"[^>]*>(.*?)</a>', text)
        site = texts(name.group(1)).strip() if name else None
        # Nobody reads the title of a page that leads on at once.
        if 'http-equiv="refresh"' not in text:
            self.titles[title].append(path)
        found = []
        if site and path != "index.html":
            if not title.endswith(SEPARATOR + site):
                found.append(finding("title", "title-order", f"“{title}” does not end with the name of the site"))
            heading = re.search(r"<h1\b[^>]*>(.*?)</h1>", text, re.S)
            words = set(re.findall(r"\w+", texts(heading.group(1)).lower())) if heading else set()
            if words and not words & set(re.findall(r"\w+", title.split(SEPARATOR)[0].lower())):
                found.append(finding("title", "title-order", f"“{title}” does not begin with what the page is about"))
        return found

    def same_titles(self):
        """By page: titles that other pages have too."""
        return {path: finding("title", "title-unique", f"“{title}” is the title of {len(paths)} pages", others(path, paths))
                for title, paths in self.titles.items() if len(paths) > 1 for path in paths}


def others(path, paths):
    return next(other for other in paths if other != path)
