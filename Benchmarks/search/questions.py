"""The questions, and how well they are answered."""

import csv
import statistics
from dataclasses import dataclass

import texts
from tools import QUESTIONS


@dataclass
class Question:
    pack: str
    query: str
    answers: list

    def answered_by(self, text):
        return any(answer in text for answer in self.answers)


def load(packs):
    if not QUESTIONS.exists():
        return []
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [Question(pack, query, [texts.fold(part) for part in answer.split("||")]) for pack, query, answer in rows if pack in packs]


@dataclass
class Answer:
    question: Question
    # Folded texts of the passages, and where they stand, both in the order shown.
    passages: list
    places: list

    @property
    def rank(self):
        """Counted from 1; None where no passage answers."""
        return next((at for at, text in enumerate(self.passages, 1) if self.question.answered_by(text)), None)


class Figures:
    def __init__(self, answers):
        self.answers = answers
        self.ranks = [answer.rank for answer in answers]

    def success(self, at):
        return statistics.fmean(rank is not None and rank <= at for rank in self.ranks)

    @property
    def reciprocal(self):
        return statistics.fmean(1 / rank if rank else 0 for rank in self.ranks)

    def line(self):
        return "  ".join([*(f"success@{at} {self.success(at):.3f}" for at in (1, 3, 10)), f"MRR {self.reciprocal:.3f}", f"({len(self.ranks)} questions)"])

    def misses(self, beyond=1):
        """A Markdown table of the questions whose answer does not come first, with what does."""
        rows = [answer for answer in self.answers if answer.rank is None or answer.rank > beyond]
        lines = ["| pack | query | rank | first instead |", "|---|---|--:|---|"]
        return "\n".join(lines + [f"| {row.question.pack} | {row.question.query} | {row.rank or '–'} | {row.places[0] if row.places else 'nothing'} |" for row in rows])
