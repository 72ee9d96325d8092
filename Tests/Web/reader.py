"""The script that reads the search index: its tests in Node, and its size."""

import gzip
import re
import subprocess

from tools import ROOT

SCRIPTS = ("search-index.js", "search.js")
LARGEST = 15_000


def run(results):
    done = subprocess.run(["node", "--test", "--test-reporter=tap", "Tests/Web/search-index-test.mjs"], cwd=ROOT, capture_output=True, text=True)
    failed = re.findall(r"^\s*not ok \d+ - (.*)", done.stdout, re.MULTILINE)
    for name in re.findall(r"^\s*ok \d+ - (.*)", done.stdout, re.MULTILINE):
        results.check(f"search: {name}", [])
    for name in failed:
        results.check(f"search: {name}", [line.strip() for line in done.stdout.splitlines() if "error:" in line] or ["failed"])
    if done.returncode and not failed:
        results.check("search: the tests in Node run", [done.stderr.strip() or done.stdout.strip()])
    size = sum(len(gzip.compress((ROOT / "Public" / name).read_bytes(), 9)) for name in SCRIPTS)
    results.check("search: the scripts are small", [f"{size} bytes squeezed, more than {LARGEST}"] if size > LARGEST else [])
