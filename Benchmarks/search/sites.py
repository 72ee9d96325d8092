"""Builds the real packs and the generated site."""

import re
import shutil
import subprocess
import sys

from tools import HERE, PACKS, ROOT, WORK, Cost, measured

TODAY = "2026-11-21"


def packs():
    found = [name for name in ("kirklees", "worcestershire") if (PACKS / name / "Content").is_dir()]
    if not found:
        sys.exit("The real packs are not there: they belong beside the repository, in ../shared/packs.")
    return found


def build_pack(moot, name, output):
    folder = output / name
    return folder, build(moot, PACKS / name / "Content", folder)


def build_generated(moot, documents, output):
    """The made-up site; each of its meetings has 6 documents."""
    source = WORK / "sites" / str(documents // 6)
    if not source.exists():
        subprocess.run([HERE.parent / "generate-site.py", "--meetings", str(documents // 6), "--output", source], check=True)
    folder = output / f"generated-{documents}"
    return folder, build(moot, source, folder)


def build(moot, source, folder):
    shutil.rmtree(folder, ignore_errors=True)
    return Build(measured([moot, "build", "--content", source, "--output", folder, "--today", TODAY, "--timings", "--no-cache"]))


class Build:
    """What a build cost, and its stages by their names."""

    def __init__(self, cost):
        self.cost = cost
        rows = re.findall(r"^(\w[\w ]*?)\s{2,}([\d.]+)\s+([\d.]+)\s*$", cost.said, re.M)
        self.stages = {name: Cost(float(wall), float(processor), 0) for name, wall, processor in rows}

    @property
    def search(self):
        """The time of the stage that makes the index."""
        parts = [stage for name, stage in self.stages.items() if name.startswith(("search", "index"))]
        return Cost(sum(part.wall for part in parts), sum(part.processor for part in parts), self.cost.memory) if parts else None


def size(folder, leave_out=lambda file: False):
    """Bytes and number of the files of a folder."""
    files = [file for file in folder.rglob("*") if file.is_file() and not leave_out(file)]
    return sum(file.stat().st_size for file in files), len(files)
