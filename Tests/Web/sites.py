"""Builds the sites that the web tests look at: the sample, and the real packs where they are at hand."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools import ROOT

NAMES = ("sample", "kirklees", "worcestershire")
PACKS = ROOT.parent / "shared" / "packs"
TODAY = "2026-11-21"


@dataclass
class Site:
    name: str
    folder: Path
    source: Path

    def pages(self):
        return sorted(self.folder.rglob("*.html"))

    def name_of(self, page):
        return f"{self.name}:{page.relative_to(self.folder)}"


def build(work):
    sites = []
    sources = {"sample": ROOT / "Content"}
    for name in NAMES[1:]:
        if (PACKS / name / "Content").is_dir():
            sources[name] = PACKS / name / "Content"
    program = newest()
    for name, source in sources.items():
        folder = work / name
        subprocess.run(
            [program, "build", "--content", source, "--output", folder, "--today", TODAY, "--base-url", "https://example.gov.uk/meetings/"],
            cwd=ROOT, check=True, capture_output=True)
        sites.append(Site(name, folder, Path(source)))
    return sites


def newest():
    """The program that was built last."""
    programs = [ROOT / ".build" / kind / "moot" for kind in ("installable", "release", "debug")]
    present = [program for program in programs if program.exists()]
    if not present:
        raise SystemExit("moot is not built: run “swift build” first")
    return max(present, key=lambda program: program.stat().st_mtime)


def below(site, work):
    """A copy of the site under a path, as https://example.gov.uk/meetings/."""
    root = work / f"{site.name}-below"
    shutil.copytree(site.folder, root / "meetings")
    return root


def kinds(site, limit=None):
    """A few pages of every kind, the longest of each kind first, since it has the most to go wrong."""
    chosen = {}
    for page in site.pages():
        path = page.relative_to(site.folder)
        chosen.setdefault(kind(path), []).append(page)
    limit = limit or (3 if site.name == "sample" else 2)
    return [page for pages in chosen.values() for page in sorted(pages, key=lambda page: -page.stat().st_size)[:limit]]


def kind(path):
    parts = path.parts
    if parts[0] == "committees" and len(parts) > 3:
        return "/".join(("committees", parts[3] if parts[3] in ("minutes", "pack", "index.html") else "paper"))
    if parts[0] == "strategies" and len(parts) > 3:
        return "strategies/all" if parts[2] == "all" else "strategies/chapter"
    if parts[0] in ("committees", "strategies", "meetings", "decisions", "people", "organisations", "papers", "a-to-z", "search"):
        return f"{parts[0]}/{len(parts)}"
    return "/".join(parts) if len(parts) == 1 else "page"
