"""Lines of prose that a statement's own list item or paragraph goes on with.

Markdown makes one paragraph of wrapped lines, so a remark on the next line runs into the statement.
It is told by how it is set off: from bold to plain, from plain to italics, by a hard line break, or
by a full stop before it. A line that goes on in lower case is always the statement's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from okrlint.beside import name_of
from okrlint.markdown.block import MarkKind
from okrlint.outline.judge import has_number
from okrlint.outline.text import Text, line_spans


def without_notes(text: Text, source: str, titled: bool) -> Text:
    """The text up to the first line that only remarks on it.

    `titled`: the first line may be a mere name, with what it stands for below, as key results
    have it ("**Arrival times**", then the sentence).
    """
    words, lines = text.words, text.all_lines()
    if len(lines) == 1:
        return text
    bold, italic = (text.covered_until(kind) for kind in (MarkKind.STRONG, MarkKind.EMPHASIS))
    numbered = False
    for (start, at), following in zip(line_spans(words), lines[1:], strict=False):
        numbered = numbered or has_number(words[start:at])
        last = _rstripped(words, at)
        end = _rstripped(words, last, " :.*")
        before = _Before(
            bold=0 < end <= bold,
            italic=0 < end <= italic,
            set_off=words[last - 1 : last] in _STOPS or _is_hard(text, at, source),
            alone=_is_one_word(words, last),
        )
        if titled and not numbered and before.bold:
            return text
        if last and _is_note(before, following):
            return text.cut(0, at)
    return text


_FEWEST = 3
"""Words; so much in bold can be a whole statement."""
_NAMED = re.compile(r"(?<=[.!?])\s+(?=([A-Z][^\W\d_]*(?: [^\W\d_]+){0,2})\s*:)")
"""Where a sentence is over and one with a name follows: "Web sales up 5%. KPI: weekly revenue"."""
_ASIDE = re.compile(r"(?<=[.!?])\s+\([A-Z][^()]{20,}\)\W*$")
"""A sentence in brackets behind one that is over: "Pay at the gate. (Card or cash, we see.)"."""
_GOES_ON = re.compile(r"[ \t]+(?:[–—-]|→)\s+(?=\S)")


def without_remark(text: Text) -> Text:
    """A statement in bold without what is told of it behind, on the same line.

    "**Hull tight by June.** Tight means a dry bilge": the bold sentence ends. "**Cut waiting from 9
    to 4 days** – with a second desk": what the bold part promises has its figure already.
    """
    words = text.words
    named = next((m.start() for m in _NAMED.finditer(words) if name_of(m[1])), len(words))
    aside = _ASIDE.search(words)
    cut = min(named, aside.start() if aside else named, _end_of_bold(text) or len(words))
    enough = cut < len(words) and len(words[:cut].split()) >= _FEWEST
    return text.cut(0, cut) if enough else text


def _end_of_bold(text: Text) -> int | None:
    """Where a statement in bold ends, with something told of it behind."""
    words = text.words
    if not text.marks:
        return None
    end = _rstripped(words, text.covered_until(MarkKind.STRONG))
    if not 0 < end < len(words) or len(words[:end].split()) < _FEWEST:
        return None
    after = words[end:]
    ended = words[end - 1] in _STOPS and re.match(r"[ \t]+[A-Z\"'\u201c(]", after)
    on = _GOES_ON.match(after)
    told = on and has_number(words[:end]) and not re.search(r"\d", after)
    return end if ended or told else None


@dataclass(frozen=True, slots=True)
class _Before:
    """What is asked of the lines before one that may be a remark."""

    bold: bool
    italic: bool
    set_off: bool
    """Whether they end in a full stop, or in a break that the author made on purpose."""
    alone: bool
    """Whether they are one word."""


def _rstripped(words: str, end: int, chars: str = "") -> int:
    """The offset `end` without white space, or without these characters, before it."""
    while end and (words[end - 1] in chars if chars else words[end - 1].isspace()):
        end -= 1
    return end


def _is_one_word(words: str, end: int) -> bool:
    return _GAP.search(words, 0, end) is None


_FOR_EXAMPLE = re.compile(r"[^\w(]*(?:e\.g\.|i\.e\.|for example\b|for instance\b)", re.IGNORECASE)
_STOPS = (".", "!", "?")
_GAP = re.compile(r"(?<=\S)\s+(?=\S)")


def _is_note(before: _Before, line: Text) -> bool:
    first = next((char for char in line.words if char.isalnum()), "")
    if not first:
        return False
    if _FOR_EXAMPLE.match(line.words):
        return True
    bold = line.is_wholly(MarkKind.STRONG)
    if not bold and not before.italic and line.is_wholly(MarkKind.EMPHASIS):
        return not before.alone
    return first.isupper() and (before.set_off or (before.bold and not bold))


def _is_hard(text: Text, at: int, source: str) -> bool:
    """Whether the author broke the line on purpose: two spaces or a backslash before its end."""
    end = source.find("\n", text.prose.ends[at - 1]) if at else -1
    gap = source[text.prose.ends[at - 1] : end].rstrip("\r") if end >= 0 else ""
    return gap.endswith(("  ", "\\"))
