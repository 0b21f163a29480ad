"""Markdown -> the checklist of a review."""

from __future__ import annotations

from okrlint.budget import budget_of
from okrlint.config import Settings
from okrlint.engine import context_of, lint_text
from okrlint.errors import InputError
from okrlint.lsp.memory import MemoryCache
from okrlint.readings import read_documents
from okrlint.registry import RuleSet
from okrlint.review.render import render_review
from okrlint.sources import Source


def review_text(source: Source, path: str, settings: Settings, rules: RuleSet) -> str:
    """The checklist of a document, as Markdown.

    Raises InputError for a text that cannot be judged in time, or that okrlint stumbles on.
    """
    memory = MemoryCache()
    budget = budget_of(source.text)
    result = lint_text(
        source.text, path, settings, rules, memory, seconds=budget, places=source.places
    )
    if result.crashes:
        raise InputError(path, str(result.crashes[0]))
    readings = read_documents([(result.document, settings)], memory)[0]
    return render_review(result, context_of(result.document, readings, settings))
