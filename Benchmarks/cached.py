#!/usr/bin/env python3
"""Measures builds that take over what has not changed, beside builds that make everything anew, and whether both write the same bytes.

    ./cached.py                          500 meetings: 3,000 documents
    ./cached.py --meetings 500 5000      ten times as much too
    ./cached.py --kills 100              kills so many builds at random moments first, and compares what the next one writes
    ./cached.py --folder /dev/shm/moot   the sites in memory, away from the disk's moods
"""

import argparse
import hashlib
import os
import pathlib
import random
import shutil
import signal
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
DAY, NEXT_DAY = "2026-11-30", "2026-12-01"


def run(moot, folder, *options, day=DAY):
    """Wall time in seconds, processor time in seconds, peak memory in MB."""
    command = [str(moot), "build", "--today", day, *options]
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def hashes(folder):
    return {path.relative_to(folder): hashlib.sha256(path.read_bytes()).digest() for path in folder.rglob("*") if path.is_file()}


def compare(moot, folder, day=DAY):
    """Whether a build that makes everything anew writes the same site."""
    run(moot, folder, "--no-cache", "--output", "fresh", day=day)
    if hashes(folder / "_site") != hashes(folder / "fresh"):
        sys.exit("the site is another than one that was made anew")
    shutil.rmtree(folder / "fresh")


def clear(folder):
    for name in ["_site", "._site.cache"]:
        shutil.rmtree(folder / name, ignore_errors=True)


def change(paper, token):
    paper.write_text(paper.read_text() + f"\nOne more word: {token}.\n")


def measure(moot, folder, runs):
    papers = sorted((folder / "Content").glob("committees/*/*/paper-*.md"))
    rng = random.Random(1)
    times = {name: [] for name in ["no cache", "empty cache", "nothing changed", "one word", "another day"]}
    # What was changed just now is not trusted: the sources are older than two seconds.
    time.sleep(2.5)
    for _ in range(runs):
        clear(folder)
        times["no cache"].append(run(moot, folder, "--no-cache"))
        clear(folder)
        times["empty cache"].append(run(moot, folder))
        times["nothing changed"].append(run(moot, folder))
    for number in range(runs):
        change(rng.choice(papers), f"badger{number}")
        times["one word"].append(run(moot, folder))
    compare(moot, folder)
    for number in range(runs):
        times["another day"].append(run(moot, folder, day=NEXT_DAY if number % 2 == 0 else DAY))
    compare(moot, folder, NEXT_DAY if runs % 2 == 1 else DAY)
    return times


def kill(moot, folder, count):
    papers = sorted((folder / "Content").glob("committees/*/*/paper-*.md"))
    rng = random.Random(2)
    clear(folder)
    whole = run(moot, folder)[0]
    killed = 0
    for number in range(count):
        for paper in rng.sample(papers, 1 if number % 2 else 40):
            change(paper, f"otter{number}")
        process = subprocess.Popen([str(moot), "build", "--today", DAY], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        if number % 10 == 9:
            run(moot, folder)
            compare(moot, folder)
    print(f"\n{killed} of {count} builds were killed; after every ten the next one wrote what a build that makes everything anew writes.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--meetings", type=int, nargs="+", default=[500])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--folder", type=pathlib.Path, default=HERE / ".build" / "cached")
    parser.add_argument("--moot", type=pathlib.Path, default=ROOT / ".build/installable/moot")
    options = parser.parse_args()
    for meetings in options.meetings:
        folder = options.folder / str(meetings)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder / "Content", ignore_errors=True)
        generate = [HERE / "generate-site.py", "--meetings", str(meetings), "--output", folder / "Content", "--seed", "1"]
        subprocess.run([sys.executable, *generate], check=True, stdout=subprocess.DEVNULL)
        moot = options.moot.resolve()
        if options.kills:
            kill(moot, folder, options.kills)
        times = measure(moot, folder, options.runs)
        documents = sum(1 for _ in (folder / "Content").rglob("*.md"))
        print(f"\n{documents:,} documents, median of {options.runs}\n\n| | wall s | processor s | memory MB |\n|---|--:|--:|--:|")
        for name, values in times.items():
            wall, processor, memory = (statistics.median(value[at] for value in values) for at in range(3))
            print(f"| {name} | {wall:.2f} | {processor:.2f} | {memory:,.0f} |")
        ratio = [statistics.median(v[0] for v in times["empty cache"]) / statistics.median(v[0] for v in times["no cache"])]
        print(f"\nWith an empty cache, beside without: {ratio[0]:.2f} times.")
        clear(folder)


if __name__ == "__main__":
    main()
