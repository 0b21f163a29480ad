"""Finds the parts that columns and sub-bullets gave a statement: "..., Baseline 3, Target 5"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from okrlint.beside.values import is_nothing_yet, is_unknown
from okrlint.language.words import load_entries
from okrlint.letters import plain_letters


@dataclass(frozen=True, slots=True)
class Part:
    """One labelled part of a statement; offsets cover what it says, without its name."""

    kind: str
    """What it says: "baseline", "current", "target", "due", "measure" or "other"."""
    start: int
    end: int
    name: int
    """Where its name begins."""
    text: str

    @property
    def says_nothing_yet(self) -> bool:
        """Whether it says that nothing of it exists so far: "none yet", "never done"."""
        return is_nothing_yet(self.text)

    @property
    def unknown(self) -> bool:
        """Whether nobody knows it, or it is to be filled in: "n/a", "TBD", "manual"."""
        return not self.text or is_unknown(self.text)


def find_parts(text: str) -> tuple[Part, ...]:
    """The parts of a statement in order; a part ends where the next begins."""
    marks = list(_names().finditer(text))
    found: list[Part] = []
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        said = text[mark.end() : end].rstrip(" ,;|.")
        kind = _kinds()[re.sub(r"\s+", " ", plain_letters(mark["name"]).lower())]
        found.append(Part(kind, mark.end(), mark.end() + len(said), mark.start("name"), said))
    return tuple(found)


def standing(parts: Sequence[Part]) -> Part | None:
    """The part that says where the measure stands: its baseline, or else what it is now."""
    named = [part for kind in ("baseline", "current") for part in parts if part.kind == kind]
    said = [part for part in named if part.text]
    return said[0] if said else None


@cache
def _kinds() -> dict[str, str]:
    return {entry.text: entry.fields[0] for entry in load_entries("parts")}


_REMARK = r"(?:\s?\([^()]{1,24}\))?"
"""What may stand between a name and what it says: "Target (Dec 31): 40"."""


@cache
def _names() -> re.Pattern[str]:
    names = sorted(_kinds(), key=lambda name: (-len(name), name))
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    capital = rf"(?=[A-Z])(?i:{either})(?={_REMARK}\s+\S)(?!\s+(?:and|or|of)\b)"
    return re.compile(
        rf"(?:(?<=,\s)|(?<=;\s)|(?<=\|\s)|(?<=\.\s)|(?<=[–—]\s)|(?<=Baseline\s))"
        rf"(?P<name>(?i:{either})(?={_REMARK}\s?[:=])|{capital}){_REMARK}\s?[:=]?\s*"
    )
