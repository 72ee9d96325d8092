"""Installs Moot into a Debian with nothing in it but libcmark and libstemmer, and uses it there as a new user would: no Swift, no
sources of Moot, no language settings, a user without rights, an empty folder."""

import os
import re
import select
import shutil
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

from tools import ROOT

LIBRARIES = "libcmark0.30.2,libstemmer0d"
BASE = ROOT / ".build" / "clean-root"
USER = 1000


def run(work, results):
    reason = make_base()
    if reason:
        results.skip("installed: a clean Debian", reason)
        return
    root = work / "root"
    # With the numbers of users, links and devices as they are.
    subprocess.run(["cp", "-a", BASE, root], check=True)
    results.check("installed: make install and make uninstall", install(root, work))
    home = root / "home" / "clerk"
    home.mkdir(parents=True)
    os.chown(home, USER, USER)
    results.check("installed: needs nothing but libcmark, libstemmer and what every Debian has", needs(root))
    results.check("installed: the sample, as anywhere else", sample(root, home, work))
    results.check("installed: a new site from nothing, checked, built and previewed", new_site(root, home))


def make_base():
    """A minimal Debian, made once; why not, where that cannot be."""
    if (BASE / "complete").exists():
        return None
    if os.geteuid() != 0:
        return "only root may change the root of the file system"
    if not shutil.which("debootstrap"):
        return "debootstrap is not installed"
    release = re.search(r"^VERSION_CODENAME=(\w+)$", Path("/etc/os-release").read_text(), re.M)
    known = subprocess.run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT)"], capture_output=True, text=True).stdout
    mirrors = [line.split()[0] for line in known.splitlines() if release and line.split()[1:] == [release[1], "main"]]
    if not mirrors:
        return "this system knows no Debian to install from"
    if BASE.exists():
        shutil.rmtree(BASE)
    BASE.parent.mkdir(exist_ok=True)
    made = subprocess.run(
        ["debootstrap", "--variant=minbase", f"--include={LIBRARIES}", release[1], BASE, mirrors[0]], capture_output=True, text=True)
    if made.returncode != 0:
        return "debootstrap failed: " + (made.stdout + made.stderr).strip().splitlines()[-1]
    for lists in ("var/cache/apt/archives", "var/lib/apt/lists"):
        shutil.rmtree(BASE / lists)
    if enter(BASE, "true").returncode != 0:
        return "a process may not be given another root here"
    (BASE / "complete").touch()
    return None


def command(root, script):
    """Runs a script as the user. The name space goes with the process, and /proc with it."""
    inside = f"mount -t proc proc '{root}/proc' && exec chroot --userspec={USER}:{USER} '{root}' env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/home/clerk bash -c \"$0\""
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", inside, script]


def enter(root, script):
    return subprocess.run(command(root, script), capture_output=True, text=True, stdin=subprocess.DEVNULL)


def install(root, work):
    """A plain “make install”, with another umask than the usual."""
    failures = []
    before = files(root / "usr/local")
    make(f"DESTDIR={root}", "install")
    for path in ("bin/moot", "share/man/man1/moot.1", "share/bash-completion/completions/moot", "share/zsh/site-functions/_moot",
                 "share/fish/vendor_completions.d/moot.fish"):
        file = root / "usr/local" / path
        if not file.is_file() or file.stat().st_size < 1000 or file.stat().st_mode & 0o444 != 0o444:
            failures.append(f"{path} is missing or cannot be read by everybody")
    if enter(root, "bash -n /usr/local/share/bash-completion/completions/moot").returncode != 0:
        failures.append("the completions are no script")
    make(f"DESTDIR={root}", "PREFIX=/opt/moot", "install")
    make(f"DESTDIR={root}", "PREFIX=/opt/moot", "uninstall")
    if files(root / "opt"):
        failures.append(f"left by make uninstall: {files(root / 'opt')}")
    if len(files(root / "usr/local")) != len(before) + 5:
        failures.append(f"installed: {sorted(files(root / 'usr/local') - before)}")
    return failures


