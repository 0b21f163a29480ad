"""What is answered about a document that was read: one function for each kind of question.

What only some questions need, the protocol's types above all, is imported when one is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from okrlint.lsp.analysis import Analysis
from okrlint.lsp.marks import Mark, find_marks
from okrlint.lsp.question import Question, What

if TYPE_CHECKING:
    from lsprotocol import types


def answer_about(analysis: Analysis, question: Question) -> Any:
    """Marks, and else what the protocol wants as the answer."""
    return _ANSWERS[question.what](analysis, question)


def _lint(analysis: Analysis, question: Question) -> list[Mark]:
    del question
    return [mark for _, mark in find_marks(analysis)]


def _actions(analysis: Analysis, question: Question) -> list[types.CodeAction]:
    from okrlint.lsp.actions import find_actions

    return list(find_actions(analysis, question))


def _completions(analysis: Analysis, question: Question) -> list[types.CompletionItem]:
    from okrlint.lsp.completion import find_completions

    return list(find_completions(analysis, question.params.position))


def _hints(analysis: Analysis, question: Question) -> list[types.InlayHint]:
    from okrlint.lsp.hints import find_hints

    return list(find_hints(analysis, question.params.range))


def _hover(analysis: Analysis, question: Question) -> types.Hover | None:
    from okrlint.lsp.hover import hover_at

    return hover_at(analysis, question.params.position, markdown=question.client.markdown)


def _symbols(analysis: Analysis, question: Question) -> list[types.DocumentSymbol]:
    from okrlint.lsp.symbols import make_symbols

    del question
    return make_symbols(analysis)


_ANSWERS: Mapping[What, Callable[[Analysis, Question], Any]] = {
    What.LINT: _lint,
    What.ACTIONS: _actions,
    What.COMPLETIONS: _completions,
    What.HINTS: _hints,
    What.HOVER: _hover,
    What.SYMBOLS: _symbols,
}
