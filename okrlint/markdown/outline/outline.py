"""What recognisers look at, and what they have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass

from okrlint.dates import Calendar
from okrlint.markdown.block import BlockKind, MarkKind
from okrlint.markdown.outline.claim import Claim, Explicitness
from okrlint.markdown.outline.fields import read_statement
from okrlint.markdown.outline.fields_near import fields_near
from okrlint.markdown.outline.judge import Verdict, judge
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.note_lines import without_notes
from okrlint.markdown.outline.sign import Role, read_field
from okrlint.markdown.outline.text import Text
from okrlint.markdown.outline.tree import Node, NodeKind, Tree
from okrlint.markdown.outline.vocabulary import plain
from okrlint.model import Field, Labels

_CONTENTS = frozenset(("contents", "table of contents", "toc", "index", "on this page"))
_OKR_ROLES = (Role.OBJECTIVE, Role.OBJECTIVES, Role.OKRS)


@dataclass(frozen=True, slots=True)
class Outline:
    """A document as recognisers see it."""

    source: str
    path: str
    tree: Tree
    labels: Labels
    calendar: Calendar
    about_okrs: bool
    """Whether its title or file name says that it holds OKRs."""

    def is_closed(self, node: Node) -> bool:
        """Whether it stands in a template, a definition, a table of contents or the like.

        A table of contents ends at the next heading, even at one of a deeper level.
        """
        below_heading = False
        for above in (node, *self.tree.ancestors(node)):
            if above.role is Role.CLOSED:
                is_contents = plain(above.text.words) in _CONTENTS
                return not (is_contents and below_heading)
            below_heading = below_heading or above.kind is NodeKind.HEADING
        return False

    def aside(self, node: Node) -> Node | None:
        """The notes, tasks, scores or the like that it stands in.

        A section is no aside when it holds objectives of its own: "# Platform team" over all.
        """
        above = (node, *self.tree.ancestors(node))
        return next((n for n in above if n.role is Role.ASIDE and not self._holds_okrs(n)), None)

    def in_okrs(self, node: Node) -> bool:
        """Whether the document, or a section around the node, says that it holds OKRs."""
        return self.about_okrs or any(n.role is Role.OKRS for n in self.tree.ancestors(node))

    def _holds_okrs(self, aside: Node) -> bool:
        return any(n.role in _OKR_ROLES for n in self.tree.below(aside))


_LISTED = re.compile(r"(?:\(?\d{1,2}[.)]|[a-h]\)|[•·▪◦‣*+\-–—✓✔➢])\s+(?=\S)")
"""The bullet or number of a line that Markdown did not take for a list item."""


def claim_of(
    outline: Outline,
    part: Part,
    node: Node,
    text: Text,
    how: Explicitness,
    place: Node | None = None,
) -> Claim | None:
    """A claim to `text` of `node`; None when it is no statement.

    `place`: the node with its label, when that is another one.
    """
    listed = _LISTED.match(text.words) if node.kind is NodeKind.LINE else None
    text = without_notes(
        text.cut(listed.end()) if listed else text, outline.source, part is Part.KEY_RESULT
    )
    statement = read_statement(text)
    if judge(statement.text.words) is not Verdict.STATEMENT or is_link_to_section(statement.text):
        return None
    holder = place or node
    label = holder.sign.label
    block = node.block
    checked = (
        block.checked
        if block and block.kind is BlockKind.ITEM and node.kind is NodeKind.ITEM
        else None
    )
    return Claim(
        part,
        statement.text.prose,
        how,
        holder.index,
        label=label.written if label else None,
        number=label.number if label else _list_number(node),
        fields=(
            *remark_fields(holder),
            *statement.fields,
            *fields_near(outline.tree, part, holder, node),
        ),
        checked=checked,
        struck=statement.struck or bool(_CANCELLED.match(holder.text.words)),
    )


_CANCELLED = re.compile(r"\s*\[-\]\s")
"""The box of a task that was called off, as task plugins draw it."""


def _list_number(node: Node) -> tuple[str, ...]:
    """The number of an item of a numbered list."""
    number = node.block.number if node.block and node.kind is NodeKind.ITEM else None
    return () if number is None else (str(number),)


def remark_fields(node: Node) -> tuple[Field, ...]:
    """The fields that stand in parentheses inside the label: "KR2 (aspirational): ..."."""
    label = node.sign.label
    spans = (label.remark, label.second) if label else ()
    fields = (_remark_field(node, span) for span in spans if span)
    return tuple(field for field in fields if field)


_KINDS = frozenset(
    {
        "committed", "aspirational", "stretch", "moonshot", "roofshot", "bonus", "learning",
        "discovery", "experiment", "health", "health metric", "guardrail", "counter metric",
    }
)  # fmt: skip
"""Words in a label that say what sort of OKR it is."""


def _remark_field(node: Node, span: tuple[int, int]) -> Field | None:
    remark = node.text.cut(*span)
    word = remark.words.lower()
    named = read_field(remark)
    if named and named.field:
        value = remark.cut(named.start)
        return Field(named.field, value.prose) if value.words else None
    if word in _KINDS:
        return Field("kind", remark.prose)
    round_brackets = node.text.words[span[0] - 1 : span[0]] == "("
    if word.rstrip("% ").isdigit() and "%" in word:
        return Field("weight" if round_brackets else "score", remark.prose)
    if len(word) == 2 and word[0] == "p" and word[1].isdigit():
        return Field("priority", remark.prose)
    return Field("owner", remark.prose) if word.startswith("@") else None


def is_link_to_section(text: Text) -> bool:
    """Whether this is an entry of a table of contents: wholly a link to a place in this page."""
    inside = [m for m in text.marks if m.kind is MarkKind.LINK and m.value.startswith("#")]
    return any(m.end - m.start >= 0.8 * len(text.words) for m in inside)
