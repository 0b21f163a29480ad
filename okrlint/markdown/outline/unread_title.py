"""Pages and sections that are called OKRs and of which nothing at all was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from okrlint.dates import find_periods
from okrlint.markdown.block import MarkKind
from okrlint.markdown.outline.claim import Claim
from okrlint.markdown.outline.columns import is_wordy, read_table
from okrlint.markdown.outline.cycles import title_node
from okrlint.markdown.outline.implied import is_prose, scopes
from okrlint.markdown.outline.judge import Verdict, has_number, introduces, judge
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.leftover import is_entry
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.tree import Node, NodeKind
from okrlint.markdown.outline.unread_elsewhere import said_elsewhere
from okrlint.model import Unread

_REASON = (
    "the title says OKRs, but objectives and key results could not be told apart;"
    ' label them: "Objective 1: ...", "KR 1: ..."'
)
_AS_EXAMPLES = (
    "the OKRs here are read as examples, because a heading or line above them calls them so;"
    " rename it to have them checked"
)
_IN_TABLE = (
    "the title says OKRs, but no column of the table is read as objectives or key results;"
    ' call them so in the header: "Objective", "Key result"'
)
_IN_CODE = "OKRs inside a code block are not read; take the fence away"
_CODE = re.compile(
    r"^[ \t]*(?P<fence>```+|~~~+)[^\n]*\n(?:(?!^[ \t]*(?P=fence)).*\n)*?"
    r"\s*(?:[-*]\s*)?(?:KR[\s.-]*\d|Key[\s-]*result)",
    re.IGNORECASE | re.MULTILINE,
)


def find_unread_titles(
    outline: Outline, claims: Sequence[Claim], found: Sequence[Claim]
) -> Iterator[Unread]:
    """Yield the headings of OKRs under which something stands and nothing was read.

    A heading with a cycle needs less to be sure of it than one that may open a text about OKRs.
    `found` has the claims that were left out as examples too.
    """
    shown = {claim.node for claim in found} - {claim.node for claim in claims}
    taken = [outline.tree.nodes[c.node] for c in claims if c.part is not Part.MISSION]
    title = title_node(outline)
    for scope in scopes(outline):
        heading = title if scope.kind is NodeKind.ROOT else scope
        if heading is None or heading.role is not Role.OKRS or not heading.text.prose.text:
            continue
        low, high = scope.index, _end(outline, scope)
        if any(low <= node.index < high for node in taken):
            continue
        name = heading.text.words + (" " + PurePath(outline.path).stem if heading is title else "")
        dated = next(find_periods(name, outline.calendar), None) is not None
        if dated and _CODE.search(outline.source):
            yield Unread(heading.text.prose.span, _IN_CODE)
        elif (dated or heading is title) and _holds_something(outline, scope, dated and not taken):
            examples = any(low <= index < high for index in shown)
            yield Unread(heading.text.prose.span, _AS_EXAMPLES if examples else _REASON)
        elif dated and not taken and _has_rows(outline, scope):
            yield Unread(heading.text.prose.span, _IN_TABLE)
        elif reason := said_elsewhere(outline, scope, heading, dated=dated):
            yield Unread(heading.text.prose.span, reason)


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


def _has_rows(outline: Outline, scope: Node) -> bool:
    """Whether tables below hold two rows of words, or one that is measured."""
    tables = [
        read_table(n.block, outline.labels)
        for n in outline.tree.below(scope)
        if n.kind is NodeKind.TABLE and n.block and not _is_beside(outline, n)
    ]
    rows = [row for table in tables for row in table.rows if any(map(is_wordy, row))]
    return len(rows) > 1 or any(is_wordy(c) and has_number(c.words) for r in rows for c in r)


def _is_beside(outline: Outline, node: Node) -> bool:
    """Whether it is a link or stands in a closed section or in a text about OKRs."""
    links = [m for m in node.text.marks if m.kind is MarkKind.LINK]
    linked = sum(m.end - m.start for m in links) * 2 > len(node.text.words) > 0
    return linked or outline.is_closed(node)


def _measures(node: Node) -> bool:
    """Whether a line holds a figure, as key results do, and is no remark, entry or lead-in."""
    words = node.body.words
    if node.role is not Role.PLAIN or is_prose(words) or introduces(words) or is_entry(words):
        return False
    return has_number(words) and len(words.split()) >= 3
