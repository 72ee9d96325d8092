"""Reads the sources with regular expressions alone: a second opinion on what Moot makes of them."""

import re
import unicodedata
from datetime import date
from pathlib import Path

DECISION = r"(?:RESOLVED|AGREED|RECOMMENDED|NOTED|DEFERRED)"
LABEL = r"(?:\((?:[a-z]|[ivx]+|\d+)\)|\d+(?:\.\d+)*\.?|[a-z][.)])\s+"
OPENINGS = [
    ("decision", re.compile(rf"^(?:{LABEL})?\*\*({DECISION})\b", re.I)),
    ("actions", re.compile(r"^\*\*ACTIONS\b", re.I)),
    ("action", re.compile(r"^\*\*ACTION\b", re.I)),
    ("vote", re.compile(r"^\*\*VOTE\b", re.I)),
    ("declaration", re.compile(r"^\*\*DECLARED\b", re.I)),
]
CAPACITIES = {"present": "present", "apologies": "apologies", "in attendance": "in attendance", "observers": "in attendance", "substitutes": "substitute"}
RANKS = ["substitute", "present", "apologies", "in attendance"]
TITLES = {"dr", "mr", "mrs", "ms", "miss", "cllr", "councillor", "prof", "professor", "sir", "dame", "supt", "superintendent", "rev", "reverend",
          "lord", "lady", "the"}
SURNAME_TITLES = {"cllr": "councillor", "prof": "professor", "supt": "superintendent", "rev": "reverend"}
# Members of the public, and lines that name nobody.
NOT_OF_RECORD = re.compile(
    r"members? of (?:the )?(?:public|press)|\bresident(?: of\b|\)|,|$)|petitioner|questioner|objector|public speaker|^(?:\d|two|three|four|several|some|none|nil|vacan)",
    re.I)


def split(text):
    """The head and the body of a source."""
    match = re.match(r"---\n(.*?)^---\n?(.*)", text, re.S | re.M)
    return (match.group(1), match.group(2)) if match else ("", text)


def value(head, key):
    """A plain value of a head."""
    match = re.search(rf"^{key}:[ \t]*(.*?)[ \t]*$", head, re.M)
    return unquote(match.group(1)) if match else None


