#!/usr/bin/env python3
"""Measures Moot's search beside Pagefind's, on the generated site and on the real packs, and prints the tables of the README.

    ./compare.py                      3,000 documents and the packs
    ./compare.py --documents 30000    Moot alone: Pagefind needs more memory than most computers have
    ./compare.py --install            fetches Pagefind and the browser's driver into Benchmarks/.build first
"""

import tools

tools.enter()

import argparse
import pathlib
import statistics

from playwright.sync_api import sync_playwright

import moot_page
import pages
import pagefind_page
import pagefind_site
import questions
import server
import sites
import words

# Beyond it, Pagefind takes more than 6 GB.
PAGEFIND_DOCUMENTS = 5_000
DELAY = 0.05


class Side:
    """One of the two on one site: what it costs to index and to ask."""

    def __init__(self, kind, policy, site):
        self.kind, self.policy, self.site = kind, policy, site
        self.rows = {}

    def index(self, cost, size):
        bytes, files = size
        self.rows |= {"to index: wall s": cost.wall, "processor s": cost.processor, "peak memory MB": cost.memory,
                      "index: MB": bytes / 1e6, "files": files}

    def ask(self, browser, chosen):
        with server.serve(self.site, self.policy, DELAY) as (address, log):
            slow = {}
            for name, queries in chosen.items():
                asked = slow[name] = [pages.cold(browser, self.kind, address, log, query) for query in queries]
                self.rows |= {
                    f"{name}: KB in all": max(one.bytes for one in asked) / 1e3,
                    f"{name}: KB of the index": max(sum(part.bytes for part in one.index) for one in asked) / 1e3,
                    f"{name}: requests for programs + to rank + to show": " + ".join(
                        str(max(len(one.part(part)) for one in asked)) for part in ("program", "rank", "show")),
                    f"{name}: round trips": max(one.trips for one in asked),
                    f"{name}: round trips of the index": max(server.round_trips(one.index) for one in asked),
                }
            self.rows["last key to results, first query, 50 ms a request: ms"] = 1000 * statistics.median(one.seconds for asked in slow.values() for one in asked)
        with server.serve(self.site, self.policy) as (address, log):
            queries = [query for queries in chosen.values() for query in queries]
            self.rows["last key to results, later queries: ms"] = 1000 * pages.warm(browser, self.kind, address, queries)

    def answered(self, answers):
        figures = questions.Figures(answers)
        self.rows |= {f"success@{at}": figures.success(at) for at in (1, 3, 10)} | {"mean reciprocal rank": figures.reciprocal}


def moot_side(browser, folder, build, chosen):
    side = Side(pages.MOOT, server.MOOT_POLICY, folder)
    bytes, files = sites.size(folder / "search", lambda file: file.suffix == ".html")
    scripts = [file for file in folder.glob("search*.js")]
    side.index(build.search or build.cost, (bytes + sum(file.stat().st_size for file in scripts), files + len(scripts)))
    side.ask(browser, chosen)
    return side


def pagefind_side(browser, folder, prepared, cost, chosen):
    side = Side(pages.PAGEFIND, server.PAGEFIND_POLICY, prepared)
    side.index(cost, sites.size(prepared / "pagefind", pagefind_site.is_useless))
    side.ask(browser, chosen)
    return side


def both(browser, name, folder, build, options):
    """The sides of one site; Pagefind is left out where the site is too large for it."""
    prepared = options.output / f"{name}-pagefind"
    with_pagefind = options.pagefind and not (name == "generated" and options.documents > PAGEFIND_DOCUMENTS)
    cost = pagefind_site.index(folder, prepared) if with_pagefind else None
    if not with_pagefind:
        pagefind_site.prepare(folder, prepared)
    chosen = words.choose(prepared)
    print(f"\n### {name}\n\nAsked: " + "; ".join(f"{kind}: {', '.join(queries)}" for kind, queries in chosen.items()) + "\n", flush=True)
    sides = {"Moot": moot_side(browser, folder, build, chosen)} if options.moot_too else {}
    if with_pagefind:
        sides["Pagefind"] = pagefind_side(browser, folder, prepared, cost, chosen)
    return sides


def ask_both(browser, name, folder, sides):
    if "Moot" in sides:
        with server.serve(folder) as (address, log):
            answers, complaints = moot_page.ask(browser, folder, address, name)
        if complaints:
            raise SystemExit("\n".join(complaints))
        sides["Moot"].answered(answers)
    if "Pagefind" in sides:
        side = sides["Pagefind"]
        with server.serve(side.site, side.policy) as (address, log):
            side.answered(pagefind_page.ask(browser, folder, address, name))


def written(value):
    if isinstance(value, str):
        return value
    return f"{value:,}" if isinstance(value, int) else f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def ratio_of(moot, other):
    return "" if isinstance(moot, str) or not moot else written(other / moot)


def table(sides):
    names = list(sides)
    ratio = len(names) == 2
    lines = ["| | " + " | ".join(names) + (" | × |" if ratio else " |"), "|---|" + "--:|" * (len(names) + ratio)]
    for row in next(iter(sides.values())).rows:
        values = [sides[name].rows[row] for name in names]
        line = f"| {row} | " + " | ".join(map(written, values)) + " |"
        lines.append(line + (f" {ratio_of(*values)} |" if ratio else ""))
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--moot", type=pathlib.Path, default=tools.ROOT / ".build" / "release" / "moot")
    arguments.add_argument("--documents", type=int, default=3_000)
    arguments.add_argument("--output", type=pathlib.Path, default=tools.WORK / "search", help="where the sites go (default: Benchmarks/.build/search)")
    arguments.add_argument("--no-pagefind", dest="pagefind", action="store_false")
    arguments.add_argument("--no-moot", dest="moot_too", action="store_false")
    options = arguments.parse_args()
    options.output, moot = options.output.absolute(), options.moot.absolute()
    with sync_playwright() as playwright:
        browser = pages.launch(playwright)
        folder, build = sites.build_generated(moot, options.documents, options.output)
        print(build.cost.said.split("stage", 1)[-1])
        print(table(both(browser, "generated", folder, build, options)), flush=True)
        if options.documents <= PAGEFIND_DOCUMENTS:
            for name in sites.packs():
                folder, build = sites.build_pack(moot, name, options.output)
                sides = both(browser, name, folder, build, options)
                ask_both(browser, name, folder, sides)
                print(table(sides), flush=True)
        browser.close()


main()
