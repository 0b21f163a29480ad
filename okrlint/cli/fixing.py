"""Applies or shows the safe edits of a run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from okrlint.api import InputError, Result, apply_edits, fix_file, render_diff
from okrlint.cli.console import count, echo_document, kept_stdout, remark
from okrlint.cli.linting import Linted, Linting
from okrlint.cli.summary import tell
from okrlint.files import read_source
from okrlint.told import Told


def mend(linted: Iterator[tuple[Linted, Told]], linting: Linting) -> Iterator[tuple[Linted, Told]]:
    """Apply or show the safe edits; the files as they then stand."""
    wishes = linting.wishes
    after: list[tuple[Linted, Told]] = []
    total = 0
    for one, told in linted:
        assert one.result is not None  # noqa: S101  (edits ask for whole results)
        applied = 0
        if wishes.fix_diff:
            source = one.result.document.source
            text, _ = apply_edits(source, one.result.findings)
            echo_document(render_diff(one.name, source, text))
        elif one.name != wishes.stdin_filename:
            try:
                applied = fix_file(one.result)
            except InputError as error:
                linting.sources.fail(error)
        total += applied
        if applied:
            one.result = _again(one, linting)
            told = tell(one.result)  # noqa: PLW2901
        after.append((one, told))
    if not wishes.quiet and not wishes.fix_diff:
        remark(f"{count(total, 'edit')} applied")
    return iter(after)


def _again(one: Linted, linting: Linting) -> Result:
    path = Path(one.name)
    settings = linting.grounds.settings_of(path)
    with kept_stdout():
        return linting.linter.lint_text(
            read_source(path), one.name, settings=settings, before=one.before
        )
