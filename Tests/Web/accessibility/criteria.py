"""Which criterion of WCAG 2.2 a rule belongs to, for the accessibility statement."""

import re

NAMES = {
    "1.1.1": "Non-text Content", "1.3.1": "Info and Relationships", "1.3.5": "Identify Input Purpose", "1.4.1": "Use of Color", "1.4.3": "Contrast (Minimum)",
    "1.4.4": "Resize Text", "1.4.10": "Reflow", "1.4.11": "Non-text Contrast", "1.4.12": "Text Spacing", "2.1.1": "Keyboard", "2.1.2": "No Keyboard Trap",
    "2.2.1": "Timing Adjustable", "2.3.3": "Animation from Interactions", "2.4.1": "Bypass Blocks", "2.4.2": "Page Titled", "2.4.3": "Focus Order", "2.4.4": "Link Purpose (In Context)",
    "2.4.6": "Headings and Labels", "2.4.7": "Focus Visible", "2.4.11": "Focus Not Obscured (Minimum)", "2.5.3": "Label in Name", "2.5.8": "Target Size (Minimum)",
    "3.1.1": "Language of Page", "3.1.2": "Language of Parts", "3.3.2": "Labels or Instructions", "4.1.2": "Name, Role, Value",
}
OWN = {
    "one-h1": "1.3.1", "heading-gap": "1.3.1", "heading-empty": "2.4.6", "one-main": "1.3.1", "landmark-name": "1.3.1", "landmark-unique": "1.3.1", "table-headers": "1.3.1",
    "table-scope": "1.3.1", "table-name": "1.3.1", "table-region": "4.1.2", "link-name": "2.4.4", "link-same-name": "2.4.4", "label-in-name": "2.5.3", "link-by-colour": "1.4.1",
    "page-language": "3.1.1", "passage-language": "3.1.2", "passage-direction": "3.1.2", "autocomplete": "1.3.5", "image-alternative": "1.1.1", "page-title": "2.4.2",
    "title-order": "2.4.2", "title-unique": "2.4.2", "reflow": "1.4.10", "scroll-region": "2.1.1", "target-size": "2.5.8", "text-clipped": "1.4.4", "text-overlap": "1.4.4",
    "spaced-reflow": "1.4.12", "spaced-text-clipped": "1.4.12", "spaced-text-overlap": "1.4.12", "focus-visible": "2.4.7", "focus-obscured": "2.4.11", "keyboard-reach": "2.1.1",
    "keyboard-opens": "2.1.1", "focus-order": "2.4.3", "skip-link": "2.4.1",
}


def criterion(finding):
    """As “1.4.3 Contrast (Minimum)”; nothing for what the guidelines do not ask, as speed or weight."""
    number = OWN.get(finding["rule"])
    for tag in finding.get("tags", []):
        if match := re.fullmatch(r"wcag(\d)(\d)(\d+)", tag):
            number = ".".join(match.groups())
    return f"{number} {NAMES.get(number, '')}".strip() if number else None
