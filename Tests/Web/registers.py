"""Compares the registers, as pages, CSV and JSON, with counts made from the sources by themselves."""

import csv
import html
import json
import re
from collections import Counter

import sources


def run(site, results):
    tree = sources.Tree(site.source)
    check = Comparison(site, tree)
    for name in ("decisions", "votes", "votes by name", "actions", "declarations", "people", "attendance", "papers", "papers to follow", "index", "glossary"):
        results.check(f"{site.name}: the register of {name} is as the sources have it", getattr(check, name.replace(" ", "_"))())


class Comparison:
    def __init__(self, site, tree):
        self.site = site
        self.tree = tree
        self.entries = [(meeting, *entry) for meeting in tree.meetings() for entry in meeting.entries()]

    # What the site has

    def table(self, path):
        with open(self.site.folder / path, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def data(self, path):
        return json.loads((self.site.folder / path).read_text())["data"]

    def page(self, path):
        return (self.site.folder / path / "index.html").read_text()

    def rows(self, paths, pattern=r"<li><h3>"):
        return sum(len(re.findall(pattern, self.main(path))) for path in paths)

    def main(self, path):
        return re.search(r"<main.*?</main>", self.page(path), re.S).group()

    def first_number(self, path):
        """A page with no entries does not say how many."""
        found = re.search(r"<h1>.*?</h1>\s*<p>(\d+)", self.page(path), re.S)
        return int(found.group(1)) if found else 0

    def years(self, path):
        return sorted(folder.name for folder in (self.site.folder / path).iterdir() if folder.is_dir())

    # Comparisons

    def differences(self, what, expected, found):
        expected, found = Counter(expected), Counter(found)
        return [f"{what}: missing: {entry}" for entry in expected - found] + [f"{what}: too much: {entry}" for entry in found - expected]

    def number(self, what, expected, found):
        return [] if expected == found else [f"{what}: {found}, but the sources have {expected}"]

    def of(self, kind):
        return [entry for entry in self.entries if entry[1] == kind]

    def decisions(self):
        expected = [(meeting.date, meeting.committee.name, minute, word) for meeting, _, word, minute, _, _ in self.of("decision")]
        key = lambda row: (row["date"], row["committee"], row["minute"], row["kind"])
        failures = self.differences("decisions.csv", expected, map(key, self.table("decisions/decisions.csv")))
        data = [(entry["moot:date"], entry["moot:committee"], entry.get("moot:minute", ""), entry["result"])
                for entry in self.data("decisions/index.json")]
        failures += self.differences("decisions/index.json", expected, data)
        years = self.years("decisions")
        failures += self.differences("years", {entry[0][:4] for entry in expected}, years)
        failures += self.number("entries on the pages of the years", len(expected), self.rows([f"decisions/{year}" for year in years]))
        failures += self.number("what the page says", len(expected), self.first_number("decisions"))
        for year in years:
            count = len([entry for entry in expected if entry[0].startswith(year)])
            failures += self.number(f"decisions of {year}", count, len(self.table(f"decisions/{year}/decisions.csv")))
            failures += self.number(f"decisions of {year} in JSON", count, len(self.data(f"decisions/{year}/index.json")))
        return failures

    def votes(self):
        expected = [(meeting.date, meeting.committee.name, minute) for meeting, _, _, minute, _, voted in self.of("decision") if voted]
        found = [(row["date"], row["committee"], row["minute"]) for row in self.table("decisions/decisions.csv") if row["vote"]]
        data = [entry for entry in self.data("decisions/index.json") if "moot:vote" in entry]
        shown = self.rows([f"decisions/{year}" for year in self.years("decisions")], r'<p class="detail">Vote: ')
        return (self.differences("decisions.csv", expected, found) + self.number("decisions/index.json", len(expected), len(data))
                + self.number("votes on the pages", len(expected), shown))

    def votes_by_name(self):
        expected = self.tree.votes_by_name()
        found = []
        for slug in self.years("people"):
            rows = self.table(f"people/{slug}/{slug}.csv")
            name = html.unescape(re.search(r"<h1>(.*?)</h1>", self.page(f"people/{slug}")).group(1))
            found += [(self.tree.person(name), row["date or year"], row["committee"], row["detail"]) for row in rows if row["what"] == "vote"]
        return self.differences("the people's files", [entry for entry in expected if entry[0] in self.tree.people()], found)

    def actions(self):
        return self.simple("actions", "action", r'<li><p class="what">')

    def declarations(self):
        return self.simple("declarations", "declaration", r'<li><p class="what">')

    def simple(self, name, kind, pattern):
        expected = [(meeting.date, meeting.committee.name, minute) for meeting, _, _, minute, _, _ in self.of(kind)]
        found = [(row["date"], row["committee"], row["minute"]) for row in self.table(f"{name}/{name}.csv")]
        data = [(entry["moot:date"], entry["moot:committee"], entry.get("moot:minute", "")) for entry in self.data(f"{name}/index.json")]
        return (self.differences(f"{name}.csv", expected, found) + self.differences(f"{name}/index.json", expected, data)
                + self.number("entries on the page", len(expected), self.rows([name], pattern))
                + self.number("what the page says", len(expected), self.first_number(name)))

    def people(self):
        expected = self.tree.people()
        rows = self.table("people/people.csv")
        failures = self.differences("people.csv", expected, [self.tree.person(row["name"]) for row in rows])
        failures += self.number("people/index.json", len(expected), len(self.data("people/index.json")))
        failures += self.number("folders of people", len(expected), len(self.years("people")))
        failures += self.number("what the page says", len(expected), self.first_number("people"))
        failures += self.number("names on the page", len(expected), self.rows(["people"], r'<a class="name"'))
        listed = len([meeting for meeting in self.tree.meetings() if meeting.lists_attendance()])
        said = int(re.search(r"Attendance is counted over (\d+) ", self.page("people")).group(1))
        return failures + self.number("meetings with a list", listed, said)

    def attendance(self):
        expected = [(*where, *map(str, row.values())) for where, row in self.tree.attendance().items()]
        columns = ["committee", "year", "meetings with a list", "expected", "present", "apologies", "substitute", "in attendance"]
        found = [(self.tree.person(row["person"]), *(row[column] for column in columns)) for row in self.table("people/attendance.csv")]
        failures = self.differences("attendance.csv", expected, found)
        names = ["committee", "year", "meetings", "expected", "present", "apologies", "substitute", "inAttendance"]
        data = [(self.tree.person(person["name"]), *(str(row["moot:" + name]) for name in names))
                for person in self.data("people/index.json") for row in person.get("moot:attendance", [])]
        failures += self.differences("people/index.json", expected, data)
        return failures + self.differences("the people's pages", expected, self.attendance_on_pages())

    def attendance_on_pages(self):
        found = []
        for slug in self.years("people"):
            page = self.page(f"people/{slug}")
            name = html.unescape(re.search(r"<h1>(.*?)</h1>", page).group(1))
            table = re.search(r'<caption id="attendance--caption">.*?</table>', page, re.S)
            for row in re.findall(r'<tr><th scope="row">(.*?)</tr>', table.group() if table else "", re.S):
                cells = [html.unescape(re.sub(r"<[^>]*>", "", cell)) for cell in re.split(r"</th>|</td>", row)[:-1]]
                found.append((self.tree.person(name), *cells))
        return found

    def papers(self):
        expected = [(meeting.date, meeting.committee.name, title, kind) for meeting in self.tree.meetings() for _, title, kind in meeting.papers()]
        found = [(row["meeting date"], row["committee"], row["title"], row["kind"]) for row in self.table("papers/papers.csv")]
        data = [(entry["moot:date"], entry["moot:committee"], entry["name"], entry.get("paperType", ""))
                for entry in self.data("papers/index.json")]
        years = self.years("papers")
        failures = self.differences("papers.csv", expected, found) + self.differences("papers/index.json", expected, data)
        failures += self.number("entries on the pages of the years", len(expected),
                                sum(len(re.findall(r"<li><a ", part)) for year in years
                                    for part in re.findall(r'<ul class="papers">.*?</ul>', self.main(f"papers/{year}"), re.S)))
        return failures + self.number("what the page says", len(expected), self.first_number("papers"))

    def papers_to_follow(self):
        expected = [(meeting.date, meeting.committee.name, *item) for meeting in self.tree.meetings() for item in meeting.awaited()]
        found = [(row["meeting date"], row["committee"], row["item"], row["days late"]) for row in self.table("papers/to-follow.csv")]
        said = re.search(r"<p>(\d+) items? of agendas", self.page("papers"))
        return self.differences("to-follow.csv", expected, found) + self.number("what the page says", len(expected), int(said.group(1)) if said else 0)

    def index(self):
        expected = Counter(person=len(self.tree.people()), term=len(self.tree.glossary()), strategy=len(self.tree.strategies()),
                           committee=len(self.tree.committees))
        for meeting in self.tree.meetings():
            expected["paper"] += len(meeting.papers())
            own = meeting.items(meeting.agenda)
            numbers = {number for number, *_ in own if number}
            expected["item"] += len(own) + len([item for text in meeting.supplements() for item in meeting.items(text) if item[0] not in numbers])
        found = Counter(row["kind"] for row in self.table("a-to-z/a-to-z.csv"))
        data = Counter(place["moot:kind"] for entry in self.data("a-to-z/index.json") for place in entry["moot:places"])
        return self.differences("a-to-z.csv", expected, found) + self.differences("a-to-z/index.json", expected, data)

    def glossary(self):
        expected = self.tree.glossary()
        if not expected:
            return []
        found = [row["term"] for row in self.table("glossary/glossary.csv")]
        return (self.differences("glossary.csv", map(sources.unquote, expected), found)
                + self.number("glossary/index.json", len(expected), len(self.data("glossary/index.json"))))
