r"""Words of other files -> Markdown that says the same: nothing in them is taken for markup.

A run of words may be bold, italic, struck through or a link. Marks are written only where
CommonMark 0.31 (6.2, left- and right-flanking) takes them for marks; else the words stand alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~{}]|&(?=[#\w]))")
_AT_START = re.compile(r"\s*(?:#|=|\+(?=\s|$)|-(?!\s)|:(?=-))")
_BULLET = re.compile(r"\s*[•◦▪●○‣⁃·■□➢✓✔-]\s+(?=\S)")
_BOX = re.compile(r"\s*(?:([☐☑☒])\s*(?=\S)|(?=\[[ x]\] ))")
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2007\u202f]+")
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
BREAK = "\n"
"""The text of a run that ends a line."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one look."""

    text: str
    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    link: str = ""
    raw: bool = False
    """Whether the text is Markdown already."""

    @property
    def look(self) -> Run:
        """What tells it from its neighbours."""
        return replace(self, text="")


def render_runs(runs: Iterable[Run]) -> list[str]:
    """Runs as lines of Markdown, none of them empty."""
    lines = [list(_merged(line)) for line in _lines(runs)]
    shown = ["".join(_render(line)).strip() for line in lines]
    return [line for line in shown if line]


def as_paragraph(line: str) -> str:
    """A line of Markdown that begins a paragraph, or an item where a bullet or box was typed."""
    if box := _BOX.match(line):
        mark = f"[{' ' if box[1] == '☐' else 'x'}] " if box[1] else ""
        return f"- {mark}{line[box.end() :]}"
    if bullet := _BULLET.match(line):
        return f"- {line[bullet.end() :]}"
    return f"\\{line.lstrip()}" if _AT_START.match(line) else line


def escape(text: str) -> str:
    """Text in one line, with nothing in it that Markdown acts on."""
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text))


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == BREAK:
            lines.append([])
        elif run.text:
            lines[-1].append(run if run.raw else replace(run, text=_SPACE.sub(" ", run.text)))
    return lines


def _merged(runs: Sequence[Run]) -> Iterator[Run]:
    for look, group in groupby(runs, key=lambda run: run.look):
        yield replace(look, text="".join(run.text for run in group))


def _render(runs: Sequence[Run]) -> Iterator[str]:
    for number, run in enumerate(runs):
        before = runs[number - 1].text[-1:] if number else ""
        after = runs[number + 1].text[:1] if number + 1 < len(runs) else ""
        yield run.text if run.raw else _marked(run, before, after)


def _marked(run: Run, before: str, after: str) -> str:
    words = run.text.strip(" ")
    if not words:
        return run.text
    lead = run.text[: len(run.text) - len(run.text.lstrip(" "))]
    tail = run.text[len(lead) + len(words) :]
    marks = "*" * (2 * run.strong + run.emphasis)
    marks += "~~" * run.struck
    shown = escape(words)
    if _WEB.match(run.link):
        shown, words = f"[{shown}](<{quote(run.link, safe=_URL)}>)", "[]"
    flanked = _flanks(words[0], lead or before) and _flanks(words[-1], tail or after)
    if marks and flanked and not (len(set(marks)) > 1 and (lead or before).strip()):
        shown = f"{marks}{shown}{marks[::-1]}"
    return f"{lead}{shown}{tail}"


_URL = "!#$%&'()*+,/:;=?@-._~"


def _flanks(inner: str, outer: str) -> bool:
    """Whether a mark between the two opens or closes there."""
    return not _is_punctuation(inner) or not outer.strip() or _is_punctuation(outer[0])


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
