"""Where Markdown makes one block of several statements: the parts of a line or item."""

from __future__ import annotations

import re
from itertools import pairwise

from okrlint.outline.semicolons import statements_of
from okrlint.outline.sign import Role
from okrlint.outline.text import Text
from okrlint.outline.tree import Node, NodeKind

_INLINE = re.compile(
    r"(?<=[.;,|!)\]→>–—\n])\s*"
    r"(?=\**(?:KR|Key[ -]?Results?|Objective)\s*#?\d{0,2}(?:\.\d{1,2})?\s*[:：]\s)",
)
_SEVERAL = re.compile(
    r"(?:(?<=[.;,|!)\]→>–—:\n])\s*|(?<=\s[–—-])\s*)(?=\**KR\s*#?\d{1,2}(?:\.\d{1,2})?[:：.)]?\s+"
    r"(?!(?:is|are|was|were|has|had|can|could|will|would|should)\b)\S)"
)
"""Where each of several key results on one line begins, with a colon behind the label or without:
"Lifts: KR1 First chair at 8; KR2 no queue", not "KR 1 is fine. KR 2 was met"."""


def pieces_of(node: Node, source: str) -> list[Text]:
    """The parts of a line that each begin with a label, or stand between semicolons."""
    text = node.text
    cuts = [m.end() for m in _INLINE.finditer(text.words) if _is_said(text.words[: m.start()])]
    if len(several := [m.end() for m in _SEVERAL.finditer(text.words)]) > max(1, len(cuts)):
        cuts = several
    if not cuts and node.kind is NodeKind.LINE:
        cuts = _line_starts(text.words)
        if node.role in (Role.OBJECTIVE, Role.KEY_RESULT) and cuts:
            lone = not text.words[node.sign.label.end if node.sign.label else 0 : cuts[0]].strip(
                " :.\n"
            )
            cuts = cuts[1:] if lone else cuts  # the statement stands on the line below its label
    if not cuts and node.kind is NodeKind.ITEM:
        cuts = _lazy_starts(text, source)
    if node.role is Role.KEY_RESULTS and node.body.words.strip(" :"):
        parts = statements_of(node.body, called=True)
        if len(parts) > 1:
            return [text.cut(0, node.sign.start), *parts]
    if not cuts:
        return [text]
    edges = [0, *cuts, len(text.words)]
    parts = text.cuts(list(pairwise(edges)))
    return [part for part in parts if part.words] or [text]


def _is_said(words: str) -> bool:
    """Whether something is said before a label in a line, not only a box or bullet drawn."""
    return len(re.findall(r"[^\W\d_]{2,}", words)) > 1


LISTED = re.compile(
    r"\s*(?:[-–—*+•·▪◦‣►▸▶→➜↳>✓✔✗o☐☑□:]|\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-h])[.)]|[^\w\s\"'(\[*_`<$€£#@&+~-])\s+\S"
)
GLUED = re.compile(r"\s*-(?=[^\W\d_])")
"""A bullet without the space that Markdown asks for."""
_LABELLED = re.compile(
    r"\W{0,4}(?:(?:KR|O)[\s#.-]*(?:[A-H]\.?)?\d|(?:KR|key[ -]?result|objective|obj)\b)",
    re.IGNORECASE,
)
"""How a line begins that has a label, well written or not: "KR 2,2 -", "Key result 80 % of"."""
_WRAPPED = 62
"""Characters; a line that was broken by its length is at least about as long."""


def _line_starts(words: str) -> list[int]:
    """Where lines begin that stand for themselves: listed ones, or short ones in a row.

    Markdown makes one paragraph of them. A line that goes on in lower case is the same sentence.
    """
    if "\n" not in words:
        return []
    lines = words.split("\n")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    glued = [bool(GLUED.match(line)) for line in lines]
    listed = [bool(LISTED.match(line)) for line in lines]
    if sum(glued) > 1:
        listed = [is_listed or is_glued for is_listed, is_glued in zip(listed, glued, strict=True)]
    if sum(listed) >= max(1, len(lines) // 2):
        return [
            start for start, is_listed in zip(starts, listed, strict=True) if is_listed and start
        ]
    labelled = [bool(_LABELLED.match(line)) for line in lines]
    if sum(labelled) > 1 and labelled[0]:
        return [start for start, cut in zip(starts, labelled, strict=True) if cut and start]
    fresh = [bool(re.match(r"\W*[A-Z0-9]", line)) for line in lines[1:]]
    short = all(len(line) < _WRAPPED for line in lines)
    ended = any(
        re.search(r"[a-z,]$", line) and not ok for line, ok in zip(lines, fresh, strict=False)
    )
    if short and sum(fresh) >= 0.7 * len(fresh) and not ended and len(lines) >= 2:
        return [start for start, ok in zip(starts[1:], fresh, strict=True) if ok]
    return []


def _lazy_starts(text: Text, source: str) -> list[int]:
    """Where lines begin that stand left of the item which Markdown makes them part of.

    A sentence that was wrapped goes on in lower case, or behind a long line without an end.
    """
    if "\n" not in text.words:
        return []
    line = source[source.rfind("\n", 0, text.prose.starts[0]) + 1 : text.prose.starts[0]]
    marker = len(line) - len(line.lstrip("> \t"))
    starts = [m.end() for m in re.finditer(r"\n", text.words)]
    found: list[int] = []
    for start, before in zip(starts, [0, *starts], strict=False):
        words = text.words[before : start - 1]
        ends = len(words) < _WRAPPED or re.search(r"[.!?:;)\]]\W*$", words)
        fresh = re.match(r"\W{0,3}[A-Z0-9]", text.words[start:])
        if ends and fresh and _indentation(text, start, source) <= marker:
            found.append(start)
    return found


def _indentation(text: Text, at: int, source: str) -> int:
    offset = text.prose.starts[at]
    return offset - (source.rfind("\n", 0, offset) + 1)
