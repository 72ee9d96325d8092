"""Asks the questions in Moot's own page, by its address."""

from urllib.parse import quote, unquote, urljoin, urlsplit

import questions
import texts
from pages import MOOT, PATIENCE

# The address of each passage, in the order shown; those that are folded away do not count.
LINKS = "list => [...document.querySelectorAll(`${list} > li > ul > .passage > a`)].map(link => link.href)"
SETTLED = "status => document.querySelector(status)?.textContent.trim()"
STATUS = "#search-status"


def ask(browser, site, address, pack):
    """An answer for each question of a pack, and what the browser complained about."""
    answers, complaints = [], []
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("console", lambda message: message.type == "error" and complaints.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        for question in questions.load([pack]):
            page.goto(f"{address}{MOOT.path}?q={quote(question.query)}")
            page.wait_for_function(SETTLED, arg=STATUS, timeout=PATIENCE)
            if failed := page.query_selector("#search .state"):
                complaints.append(f"{page.url}: {failed.inner_text()}")
            scroll_down(page)
            places = distinct(inside(link, address) for link in page.evaluate(LINKS, MOOT.list))
            answers.append(questions.Answer(question, [texts.at(site, place) for place in places], places))
    return answers, complaints


def scroll_down(page):
    """As a reader who has not found it yet: the rest of the first page comes when its place is seen."""
    before = -1
    while (now := page.locator(f"{MOOT.list} > li").count()) != before:
        before = now
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        page.wait_for_timeout(300)


def inside(link, address):
    """The address inside the site, such as `committees/x/2017-01-26/#item-1`."""
    parts = urlsplit(link)
    return unquote(parts.path[len(urlsplit(address).path):] + (f"#{parts.fragment}" if parts.fragment else ""))


def distinct(places):
    return list(dict.fromkeys(places))
