"""Several key results on one line: "Raise A to 5; cut B to 3"."""

from __future__ import annotations

import re

from okrlint.outline.columns import is_sentence
from okrlint.outline.judge import has_number
from okrlint.outline.text import Text, joined

_COUNT = re.compile(r"\(?(?:\d{1,2}|[a-h]|[iv]{1,3})[.)]\s+(?=\S)")
_BETWEEN = re.compile(
    r";(?![^()]*\))|;(?=\s+(?:and\s+)?\(?(?:\d{1,2}|[a-h])\)\s)|(?<=\s)[·•](?=\s)"
)
"""A semicolon outside parentheses, or before a number with one: "; 2) ..."; a dot in the middle."""

_LONGEST = 1000
"""Characters; nobody lists key results in more on one line."""


def statements_of(text: Text, called: bool = False) -> list[Text]:
    """The parts between semicolons, where each states something with a figure; else the whole.

    `called`: a label says that key results stand here, so that they need no figure.
    """
    if len(text.words) > _LONGEST:
        return [text]
    whole = joined(text)
    ends = [match.start() for match in _BETWEEN.finditer(whole.words)]
    spans = zip([0, *(end + 1 for end in ends)], [*ends, len(whole.words)], strict=True)
    parts = [whole.cut(*span) for span in spans]
    parts = [_bare(part) for part in parts if part.words]
    dotted = " · " in whole.words or " • " in whole.words
    stated = all(len(part.words.split()) > 1 if dotted else is_sentence(part) for part in parts)
    figures = sum(has_number(part.words) for part in parts)
    if (
        len(parts) < 2
        or not stated
        or not (called or figures == len(parts) or (dotted and figures))
    ):
        return [text]
    return parts


def _bare(part: Text) -> Text:
    """A part without the number that counts it, and without a last "and"."""
    for lead in (re.compile(r"and\s+", re.IGNORECASE), _COUNT):
        match = lead.match(part.words)
        part = part.cut(match.end()) if match else part
    end = _JOINT.search(part.words)
    return part.cut(0, end.start()) if end else part


_JOINT = re.compile(r"\s*[;,]\s*(?:and|or)?$", re.IGNORECASE)
