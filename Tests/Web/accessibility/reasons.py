"""Why something that axe leaves open is no fault: the rule, a pattern of the element (all where it is empty), and the reason. What is not named here is a failure."""

import re

REASONS = [
]


def reason(undecided):
    """The reason for something undecided, if there is one."""
    for rule, pattern, why in REASONS:
        if undecided["rule"] == rule and re.search(pattern, undecided["element"]):
            return why
    return None
