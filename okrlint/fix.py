"""Apply the mechanical edits that findings carry; nothing else is ever applied."""

from __future__ import annotations

import difflib
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from pathlib import Path

from okrlint.engine import Result
from okrlint.errors import InputError
from okrlint.files import read_source, write_whole
from okrlint.finding import Edit, Finding
from okrlint.model import Span


def apply_edits(source: str, findings: Iterable[Finding]) -> tuple[str, int]:
    r"""The source with the edits of the findings, and how many suggestions were applied.

    A suggestion is applied whole or not at all; one that overlaps an earlier one waits for the
    next run.

    >>> page = PAGE + "<!-- okrlint-disable-file no-deadline -->\n"
    >>> text, applied = apply_edits(page, lint_text(page).findings)
    >>> applied, "okrlint-disable" in text
    (1, False)
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
    parts: list[str] = []
    after = 0
    for edit in taken:
        parts += (source[after : edit.span.start], edit.text)
        after = edit.span.end
    return "".join([*parts, source[after:]]), applied


def fix_file(result: Result) -> int:
    r"""Apply the edits of a result to the file that it was read from; how many suggestions.

    Raises InputError when the file cannot be written, or is no longer what was linted.

    >>> path = Path("q3.md")
    >>> _ = path.write_text(PAGE + "<!-- okrlint-disable-file no-deadline -->\n")
    >>> fix_file(lint_file(path)), "okrlint-disable" in path.read_text()
    (1, False)
    """
    text, applied = apply_edits(result.document.source, result.findings)
    if applied:
        path = Path(result.path)
        if read_source(path) != result.document.source:
            raise InputError(result.path, "was changed while it was linted; lint it again")
        write_whole(path, text.encode())
    return applied


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
    r"""A unified diff of one file; empty when nothing changes.

    >>> print(render_diff("q3.md", "a\nb\n", "a\nc\n"), end="")
    --- q3.md
    +++ q3.md
    @@ -1,2 +1,2 @@
     a
    -b
    +c
    """
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
