"""The outline of a document as symbols: objectives with their key results."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types

from okrlint.api import KeyResult, Objective, Span
from okrlint.lsp.analysis import Analysis
from okrlint.lsp.positions import Positions
from okrlint.report.safe import make_visible

LONGEST = 120
"""A longer name is cut, in characters."""


def make_symbols(analysis: Analysis) -> list[types.DocumentSymbol]:
    """The objectives in their order, then the key results under no objective."""
    document, positions = analysis.result.document, analysis.positions
    starts = sorted(objective.prose.span.start for objective in document.objectives)
    found = [_objective(one, starts, positions) for one in document.objectives]
    return found + [_key_result(one, positions) for one in document.orphans]


def _objective(
    objective: Objective, starts: list[int], positions: Positions
) -> types.DocumentSymbol:
    children = [_key_result(one, positions) for one in objective.key_results]
    symbol = _symbol(objective, types.SymbolKind.Namespace, positions)
    symbol.range = positions.range(_reach(objective, starts))
    symbol.children = children
    return symbol


def _reach(objective: Objective, starts: list[int]) -> Span:
    """From the objective to its last key result, when they stand together; else it alone."""
    own = objective.prose.span
    spans = [key_result.prose.span for key_result in objective.key_results]
    end = max([own.end, *(span.end for span in spans)])
    together = all(span.start >= own.start for span in spans)
    following = bisect_right(starts, own.start)
    if together and not (following < len(starts) and starts[following] < end):
        return Span(own.start, end)
    return own


def _key_result(key_result: KeyResult, positions: Positions) -> types.DocumentSymbol:
    return _symbol(key_result, types.SymbolKind.Field, positions)


def _symbol(
    statement: Objective | KeyResult, kind: types.SymbolKind, positions: Positions
) -> types.DocumentSymbol:
    where = positions.range(statement.prose.span)
    words = " ".join(filter(None, (statement.label, statement.prose.text)))
    name = make_visible(words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…")
    tags = [types.SymbolTag.Deprecated] if statement.struck else None
    return types.DocumentSymbol(name or "(empty)", kind, where, where, tags=tags)
