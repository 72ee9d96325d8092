"""Checks what readers take away: feeds, calendars, tables as CSV, meetings as archives. Each is read by a program that
did not write it, and compared with the sources or the pages."""

import csv
import io
import re
import zipfile
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import feedparser
import icalendar

import sites

BASE = "https://example.gov.uk/meetings/"
ZONE = ZoneInfo("Europe/London")


def run(site, source, results):
    meetings = read_meetings(source)
    feeds = sorted(site.folder.rglob("feed.atom"))
    calendars = sorted(site.folder.rglob("*.ics"))
    archives = sorted(site.folder.rglob("*.zip"))
    results.check(f"{site.name}: {len(feeds)} Atom feeds", [f for feed in feeds for f in check_feed(site, feed)] + missing_feeds(site, source, meetings))
    results.check(f"{site.name}: {len(calendars)} calendars", check_calendars(site, calendars, meetings))
    results.check(f"{site.name}: tables as CSV", check_tables(site))
    results.check(f"{site.name}: {len(archives)} meetings as archives", [f for archive in archives for f in check_archive(site, archive)])


# What the sources say, read without Moot.

def read_meetings(source):
    """By address: what stands in the head of the agenda."""
    meetings = {}
    for folder in sorted(Path(source).glob("committees/*/[0-9]*")):
        agenda = folder / "agenda.md"
        text = agenda.read_text() if agenda.exists() else ""
        head = text.split("\n---", 1)[0] if text.startswith("---") else ""
        fields = dict(re.findall(r"^([a-z-]+): *\"?([^\"\n]*)\"?\s*$", head, re.M))
        moved = [dict(re.findall(r"([a-z]+): *\"?([^\",}]*)", entry)) for entry in re.findall(r"^ *- \{(changed:.*)\}", head, re.M)]
        meetings[f"committees/{folder.parent.name}/{folder.name}/"] = {
            **fields, "date": folder.name[:10], "agenda": agenda.exists(), "minutes": (folder / "minutes.md").exists(), "moved": moved}
    return meetings


# Feeds

def check_feed(site, path):
    name = site.name_of(path)
    feed = feedparser.parse(path.read_bytes())
    failures = [f"{name}: {feed.bozo_exception}"] if feed.bozo else []
    own = BASE + str(path.relative_to(site.folder))
    links = {link.rel: link.href for link in feed.feed.links}
    if links.get("self") != own:
        failures.append(f"{name}: its own link is {links.get('self')}")
    if not feed.feed.get("id") or not feed.feed.get("title") or not feed.feed.get("author_detail", {}).get("name"):
        failures.append(f"{name}: no id, title or author")
    if len({entry.id for entry in feed.entries}) != len(feed.entries):
        failures.append(f"{name}: an id stands twice")
    if len(feed.entries) > 50:
        failures.append(f"{name}: {len(feed.entries)} entries")
    dates = [datetime.fromisoformat(entry.updated) for entry in feed.entries]
    if dates != sorted(dates, reverse=True):
        failures.append(f"{name}: not newest first")
    if dates and datetime.fromisoformat(feed.feed.updated) != max(dates):
        failures.append(f"{name}: updated {feed.feed.updated}")
    for entry, day in zip(feed.entries, dates):
        failures += check_entry(site, name, entry, day)
    return failures


def check_entry(site, name, entry, day):
    failures = []
    if not entry.get("summary") or not entry.title:
        failures.append(f"{name}: {entry.id}: no summary or title")
    if day.date() > date.fromisoformat(sites.TODAY):
        failures.append(f"{name}: {entry.id}: is news of {day}")
    if day.utcoffset() != day.replace(tzinfo=ZONE).utcoffset():
        failures.append(f"{name}: {entry.id}: {entry.updated} is not in the site's time zone")
    if datetime.fromisoformat(entry.published) > day:
        failures.append(f"{name}: {entry.id}: changed before it was published")
    address, _, anchor = entry.link.removeprefix(BASE).partition("#")
    page = site.folder / address / "index.html"
    if not page.exists() or anchor and f'id="{anchor}"' not in page.read_text():
        failures.append(f"{name}: leads nowhere: {entry.link}")
    if not entry.id.endswith(address + ("#" + anchor if anchor else "")):
        failures.append(f"{name}: {entry.id} is not the id of {entry.link}")
    return failures


