"""Apply the mechanical edits that findings carry; nothing else is ever applied."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from pathlib import Path

from okrlint.errors import InputError
from okrlint.finding import Edit, Finding


def apply_edits(source: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """The source with the edits of the findings, and how many suggestions were applied.

    A suggestion is applied whole or not at all; one that overlaps an earlier one waits for the
    next run.
    """
    edits: list[Edit] = []
    applied = 0
    for finding in findings:
        for suggestion in finding.suggestions:
            if suggestion.edits and not _overlap(suggestion.edits, edits):
                edits += suggestion.edits
                applied += 1
                break
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    return source, applied


def _overlap(new: Iterable[Edit], old: Iterable[Edit]) -> bool:
    return any(
        a.span.start < b.span.end and b.span.start < a.span.end for a in new for b in list(old)
    )


def render_diff(path: str, before: str, after: str) -> str:
    """A unified diff of one file; empty when nothing changes."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def write_fixed(path: Path, text: str) -> None:
    """Replace a file's text in one step, keeping its mode; raises InputError."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        scratch.write_text(text, encoding="utf-8", newline="")
        scratch.chmod(path.stat().st_mode)
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise InputError(str(path), f"cannot be written ({error.strerror})") from error
