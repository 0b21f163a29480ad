"""A document as a tree with what is known of the whole, and what labels and links in it say."""

from __future__ import annotations

from dataclasses import dataclass

from okrlint.dates import Calendar
from okrlint.markdown.block import MarkKind
from okrlint.model import Field, Labels
from okrlint.outline.sign import Role, read_field
from okrlint.outline.text import Text
from okrlint.outline.tree import Node, NodeKind, Tree
from okrlint.outline.vocabulary import plain

_CONTENTS = frozenset(("contents", "table of contents", "toc", "index", "on this page"))
_OKR_ROLES = (Role.OBJECTIVE, Role.OBJECTIVES, Role.OKRS)


@dataclass(frozen=True, slots=True)
class Outline:
    """A document, and what its sections say of the nodes in them."""

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

    def _holds_okrs(self, aside: Node) -> bool:
        return any(n.role in _OKR_ROLES for n in self.tree.below(aside))


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