def missing_feeds(site, source, meetings):
    """Feeds that there must be, and days that the sources give."""
    wanted = ["feed.atom", "decisions/feed.atom"]
    wanted += [f"committees/{folder.name}/feed.atom" for folder in Path(source).glob("committees/*/")]
    wanted += [f"strategies/{folder.name}/feed.atom" for folder in Path(source).glob("strategies/*/")]
    failures = [f"{site.name}:{path} is missing" for path in wanted if not (site.folder / path).exists()]
    for path in site.folder.glob("committees/*/feed.atom"):
        for entry in feedparser.parse(path.read_bytes()).entries:
            meeting = meetings.get(entry.link.removeprefix(BASE))
            if meeting is None:
                continue
            changes = [move["changed"] for move in meeting["moved"]]
            day = max([meeting.get("issued", changes[0] if changes else meeting["date"]), *changes])
            if entry.updated[:10] != day:
                failures.append(f"{site.name_of(path)}: {entry.id}: {entry.updated}, and the sources say {day}")
    for page in [site.folder / "index.html", *site.folder.glob("committees/*/index.html")]:
        if 'type="application/atom+xml"' not in page.read_text():
            failures.append(f"{site.name_of(page)}: does not name its feed")
    return failures


# Calendars

def check_calendars(site, calendars, meetings):
    failures = []
    events = {}
    for path in calendars:
        name = site.name_of(path)
        data = path.read_bytes()
        failures += [f"{name}: a line of {len(line)} octets" for line in data.split(b"\r\n") if len(line) > 75]
        if b"\n" in data.replace(b"\r\n", b""):
            failures.append(f"{name}: a line ends without CR")
        for line in data.split(b"\r\n"):
            try:
                line.decode()
            except UnicodeDecodeError:
                failures.append(f"{name}: a character is cut")
        calendar = icalendar.Calendar.from_ical(data)
        if calendar.errors:
            failures.append(f"{name}: {calendar.errors}")
        found = calendar.walk("VEVENT")
        events[str(path.relative_to(site.folder))] = found
        uids = [str(event["UID"]) for event in found]
        if len(set(uids)) != len(uids):
            failures.append(f"{name}: a UID stands twice")
        for event in found:
            failures += [f"{name}: {event['UID']}: {failure}" for failure in check_event(event, meetings)]
        failures += check_zone(name, calendar, found)
    everything = {str(event["UID"]): event.to_ical() for event in events["meetings/calendar.ics"]}
    for path, found in events.items():
        for event in found:
            if everything.get(str(event["UID"])) != event.to_ical():
                failures.append(f"{site.name}:{path}: {event['UID']} is not the same in the calendar of all meetings")
    for address in meetings:
        if address + "meeting.ics" not in events:
            failures.append(f"{site.name}:{address}: no meeting.ics")
    return failures


