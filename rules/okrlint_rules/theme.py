"""Headings that gather objectives: "## Growth" above "### Win back lapsed members"."""

from __future__ import annotations

from okrlint import Document, Objective


def is_theme(objective: Objective, document: Document) -> bool:
    """Whether it is a heading without key results above objectives that are deeper, or labelled."""
    own = 0 if objective.key_results else _depth(objective, document)
    if not own:
        return False
    after = next(iter(document.objectives[document.objectives.index(objective) + 1 :]), None)
    if after is None:
        return False
    below = _depth(after, document)
    return below > own or bool(not below and after.label and not objective.label)


def _depth(objective: Objective, document: Document) -> int:
    """The level of the heading that the objective stands in; 0 outside of headings."""
    line = document.source[: objective.prose.span.start].rpartition("\n")[2]
    return len(line) - len(line.lstrip("#"))