def make(*arguments):
    subprocess.run(["make", "--silent", *arguments], cwd=ROOT, check=True, capture_output=True, umask=0o077)


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} if folder.exists() else set()


def needs(root):
    found = enter(root, "ldd /usr/local/bin/moot").stdout
    names = set(re.findall(r"^\s*(lib\w[\w+]*)[\w.-]*\.so", found, re.M))
    failures = [f"needs {name}" for name in names - {"libcmark", "libstemmer", "libc", "libm", "libstdc++", "libgcc_s"}]
    failures += [f"not found: {line.strip()}" for line in found.splitlines() if "not found" in line]
    if "libcmark" not in names:
        failures.append(f"ldd says nothing: {found}")
    if enter(root, "command -v swift || ls -d /opt/swift /usr/lib/swift").stdout.strip():
        failures.append("there is a Swift in the clean root")
    return failures


def sample(root, home, work):
    """The same bytes as out here, though the other has the repository's templates before it."""
    site = home / "sample"
    shutil.copytree(ROOT / "Content", site / "Content")
    give(site)
    failures = expect(root, "cd ~/sample && moot check --today 2026-11-21 && moot build --today 2026-11-21")
    here = work / "sample-here"
    subprocess.run([ROOT / ".build/installable/moot", "build", "--today", "2026-11-21", "--output", here], cwd=ROOT, check=True, capture_output=True)
    if not failures and subprocess.run(["diff", "-rq", here, site / "_site"], capture_output=True).returncode != 0:
        failures.append("the site is another than the one that is built here")
    # Words with letters beyond ASCII, though no language is set.
    (site / "Content/site.yml").write_text("nom: “Conseil général”\n")
    wrong = enter(root, "cd ~/sample && moot check")
    if wrong.returncode != 1 or "→" not in wrong.stderr or "general" in wrong.stderr or "Content/site.yml:1:1: error: " not in wrong.stderr:
        failures.append(f"an error: {wrong.returncode} {wrong.stdout}{wrong.stderr}")
    return failures


def new_site(root, home):
    failures = expect(root, "mkdir ~/empty && cd ~/empty && moot new site council --name 'Ysgol Llŷn' && cd council && moot check && moot build")
    if failures:
        return failures
    site = home / "empty/council/_site"
    if "Ysgol Llŷn" not in (site / "index.html").read_text():
        failures.append("the first page does not name the council")
    bare = expect(root, "mkdir ~/bare && cd ~/bare && cp -r ~/empty/council/Content . && moot build")
    for name in ("index.html", "site.css", "search.js", "404.html"):
        if bare or (site / name).read_bytes() != (home / "bare/_site" / name).read_bytes():
            failures += bare + [f"{name} is another where there is only Content"]
    if "preview" in enter(root, "moot --help").stdout:
        failures += preview(root)
    return failures


def preview(root):
    process = subprocess.Popen(
        command(root, "cd ~/bare && exec moot preview"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        start_new_session=True)
    try:
        said, deadline = "", time.monotonic() + 60
        while not (address := re.search(r"http://127\.0\.0\.1:\d+/", said)):
            if time.monotonic() > deadline or process.poll() is not None:
                return [f"moot preview says no address: {said}"]
            if select.select([process.stdout], [], [], 0.2)[0]:
                said += os.read(process.stdout.fileno(), 4096).decode()
        page = urllib.request.urlopen(address[0], timeout=10).read().decode()
        return [] if "Ysgol Llŷn" in page else ["the preview does not show the site"]
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def give(folder):
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, USER, USER)


def expect(root, script):
    done = enter(root, script)
    said = (done.stdout + done.stderr).strip()
    return [] if done.returncode == 0 else [f"{script}: {done.returncode}: {said[:500]}"]
