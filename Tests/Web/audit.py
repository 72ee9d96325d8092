#!/usr/bin/env python3
"""Measures the accessibility of every page of the sample and of the packs that are at hand; “make audit” runs it.

Writes _audit/index.html with a row for each page, _audit/results.json, and, where the whole sample was measured,
Content/accessibility.yml. Documentation/accessibility.md says what is measured.
"""

import argparse
import datetime
import fnmatch
import sys
import tempfile
from pathlib import Path

import tools

tools.enter()

import sites
import static
from accessibility import everything, faults, report, statement, still, versions, worker


def main():
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("--site", action="append", choices=sites.NAMES, help="only this site; may stand more than once")
    reader.add_argument("--pages", default="*", metavar="GLOB", help="only pages whose path is like this, as “committees/*/minutes/*”")
    reader.add_argument("--quick", action="store_true", help="without the speed of pages")
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as work:
        built = [site for site in sites.build(Path(work)) if not options.site or site.name in options.site]
        for name in sorted({*sites.NAMES} - {site.name for site in built}):
            print(f"{name}: left out" + ("" if options.site else ", ../shared is absent"))
        missed = faults.missed(work)
        for line in missed:
            print(f"✘ {line}")
        results = everything.run(built, lambda site, path: fnmatch.fnmatch(path, options.pages), options.quick, lambda text: print(text, flush=True))
        add_links(built, results)
    facts = {"tested": f"Tested on {datetime.date.today():%d %B %Y}", "day": datetime.date.today(), "tools": versions.tools_text()}
    folder = tools.ROOT / "_audit"
    report.write(folder, {**facts, "day": str(facts["day"])}, results)
    own = look_at_report(folder)
    sample = [entry for entry in results if entry["site"] == "sample"]
    if sample and options.pages == "*" and not options.quick:
        statement.write(tools.ROOT / "Content" / "accessibility.yml", facts, sample)
    sums = report.totals(results)
    for name, rule in sums["by rule"].items():
        print(f"{rule['findings']:6} on {rule['pages']:4} pages  {name}")
    print(f"{sums['findings']} findings on {sums['pages with findings']} of {sums['pages']} pages: _audit/index.html")
    sys.exit(1 if sums["findings"] or missed or own else 0)


def add_links(built, results):
    """Broken links, from one run over each site."""
    by_page = {(entry["site"], entry["path"]): entry for entry in results}
    for site in built:
        for line in static.links(site, site.folder):
            path = line.split(": ", 1)[0].removeprefix(site.name).strip("/")
            entry = by_page.get((site.name, path)) or next((entry for entry in results if entry["site"] == site.name), None)
            if entry:
                entry["findings"].append(still.finding("links", "broken-link", line))


def look_at_report(folder):
    """The report is a page as others are."""
    found = [f["what"] for messages in still.validate(folder).values() for f in messages]
    with worker.browser() as browser:
        page = browser.new_page()
        page.goto((folder / "index.html").as_uri())
        for script in worker.scripts():
            page.evaluate(script)
        found += [f"{one['rule']}: {one['element']}" for one in page.evaluate(worker.RUN_AXE, worker.TAGS)["violations"]]
    for line in found:
        print(f"✘ the report itself: {line}")
    return found


if __name__ == "__main__":
    main()
