"""Asks the questions of Pagefind."""

import questions
import texts
from pages import PAGEFIND

# As many documents as ten passages can come from.
PAGES = 10
# Pagefind's own page shows so many sections of a document, those that were hit best.
SECTIONS = 3


def ask(browser, site, address, pack):
    """An answer for each question of a pack. A document's sections come in the order of Pagefind's own score, which serves it best."""
    answers = []
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + PAGEFIND.path)
        page.wait_for_function("window.ask")
        for question in questions.load([pack]):
            documents = page.evaluate("([query, pages]) => ask(query, pages)", [question.query, PAGES])
            best = [sorted(sections, key=lambda section: -section["score"])[:SECTIONS] for sections in documents]
            places = [section["address"] for sections in best for section in sections]
            answers.append(questions.Answer(question, [texts.at(site, place) for place in places], places))
    return answers
