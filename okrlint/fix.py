"""Apply the mechanical edits that findings carry; nothing else is ever applied."""

from __future__ import annotations

import difflib
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from okrlint.finding import Edit, Finding
from okrlint.model import Span


def apply_edits(source: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """The source with the edits of the findings, and how many suggestions were applied."""
    taken, applied = choose_edits(findings)
    parts: list[str] = []
    after = 0
    for edit in taken:
        parts += (source[after : edit.span.start], edit.text)
        after = edit.span.end
    return "".join([*parts, source[after:]]), applied


def choose_edits(findings: Iterable[Finding]) -> tuple[list[Edit], int]:
    """Edits that do not overlap, in the order of their places, and of how many suggestions.

    A suggestion is applied whole or not at all; one that overlaps an earlier one waits for the
    next run.
    """
    taken: list[Edit] = []
    applied = 0
    for finding in findings:
        for suggestion in finding.suggestions:
            if suggestion.edits and _fits(suggestion.edits, taken):
                for edit in suggestion.edits:
                    insort(taken, edit, key=_span)
                applied += 1
                break
    return taken, applied


def _fits(new: Iterable[Edit], taken: Sequence[Edit]) -> bool:
    """Whether no edit overlaps one of those taken, which are sorted and do not overlap."""
    for edit in new:
        place = bisect_left(taken, edit.span.end, key=lambda one: one.span.start)
        if place and taken[place - 1].span.end > edit.span.start:
            return False
    return True


def _span(edit: Edit) -> Span:
    return edit.span


def render_diff(path: str, before: str, after: str) -> str:
    """A unified diff of one file; empty when nothing changes."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
