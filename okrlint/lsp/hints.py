"""By when key results are due, behind those whose own words do not say it."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from okrlint.api import Due
from okrlint.lsp.analysis import Analysis
from okrlint.report.safe import make_visible

_SAID = ("key result", "field")
"""Sources of a date that stand beside the words anyway."""


def find_hints(analysis: Analysis, where: types.Range) -> Iterator[types.InlayHint]:
    """Yield a hint for each key result in a range for which something further out says when."""
    context, within = analysis.context, analysis.positions.span(where)
    for _, key_result in analysis.result.document.key_results():
        end = key_result.prose.span.end
        due = context.due(key_result)
        if due and key_result.prose.text and within.start <= end <= within.end:
            label = _label(due)
            if label:
                yield types.InlayHint(
                    analysis.positions.position(end),
                    label,
                    tooltip=f"said by: {make_visible(due.source)}",
                    padding_left=True,
                )


def _label(due: Due) -> str:
    if due.source in _SAID or due.date is None:
        return ""
    return f"due {due.date.isoformat()}"
