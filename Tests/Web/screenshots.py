#!/usr/bin/env python3
"""Takes the pictures of Documentation/screenshots: pages of the sample, on a phone and a desk, light and dark, and the first of a printed pack."""

import io
import subprocess
import tempfile
from pathlib import Path

import tools

tools.enter()

from PIL import Image
from playwright.sync_api import sync_playwright

import pdf
import sites
from accessibility.worker import LAUNCH, serve

FOLDER = tools.ROOT / "Documentation" / "screenshots"
MEETING = "committees/health-and-wellbeing-board/2026-01-22/"
PAGES = {
    "home": "",
    "meeting": MEETING,
    "minutes": MEETING + "minutes/",
    "report": "committees/overview-and-scrutiny-panel/2026-02-25/flood-inquiry/",
    "chapter": "strategies/well-in-calderbrook-2026/03-live-well/",
    "search": "search/?q=falls+prevention",
}
SIZES = {"desktop": (1280, 900), "phone": (375, 812)}


def main():
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        site = sites.build(Path(work))[0]
        server, address = serve(site.folder)
        chromium = playwright.chromium.launch(**LAUNCH)
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                with chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme) as context:
                    page = context.new_page()
                    for name, path in PAGES.items():
                        answer = page.goto(address + path)
                        assert answer.ok, path
                        if name == "search":
                            page.wait_for_selector(".search-results li")
                        if name == "report":
                            page.evaluate("document.querySelector('.prose :is(.table, .cards)').scrollIntoView({ block: 'center' })")
                        save(page.screenshot(), FOLDER / f"{name}-{size}-{scheme}.png")
        chromium.close()
        server.shutdown()
        printed(Path(work), site.source)


def printed(work, source):
    """The cover and the agenda of a pack, at 100 dots an inch."""
    outcome = pdf.build(source, work / "printed", "--weasyprint", pdf.WEASYPRINT)
    assert outcome.returncode == 0, outcome.stderr
    for page, name in ((1, "cover"), (2, "agenda")):
        command = ["pdftoppm", "-r", "100", "-f", str(page), "-l", str(page), "-png", str(work / "printed" / MEETING / "pack.pdf")]
        save(subprocess.run(command, check=True, capture_output=True).stdout, FOLDER / f"pack-{name}.png")


def save(picture, file):
    """Few colours are enough for pages, and a repository is not the place for more."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)
    print(file.name, file.stat().st_size // 1024, "KB")


main()
