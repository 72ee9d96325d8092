#!/usr/bin/env python3
"""Writes the sources of a made-up site of any size: always the same for the same numbers.

Each meeting has an agenda of 12 items, minutes and 4 papers. The text is made of the words of the sample content, so
that it has the letters, lengths of words and marks of real papers.

    ./generate-site.py --meetings 500 --output site-500
"""

import argparse
import datetime
import math
import pathlib
import random
import re
import shutil

ITEMS = 12
PAPERS = 4
MINUTES_SIZE = 12_000
# At 500 meetings the tree is then about 38 MB.
PAPER_SIZE = 13_400
LAST_MEETING = datetime.date(2026, 11, 2)

AREAS = ["Health", "Planning", "Housing", "Children", "Transport", "Climate", "Licensing", "Audit", "Pensions",
         "Culture", "Waste", "Schools", "Flooding", "Libraries", "Parks", "Highways", "Markets", "Skills"]
KINDS = [("Committee", "committee"), ("Board", "board"), ("Panel", "panel"), ("Sub-Committee", "sub-committee")]
FIRST = ["Margaret", "Tobias", "Amina", "Gwilym", "Yusuf", "Carol", "Peter", "Ruth", "Nadia", "Marcus", "Fiona", "Owen"]
LAST = ["Oldroyd", "Fenwick", "Hartley", "Rees", "Demir", "Entwhistle", "Duxbury", "Ellerby", "Kowalczyk", "Thornley"]


class Words:
    """Sentences whose words follow each other as they do in the sample."""

    def __init__(self, content, dice):
        followers = {}
        for path in sorted(pathlib.Path(content).rglob("*.md")):
            body = path.read_text(encoding="utf-8").split("---", 2)[-1]
            words = re.findall(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’-]*[a-zà-ÿ]", body)
            # A title made of these would say that its item is exempt.
            words = [word for word in words if word.lower() not in ("exempt", "confidential", "private")]
            for word, following in zip(words, words[1:]):
                followers.setdefault(word, []).append(following)
        self.followers = followers
        self.starts = sorted(followers)
        self.dice = dice
        self.sentences = [self._sentence(dice.randint(7, 26)) for _ in range(20_000)]
        self.phrases = [self._phrase(dice.randint(2, 5)) for _ in range(4_000)]

    def _chain(self, length):
        word = self.dice.choice(self.starts)
        chain = [word]
        while len(chain) < length:
            word = self.dice.choice(self.followers.get(word) or self.starts)
            chain.append(word)
        return chain

    def _phrase(self, length):
        text = " ".join(self._chain(length)).lower()
        return text[0].upper() + text[1:]

    def _sentence(self, length):
        chain = self._chain(length)
        chance = self.dice.random()
        at = self.dice.randint(1, length - 4)
        if chance < 0.12:
            chain[at] = "**" + chain[at]
            chain[at + 2] += "**"
        elif chance < 0.2:
            chain[at] = "*" + chain[at] + "*"
        elif chance < 0.5:
            chain[at] += ","
        elif chance < 0.6:
            chain[at] = f"£{self.dice.randint(2, 990)},{self.dice.randint(100, 999)}"
        text = " ".join(chain) + "."
        return text[0].upper() + text[1:]

    def sentence(self):
        return self.dice.choice(self.sentences)

    def phrase(self):
        return self.dice.choice(self.phrases)

    def paragraph(self):
        return " ".join(self.dice.choices(self.sentences, k=self.dice.randint(2, 6)))


