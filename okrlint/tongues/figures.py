"""Numbers and dates in digits as English writes them: "1.234,5" is 1,234.5, "12/06/2027" in June.

What takes their place is as long as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.tongues.piece import Piece

_NUMBER = re.compile(
    r"(?<![\w.,/:-])(?:"
    r"(?P<grouped>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?P<rest>\d+))?"
    r"|(?P<spaced>(?<!KR )(?<!KR)(?<!O )(?<!# )[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+)"
    r"(?:,(?P<more>\d+))?"
    r"|(?P<whole>\d+),(?P<part>\d{1,2}|\d{4,9}))"
    r"(?![\w]*\d|[.,]\d)",
)
_DECIMAL_OF_ZERO = re.compile(r"(?<![\w.,])0,\d+(?![\d,]|\.\d)")
_DATE = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?![\d/])")
_MONTHS, _DAYS = 12, 31


def find_figures(text: str) -> Iterator[Piece]:
    """Find the figures of a text that English writes in another way."""
    for match in _DATE.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        if 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
            yield Piece(*match.span(), f"{match['year']}-{month:02}-{day:02}")
    for match in _DECIMAL_OF_ZERO.finditer(text):
        yield Piece(*match.span(), match[0].replace(",", "."))
    for match in _NUMBER.finditer(text):
        yield Piece(*match.span(), _english(match))


def _english(match: re.Match[str]) -> str:
    if match["whole"]:
        return f"{match['whole']}.{match['part']}"
    whole = re.sub(r"\D", ",", match["grouped"] or match["spaced"])
    part = match["rest"] or match["more"]
    return f"{whole}.{part}" if part else whole