def check_event(event, meetings):
    failures = []
    address = str(event["URL"]).removeprefix(BASE)
    meeting = meetings.get(address)
    if meeting is None:
        return [f"is of no meeting: {address}"]
    start = event["DTSTART"].dt
    day = date.fromisoformat(meeting["date"])
    if "starts" in meeting:
        hour, minute = map(int, meeting["starts"].split(":"))
        wanted = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)
        if not isinstance(start, datetime) or start.utcoffset() is None or start.timestamp() != wanted.timestamp():
            failures.append(f"starts {start}, and the source says {wanted}")
    elif start != day or isinstance(start, datetime):
        failures.append(f"starts {start}, and should take the whole of {day}")
    status = {"cancelled": "CANCELLED", "postponed": "CANCELLED", "held": "CONFIRMED", "inquorate": "CANCELLED"}.get(
        meeting.get("status"), "CONFIRMED" if "starts" in meeting or meeting["minutes"] else "TENTATIVE")
    if event["STATUS"] != status:
        failures.append(f"is {event['STATUS']}, and should be {status}")
    sequence = len(meeting["moved"]) + (status == "CANCELLED")
    if int(event["SEQUENCE"]) != sequence:
        failures.append(f"is number {event['SEQUENCE']}, and should be {sequence}")
    if "venue" in meeting and str(event["LOCATION"]) != meeting["venue"]:
        failures.append(f"is at {event['LOCATION']}, and should be at {meeting['venue']}")
    announced = [move["changed"] for move in meeting["moved"]] + ([meeting["issued"]] if "issued" in meeting else [])
    stamp = max(announced, default=meeting["date"])
    if event["DTSTAMP"].dt.astimezone(ZONE).date().isoformat() != stamp:
        failures.append(f"is stamped {event['DTSTAMP'].dt}, and should be {stamp}")
    first = next((move["date"] for move in meeting["moved"] if "date" in move), meeting["date"])
    committee, folder = address.split("/")[1:3]
    if str(event["UID"]).partition("@")[0] != f"{first}{folder[10:]}.{committee}":
        failures.append("is not named for its committee and its first day")
    return failures


def check_zone(name, calendar, events):
    """The calendar's own rules must say the same as the zone's."""
    zones = calendar.walk("VTIMEZONE")
    timed = [event for event in events if isinstance(event["DTSTART"].dt, datetime)]
    if len(zones) != (1 if timed else 0):
        return [f"{name}: {len(zones)} time zones"]
    failures = []
    changes = []
    for part in (part for zone in zones for part in zone.subcomponents):
        before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
        days = [part["DTSTART"].dt] + [day.dt for day in (part["RDATE"].dts if "RDATE" in part else [])]
        changes += [(day - before, after) for day in days]
    for event in timed:
        start = event["DTSTART"].dt.replace(tzinfo=None)
        known = [after for instant, after in sorted(changes) if instant + after <= start]
        if not known or known[-1] != start.replace(tzinfo=ZONE).utcoffset():
            failures.append(f"{name}: {event['UID']}: the calendar's own time zone is another then")
    return failures


# Tables

class Tables(HTMLParser):
    """The tables of a page that have a link to a file: the file, and the cells of each row."""

    def __init__(self):
        super().__init__()
        self.tables = []
        self.rows = self.cell = self.file = None
        self.group = 0
        self.silent = 0
        self.skipped = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "div" and (self.group or attributes.get("class") in ("table", "cards")):
            if not self.group:
                self.rows, self.file = [], None
            self.group += 1
        if not self.group:
            return
        if tag == "a" and attributes.get("class") == "csv":
            self.file = attributes["href"]
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.cell = {"text": "", "head": tag == "th", "columns": int(attributes.get("colspan", 1)), "rows": int(attributes.get("rowspan", 1))}
            self.rows[-1].append(self.cell)
        if self.cell is None:
            return
        if self.silent or "footnote-ref" in attributes.get("class", "") or attributes.get("class") in ("page-mark", "missing-note"):
            self.silent += tag not in ("br", "img")
        elif tag in ("br", "li", "p"):
            self.cell["text"] += "\n"
        elif tag == "img":
            self.cell["text"] += attributes.get("alt", "")

    def handle_endtag(self, tag):
        if self.cell is not None and self.silent:
            self.silent -= 1
        elif tag in ("td", "th"):
            self.cell = None
        elif tag == "div" and self.group:
            self.group -= 1
            if not self.group:
                self.tables.append((self.file, self.rows))

    def handle_data(self, data):
        if self.cell is not None and not self.silent:
            self.cell["text"] += data


def grid(rows):
    """Every cell of every row, joined cells laid out: headings repeated, the others once."""
    taken = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            for down in range(cell["rows"]):
                for right in range(cell["columns"]):
                    taken[y + down, x + right] = cell["text"] if cell["head"] or (down, right) == (0, 0) else ""
            x += cell["columns"]
    width = 1 + max((x for _, x in taken), default=-1)
    return [[plain(taken.get((y, x), "")) for x in range(width)] for y in range(len(rows))]


