#!/usr/bin/env python3
"""Shows that finding names in texts costs what the texts cost, however many names there are.

Builds the generated site with glossaries of different sizes and prints the time of the stage "link" each time.
Half of the terms are acronyms of three to five letters, half are names of two to four words.
"""
import argparse
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


def glossary(count, seed=1):
    chance = random.Random(seed)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    words = re.findall(r"[a-z]{4,}", " ".join(p.read_text() for p in sorted((ROOT / "Content").rglob("*.md"))))
    terms = set()
    while len(terms) < count:
        if len(terms) % 2:
            terms.add("".join(chance.choice(letters) for _ in range(chance.randint(3, 5))))
        else:
            terms.add(" ".join(chance.choice(words).capitalize() for _ in range(chance.randint(2, 4))))
    return "".join(f'- {{term: "{term}", meaning: "what {term} means"}}\n' for term in sorted(terms))


def link_seconds(moot, content, output):
    shutil.rmtree(output, ignore_errors=True)
    command = [moot, "build", "--content", content, "--templates", ROOT / "Templates", "--public", ROOT / "Public", "--output", output, "--timings", "--no-cache"]
    report = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    return float(re.search(r"^link\s+[\d.]+\s+([\d.]+)", report.stdout + report.stderr, re.M)[1])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--meetings", type=int, default=500)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--moot", default=ROOT / ".build/release/moot")
    options.add_argument("--names", type=int, nargs="*", default=[0, 100, 1000, 10000])
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        content = pathlib.Path(folder) / "Content"
        subprocess.run(["python3", HERE / "generate-site.py", "--meetings", str(options.meetings), "--output", content, "--seed", "1"], check=True, stdout=subprocess.DEVNULL)
        print("| names | link, processor s |\n|--:|--:|")
        for count in options.names:
            (content / "glossary.yml").write_text(glossary(count) if count else "[]\n")
            times = [link_seconds(options.moot, content, pathlib.Path(folder) / "site") for _ in range(options.runs)]
            print(f"| {count:,} | {statistics.median(times):.2f} |", flush=True)


main()
