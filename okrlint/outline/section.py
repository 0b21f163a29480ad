"""Which objectives of a file belong together: the team, person, level or theme of each.

One file may hold the objectives of a company, its teams and their people. Headings, bold lines,
list items and introducing lines above an objective say whose they are; so do a column of teams and
labels such as "Team objective 2".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from okrlint.outline.claim import Claim
from okrlint.outline.columns import Table
from okrlint.outline.cycle_title import title_node
from okrlint.outline.decoration import skip_decoration
from okrlint.outline.judge import is_area
from okrlint.outline.label import Part
from okrlint.outline.names import is_nobodys, is_person
from okrlint.outline.outline import Outline
from okrlint.outline.sign import Role
from okrlint.outline.tree import Node, NodeKind
from okrlint.outline.vocabulary import plain

_GROUPS = (Role.PLAIN, Role.OKRS, Role.OBJECTIVES, Role.ASIDE)
_COLUMNS = frozenset(
    "team teams squad department group level area function unit division tribe person".split()
)
_LABEL = re.compile(r"(?P<who>.*?\S)\s+(?:objective|obj|goal|okr|o)s?\b[\W\d]*", re.IGNORECASE)


def find_sections(
    outline: Outline, claims: Sequence[Claim]
) -> dict[tuple[int, int], tuple[str, ...]]:
    """The names of the section of each objective, the outermost first, by the objective's place."""
    taken = {claim.node for claim in claims}
    title, leads = only_title(outline), _leads(outline, taken)
    teams = {at: list(_teams(table)) for at, table in outline.tree.tables.items()}
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for claim in claims:
        if claim.part is Part.OBJECTIVE:
            above = [*_above(outline, outline.tree.nodes[claim.node], taken, title, leads)]
            names = (*reversed(above), *_of_column(claim, teams), *_of_label(claim))
            found[claim.place] = tuple(name for name in names if name)
    return found


def only_title(outline: Outline) -> Node | None:
    """The title, where all other headings stand below it."""
    title = title_node(outline)
    if title is None:
        return None
    same = [n for n in outline.tree.nodes if n.kind is NodeKind.HEADING and n.rank <= title.rank]
    return title if len(same) == 1 else None


def _above(
    outline: Outline, node: Node, taken: set[int], title: Node | None, leads: dict[int, Node]
) -> Iterator[str]:
    """The names of the groups that a node stands in, the innermost first."""
    for above in (node, *outline.tree.ancestors(node)):
        if above is not node and above.index not in taken and above is not title:
            yield _name(outline, above)
        lead = leads.get(above.index)
        if lead and lead is not title:
            yield _name(outline, lead)


def _leads(outline: Outline, taken: set[int]) -> dict[int, Node]:
    """The line that introduces each node, or the empty heading of its own level before it."""
    leads: dict[int, Node] = {}
    for parent in outline.tree.nodes:
        lead: Node | None = None
        for child in outline.tree.children(parent):
            listed = child.index in taken or child.kind in (NodeKind.ITEM, NodeKind.TABLE)
            if listed and lead and (lead.kind is NodeKind.LINE or child.kind is lead.kind):
                leads[child.index] = lead
            if child.index not in taken and child.kind is not NodeKind.ITEM:
                lead = child if _introduces_group(outline, child) else None
    return leads


def _introduces_group(outline: Outline, node: Node) -> bool:
    words = node.text.words
    if node.role is not Role.PLAIN or len(words.split()) > 5 or not _name(outline, node):
        return False
    named = is_area(words) or is_person(words)
    if node.kind is NodeKind.HEADING:
        return named and not node.children
    return node.kind is NodeKind.LINE and (named or words.rstrip().endswith((":", "：")))


def _name(outline: Outline, node: Node) -> str:
    """The name of a group; empty where the node names none, or only a period or OKRs as such."""
    if node.role not in _GROUPS or node.kind in (NodeKind.ROOT, NodeKind.TABLE):
        return ""
    words = " ".join(node.text.words.split())
    words = words[skip_decoration(words) :].rstrip(" :：")
    if len(words.split()) > 12 or not words:
        return ""
    return "" if is_nobodys(words, outline.calendar) else words


def _teams(table: Table) -> Iterator[list[str]]:
    """For each column of teams, which it named last before each row, and at the end."""
    for at, head in enumerate(table.header):
        if plain(head.words) in _COLUMNS:
            named = [""]
            for row in table.rows:
                own = row[at].words.strip() if at < len(row) else ""
                named.append(own or named[-1])
            yield named


def _of_column(claim: Claim, teams: Mapping[int, list[list[str]]]) -> Iterator[str]:
    """The team that a row of a table names, or the last row before it that names one."""
    for named in teams.get(claim.node, ()):
        yield named[min(claim.row // 10_000, len(named) - 1)]


def _of_label(claim: Claim) -> Iterator[str]:
    """Whose objective its label says that it is: "Team objective 2"."""
    match = _LABEL.match(claim.label or "")
    if match:
        yield match["who"]
