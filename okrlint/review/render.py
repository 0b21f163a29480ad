"""A checklist for the meeting, as Markdown: what okrlint read and found, what people answer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from okrlint.api import Context, Finding, KeyResult, Objective, Reading, Result, Span
from okrlint.report.safe import for_markdown
from okrlint.report.said import say_amounts, say_baseline, say_due
from okrlint.review.questions import Question, ask_of_document, ask_of_key_result, ask_of_objective

GUIDE = "https://github.com/okrlint/okrlint/blob/main/docs/course.md"
"""Where the criteria are explained."""


def render_review(result: Result, context: Context) -> str:
    """The checklist of one document; for one without OKRs, a sentence that says so."""
    document = result.document
    told = _Told(result.findings)
    lines = [f"# Review of {for_markdown(document.path or 'OKRs')}", ""]
    if not document.has_okrs:
        lines += ["okrlint reads no OKRs here.", *_found(result, result.findings)]
        return "\n".join(lines) + "\n"
    lines += [f"Filled in by okrlint; the boxes are for people. [The criteria]({GUIDE}).", ""]
    lines += _of_document(result, context, told)
    for number, objective in enumerate(document.objectives, 1):
        lines += _of_objective(objective, number, result, context, told)
    if document.orphans:
        lines += ["", "## Key results of no objective"]
        for number, orphan in enumerate(document.orphans, 1):
            lines += _of_key_result(orphan, number, result, context, told)
    return "\n".join(lines) + "\n"


def _of_document(result: Result, context: Context, told: _Told) -> Iterator[str]:
    document, cycle = result.document, context.cycle
    mission = for_markdown(document.mission.text) if document.mission else "not written"
    ends = cycle.end.isoformat() if cycle and cycle.end else ""
    words = for_markdown(cycle.words) if cycle else "not said"
    yield f"- Mission: {mission}"
    yield f"- Cycle: {words}{f', until {ends}' if ends else ''}"
    yield f"- Objectives: {len(document.objectives)}"
    spans = [_whole(o) for o in document.objectives] + [o.prose.span for o in document.orphans]
    yield from _found(result, told.outside(spans))
    yield ""
    yield from _asked(ask_of_document(document))


def _of_objective(
    objective: Objective, number: int, result: Result, context: Context, told: _Told
) -> Iterator[str]:
    yield from ("", f"## {_title(objective, f'Objective {number}', result)}", "")
    if objective.struck:
        yield "Struck through: dropped."
        return
    yield f"- Key results: {len(objective.key_results)}"
    yield f"- Due: {for_markdown(say_due(context.due(objective)))}"
    yield from _found(result, told.inside(objective.prose.span))
    yield ""
    yield from _asked(ask_of_objective(objective, result.document))
    for place, key_result in enumerate(objective.key_results, 1):
        yield from _of_key_result(key_result, place, result, context, told)


def _of_key_result(
    key_result: KeyResult, number: int, result: Result, context: Context, told: _Told
) -> Iterator[str]:
    yield from ("", f"### {_title(key_result, f'Key result {number}', result)}", "")
    if key_result.struck:
        yield "Struck through: dropped."
        return
    reading, due = context.reading(key_result), context.due(key_result)
    owner = key_result.field("owner")
    for name, value in (
        ("Promise", _promise(reading)),
        ("Metric and target", say_amounts(reading)),
        ("Baseline", say_baseline(reading)),
        ("Due", say_due(due)),
        ("Owner", owner.text if owner else "not said"),
    ):
        yield f"- {name}: {for_markdown(value)}"
    yield from _found(result, told.inside(key_result.prose.span))
    yield ""
    yield from _asked(ask_of_key_result(reading, due))


def _promise(reading: Reading) -> str:
    if not reading.judged:
        return "not judged, as it is not in English"
    return f"{reading.promise.value} ({reading.confidence:.0%} sure)"


def _title(statement: Objective | KeyResult, name: str, result: Result) -> str:
    """Its label, or its number where the label has none; the words, and the line."""
    label = statement.label or ""
    name = label if any(char.isdigit() for char in label) else name
    text = " ".join(statement.prose.text.split())
    line = result.lines.line_at(statement.prose.span.start)
    return f"{for_markdown(name)}: {for_markdown(text)} (line {line})"


def _found(result: Result, findings: Sequence[Finding]) -> Iterator[str]:
    """What okrlint has against it, with the way out."""
    for finding in findings:
        line = result.location(finding).line
        message = f"**{finding.severity.label}**: {for_markdown(finding.message)}"
        yield f"- okrlint, line {line}: {message} ([{finding.rule}]({finding.url}))"
        for suggestion in finding.suggestions:
            word = "Said anew" if suggestion.instead else "Try"
            yield f"  - {word}: {for_markdown(suggestion.text)}"


def _asked(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        yield f"- [ ] **{question.criterion}:** {for_markdown(question.text)}"


def _whole(objective: Objective) -> Span:
    """From the objective to the end of its last key result."""
    spans = [objective.prose.span, *(k.prose.span for k in objective.key_results)]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


class _Told:
    """The findings of a document by their places, so that each statement asks for its own."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._findings = sorted(findings, key=lambda finding: finding.span)
        self._starts = [finding.span.start for finding in self._findings]

    def inside(self, place: Span) -> list[Finding]:
        """Those that stand in a place."""
        first = bisect_left(self._starts, place.start)
        after = bisect_right(self._starts, place.end)
        return [f for f in self._findings[first:after] if f.span.end <= place.end]

    def outside(self, places: Iterable[Span]) -> list[Finding]:
        """Those that stand in none of the places."""
        ordered = sorted(places)
        reach = list(accumulate((place.end for place in ordered), max))

        def is_inside(span: Span) -> bool:
            before = bisect_right(ordered, span.start, key=lambda place: place.start)
            return before > 0 and span.end <= reach[before - 1]

        return [f for f in self._findings if not is_inside(f.span)]
