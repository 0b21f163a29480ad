"""Reads the parts of a statement that say when it is due: "..., Due 12 May", "Timing: Phase 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from okrlint.language.parts import Part, find_parts
from okrlint.language.when.words import any_of
from okrlint.reading import When, WhenKind


def read_due_parts(text: str, whens: Sequence[When]) -> tuple[When, ...]:
    """The date words of a statement, those of its due parts as deadlines, events there included."""
    parts = [part for part in find_parts(text) if part.kind == "due" and not part.unknown]
    if not parts:
        return tuple(whens)
    found = [_within(when, parts) for when in whens]
    for part in parts:
        dated = any(w.start < part.end and part.start < w.end for w in found)
        if not dated and _names_time().search(part.text):
            due = When(part.start, part.end, WhenKind.DEADLINE, part.text, event=part.text)
            found.append(due)
    return tuple(sorted(found, key=lambda when: (when.start, when.end)))


def _within(when: When, parts: Sequence[Part]) -> When:
    """A date of a due part is its deadline, whatever it governs there; a cadence stays one."""
    held = any(part.start <= when.start and when.end <= part.end for part in parts)
    if held and when.kind in (WhenKind.ATTRIBUTE, WhenKind.WINDOW):
        event = when.event or (None if when.latest else when.text)
        return replace(when, kind=WhenKind.DEADLINE, event=event)
    return when


@cache
def _names_time() -> re.Pattern[str]:
    numbered = r"(?:phase|stage|wave|step|iteration|part|M|T|S|PI)\s?\d"
    return re.compile(rf"\b(?:{numbered}|\w*-?(?:{any_of('event', 'period', 'beat')})s?)\b", re.I)
