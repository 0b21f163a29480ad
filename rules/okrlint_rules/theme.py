"""Headings that gather objectives: "## Growth" above "### Win back lapsed members"."""

from __future__ import annotations

from okrlint import Document, Objective


def is_theme(objective: Objective, document: Document) -> bool:
    """Whether it is a heading without key results above deeper headings that are objectives."""
    own = _depth(objective, document)
    after = document.objectives[document.objectives.index(objective) + 1 :]
    return bool(own and not objective.key_results and after and _depth(after[0], document) > own)


def _depth(objective: Objective, document: Document) -> int:
    """The level of the heading that the objective stands in; 0 outside of headings."""
    line = document.source[: objective.prose.span.start].rpartition("\n")[2]
    return len(line) - len(line.lstrip("#"))
