"""Whether a document holds OKRs that a linter should judge, by the signs of the whole.

Each sign has a fitted weight, as with the units; a page that never says what it is has to show
more.
"""

from __future__ import annotations

import math

from okrlint.outline.holds import find_holds_signs
from okrlint.outline.weigh import Weighed

NEVER = "all objectives are none"
"""The sign of a report ("The study compares ..."), a comparison or a form: nobody aims at it."""
HARDLY = (
    {"nothing says that they are OKRs"},  # any plan has lists under headings
    {"no heading says OKRs", "reads better without"},
    {"no word of OKRs"},  # lessons, service levels, study protocols
)
"""Signs of a page that never says what it is: all the rest has to speak for it."""
_HARDER = 2.5
"""Log-odds. Then 0.92 is asked for where 0.5 is enough otherwise."""
ALONE = 0.9
"""Of a page that has only objectives, or only key results, and calls them so.

Half of what belongs there is missing, which is worth a word.
"""


def is_held(weighed: Weighed, weights: dict[str, float]) -> float:
    """How likely it is that the document holds OKRs, from 0 to 1."""
    return weigh_whole(find_holds_signs(weighed), weights)


def weigh_whole(signs: set[str], weights: dict[str, float]) -> float:
    """How likely a document with these signs of the whole holds OKRs, from 0 to 1."""
    if "one kind alone" in signs:
        told = "a label alone" in signs and "title:other page" not in signs
        return ALONE if told else 0.0
    if NEVER in signs:
        return 0.0
    total = sum(weights.get(name, 0.0) for name in sorted(signs))
    if any(hardly <= signs for hardly in HARDLY):
        total -= _HARDER
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
