#!/usr/bin/env python3
"""Asks real questions over real packs in the search page, in headless Chromium, and says how well they are answered.

    ./ask.py                        builds the packs with .build/release/moot
    ./ask.py --moot PROGRAM         with another
    ./ask.py --install              fetches what is needed into Benchmarks/.build first
    node rank.mjs SITE…             the same figures in a second, without a page, for tuning
"""

import tools

tools.enter()

import argparse
import pathlib
import sys

from playwright.sync_api import sync_playwright

import moot_page
import pages
import questions
import server
import sites


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--moot", type=pathlib.Path, default=tools.ROOT / ".build" / "release" / "moot")
    arguments.add_argument("--output", type=pathlib.Path, default=tools.WORK / "search", help="where the sites go (default: Benchmarks/.build/search)")
    arguments.add_argument("--built", action="store_true", help="the sites are there already")
    options = arguments.parse_args()
    answers, complaints = [], []
    with sync_playwright() as playwright:
        browser = pages.launch(playwright)
        for name in sites.packs():
            site = options.output.absolute() / name
            if not options.built:
                sites.build_pack(options.moot.absolute(), name, options.output.absolute())
            with server.serve(site) as (address, log):
                found, said = moot_page.ask(browser, site, address, name)
            print(f"{name:16}", questions.Figures(found).line())
            answers += found
            complaints += said
        browser.close()
    figures = questions.Figures(answers)
    print(f"{'together':16}", figures.line(), "\n\nNot first:\n")
    print(figures.misses())
    print("\n".join(complaints))
    sys.exit(1 if complaints else 0)


main()
