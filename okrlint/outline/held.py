"""Whether a document holds OKRs that a linter should judge, by the signs of the whole.

Each sign has a fitted weight, as with the units; a few together leave no doubt, or ask for more.
"""

from __future__ import annotations

import math

from okrlint.outline.holds import find_holds_signs
from okrlint.outline.weigh import Weighed

NEVER = (
    {"one kind alone", "nothing is labelled"},
    {"one kind alone", "title:other page"},  # a glossary
    {"results first:ed", "page:names no OKR", "no result has a label"},  # findings of a study
    {"page:names no key result", "title:other page"},  # a test plan, service levels, minutes
    {"objectives and results are none"},  # "An objective says where we want to go": definitions
    {"all objectives are none", "page:names no OKR"},  # "The project compares ...": a report
    {"all objectives are none", "title:other page"},  # "Where do we want to go?": OKRs or KPIs
)
"""Signs that together leave no doubt, whatever else speaks for it: a false alarm costs most."""
HARDLY = (
    {"none is called so", "nothing says that they are OKRs"},  # any plan has lists under headings
    {"none is called so", "no heading says OKRs", "reads better without"},
    {"no word of OKRs", "not both are called so"},  # lessons, service levels, study protocols
)
"""Signs of a page that never says what it is: all the rest has to speak for it."""
_HARDER = 2.5
"""Log-odds. Then 0.92 is asked for where 0.5 is enough otherwise."""
ALONE = 0.9
"""Of a page that has only objectives, or only key results, and calls them so.

Half of what belongs there is missing, which is worth a word.
"""
SURE = (
    {"both are called so", "objective in:OKRs"},
    {"title:okr", "path:okr", "results are called so"},
    {"title:okr", "path:okr", "objectives are called so"},
)
"""Both are called so under a heading of OKRs, or one of them in a file named and titled OKRs."""
_DOUBTS = {
    "title:other page",
    "title:guide",
    "some objectives are none",
    "some results are none",
    "all objectives are none",
    "all results are none",
    "most objectives without results",
    "page:names no OKR",
    "shown as examples:all",
}


def is_held(weighed: Weighed, weights: dict[str, float]) -> float:
    """How likely it is that the document holds OKRs, from 0 to 1."""
    signs = set(find_holds_signs(weighed))
    if any(never <= signs for never in NEVER):
        return 0.0
    if "a label alone" in signs and "title:other page" not in signs:
        return ALONE
    if any(sure <= signs for sure in SURE) and signs.isdisjoint(_DOUBTS):
        return 1.0
    total = sum(weights.get(name, 0.0) for name in sorted(signs))
    if any(hardly <= signs for hardly in HARDLY):
        total -= _HARDER
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
