"""Pages and sections that are called OKRs and of which nothing at all was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from okrlint.dates import find_periods
from okrlint.markdown.block import MarkKind
from okrlint.model import Unread
from okrlint.outline.claim import Claim
from okrlint.outline.cycle_title import title_node
from okrlint.outline.judge import Verdict, has_number, introduces, judge
from okrlint.outline.outline import Outline
from okrlint.outline.sign import Role
from okrlint.outline.tree import Node, NodeKind
from okrlint.outline.unread_elsewhere import said_elsewhere

_REASON = (
    "the title says OKRs, but objectives and key results could not be told apart;"
    ' label them: "Objective 1: ...", "KR 1: ..."'
)
_IN_TABLE = (
    "the title says OKRs, but no column of the table is read as objectives or key results;"
    ' call them so in the header: "Objective", "Key result"'
)
_IN_CODE = "OKRs inside a code block are not read; take the fence away"
_CODE = re.compile(
    r"^[ \t]*(?P<fence>```+|~~~+)[^\n]*\n(?:(?!^[ \t]*(?P=fence)).*\n)*?"
    r"[ \t]*(?:[-*][ \t]*)?(?:KR[\s.-]*\d|Key[\s-]*result)",
    re.IGNORECASE | re.MULTILINE,
)


def find_unread_titles(outline: Outline, claims: Sequence[Claim]) -> Iterator[Unread]:
    """Yield the headings of OKRs under which something stands and nothing was read.

    A heading with a cycle needs less to be sure of it than one that may open a text about OKRs.
    """
    taken = [outline.tree.nodes[c.node] for c in claims]
    title = title_node(outline)
    for scope in _scopes(outline):
        heading = title if scope.kind is NodeKind.ROOT else scope
        if heading is None or heading.role is not Role.OKRS or not heading.text.prose.text:
            continue
        if any(scope.index <= node.index < _end(outline, scope) for node in taken):
            continue
        name = heading.text.words + (" " + PurePath(outline.path).stem if heading is title else "")
        dated = next(find_periods(name, outline.calendar), None) is not None
        if dated and _CODE.search(outline.source):
            yield Unread(heading.text.prose.span, _IN_CODE)
        elif (dated or heading is title) and _holds_something(outline, scope, dated and not taken):
            yield Unread(heading.text.prose.span, _REASON)
        elif dated and not taken and _has_table(outline, scope):
            yield Unread(heading.text.prose.span, _IN_TABLE)
        elif reason := said_elsewhere(outline, scope, heading, dated=dated):
            yield Unread(heading.text.prose.span, reason)


def _scopes(outline: Outline) -> list[Node]:
    """The outermost sections that say they hold OKRs."""
    tree = outline.tree
    named = [n for n in tree.nodes if n.role is Role.OKRS and n.kind is not NodeKind.ITEM]
    above = {a.index: a for n in named for a in tree.ancestors(n)}
    shut = {at for at, node in above.items() if _shuts(outline, node)}
    named = [n for n in named if not any(a.index in shut for a in tree.ancestors(n))]
    if outline.about_okrs and not any(n.parent == 0 for n in named):
        return [tree.root]
    inner = {n.index for n in named}
    return [n for n in named if not any(a.index in inner for a in tree.ancestors(n))]


def _shuts(outline: Outline, above: Node) -> bool:
    """Whether nothing below this node is anybody's OKR."""
    return above.role in (Role.META, Role.CLOSED) or outline.aside(above) is above


def _end(outline: Outline, scope: Node) -> int:
    """The index behind the last node below."""
    nodes = outline.tree.nodes
    return next((n.index for n in nodes[scope.index + 1 :] if n.rank <= scope.rank), len(nodes))


def _holds_something(outline: Outline, scope: Node, dated: bool) -> bool:
    below = [n for n in outline.tree.below(scope) if not _is_beside(outline, n)]
    listed = [n for n in below if n.kind in (NodeKind.ITEM, NodeKind.TABLE)]
    lines = [n for n in below if n.kind in (NodeKind.ITEM, NodeKind.LINE) and _measures(n)]
    if dated:
        return len(listed) > 1 or len(lines) > 1
    if any(judge(n.body.words) is Verdict.GENERAL for n in listed):
        return False
    inside = [n for n in listed if not outline.aside(n)]
    measured = [n for n in lines if not outline.aside(n)]
    return len(measured) > 1 and 2 * len(measured) >= len(inside)


def _has_table(outline: Outline, scope: Node) -> bool:
    """Whether a table below holds two rows or a figure."""
    tables = [n for n in outline.tree.below(scope) if n.kind is NodeKind.TABLE and n.block]
    blocks = [n.block for n in tables if n.block and not _is_beside(outline, n)]
    cells = [
        c.prose.text for b in blocks for row in b.children if not row.header for c in row.children
    ]
    worded = [text for text in cells if len(re.findall(r"[^\W\d_]{2,}", text)) >= 2]
    return len(worded) > 1 or any(has_number(text) for text in worded)


def _is_beside(outline: Outline, node: Node) -> bool:
    """Whether it is a link or stands in a closed section or in a text about OKRs."""
    links = [m for m in node.text.marks if m.kind is MarkKind.LINK]
    linked = sum(m.end - m.start for m in links) * 2 > len(node.text.words) > 0
    return linked or outline.is_closed(node)


_ENTRY = re.compile(
    r"\W*(?:\d{4}-\d\d|\d{1,2}[./]\d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.I
)


def _measures(node: Node) -> bool:
    """Whether a line holds a figure, as key results do, and is no remark, entry or lead-in."""
    words = node.body.words
    sentences = re.split(r"[.!?]\s+(?=[A-Z])", words)
    prose = (
        words.endswith("?")
        or len(words.split()) > 40
        or (len(sentences) > 1 and len(words.split()) > 20)
    )
    if node.role is not Role.PLAIN or prose or introduces(words) or _ENTRY.match(words):
        return False
    return has_number(words) and len(words.split()) >= 3
