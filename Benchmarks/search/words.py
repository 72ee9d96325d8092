"""Chooses what to search for from the words of a site, so that nobody picks what suits."""

import re
from collections import Counter

MAIN = re.compile(r"<main.*?</main>", re.S)
TAG = re.compile(r"<[^>]*>")
# Long enough to be no stop word.
WORD = re.compile(r"[a-z]{7,}")
EACH = 3


def choose(pages):
    """Rare words, frequent words, and three words together, `EACH` of every kind: the same for the same pages."""
    standing = Counter()
    for file in sorted(pages.rglob("index.html")):
        main = MAIN.search(file.read_text(encoding="utf-8"))
        standing.update(set(WORD.findall(TAG.sub(" ", main[0]).lower())) if main else ())
    by_rank = sorted(standing, key=lambda word: (-standing[word], word))
    rarest = [word for word in by_rank if standing[word] <= standing[by_rank[-EACH]]]
    rare = [rarest[len(rarest) * at // EACH] for at in range(EACH)]
    frequent = by_rank[:EACH]
    middle = [by_rank[len(by_rank) * at // 20] for at in range(1, 2 * EACH + 1)]
    return {
        "rare word": rare,
        "frequent word": frequent,
        "three words": [" ".join((frequent[at], middle[at], middle[at + EACH])) for at in range(EACH)],
    }
