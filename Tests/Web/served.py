"""Serves the sample with Debian's nginx and the configuration of Documentation/deploying, and asks it what readers, caches and
programs ask: kinds of files, how long they keep, what squeezes, old addresses, and whether the policy lets the pages work."""

import gzip
import http.client
import re
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

import sites
from tools import ROOT, VENV

NGINX = "/usr/sbin/nginx"
EXAMPLE = ROOT / "Documentation" / "deploying" / "nginx.conf"
KINDS = {
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "application/javascript; charset=utf-8", "svg": "image/svg+xml",
    "json": "application/json", "csv": "text/csv; charset=utf-8", "atom": "application/atom+xml", "ics": "text/calendar; charset=utf-8",
    "xml": "text/xml; charset=utf-8", "txt": "text/plain; charset=utf-8", "bin": "application/octet-stream", "zip": "application/zip",
}
OPEN_DATA = {"json", "csv", "atom", "ics"}
SMALL_ALREADY = {"bin", "zip"}
FOR_EVER = "public, max-age=31536000, immutable"
POLICIES = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy", "strict-transport-security")
NOT_FOR_READERS = (".moot", "_redirects", "redirects.nginx.conf", ".git/config", "search/.moot")


def run(source, work, results):
    results.check("examples for CI and for uploads are well formed", well_formed())
    if not Path(NGINX).exists():
        results.skip("served by nginx", "nginx is not installed")
        return
    folder = work / "served"
    subprocess.run([sites.newest(), "build", "--content", source, "--output", folder, "--today", sites.TODAY], cwd=ROOT, check=True, capture_output=True)
    with serving(folder, work) as server:
        results.check("nginx: the configuration is in order, with and without old addresses", server.complaints + without_old_addresses(folder, work))
        results.check("nginx: kinds of files, how long they keep, and policies", kinds(server, folder))
        results.check("nginx: what squeezes is squeezed, and what did not change is not sent again", squeezing(server, folder))
        results.check("nginx: what is not there, what has moved, and what is gone", addresses(server, folder))
        results.check("nginx: the log does not say what was searched for", log(server))
        results.check("nginx: the pages and the search work under its policy", policy(server, folder))


def well_formed():
    failures = []
    tool = VENV / "bin" / "check-jsonschema"
    for name, kind in {"github-pages.yml": ["vendor.github-workflows"], "gitlab-ci.yml": ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]}.items():
        done = subprocess.run([tool, "--builtin-schema", *kind, EXAMPLE.parent / name], capture_output=True, text=True)
        if done.returncode != 0:
            failures += [f"{name}: {line}" for line in (done.stdout + done.stderr).splitlines()]
    if subprocess.run(["bash", "-n", EXAMPLE.parent / "upload"]).returncode != 0:
        failures.append("upload is no script")
    return failures


