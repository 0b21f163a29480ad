"""Statements of the tests, changed as keyboards, tables and people change them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from tests.language.read_out import load_rows

_KEPT = [statement for statement, _ in load_rows()]
_WIDE = str.maketrans({chr(n): chr(n + 0xFEE0) for n in range(0x30, 0x3A)})
_ARABIC = str.maketrans({chr(n): chr(n + 0x630) for n in range(0x30, 0x3A)})
_HALF = str.maketrans({"5": "½", "4": "Ⅳ", "3": "③", "2": "²"})
_TAKEN_FOR_ASCII = str.maketrans("siIk", "ſıİ\u212a")


def _first_half(text: str) -> str:
    return " ".join(text.split()[: len(text.split()) // 2])


def _second_half(text: str) -> str:
    return " ".join(text.split()[len(text.split()) // 2 :])


CHANGES: tuple[Callable[[str], str], ...] = (
    str,
    _first_half,
    _second_half,
    str.upper,
    str.title,
    str.swapcase,
    lambda text: text.translate(_TAKEN_FOR_ASCII),
    lambda text: text.translate(_WIDE),
    lambda text: text.translate(_ARABIC),
    lambda text: text.translate(_HALF),
    lambda text: text.replace(" ", ""),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace("-", "–"),
    lambda text: " ".join(reversed(text.split())),
    lambda text: " ".join(word for word in text.split() for _ in (1, 2)),
)
JOINTS = (" ", ", ", "; ", " - ", " and ", ": ", "", " (", " by ", " from ", " 5", "% ")
Piece = tuple[int, int, int]
"""The number of a statement, of a change and of what joins it to the next; any number will do."""


def compose(pieces: Sequence[Piece]) -> str:
    """One statement of changed pieces."""
    parts: list[str] = []
    for statement, change, joint in pieces:
        parts.append(CHANGES[change % len(CHANGES)](_KEPT[statement % len(_KEPT)]))
        parts.append(JOINTS[joint % len(JOINTS)])
    return "".join(parts[:-1])


_number = st.integers(0, 2**16)
statements = st.lists(st.tuples(_number, _number, _number), max_size=4).map(compose)
