"""Draws what was read from a document, for comparing with what was expected.

    cycle: 2024-10-01..2024-12-31 (front matter)
    mission: 12 | Nobody waits alone
    O1 | 5 | Answer before people give up
      KR1 | 7 | First reply within 2 hours | owner=Mei; due=June
    orphan: KR3 | 20 | ...
    unread: 31 | why

A missing label is "-", numbers between bars are 1-based lines, [x] a checked box, ~ a struck line.
"""

from __future__ import annotations

from okrlint.model import Cycle, Document, KeyResult, Objective


def draw(document: Document) -> str:
    """The document as a compact text, one line for each thing read."""

    def line(offset: int) -> int:
        return document.source.count("\n", 0, offset) + 1

    def row(statement: KeyResult | Objective) -> str:
        fields = "; ".join(f"{f.name}={f.prose.text}" for f in statement.fields)
        parts = [
            statement.label or "-",
            str(line(statement.prose.span.start)),
            ("~" if statement.struck else "") + statement.prose.text,
            *([fields] if fields else []),
        ]
        return " | ".join(parts)

    def box(result: KeyResult) -> str:
        return {None: "", True: "[x] ", False: "[ ] "}[result.checked]

    rows = [f"cycle: {_cycle(document.cycle)}"] if document.cycle else []
    if document.mission:
        rows.append(f"mission: {line(document.mission.span.start)} | {document.mission.text}")
    for objective in document.objectives:
        own = f" | cycle {_cycle(objective.cycle)}" if objective.cycle else ""
        rows.append(row(objective) + own)
        rows += [f"  {box(result)}{row(result)}" for result in objective.key_results]
    rows += [f"orphan: {row(orphan)}" for orphan in document.orphans]
    rows += [
        f"unread: {line(place.span.start)} | {place.reason}"
        for place in document.unread
        if place.certainty == 1
    ]
    return "".join(f"{text}\n" for text in rows)


def _cycle(cycle: Cycle) -> str:
    return f"{cycle.start}..{cycle.end} ({cycle.found.value})"
