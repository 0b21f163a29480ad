"""Markdown -> the checklist of a review."""

from __future__ import annotations

from okrlint.api import InputError, Linter, MemoryCache, RuleSet, Settings
from okrlint.review.render import render_review


def review_text(text: str, path: str, settings: Settings, rules: RuleSet) -> str:
    """The checklist of a document, as Markdown.

    Raises InputError for a text that cannot be judged in time, or that okrlint stumbles on.
    """
    linter = Linter(settings, rules, MemoryCache(), patience=1.0)
    result = linter.lint_text(text, path)
    if result.crashes:
        raise InputError(path, str(result.crashes[0]))
    return render_review(result, linter.look_into(result.document))
