"""Numbers and shares as words."""

from __future__ import annotations

_STEPS = (0, 1, 2, 4, 8, 15, 25, 40)


def bucket(number: int, steps: tuple[int, ...] = _STEPS) -> str:
    """The largest step that a number reaches."""
    return str(max((step for step in steps if number >= step), default=0))


def share(part: int, whole: int) -> str:
    """A share in words."""
    if not whole or not part:
        return "none"
    if part == whole:
        return "all"
    return "most" if 2 * part >= whole else "some"
