"""A rewrite with its blanks filled by plausible words: for tests, and to see what rules say."""

from __future__ import annotations

import re

_PLAUSIBLE = {
    "number": "40",
    "now": "20",
    "target": "60",
    "date": "30 September",
    "do what": "sign up",
    "what shows it": "the survey score",
}
_BLANK = re.compile(r"\[([a-z ]+)\]")


def fill(rewrite: str) -> str:
    """The rewrite without blanks; one that names people or things is filled by its own words."""
    return _BLANK.sub(lambda match: _PLAUSIBLE.get(match[1], match[1]), rewrite)
