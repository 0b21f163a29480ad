"""Whether a name is that of something beside OKRs: "What we will do for it", "Budget", "Rhythm".

No list holds all that people call it. So the words of a heading, or of a line that leads in a list,
are weighed: each word, the first, the last, and each pair has a weight that was fitted on the names
of pages written for the project (`training/fit_names.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from okrlint.outline.groups import group_named

LONGEST = 10
"""Words; a name has at most so many."""
SURE = 2.0
"""How much its words have to weigh together: of such names one in fifty has OKRs under it."""


def names_aside(words: str) -> bool:
    """Whether what stands under a name is surely nobody's objective or key result."""
    bare = words.strip(" \t#*_.:?!").replace("\u2019", "'")
    if len(words.split()) > LONGEST or _OF_OKRS.search(words) or group_named(bare):
        return False
    return weigh_name(words, load_name_weights()) >= SURE


def names_none(words: str) -> bool:
    """Whether a name says itself that what stands under it is no OKR: "Guard rails, not KRs"."""
    return _OF_NONE.search(words) is not None


def weigh_name(words: str, weights: Mapping[str, float]) -> float:
    """How surely a name is that of something beside OKRs: above zero, rather than not."""
    return sum(weights.get(sign, 0.0) for sign in set(find_name_signs(words)))


def find_name_signs(words: str) -> Iterator[str]:
    """The signs of a name: its words by their place, how many they are, and how it ends."""
    found = _WORD.findall(words.lower().replace("\u2019", "'"))
    said = ["0" if word.isdigit() else word for word in found]
    while said[:1] == ["0"]:
        said.pop(0)  # "3. Risks"
    yield "always"
    yield f"words {min(len(said), _MANY)}"
    yield from (f"word {word}" for word in said)
    yield from (f"first {word}" for word in said[:1])
    yield from (f"last {word}" for word in said[-1:])
    yield from (f"pair {one} {two}" for one, two in pairwise(said))
    if words.rstrip().endswith((":", "：")):
        yield f"words {min(len(said), _MANY)}, colon"
    if "?" in words:
        yield "asks"


_OKRS = r"(?:objectives?|key results?|OKRs?|KRs?|goals?)\b"
_OF_OKRS = re.compile(rf"\b{_OKRS}", re.IGNORECASE)
_OF_NONE = re.compile(rf"(?:\bno[nt]?\b|n['\u2019]t\b)\W+(?:\w+\W+){{0,2}}?{_OKRS}", re.IGNORECASE)
"""Names that speak of OKRs say themselves whether they hold some: "Guard rails, not KRs"."""
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_MANY = 8


@cache
def load_name_weights() -> Mapping[str, float]:
    """What each sign of a name is worth, as shipped."""
    text = (files("okrlint.outline") / "data" / "names.txt").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, tab, weight in rows if tab}
