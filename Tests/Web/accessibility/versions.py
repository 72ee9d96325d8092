"""The tools by name and version, as the accessibility statement names them."""

import re
import subprocess

import tools


def tools_text():
    axe = tools.AXE_PACKAGE.split("==")[1].removesuffix(".0")
    chromium = subprocess.run(["/usr/bin/chromium", "--version"], capture_output=True, text=True).stdout
    nu = subprocess.run(["java", "-jar", tools.VNU, "--version"], capture_output=True, text=True).stdout.strip()
    playwright = re.search(r"playwright==(\S+)", (tools.ROOT / "Tests" / "Web" / "requirements.txt").read_text()).group(1)
    return f"axe-core {axe}, Nu HTML Checker {nu}, Chromium {re.search(r'[0-9]+', chromium).group()}, Playwright {playwright}"