def plain(text):
    """Lines without blanks at their ends, and without empty lines."""
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)


def check_tables(site):
    failures = []
    files = {path for path in site.folder.rglob("*table-*.csv") if re.search(r"(^|-)table-\d+\.csv$", path.name)}
    linked = set()
    for page in site.pages():
        parser = Tables()
        parser.feed(page.read_text())
        for file, rows in parser.tables:
            name = f"{site.name_of(page)}: {file}"
            if file is None:
                failures.append(f"{name}: a table without its file")
                continue
            path = (page.parent / file).resolve()
            linked.add(path)
            if not path.exists():
                failures.append(f"{name}: is missing")
                continue
            data = path.read_bytes()
            found = list(csv.reader(io.StringIO(data.decode(), newline="")))
            wanted = grid(rows)
            got = [[plain(re.sub(r"^'(?=[=+\-@\t\r])", "", cell)) for cell in row] for row in found]
            if got != wanted:
                at = next((y for y, (a, b) in enumerate(zip(got, wanted)) if a != b), min(len(got), len(wanted)))
                failures.append(f"{name}, row {at + 1}: {got[at:at + 1]} and not {wanted[at:at + 1]}")
            if any(cell.startswith(("=", "+", "-", "@")) for row in found for cell in row):
                failures.append(f"{name}: a cell would run as a formula")
    failures += [f"{site.name_of(path)}: no page links to it" for path in files if path.resolve() not in linked]
    return failures


# Archives

LINK = re.compile(r"\s(?:href|src)=\"([^\"]*)\"")


def check_archive(site, path):
    name = site.name_of(path)
    failures = []
    with zipfile.ZipFile(path) as archive:
        if (bad := archive.testzip()) is not None:
            return [f"{name}: {bad} is damaged"]
        names = archive.namelist()
        if len(set(names)) != len(names) or names[0] != "index.html" or not {"_site/site.css", "meeting.ics"} <= set(names):
            failures.append(f"{name}: holds {names[:5]} …")
        day = tuple(map(int, path.parent.name[:10].split("-")))
        failures += [f"{name}: {entry.filename} is of {entry.date_time}" for entry in archive.infolist() if entry.date_time != (*day, 0, 0, 0)]
        # All that the site has of the meeting, save the pack, the archive itself and what programs ask for.
        there = {str(file.relative_to(path.parent)) for file in path.parent.rglob("*") if file.is_file()}
        wanted = {file for file in there if not file.startswith("pack/") and file != path.name and not file.endswith(".json")}
        if missing := wanted - set(names):
            failures.append(f"{name}: lacks {sorted(missing)[:5]}")
        for file in names:
            own = path.parent / file
            if own.exists() and not file.endswith(".html") and own.read_bytes() != archive.read(file):
                failures.append(f"{name}: {file} is not as on the site")
            if file.endswith(".html"):
                failures += [f"{name}: {failure}" for failure in check_links(file, archive, set(names))]
    return failures


def check_links(file, archive, names):
    failures = []
    text = archive.read(file).decode()
    for link in set(LINK.findall(text)):
        if link.startswith("#") or re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        parts = file.split("/")[:-1]
        for step in target.split("/"):
            parts = parts[:-1] if step == ".." else parts if step == "." else parts + [step]
        found = "/".join(parts)
        if found not in names and found.replace("%20", " ") not in names:
            failures.append(f"{file}: leads nowhere: {link}")
        elif anchor and f'id="{anchor}"' not in archive.read(found).decode():
            failures.append(f"{file}: no such anchor: {link}")
    return failures


def unpack(site, work, limit):
    """A few archives as a reader has them: the largest, and those from the middle."""
    archives = sorted(site.folder.rglob("*.zip"), key=lambda path: -path.stat().st_size)
    chosen = archives[:1] + archives[1::max(1, len(archives) // limit)][:limit - 1]
    for archive in chosen:
        folder = work / "archives" / site.name / archive.stem
        with zipfile.ZipFile(archive) as file:
            file.extractall(folder)
        yield archive, folder