class Site:
    def __init__(self, words, dice, output, secrets):
        self.words = words
        # Dice of their own, so that all else stays as it is without exempt papers; None where there are to be none.
        self.secrets = secrets
        self.dice = dice
        self.output = pathlib.Path(output)

    def write(self, path, text):
        file = self.output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def person(self):
        return f"{self.dice.choice(FIRST)} {self.dice.choice(LAST)}"

    def councillor(self):
        return "Councillor " + self.person()

    # Parts of papers

    def table(self):
        columns = ["Measure", "Baseline", "Target", "Outturn", "Change"]
        rows = ["| " + " | ".join(columns) + " |", "|:--|--:|--:|--:|--:|"]
        for _ in range(self.dice.randint(5, 9)):
            numbers = [f"{self.dice.randint(1, 99)}.{self.dice.randint(0, 9)}" for _ in columns[1:]]
            rows.append(f"| {self.words.phrase()} | " + " | ".join(numbers) + " |")
        rows.append("| **Total** | **100.0** | **100.0** | **98.4** | (1.6) |")
        return f"Table: {self.words.phrase()}\n\n" + "\n".join(rows)

    def lettered(self):
        count = self.dice.randint(3, 5)
        ends = [";"] * (count - 1) + ["."]
        return "\n".join(f"- ({'abcdefgh'[at]}) {self.words.sentence()[:-1]}{ends[at]}" for at in range(count))

    def bullets(self):
        return "\n".join(f"- {self.words.sentence()}" for _ in range(self.dice.randint(3, 6)))

    def link(self, number, before):
        links = [f"[paper {other}](paper-{other}.md)" for other in range(1, PAPERS + 1) if other != number]
        links += ["[section 1](#section-1)", "[the guidance](https://www.example.org/guidance?part=2)"]
        if before:
            links.append(f"[minute {before[1]}](minute:{before[0]}/{before[1]})")
        return "See " + self.dice.choice(links) + "."

    def paper(self, number, date, before):
        parts = []
        size = 0
        section = 0
        note = False
        while size < PAPER_SIZE:
            section += 1
            block = [f"## {section}. {self.words.phrase()}"]
            for paragraph in range(1, self.dice.randint(4, 7)):
                block.append(f"{section}.{paragraph} {self.words.paragraph()} {self.link(number, before)}")
            block.append(self.dice.choice([self.table, self.lettered, self.bullets])())
            block.append(f"### {self.words.phrase()}")
            block.append(self.words.paragraph() + ("" if note else " As the survey showed.[^1]"))
            note = True
            parts += block
            size += sum(len(part.encode()) + 2 for part in block)
        parts.append("[^1]: " + self.words.sentence())
        head = (
            f"---\ntitle: {self.words.phrase()}\nkind: report\nauthor: {self.person()}\nsponsor: {self.councillor()}\n"
            f"officer: \"{self.person()}, 01632 960{self.dice.randint(100, 999)}\"\ndate: {date}\npurpose: decision\n"
            f"wards: All\nkey-decision: false\npages: \"{number * 10 + 1}-{number * 10 + 9}\"\nstatus: final\n"
            f"properties:\n  - label: Legal\n    value: {self.words.phrase()}\n"
            f"  - label: Finance\n    value: \"**{self.words.phrase()}**\"\n---\n\n")
        return head + "\n\n".join(parts) + "\n"

    def agenda(self, titles, date, before):
        text = (
            f"---\nkind: ordinary\naccess: public\nstatus: held\nstarts: \"14:00\"\nends: \"16:30\"\n"
            f"venue: \"Council Chamber, Hallowbridge Town Hall\"\nattendance: [in-person, online]\n"
            f"issued: {date - datetime.timedelta(days=10)}\n"
            f"contact: {{name: {self.person()}, phone: \"01632 960114\", email: clerk@calderbrook.example}}\n---\n\n"
            f"{self.words.paragraph()}\n\n# Opening business\n\n")
        for number, title in enumerate(titles, 1):
            if number == 4:
                text += "# For decision\n\n"
            text += f"## {number}. {title}\n\n"
            if 4 <= number < 4 + PAPERS:
                paper = number - 3
                text += f"- Papers: [{title}](paper-{paper}.md)\n- Presenter: {self.councillor()}\n- Purpose: decision\n"
                text += f"- Follows: [minute {before[1]}](minute:{before[0]}/{before[1]})\n\n" if before else "\n"
            elif number >= 4 + PAPERS:
                text += f"- Papers: verbal\n- Presenter: {self.person()}\n- Purpose: information\n\n"
            text += self.words.sentence() + "\n\n"
        return text

    def minutes(self, titles, first, approved):
        people = lambda count: "".join(f"- {self.councillor()}\n" for _ in range(count))
        text = (
            f"---\nstatus: approved\napproved-at: {approved}\nstarted: \"14:00\"\nended: \"16:24\"\n"
            f"chair: Councillor Margaret Oldroyd\n---\n\n# Present\n\n- Councillor Margaret Oldroyd (Chair)\n{people(8)}\n"
            f"# Apologies\n\n{people(2)}\n# In attendance\n\n"
            f"- {self.person()} (Chief Executive), Calderbrook Council\n- {self.person()} (Officer), Trust (item 6)\n\n"
            f"# Minutes\n\n")
        target = MINUTES_SIZE / ITEMS
        for at, title in enumerate(titles):
            part = f"## {first + at}. {title} (Item {at + 1})\n\n"
            while len(part) < target - 600:
                part += self.words.paragraph() + "\n\n"
            if 3 <= at < 3 + PAPERS:
                part += f"{self.councillor()} presented [the report](paper-{at - 2}.md).\n\n**RESOLVED** – That:\n\n{self.lettered()}\n\n"
                part += f"**ACTION:** {self.person()} to circulate the figures by 30 March 2027.\n\n"
            elif at == 1:
                part += f"**DECLARED:** {self.councillor()} – item 5, as a neighbour of the site – stayed\n\n"
            else:
                part += f"**NOTED** – {self.words.sentence()}\n\n"
            text += part
        return text

    # The tree

    def committee(self, index, count):
        round_, area = divmod(index, len(AREAS))
        word, kind = KINDS[(index + round_) % len(KINDS)]
        name = f"{AREAS[area]} {word}" + (f" {round_ + 1}" if round_ else "")
        slug = name.lower().replace(" ", "-")
        members = "".join(f"  - name: {self.councillor()}\n    seat: voting\n" for _ in range(8))
        self.write(
            f"committees/{slug}/committee.md",
            f"---\nname: {name}\nkind: {kind}\nminute-numbering: continuous\nmembers:\n"
            f"  - name: Councillor Margaret Oldroyd\n    role: Chair\n    seat: voting\n{members}---\n\n"
            f"{self.words.paragraph()}\n\n{self.lettered()}\n")
        last = LAST_MEETING + datetime.timedelta(days=index % 28)
        dates = [last - datetime.timedelta(days=28 * (count - 1 - at)) for at in range(count)]
        for at, date in enumerate(dates):
            approved = dates[at + 1] if at + 1 < count else last + datetime.timedelta(days=28)
            before = (dates[at - 1], (at - 1) * ITEMS + self.dice.randint(1, ITEMS)) if at else None
            self.meeting(f"committees/{slug}/{date}", at, date, approved, before)

    def exempt(self, folder):
        """An exempt item with a paper, in words that no other text puts in that order."""
        def sentence():
            return " ".join(self.secrets.choice(self.words.starts) for _ in range(self.secrets.randint(8, 24))).capitalize() + "."
        paragraphs = "\n\n".join(" ".join(sentence() for _ in range(5)) for _ in range(40))
        self.write(f"{folder}/exempt/valuation.md", f"---\ntitle: {sentence()[:-1]}\n---\n\n{paragraphs}\n")
        return (f"# Exempt items\n\n## {ITEMS + 1}. Land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n"
                f"- Papers: [Valuation](exempt/valuation.md)\n\n{sentence()}\n")

    def meeting(self, folder, at, date, approved, before):
        titles = [self.words.phrase() for _ in range(ITEMS)]
        secret = self.exempt(folder) if self.secrets and at % 10 == 0 else ""
        self.write(f"{folder}/agenda.md", self.agenda(titles, date, before) + secret)
        self.write(f"{folder}/minutes.md", self.minutes(titles, at * ITEMS + 1, approved))
        for number in range(1, PAPERS + 1):
            self.write(f"{folder}/paper-{number}.md", self.paper(number, date, before))

    def everything(self, meetings):
        self.write(
            "site.yml", "name: Calderbrook Council\nurl: \"https://meetings.calderbrook.example/\"\nlanguage: en-GB\n"
            "timezone: Europe/London\ncontact: {name: Democratic Services, phone: \"01632 960100\", "
            "email: democracy@calderbrook.example}\nnotice:\n  clear-days: 5\n  count: working-days\n")
        committees = max(1, min(meetings, round(0.55 * math.sqrt(meetings))))
        for index in range(committees):
            self.committee(index, meetings * (index + 1) // committees - meetings * index // committees)


def main():
    here = pathlib.Path(__file__).resolve().parent
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--meetings", type=int, default=500)
    arguments.add_argument("--output", required=True, help="a folder that is not there yet, or that this program made")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--exempt", action="store_true", help="one meeting in ten has an exempt item with a paper")
    arguments.add_argument("--content", default=here.parent / "Content", help="where the words are taken from")
    options = arguments.parse_args()
    mark = pathlib.Path(options.output) / ".generated"
    if mark.exists():
        shutil.rmtree(options.output)
    elif pathlib.Path(options.output).exists():
        arguments.error(f"{options.output} is there already, and this program did not make it")
    dice = random.Random(options.seed)
    site = Site(Words(options.content, dice), dice, options.output, random.Random(options.seed) if options.exempt else None)
    site.write(".generated", f"{options.meetings} meetings, seed {options.seed}\n")
    site.everything(options.meetings)


if __name__ == "__main__":
    main()
