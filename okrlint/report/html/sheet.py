"""What the page tells of one document: what was read, and which findings stand where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from okrlint.config import ActiveRule
from okrlint.context import Due
from okrlint.finding import Finding
from okrlint.model import Document, KeyResult, Objective, Span
from okrlint.place import Place
from okrlint.reading import Promise, Reading
from okrlint.result import Result
from okrlint.rule import Rule

Statement = KeyResult | Objective


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document of the report."""

    result: Result
    rules: tuple[type[Rule], ...]
    """Those that ran on it."""
    by_statement: dict[Span, list[Finding]] = field(default_factory=dict[Span, "list[Finding]"])
    """Findings by the place of the statement that they are about; `NOWHERE` holds the others."""

    @property
    def document(self) -> Document:
        """What was read."""
        return self.result.document

    def findings(self, statement: Statement) -> list[Finding]:
        """The findings about one statement."""
        return self.by_statement.get(statement.prose.span, [])

    def reading(self, key_result: KeyResult) -> Reading | None:
        """What a key result says; None where no rule asked."""
        context = self.result.context
        return context.readings.get(key_result.prose.span) if context else None

    def due(self, statement: Statement) -> Due | None:
        """By when a statement is due."""
        return self.result.context.due(statement) if self.result.context else None

    def place(self, statement: Statement) -> Place:
        """Where a statement stands in its file."""
        return self.result.places.place(statement.prose.span)

    def judged(self) -> Iterator[KeyResult]:
        """The key results that count: those struck through do not."""
        for objective, key_result in self.document.key_results():
            if not (key_result.struck or (objective and objective.struck)):
                yield key_result

    def counts(self) -> Counts:
        """The document in numbers."""
        results = list(self.judged())
        readings = [r for r in map(self.reading, results) if r]
        return Counts(
            objectives=sum(not objective.struck for objective in self.document.objectives),
            key_results=len(results),
            promises={p: sum(r.judged and r.promise is p for r in readings) for p in Promise},
            metric=sum(reading.measurable for reading in readings),
            baseline=sum(reading.baseline for reading in readings),
            due=sum(self.due(one) is not None for one in results),
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of what there are."""

    objectives: int
    key_results: int
    promises: dict[Promise, int]
    metric: int
    baseline: int
    due: int


NOWHERE = Span(-1, -1)
"""Where findings stand that are about a document and no statement of it."""


def make_sheet(result: Result, active: tuple[ActiveRule, ...]) -> Sheet:
    """Put each finding to the statement in whose words, fields or line it stands."""
    homes = _Homes(result)
    sheet = Sheet(result, tuple(type(one.rule) for one in active))
    for finding in result.findings:
        sheet.by_statement.setdefault(homes.of(finding), []).append(finding)
    return sheet


class _Homes:
    """Which statement a place belongs to."""

    def __init__(self, result: Result) -> None:
        document = result.document
        statements: list[Statement] = [*document.objectives]
        statements += [key_result for _, key_result in document.key_results()]
        self._lines = result.lines
        self._parts = sorted(
            (part, one.prose.span)
            for one in statements
            for part in (one.prose.span, *(field.prose.span for field in one.fields))
            if part.start < part.end
        )
        self._by_line = {self._lines.line_at(one.prose.span.start): one.prose.span
                         for one in reversed(statements)}  # fmt: skip
        self._starts = [part.start for part, _ in self._parts]

    def of(self, finding: Finding) -> Span:
        """The place of the statement that a finding is about."""
        start = finding.span.start
        at = bisect_right(self._starts, start)
        if at and start < self._parts[at - 1][0].end:
            return self._parts[at - 1][1]
        return self._by_line.get(self._lines.line_at(start), NOWHERE)
