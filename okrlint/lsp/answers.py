"""What is answered about a document that was read: one function for each kind of question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lsprotocol import types

from okrlint.lsp.actions import find_actions
from okrlint.lsp.analysis import Analysis
from okrlint.lsp.completion import find_completions
from okrlint.lsp.diagnostics import find_diagnostics
from okrlint.lsp.hints import find_hints
from okrlint.lsp.hover import hover_at
from okrlint.lsp.question import Question, What
from okrlint.lsp.symbols import make_symbols


def answer_about(analysis: Analysis, question: Question) -> Any:
    """What the protocol wants as the answer."""
    return _ANSWERS[question.what](analysis, question)


def _lint(analysis: Analysis, question: Question) -> list[types.Diagnostic]:
    del question
    return [diagnostic for _, diagnostic in find_diagnostics(analysis)]


def _actions(analysis: Analysis, question: Question) -> list[types.CodeAction]:
    return list(find_actions(analysis, question))


def _completions(analysis: Analysis, question: Question) -> list[types.CompletionItem]:
    return list(find_completions(analysis, question.params.position))


def _hints(analysis: Analysis, question: Question) -> list[types.InlayHint]:
    return list(find_hints(analysis, question.params.range))


def _hover(analysis: Analysis, question: Question) -> types.Hover | None:
    return hover_at(analysis, question.params.position, markdown=question.client.markdown)


def _symbols(analysis: Analysis, question: Question) -> list[types.DocumentSymbol]:
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
