"""Letters that look like others to expressions that ignore case."""

from __future__ import annotations

_TAKEN_FOR = str.maketrans("ſıİ\u212a", "siIK")
"""The only letters beyond ASCII that `re.IGNORECASE` takes for ASCII ones, each with the one that
it is taken for. `str.lower` leaves the first two as they are and makes two letters of the third, so
that a name found so is in no table: "APRİL 2026", as a Turkish keyboard writes it."""


def plain_letters(text: str) -> str:
    """The text, as long as it is, with ASCII letters for all that is taken for one."""
    return text if text.isascii() else text.translate(_TAKEN_FOR)