def unquote(text):
    text = text.strip()
    return text[1:-1].replace("''", "'") if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def key(name):
    """What tells people apart: the name in small letters without titles and signs."""
    plain = unicodedata.normalize("NFD", name.lower().replace("’", "").replace("'", ""))
    words = re.findall(r"[a-z0-9-]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    kept = list(words)
    while kept and kept[0] in TITLES:
        kept.pop(0)
    if len(kept) == 1 and words[0] in TITLES:
        kept.insert(0, SURNAME_TITLES.get(words[0], words[0]))
    return "-".join(kept)


class Tree:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.aliases = {}
        self.known = []
        self.read_people()
        self.committees = [Committee(self, path.parent) for path in sorted(self.folder.glob("committees/*/committee.md"))]

    def read_people(self):
        path = self.folder / "people.yml"
        text = path.read_text() if path.exists() else ""
        for entry in re.split(r"^- (?=name:)", text, flags=re.M)[1:]:
            name = unquote(re.search(r"name:\s*(.*)", entry).group(1))
            self.known.append(name)
            self.aliases[key(name)] = key(name)
            listed = re.search(r"^\s+aliases:\s*\[(.*?)\]", entry, re.M | re.S)
            for alias in re.findall(r"\"[^\"]*\"|'[^']*'|[^,\[\]]+", listed.group(1)) if listed else []:
                self.aliases.setdefault(key(unquote(alias)), key(name))

    def person(self, name):
        own = key(name)
        return self.aliases.get(own, own)

    def meetings(self):
        return [meeting for committee in self.committees for meeting in committee.meetings]

    def people(self):
        """Everybody who is to have a page."""
        found = {self.person(name) for name in self.known}
        for committee in self.committees:
            found |= {self.person(member["name"]) for member in committee.members if is_name(member["name"])}
            for meeting in committee.meetings:
                found |= {self.person(name) for _, name in meeting.attendees()}
        return found

    def attendance(self):
        """(person, committee, year): meetings with a list, expected, present, apologies, substitute, in attendance."""
        rows, listed = {}, {}
        columns = ["expected", "present", "apologies", "substitute", "in attendance"]
        for meeting in self.meetings():
            if not meeting.lists_attendance():
                continue
            sitting = (meeting.committee.name, meeting.date[:4])
            listed[sitting] = listed.get(sitting, 0) + 1
            best = {}
            for capacity, name in meeting.attendees():
                person = self.person(name)
                if person not in best or RANKS.index(capacity) < RANKS.index(best[person]):
                    best[person] = capacity
            expected = {self.person(member["name"]) for member in meeting.committee.members
                        if is_name(member["name"]) and member["from"] <= meeting.date <= member["to"]}
            for person, column in [(person, "expected") for person in expected] + list(best.items()):
                rows.setdefault((person, *sitting), dict.fromkeys(columns, 0))[column] += 1
        return {where: {"meetings with a list": listed[where[1:]], **row} for where, row in rows.items()}

    def votes_by_name(self):
        """Person, date, committee and side of every vote that is recorded by name."""
        return [(self.person(name), meeting.date, meeting.committee.name, side) for meeting in self.meetings()
                for kind, _, _, content, _ in meeting.entries() if kind == "vote" for side, name in named_votes(content)]

    def glossary(self):
        path = self.folder / "glossary.yml"
        return re.findall(r"^- term:\s*(.*?)\s*$", path.read_text(), re.M) if path.exists() else []

    def strategies(self):
        return [value(split(path.read_text())[0], "title") for path in self.folder.glob("strategies/*/strategy.md")]


def is_name(name):
    return not NOT_OF_RECORD.search(name) and len(name.split()) > 1


class Committee:
    def __init__(self, tree, folder):
        self.folder = folder
        head, _ = split((folder / "committee.md").read_text())
        self.name = value(head, "name")
        self.members = []
        block = re.search(r"^members:\n((?:[ \t]+.*\n?|-.*\n?)*)", head, re.M)
        for entry in re.split(r"^\s*- ", block.group(1), flags=re.M)[1:] if block else []:
            found = {name: unquote(text) for name, text in re.findall(r"(?:^|[{,])\s*(name|from|to):\s*(\"[^\"]*\"|[^,}\n]*)", entry, re.M)}
            self.members.append({"name": found["name"], "from": found.get("from", ""), "to": found.get("to", "9999")})
        self.meetings = [Meeting(self, path) for path in sorted(folder.iterdir()) if path.is_dir() and re.match(r"\d{4}-\d\d-\d\d", path.name)]


class Meeting:
    def __init__(self, committee, folder):
        self.committee = committee
        self.folder = folder
        self.date = folder.name[:10]
        self.minutes = self.text("minutes.md")
        self.agenda = self.text("agenda.md")

    def text(self, name):
        path = self.folder / name
        return path.read_text() if path.exists() else None

    def parts(self):
        """The parts of the minutes: title and text."""
        _, body = split(self.minutes or "")
        found = re.split(r"^# (.*)$", body, flags=re.M)
        return list(zip(found[1::2], found[2::2]))

    # Who was there

    def lists_attendance(self):
        return any(title.strip().lower() in CAPACITIES for title, _ in self.parts())

    def attendees(self):
        found = []
        for title, text in self.parts():
            capacity = CAPACITIES.get(title.strip().lower())
            if not capacity:
                continue
            for line in re.findall(r"^[-*] +(.*)$", text, re.M):
                line = re.sub(r"[\\*_]", "", line)
                bare = re.sub(r"\s*\(items? [^)]*\)\s*$", "", line)
                name = re.split(r"[(,]", bare)[0].strip()
                if not is_name(name) or NOT_OF_RECORD.search(bare):
                    continue
                instead = capacity == "present" and re.search(r"\(substitut(?:e|ing) for ", line)
                found.append(("substitute" if instead else capacity, name))
        return found

    # What was decided

    def entries(self):
        """Decisions, actions, votes and declarations: kind, word, minute, text of the block, and whether a vote is beside it."""
        found = []
        for title, text in self.parts():
            if not title.strip().lower().startswith("minutes"):
                continue
            pieces = re.split(r"^## (.*)$", text, flags=re.M)
            for heading, content in zip(pieces[1::2], pieces[2::2]):
                number = re.match(r"([A-Za-z]?\d+[a-z]?(?:/\d+)?)[.)]\s", heading)
                found += entries(number.group(1) if number else "", content)
        return found

    # Items and papers

    def items(self, text):
        """Number, title and fields of the items of an agenda or a supplement, and whether they are exempt."""
        _, body = split(text or "")
        found = []
        section = ""
        for piece in re.split(r"^(?=#{1,2} )", body, flags=re.M):
            if re.match(r"# ", piece):
                section = piece.splitlines()[0]
            match = re.match(r"## (?:([A-Za-z]{0,2}\d+[a-z]?|[A-Z]\d+)[.)] +)?(.*)\n?", piece)
            if match:
                exempt = bool(re.search(r"^- Exempt:", piece, re.M) or re.search(r"\bexempt\b", section, re.I))
                found.append((match.group(1) or "", match.group(2).strip(), piece, exempt))
        return found

    def supplements(self):
        return [path.read_text() for path in sorted(self.folder.glob("supplement-*.md"))]

    def papers(self):
        """Address in the meeting's folder, title and kind of every paper that may be published."""
        hidden = set()
        for _, _, piece, exempt in [item for text in [self.agenda, *self.supplements()] for item in self.items(text)]:
            if exempt:
                hidden |= {link[:-3] for link in re.findall(r"\]\(([^)#:]+\.md)", piece) if "/" not in link.replace("exempt/", "")}
        found = []
        heads = {path.relative_to(self.folder).as_posix()[:-3]: split(path.read_text())[0] for path in self.folder.rglob("*.md")}
        hidden |= {slug for slug, head in heads.items() if value(head, "classification") == "exempt"}
        for slug, head in heads.items():
            if slug in ("agenda", "minutes", "minutes.draft") or re.fullmatch(r"supplement-\d+", slug) or "exempt" in slug.split("/"):
                continue
            if any(slug == other or slug.startswith(other + "/") for other in hidden):
                continue
            found.append((slug, value(head, "title"), value(head, "kind") or ""))
        return found

    def awaited(self):
        """Items whose paper was to follow, with the days until a supplement brought it."""
        issued = value(split(self.agenda or "")[0], "issued")
        found = []
        for number, title, piece, exempt in self.items(self.agenda):
            field = re.search(r"^- Papers:(.*(?:\n[ \t]+- .*)*)", piece, re.M)
            if exempt or not field or "to follow" not in field.group(1):
                continue
            days = []
            for text in self.supplements():
                brought = value(split(text)[0], "issued")
                for other, _, content, _ in self.items(text):
                    if number and other == number and re.search(r"\]\([^)]+\.md", content) and issued and brought:
                        days.append((date.fromisoformat(brought) - date.fromisoformat(issued)).days)
            found.append(((number + ". " if number else "") + title, str(min(days)) if days else ""))
        return found


def entries(minute, text):
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    kinds = []
    for block in blocks:
        line = block.lstrip("\n")
        match = next(((kind, pattern.match(line)) for kind, pattern in OPENINGS if pattern.match(line)), None)
        if match:
            kinds.append([match[0], (match[1].group(1) if match[0] == "decision" else "").lower(), line])
        elif kinds and (re.match(r"[-*] |\d+[.)] ", line) or re.match(LABEL, line)) and kinds[-1][0] in ("decision", "vote", "actions"):
            kinds[-1][2] += "\n\n" + line
        elif kinds and line.startswith(" ") and kinds[-1][0] in ("decision", "vote", "actions") and "\n\n" in kinds[-1][2]:
            kinds[-1][2] += "\n\n" + line
        else:
            kinds.append(["text", "", line])
    found = []
    for at, (kind, word, content) in enumerate(kinds):
        before = kinds[at - 1][0] if at else ""
        after = [other[0] for other in kinds[at + 1:at + 3]] + ["", ""]
        voted = kind == "decision" and (before == "vote" or after[0] == "vote" and after[1] != "decision")
        times = 1
        if kind == "actions":
            own = re.sub(r"^\*\*ACTIONS[:.]?\*\*[:. –-]*", "", content.split("\n\n")[0].split("\n- ")[0]).strip()
            times = len(re.findall(r"^[-*] ", content, re.M)) + bool(own)
            kind = "action"
        found += [(kind, word, minute, content, voted)] * times
    return [entry for entry in found if entry[0] != "text"]


def named_votes(content):
    """The sides of a vote and the names on each: “- For: Jane Hill, Tom Rees”."""
    sides = re.findall(r"(?:^[-*] |;|\*\*|\.)\s*(for|against|abstain\w*)\b:?\s*(?:\(\d+\):?)?\s*([^;\n.]*)", content, re.M | re.I)
    for side, listed in sides:
        side = "abstaining" if side.lower().startswith("abstain") else side.lower()
        title = "Councillor " if listed.startswith("Councillors ") else ""
        for name in re.split(r",| and ", re.sub(r"\([^)]*\)|\d+|^Councillors ", "", listed)):
            if is_name(title + name.strip()):
                yield side, title + name.strip()
