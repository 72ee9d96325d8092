"""Where things are, and the virtual environment with Pagefind and the driver of the browser."""

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = HERE.parent / ".build"
VENV = WORK / "pagefind"
PACKS = ROOT.parent / "shared" / "packs"
QUESTIONS = ROOT.parent / "shared" / "queries" / "queries.tsv"
PACKAGES = ["pagefind==1.5.2", "pagefind_bin==1.5.2", "playwright==1.65.2"]
CHROMIUM = "/usr/bin/chromium"


def enter():
    """Goes on in the virtual environment, which `--install` makes."""
    python = VENV / "bin" / "python"
    if "--install" in sys.argv:
        subprocess.run(["/usr/bin/python3", "-m", "venv", VENV], check=True)
        subprocess.run([VENV / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES], check=True)
        sys.argv.remove("--install")
    if not python.exists():
        sys.exit("Pagefind and Playwright are not there: run with --install once, which fetches them into Benchmarks/.build.")
    if pathlib.Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(python, [str(python), *sys.argv])


def pagefind():
    return next(VENV.glob("lib/python*/site-packages/pagefind_bin/pagefind"))


def measured(command):
    """Runs a command; its seconds by the clock, its processor seconds, its peak memory in MB and what it said."""
    import time
    start = time.monotonic()
    read, write = os.pipe()
    process = subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=write, stderr=write)
    os.close(write)
    with os.fdopen(read, errors="replace") as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{said[-2000:]}")
    return Cost(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


class Cost:
    def __init__(self, wall, processor, memory, said=""):
        self.wall, self.processor, self.memory, self.said = wall, processor, memory, said
