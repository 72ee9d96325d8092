"""Measures all pages of some sites, with a browser for each processor."""

import multiprocessing
import os
import time

from accessibility import speed, still, worker
from accessibility.reasons import reason

BROWSERS = max(1, min(4, os.cpu_count() or 1))
# A browser that has shown many pages is slower than a new one.
PAGES_OF_A_BROWSER = 60
_own = {}


def prepare(folders):
    browser = worker.start()
    _own.update(browser=browser, kind=browser.browser_type, pages=0,
                plain={name: worker.serve(folder)[1] for name, folder in folders.items()},
                squeezed={name: worker.serve(folder, speed.Squeezed)[1] for name, folder in folders.items()})


def measure(job):
    kind, name, path = job
    if "measurer" not in _own or _own["pages"] >= PAGES_OF_A_BROWSER:
        _own["browser"].close()
        _own.update(browser=_own["kind"].launch(**worker.LAUNCH), pages=0)
        _own.update(measurer=worker.Measurer(_own["browser"]), stopwatch=None)
    _own["pages"] += 1
    try:
        if kind == "speed":
            # A page that is slowed down keeps a processor busy even when nothing is asked of it, so there is none before it is needed.
            _own["stopwatch"] = _own["stopwatch"] or speed.Stopwatch(_own["browser"])
            return kind, name, path, _own["stopwatch"].measure(_own["squeezed"][name] + path)
        return kind, name, path, _own["measurer"].measure(_own["plain"][name] + path)
    except Exception as error:  # One page that the browser cannot bear must not hide what is wrong with the others.
        _own["pages"] = PAGES_OF_A_BROWSER
        return kind, name, path, {"findings": [still.finding("measuring", "not-measured", f"{type(error).__name__}: {str(error)[:200]}")], "incomplete": [], "settled": 0, "stops": 0, "paint": None, "shift": None}


def pages_of(built, chosen):
    """What there is to measure, the longest first: the last ones should be short ones."""
    jobs = [(site.name, str(page.relative_to(site.folder)), page.stat().st_size) for site in built for page in site.pages()]
    return [(name, path) for name, path, _ in sorted(jobs, key=lambda job: -job[2]) if chosen(name, path)]


def run(built, chosen=lambda site, path: True, quick=False, say=print):
    """Results of all pages by site and path."""
    start = time.monotonic()
    pages = pages_of(built, chosen)
    results, seen = {}, []
    for site in built:
        quiet = still.Still(site.folder)
        for name, path in pages:
            if name == site.name:
                findings, size = quiet.measure(path)
                results[name, path] = {"site": name, "path": path, "findings": findings, "bytes": size, "incomplete": []}
                # Nobody sees a page that leads on at once, and a browser does not stay on it.
                if 'http-equiv="refresh"' not in (site.folder / path).read_text():
                    seen.append((name, path))
        for path, found in quiet.same_titles().items():
            results[site.name, path]["findings"].append(found)
    say(f"{len(pages)} pages read and validated ({time.monotonic() - start:.0f} s)")
    folders = {site.name: site.folder for site in built}
    jobs = [("measure", *page) for page in seen] + ([] if quick else [("speed", *page) for page in seen])
    with multiprocessing.get_context("spawn").Pool(BROWSERS, prepare, (folders,)) as pool:
        for done, (kind, name, path, found) in enumerate(pool.imap_unordered(measure, jobs), 1):
            entry = results[name, path]
            entry["findings"] += found.pop("findings")
            entry.update(found)
            if done % 50 == 0 or done == len(jobs):
                say(f"{done} of {len(jobs)} measurements ({time.monotonic() - start:.0f} s)")
    if not quick:
        measure_alone([entry for entry in results.values() if late(entry)], folders)
    for entry in results.values():
        settle(entry)
    return [results[page] for page in sorted(results)]


def late(entry):
    return any(found["rule"] == "first-paint" for found in entry["findings"])


def measure_alone(entries, folders):
    """Pages that were late, once more with the machine to themselves: beside another browser, a page waits for it."""
    with worker.browser() as browser:
        stopwatch = speed.Stopwatch(browser)
        for entry in entries:
            server, address = worker.serve(folders[entry["site"]], speed.Squeezed)
            found = stopwatch.measure(address + entry["path"], speed.TRIES_ALONE)
            server.shutdown()
            entry["findings"] = [one for one in entry["findings"] if one["rule"] != "first-paint"] + found["findings"]
            entry["paint"] = min(entry["paint"], found["paint"])


def settle(entry):
    """What axe leaves open is a failure where nobody has written why it is none."""
    entry["explained"] = []
    for undecided in entry.pop("incomplete", []):
        why = reason(undecided)
        kept = {key: undecided[key] for key in ("rule", "element", "what", "states")}
        if why:
            entry["explained"].append({**kept, "reason": why})
        else:
            entry["findings"].append({"check": "axe, undecided", **kept})
