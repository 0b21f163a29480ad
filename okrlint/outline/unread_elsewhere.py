"""Headings of OKRs under which only a picture stands, or a line that says where the OKRs are."""

from __future__ import annotations

import re

from okrlint.outline.judge import Verdict, introduces, judge
from okrlint.outline.names import is_period
from okrlint.outline.outline import Outline
from okrlint.outline.sign import Role
from okrlint.outline.tree import Node, NodeKind

_PICTURE = re.compile(r"!\[[^\]\n]*\]|<(?:img|iframe|embed|object|svg)\b", re.IGNORECASE)
_PARTS = (Role.OBJECTIVE, Role.OBJECTIVES, Role.KEY_RESULT, Role.KEY_RESULTS)
_IS_PICTURE = "the OKRs under this heading are a picture; okrlint reads text"
_IS_ELSEWHERE = "the OKRs under this heading stand elsewhere; okrlint reads only what stands here"
_FEW = 3
"""Lines of text beside a picture or pointer; a section with more is about something else."""


def said_elsewhere(outline: Outline, scope: Node, heading: Node, *, dated: bool) -> str | None:
    """Why nothing could be read, where a picture or a pointer is all that stands there.

    `dated`: the heading names a cycle. Without one, parts of OKRs must be named below.
    """
    below = [n for n in outline.tree.below(scope) if n.index > heading.index]
    names = [n for n in below if n.role in (*_PARTS, Role.OKRS) or _is_cycle(outline, n)]
    if not dated and not any(n.role in _PARTS for n in names):
        return None
    named = {n.index for n in names}
    lines = [n for n in below if n.index not in named and n.text.words]
    if len(lines) > _FEW:
        return None
    pointers = [n for n in lines if judge(n.text.words) is Verdict.POINTER]
    if any(n.kind is not NodeKind.LINE for n in lines if n not in pointers):
        return None
    if pointers:
        return _IS_ELSEWHERE
    plain = [n for n in lines if not introduces(n.text.words)]
    return _IS_PICTURE if len(plain) < _FEW and _PICTURE.search(_source(outline, heading)) else None


def _is_cycle(outline: Outline, node: Node) -> bool:
    return node.kind is NodeKind.HEADING and is_period(node.text.words, outline.calendar)


def _source(outline: Outline, heading: Node) -> str:
    """The source from the heading to the next one that is no part of its section."""
    nodes = outline.tree.nodes[heading.index + 1 :]
    after = next((n for n in nodes if n.rank <= heading.rank and n.text.words), None)
    start = heading.text.prose.span.end
    return outline.source[start : after.text.prose.span.start if after else None]
