"""Places that carry the signs of OKRs and yielded nothing, with the reason for the author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.dates import find_periods
from okrlint.markdown.outline.claim import Claim
from okrlint.markdown.outline.columns import Column, is_wordy
from okrlint.markdown.outline.cycles import title_node
from okrlint.markdown.outline.judge import Verdict, judge
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.rows import tables
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.statement_below import is_lone_label, statement_node
from okrlint.markdown.outline.tree import Node, NodeKind
from okrlint.model import Span, Unread


def find_unread(outline: Outline, claims: Sequence[Claim]) -> Iterator[Unread]:
    """Yield the places that look like OKRs and could not be read, in the document's order."""
    taken = {claim.node for claim in claims} | {
        above.index
        for claim in claims
        for above in outline.tree.ancestors(outline.tree.nodes[claim.node])
    }
    starts = {claim.prose.span.start for claim in claims}
    for node in outline.tree.nodes:
        if (
            node.index in taken
            or outline.is_closed(node)
            or outline.aside(node)
            or node.block is None
        ):
            continue
        if any(n.role is Role.META for n in outline.tree.ancestors(node)):
            continue
        reason = _reason(outline, node, claims, starts)
        if reason:
            yield Unread(_span(node), reason)


def _reason(outline: Outline, node: Node, claims: Sequence[Claim], starts: set[int]) -> str | None:
    if node.role is Role.KEY_RESULTS:
        return _of_group(outline, node)
    if node.role not in (Role.OBJECTIVE, Role.KEY_RESULT):
        return None
    name = "objective" if node.role is Role.OBJECTIVE else "key result"
    below = statement_node(outline, node) if is_lone_label(node) else None
    if below and below.text.prose.span.start in starts:
        return None
    text = below.text.words if below else node.body.words
    verdict = judge(text)
    if verdict is Verdict.PLACEHOLDER:
        return f'"{text.strip()[:40]}" is a placeholder, not {_article(name)}'
    if verdict is Verdict.POINTER:
        return f'"{text.strip()[:40]}" is no {name}; okrlint reads only what stands here'
    if verdict is Verdict.EMPTY and node.sign.label and not _refers(node, claims):
        return f'no statement stands behind the label "{node.sign.label.written}"'
    return None


def _refers(node: Node, claims: Sequence[Claim]) -> bool:
    """Whether a lone label comes back to an objective that was read elsewhere."""
    label = node.sign.label
    part = Part(node.role.value)
    return bool(label) and any(
        c.part is part and c.number == (label.number if label else ()) for c in claims
    )


def _of_group(outline: Outline, node: Node) -> str | None:
    below = list(outline.tree.below(node))
    if any(n.role in (Role.KEY_RESULT, Role.OBJECTIVE) for n in below):
        return None
    texts = [n.text.words for n in below if n.text.words]
    if any(judge(text) is Verdict.GENERAL for text in texts):
        return None
    if texts and any(judge(text) is Verdict.PLACEHOLDER for text in texts):
        return "only placeholders stand under this label"
    if texts and all(judge(text) is Verdict.POINTER for text in texts):
        return "what stands under this label only points elsewhere; okrlint does not follow it"
    if any(n.kind is NodeKind.TABLE for n in below):
        return "no column of this table holds key results"
    return None if node.body.words else "no key results stand under this label"


def find_unread_tables(outline: Outline, claims: Sequence[Claim]) -> Iterator[Unread]:
    """Yield tables with a key-result column of which nothing was read."""
    taken = {claim.node for claim in claims}
    for found in tables(outline):
        node = found.node
        columns = set(found.table.columns)
        if node.index in taken or not node.block:
            continue
        if columns & {Column.OBJECTIVE, Column.KEY_RESULT} and not found.table.rows:
            yield Unread(node.block.span, "this table has a header and no rows")
        if Column.KEY_RESULT not in columns:
            continue
        column = found.table.columns.index(Column.KEY_RESULT)
        cells = [row[column] for row in found.table.rows if column < len(row)]
        verdicts = {judge(cell.words) for cell in cells}
        if not cells or Verdict.GENERAL in verdicts or any(map(is_wordy, cells)):
            continue
        if verdicts <= {Verdict.EMPTY, Verdict.PLACEHOLDER}:
            yield Unread(node.block.span, "the key-result column of this table is empty")


def is_for_a_quarter(outline: Outline) -> bool:
    """Whether a title with a cycle shorter than a year stands over objectives and key results.

    Such a page holds OKRs though nothing of them can be read and the word is not there.
    """
    title = title_node(outline)
    if title is None or not {Role.OBJECTIVES, Role.KEY_RESULTS} <= {
        n.role for n in outline.tree.nodes
    }:
        return False
    periods = find_periods(title.text.words, outline.calendar)
    return any(p.earliest and p.latest and (p.latest - p.earliest).days < 200 for p in periods)


def _span(node: Node) -> Span:
    if node.text.prose.text:
        return node.text.prose.span
    return node.block.span if node.block else Span(0, 0)


def _article(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
