"""Writes what was measured into the source of the accessibility statement."""

from collections import defaultdict

import yaml

from accessibility.criteria import criterion

HEAD = "# “make audit” writes tested, standard, pages, method, tools and failures; all else is written by hand and stays.\n"
METHOD = ("Every page was tested by programs in a browser, at 1280 and 320 CSS pixels, in light and dark colours: against the rules of axe, with the keyboard alone, "
          "with text at 400 per cent and with wider spacing, with forced colours, without scripts, and its HTML with a validator. Programs find only a part of what can be wrong.")
WORDS = {
    "color-contrast": "Some text has too little contrast with what lies behind it", "link-same-name": "Some links with the same words lead to different places",
    "passage-language": "Some passages in another script do not say their language", "target-size": "Some links and buttons are too small and too close to others",
    "reflow": "Some pages scroll sideways on a narrow screen", "focus-visible": "Some links and buttons do not show that they have the keyboard",
    "table-headers": "Some tables have no headings", "heading-gap": "Some headings skip a level", "image-alternative": "Some pictures have no description",
}


def failures(results):
    by_rule = defaultdict(set)
    for entry in results:
        for finding in entry["findings"]:
            if name := criterion(finding):
                by_rule[name, WORDS.get(finding["rule"], finding.get("help") or finding["rule"].replace("-", " ").capitalize())].add(entry["path"])
    return [{"criterion": name, "what": what, "pages": len(pages)} for (name, what), pages in sorted(by_rule.items())]


def write(path, facts, results):
    """Changes what was measured, and keeps the keys that a person wrote."""
    kept = yaml.safe_load(path.read_text()) if path.exists() else None
    kept = kept or {}
    measured = {
        "tested": facts["day"], "standard": "WCAG 2.2 AA", "pages": len(results), "method": METHOD, "tools": facts["tools"].split(", "), "failures": failures(results)}
    text = yaml.safe_dump({**measured, **{key: value for key, value in kept.items() if key not in measured}}, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(HEAD + text)