class Server:
    def __init__(self, work, folder):
        self.work = work / f"nginx-{folder.name}"
        self.work.mkdir()
        self.plain, self.port = free_port(), free_port()
        self.log = self.work / "meetings.log"
        certificate, key = self.work / "certificate.pem", self.work / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=meetings.example.gov.uk", "-out", certificate, "-keyout", key],
            check=True, capture_output=True)
        text = EXAMPLE.read_text()
        for pattern, there in {
            r"\n    listen \[::\]:.*": "", r"listen 80;": f"listen 127.0.0.1:{self.plain};", r"listen 443 ": f"listen 127.0.0.1:{self.port} ",
            r"/srv/meetings/_site": str(folder), r"/etc/letsencrypt\S*/fullchain.pem": str(certificate), r"/etc/letsencrypt\S*/privkey.pem": str(key),
            r"/var/log/nginx/meetings.log": str(self.log),
        }.items():
            text, count = re.subn(pattern, there, text)
            assert count, f"{EXAMPLE} does not say {pattern}"
        self.configuration = self.work / "nginx.conf"
        temporary = "".join(f"{kind}_temp_path {self.work}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        self.configuration.write_text(
            f"daemon off; master_process off; pid {self.work}/pid; error_log {self.work}/errors.log;\n"
            f"events {{}}\nhttp {{\n{temporary}\n{text}\n}}\n")
        self.command = [NGINX, "-c", self.configuration, "-e", self.work / "errors.log"]
        tried = subprocess.run([*self.command, "-t", "-q"], capture_output=True, text=True)
        self.complaints = [line for line in (tried.stdout + tried.stderr).splitlines() if "could not open error log" not in line]

    def get(self, path, port=None, **headers):
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        if port:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        else:
            connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=10, context=ssl._create_unverified_context())
        try:
            connection.request("GET", "/" + path, headers={"Host": "meetings.example.gov.uk"} | names)
            response = connection.getresponse()
            return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        finally:
            connection.close()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def serving(folder, work):
    server = Server(work, folder)
    process = subprocess.Popen(server.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                server.get("")
                break
            except OSError:
                time.sleep(0.05)
        yield server
    finally:
        process.terminate()
        process.wait()


def without_old_addresses(folder, work):
    bare = work / "bare"
    bare.mkdir()
    shutil.copy(folder / "index.html", bare)
    return Server(work, bare).complaints


def example(folder, kind):
    """The largest file of a kind, for which everything is worth while."""
    found = sorted(folder.rglob(f"*.{kind}"), key=lambda file: -file.stat().st_size)
    return str(found[0].relative_to(folder)) if found else None


def kinds(server, folder):
    there = {file.suffix[1:] for file in folder.rglob("*.*") if file.is_file() and file.name not in NOT_FOR_READERS}
    failures = [f"nobody says how .{kind} is sent" for kind in there - set(KINDS)]
    for kind, expected in KINDS.items():
        path = example(folder, kind)
        status, headers, body = server.get(path)
        if status != 200 or body != (folder / path).read_bytes():
            failures.append(f"{path}: {status}")
        if headers.get("content-type") != expected:
            failures.append(f"{path}: is sent as {headers.get('content-type')}, not as {expected}")
        if headers.get("cache-control") != (FOR_EVER if kind == "bin" else "no-cache"):
            failures.append(f"{path}: keeps as {headers.get('cache-control')}")
        if (headers.get("access-control-allow-origin") == "*") != (kind in OPEN_DATA):
            failures.append(f"{path}: may be read from {headers.get('access-control-allow-origin')}")
        failures += [f"{path}: no {policy}" for policy in POLICIES if not headers.get(policy)]
    for path in folder.rglob("*.bin"):
        address = str(path.relative_to(folder))
        if server.get(address)[1].get("cache-control") != FOR_EVER:
            failures.append(f"{address} does not keep for ever")
    return failures


def squeezing(server, folder):
    failures = []
    for kind in KINDS:
        path = example(folder, kind)
        status, headers, body = server.get(path, Accept_Encoding="gzip")
        squeezed = headers.get("content-encoding") == "gzip"
        whole = (folder / path).read_bytes()
        if squeezed == (kind in SMALL_ALREADY) and len(whole) >= 1000:
            failures.append(f"{path}: {'squeezed' if squeezed else 'not squeezed'}")
        if (gzip.decompress(body) if squeezed else body) != whole:
            failures.append(f"{path}: not the same bytes")
        if squeezed and headers.get("vary") != "Accept-Encoding":
            failures.append(f"{path}: caches are not told that it comes in two forms")
        for encoding in ("gzip", "identity"):
            again, headers, body = server.get(path, Accept_Encoding=encoding, If_None_Match=headers.get("etag", ""))
            if again != 304 or body:
                failures.append(f"{path}: sent again, though nothing changed ({encoding}: {again})")
    return failures


def addresses(server, folder):
    failures = []
    missing = (folder / "404.html").read_bytes()
    for path in ("nowhere/", "committees/nothing", "search/words-0000000000000000.bin", "404.html", "%2e%2e/%2e%2e/etc/passwd", *NOT_FOR_READERS):
        status, headers, body = server.get(path)
        if (status, body) not in ((404, missing), (400, body)) or (status == 400 and "%2e" not in path):
            failures.append(f"/{path}: {status}")
        if status == 404 and (headers.get("cache-control") != "no-cache" or not headers.get("content-security-policy")):
            failures.append(f"/{path}: what is missing is kept as {headers.get('cache-control')}")
    rules = (folder / "_redirects").read_text().splitlines()
    for old, target, expected in (rule.split(" ") for rule in rules):
        status, headers, body = server.get(old[1:])
        if status != int(expected) or status == 301 and headers["location"] != target:
            failures.append(f"{old}: {status} {headers.get('location')}")
        if status == 410 and (b"<h1>" not in body or headers["content-type"] != KINDS["html"]):
            failures.append(f"{old}: does not say why it is gone, but {body[:80]}")
    if {rule.split(" ")[2] for rule in rules} != {"301", "410"}:
        failures.append("the sample has no old addresses of both kinds")
    status, headers, _ = server.get("committees")
    if (status, headers.get("location")) != (301, "/committees/"):
        failures.append(f"/committees: {status} {headers.get('location')}")
    status, headers, _ = server.get("meetings/?year=2026", port=server.plain)
    if (status, headers.get("location")) != (301, "https://meetings.example.gov.uk/meetings/?year=2026"):
        failures.append(f"without encryption: {status} {headers.get('location')}")
    return failures


def log(server):
    server.get("search/?q=eviction")
    lines = server.log.read_text()
    return ["the log says what was searched for"] if "eviction" in lines else [] if " GET /search/" in lines else [f"not in the log: {lines[-300:]}"]


def policy(server, folder):
    failures = []
    pictures = next(page for page in sorted(folder.rglob("*.html")) if "<img " in page.read_text())
    paths = ["", "meetings/", "decisions/", str(pictures.parent.relative_to(folder)) + "/", "search/", "search/?q=flood", "nowhere/"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(ignore_https_errors=True).new_page()
        allowed = "status of 404"
        page.on("console", lambda message: message.type in ("error", "warning") and allowed not in message.text and failures.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: failures.append(f"{page.url}: {error}"))
        for path in paths:
            page.goto(f"https://127.0.0.1:{server.port}/{path}")
            page.wait_for_load_state("networkidle")
            if page.evaluate("getComputedStyle(document.querySelector('.site-header')).borderTopStyle") == "none":
                failures.append(f"/{path}: without its style")
            if page.evaluate("[...document.images].some(image => image.naturalWidth === 0)"):
                failures.append(f"/{path}: without its pictures")
        page.goto(f"https://127.0.0.1:{server.port}/search/?q=flood")
        page.wait_for_selector("#search-results > li", timeout=10_000)
        found = list(failures)
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), { text: 'window.harmed = 1' }))")
        if page.evaluate("window.harmed"):
            found.append("a script within a page runs")
        browser.close()
    return found
