#!/usr/bin/env python3
"""Measures how long it takes from saving a file to the frame in the browser that shows it, with `moot preview` at work on a generated site.

    ./measure.py --install            fetches the driver of the browser into Benchmarks/.build first
    ./measure.py                      500 meetings: 3,000 documents
    ./measure.py --meetings 500 5000  ten times as much too
    ./measure.py --moot PROGRAM       with another program than .build/release/moot
"""

import argparse
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = HERE.parent / ".build"
VENV = WORK / "preview-browser"
CHROMIUM = "/usr/bin/chromium"
GLOSSARY = {"reablement": "Help to live at home again", "rest centre": "A place to go when homes are flooded", "care": "Help that somebody needs"}

# Says when a word was first on the screen: after the frame that follows the change.
WAIT = """token => new Promise((resolve, reject) => {
  const isThere = () => document.body.textContent.includes(token);
  const done = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
    channel.port2.postMessage(null);
  });
  if (isThere()) return reject(new Error('it is there already'));
  const observer = new MutationObserver(() => {
    if (!isThere()) return;
    observer.disconnect();
    done();
  });
  observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  setTimeout(() => reject(new Error('not shown within 60 s')), 60000);
})"""


def enter():
    """Goes on in the virtual environment, which `--install` makes."""
    if "--install" in sys.argv:
        subprocess.run(["/usr/bin/python3", "-m", "venv", VENV], check=True)
        subprocess.run([VENV / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "playwright==1.65.2"], check=True)
        sys.argv.remove("--install")
    python = VENV / "bin" / "python"
    if not python.exists():
        sys.exit("The driver of the browser is not there: run with --install once, which fetches it into Benchmarks/.build.")
    if pathlib.Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(python, [str(python), *sys.argv])


class Site:
    """A generated site, and the preview that shows it."""

    def __init__(self, moot, meetings, folder, options):
        self.root = folder / f"preview-{meetings}"
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        subprocess.run([sys.executable, ROOT / "Benchmarks/generate-site.py", "--meetings", str(meetings), "--output", self.root / "Content"],
                       check=True, stdout=subprocess.DEVNULL)
        for name in ("Templates", "Public"):
            shutil.copytree(ROOT / name, self.root / name)
        (self.root / "Content/glossary.yml").write_text("".join(f"- term: {term}\n  meaning: {meaning}.\n" for term, meaning in GLOSSARY.items()))
        self.papers = sorted(self.root.glob("Content/committees/*/*/paper-*.md"))
        self.documents = sum(1 for _ in self.root.glob("Content/**/*.md"))
        start = time.monotonic()
        self.process = subprocess.Popen([moot, "preview", "--port", "0", "--today", "2026-11-21", *options], cwd=self.root, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=(self.root / "errors").open("w"), text=True)
        line = self.process.stdout.readline()
        if not line:
            sys.exit((self.root / "errors").read_text())
        self.seconds = time.monotonic() - start
        self.address = re.search(r"http://\S+", line).group(0)
        # Or the pipe would fill, and the preview would wait.
        self.rest = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)

    def page_of(self, paper):
        return self.address + str(paper.relative_to(self.root / "Content").with_suffix("")) + "/"

    def memory(self):
        """In MB, at its peak."""
        return int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text()).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.rest.wait()
        shutil.rmtree(self.root)


def edits(rng, site):
    """The kinds of edits: each makes of a text and a word of its own another text."""
    def paragraphs(text):
        head, body = text.split("---\n", 2)[1:]
        return head, body.split("\n\n")

    def joined(head, parts):
        return f"---\n{head}---\n" + "\n\n".join(parts)

    def numbered(parts):
        return [at for at, part in enumerate(parts) if re.match(r"\d+\.\d+ ", part)]

    def word(text, token, paper):
        head, parts = paragraphs(text)
        at = rng.choice(numbered(parts))
        words = parts[at].split(" ")
        words.insert(rng.randrange(1, len(words) - 3), token)
        parts[at] = " ".join(words)
        return joined(head, parts)

    def section(text, token, paper):
        head, parts = paragraphs(text)
        parts.insert(rng.choice(numbered(parts)) + 1, f"### A heading {token}\n\nA paragraph of some words below it.")
        return joined(head, parts)

    def link(text, token, paper):
        head, parts = paragraphs(text)
        target = os.path.relpath(rng.choice(site.papers), paper.parent)
        parts.insert(rng.choice(numbered(parts)) + 1, f"See [another paper {token}]({target}).")
        return joined(head, parts)

    return {"a word in a paragraph": word, "a heading and a paragraph": section, "a paragraph with a link": link}


