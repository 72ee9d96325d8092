"""Pagefind beside Moot: the same pages, prepared as by somebody who knows both."""

import re
import shutil
from pathlib import Path

from tools import HERE, measured, pagefind

# Text of the page that is not its own: links to itself, meanings shown on demand, lists of who refers to it.
NOT_OWN = ".anchor, .meaning, .referring, .doors, .downloads"
# Pages that repeat what other pages say.
REGISTERS = {"a-to-z", "actions", "changes", "decisions", "declarations", "meetings", "organisations", "papers", "people", "search"}
# Pagefind finds a section only where its heading itself bears the id.
OWN_ID = re.compile(r'<(li|section|article|div)([^>]*?) id="([^"]+)"([^>]*)>(\s*)<h([2-6])(?![^>]* id=)')
USELESS = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "wasm.unknown")


def is_content(parts):
    if len(parts) < 2 or parts[0] in REGISTERS:
        return False
    if parts[0] == "committees":
        return len(parts) > 3 and parts[2][0].isdigit() and parts[3] != "pack"
    if parts[0] == "strategies":
        return len(parts) > 3 and parts[2] != "all"
    return parts[0] != "glossary" or len(parts) > 2


def prepare(site, target):
    shutil.rmtree(target, ignore_errors=True)
    for file in sorted(Path(site).rglob("index.html")):
        path = file.relative_to(site)
        if not is_content(path.parts):
            continue
        text = OWN_ID.sub(r'<\1\2\4>\5<h\6 id="\3"', file.read_text(encoding="utf-8"))
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text, encoding="utf-8")
    return target


def index(site, target):
    """Prepares a copy of the site, and measures Pagefind at it alone."""
    prepare(site, target)
    cost = measured([pagefind(), "--site", target, "--root-selector", "main", "--exclude-selectors", NOT_OWN])
    for name in ("pagefind.html", "pagefind.mjs"):
        shutil.copy(HERE / name, target / name)
    return cost


def is_useless(file):
    return file.name.startswith(USELESS)
