"""What okrlint read in a statement, shown when the pointer rests on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lsprotocol import types

from okrlint.api import Context, Document, KeyResult, Objective
from okrlint.lsp.analysis import Analysis
from okrlint.lsp.positions import Positions
from okrlint.report.safe import for_markdown, make_visible
from okrlint.report.said import say_baseline, say_deadline, say_due, say_metric


def find_statement(
    document: Document, offset: int, positions: Positions
) -> KeyResult | Objective | None:
    """The statement at `offset`, or the next one on that line: what stands before is its label."""
    statements: list[KeyResult | Objective] = [k for _, k in document.key_results()]
    statements = [one for one in (*statements, *document.objectives) if one.prose.text]
    for statement in statements:
        if statement.prose.span.start <= offset <= statement.prose.span.end:
            return statement
    end = positions.lines.line_span(positions.lines.line_at(offset)).end
    after = [one for one in statements if offset < one.prose.span.start <= end]
    return min(after, key=lambda one: one.prose.span.start, default=None)


def hover_at(analysis: Analysis, position: types.Position, *, markdown: bool) -> types.Hover | None:
    """The reading of the statement at a position, as Markdown or as plain text; None elsewhere."""
    offset = analysis.positions.offset(position)
    statement = find_statement(analysis.result.document, offset, analysis.positions)
    if statement is None:
        return None
    kind = "key result" if isinstance(statement, KeyResult) else "objective"
    title = f"{statement.label} ({kind})" if statement.label else kind.capitalize()
    parts = list(_parts(statement, analysis.context))
    if markdown:
        text = f"**{for_markdown(title)}**\n\n" + "\n".join(
            f"- {k}: {for_markdown(v)}" for k, v in parts
        )
    else:
        text = "\n".join([make_visible(title), *(f"{k}: {make_visible(v)}" for k, v in parts)])
    markup = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    where = analysis.positions.range(statement.prose.span)
    return types.Hover(types.MarkupContent(markup, text), where)


def _parts(statement: KeyResult | Objective, context: Context) -> Iterator[tuple[str, str]]:
    if isinstance(statement, Objective):
        yield from _of_objective(statement, context)
        return
    reading = context.readings.get(statement.prose.span)
    due = context.due(statement)
    if reading is None:
        yield "due", say_due(due)
        return
    if reading.judged:
        yield "promise", f"{reading.promise.value} ({reading.confidence:.0%} sure)"
    yield "metric", say_metric(reading)
    yield "baseline", say_baseline(reading)
    yield "deadline", say_deadline(reading)
    yield "due", say_due(due)
    for name, found in (
        ("evidence", reading.evidence),
        ("compound", reading.compound),
        ("vague", reading.vague),
    ):
        words = [f"“{reading.text[e.start : e.end]}”: {e.says}" for e in found]
        if words:
            yield name, "; ".join(words)


def _of_objective(objective: Objective, context: Context) -> Iterator[tuple[str, str]]:
    """What stands around an objective, and what its key results come to."""
    if objective.section:
        yield "belongs to", " / ".join(objective.section)
    for field in objective.fields:
        yield field.name, field.prose.text
    cycle = context.cycle_of(objective)
    yield "cycle", f"“{cycle.words}” ({cycle.found.value})" if cycle else "not said"
    yield "due", say_due(context.due(objective))
    judged = [k for k in objective.key_results if not k.struck]
    yield "key results", str(len(judged)) if judged else "none; have 2 to 5"
    readings = [context.readings[k.prose.span] for k in judged if k.prose.span in context.readings]
    if readings:
        promises = Counter(reading.promise.value for reading in readings if reading.judged)
        if promises:
            yield "promises", ", ".join(f"{n} {kind}" for kind, n in sorted(promises.items()))
        yield "with a metric", f"{sum(r.measurable for r in readings)} of {len(readings)}"
        yield "with a baseline", f"{sum(r.baseline for r in readings)} of {len(readings)}"
