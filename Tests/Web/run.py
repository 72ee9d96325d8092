#!/usr/bin/env python3
"""Looks at finished sites with a validator, a link checker, a browser and an accessibility checker.

Prints every failure as page, rule and element, and a closing line “web: N passed, M failed, K skipped”.
"""

import sys
import tempfile
import time
from pathlib import Path

import tools

tools.enter()

import browser
import pdf
import preview
import installed
import checks
import registers
import reader
import data
import schemas
import search
import served
import sites
import static
import takeaway
import attachments
from accessibility import faults


class Results:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.said = []

    def check(self, name, failures):
        """Counts one check; failures are lines."""
        failures = sorted(set(failures))
        if failures:
            self.failed += 1
            said = [f"✘ {name}", *(f"    {line}" for line in failures[:40])]
            if len(failures) > 40:
                said.append(f"    … and {len(failures) - 40} more")
            print("\n".join(said))
            self.said += said
        else:
            self.passed += 1
            print(f"✔ {name}")
        sys.stdout.flush()

    def skip(self, name, reason):
        self.skipped += 1
        print(f"– {name}: skipped, {reason}")


def main():
    start = time.monotonic()
    results = Results()
    reader.run(results)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        built = sites.build(work)
        for name in sorted({*sites.NAMES} - {site.name for site in built}):
            results.skip(f"{name}", "../shared is absent")
        schemas.run(built, work, results)
        for site in built:
            static.run(site, work, results)
            registers.run(site, results)
            data.run(site, results)
            takeaway.run(site, site.source, results)
        checks.run(built[0], work, results)
        browser.run(built, work, results)
        results.check(f"audit: finds each of {len(faults.FAULTS + faults.STILL)} faults", faults.missed(work))
        search.run(built[0], work, results)
        pdf.run(built[0], work, results)
        attachments.run(work, results)
        preview.run(work, results)
        served.run(built[0].source, work, results)
        installed.run(work, results)
    if results.said:
        # Again at the end, where one looks first.
        print("\n".join(results.said))
    print(f"web: {results.passed} passed, {results.failed} failed, {results.skipped} skipped ({time.monotonic() - start:.0f} s)")
    sys.exit(1 if results.failed else 0)


# Browsers that measure pages have processes of their own, which read this file anew.
if __name__ == "__main__":
    main()