class Reader:
    """A browser with one page open."""

    def __init__(self, browser):
        self.page = browser.new_page()
        self.offset = self.clock()

    def clock(self):
        """What the browser's clock shows when ours shows nought, in milliseconds: the middle of the quickest of many questions."""
        best = None
        for _ in range(50):
            before = time.time() * 1000
            there = self.page.evaluate("performance.timeOrigin + performance.now()")
            after = time.time() * 1000
            if best is None or after - before < best[0]:
                best = (after - before, there - (before + after) / 2)
        return best[1]

    def open(self, address):
        self.page.goto(address)
        self.page.wait_for_function("document.querySelector('moot-preview[data-ready]')")
        self.page.wait_for_timeout(700)
        self.offset = self.clock()

    def time(self, file, text, token):
        """Saves as editors do, and says after how many milliseconds it is on the screen."""
        fresh = file.with_name("." + file.name)
        fresh.write_text(text)
        self.page.evaluate(f"token => {{ window.shown = ({WAIT})(token); }}", token)
        start = time.time() * 1000
        fresh.rename(file)
        return self.page.evaluate("window.shown") - self.offset - start


def measure(site, browser, rng, count):
    """Times by kind of edit, in milliseconds."""
    reader = Reader(browser)
    kinds = edits(rng, site)
    times = {kind: [] for kind in kinds}
    number = 0
    while number < count:
        paper = rng.choice(site.papers)
        reader.open(site.page_of(paper))
        for kind in rng.sample(sorted(kinds), len(kinds)) * 2:
            number += 1
            token = f"edit{number}mark"
            times[kind].append(reader.time(paper, kinds[kind](paper.read_text(), token, paper), token))
            # As somebody writes who saves often.
            time.sleep(rng.uniform(0.3, 1.5))
    return reader, times


def measure_rest(site, reader, rng, count):
    times = {"a template": [], "the glossary": []}
    layout, glossary = site.root / "Templates/layout.mustache", site.root / "Content/glossary.yml"
    paper = next(paper for paper in site.papers if re.search(r"\bcare\b", paper.read_text()))
    for number in range(count):
        reader.open(site.page_of(paper))
        token = f"template{number}mark"
        times["a template"].append(reader.time(layout, re.sub(r"Skip to .*?<", f"Skip to {token}<", layout.read_text()), token))
        time.sleep(1)
        token = f"glossary{number}mark"
        times["the glossary"].append(reader.time(glossary, re.sub(r"Help (\w+ )?that", f"Help {token} that", glossary.read_text()), token))
        time.sleep(1)
    return times


def row(kind, times):
    times = sorted(times)
    high = times[min(len(times) - 1, int(0.95 * len(times)))]
    print(f"| {kind} | {len(times)} | {statistics.median(times):.0f} | {high:.0f} | {times[-1]:.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--meetings", type=int, nargs="+", default=[500])
    parser.add_argument("--edits", type=int, default=120)
    parser.add_argument("--moot", type=pathlib.Path, default=ROOT / ".build/release/moot")
    parser.add_argument("--folder", type=pathlib.Path, default=WORK / "sites", help="where the sites are made; /dev/shm is away from the disk's moods")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--option", action="append", default=[], help="passed on to the preview, such as --option=--poll")
    arguments = parser.parse_args()
    from playwright.sync_api import Error as playwright_error
    from playwright.sync_api import sync_playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for meetings in arguments.meetings:
            rng = random.Random(arguments.seed)
            site = Site(arguments.moot.resolve(), meetings, arguments.folder, arguments.option)
            try:
                print(f"\n{site.documents:,} documents, the first page can be had after {site.seconds:.1f} s\n")
                print("| saved | times | median ms | 95 % within ms | longest ms |\n|---|--:|--:|--:|--:|")
                reader, times = measure(site, browser, rng, arguments.edits)
                for kind in times:
                    row(kind, times[kind])
                row("**all three**", sum(times.values(), []))
                for kind, values in measure_rest(site, reader, rng, 7).items():
                    row(kind, values)
                print(f"\nMemory at its peak: {site.memory():.0f} MB")
            except playwright_error as error:
                sys.exit((site.root / "errors").read_text()[-2000:] + str(error))
            finally:
                site.stop()
        browser.close()


enter()
main()
