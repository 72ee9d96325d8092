"""Why something that axe leaves open is no fault: the rule, a pattern of the element (all where it is empty), and the reason. What is not named here is a failure."""

import re

REASONS = [
    ("label-content-name-mismatch", r'^<a class="(back|anchor)"', "the arrow and the # are signs and no words; who speaks to the browser says what the label says"),
    ("th-has-data-cells", "", "a form to be filled in, or a table whose cells the source has left empty: the headings are right, and nothing may be written into the cells"),
]


def reason(undecided):
    """The reason for something undecided, if there is one."""
    for rule, pattern, why in REASONS:
        if undecided["rule"] == rule and re.search(pattern, undecided["element"]):
            return why
    return None
