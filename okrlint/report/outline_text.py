"""What was read, as a tree for people: labels, fields, the cycle and where each came from."""

from __future__ import annotations

from okrlint.lines import LineIndex
from okrlint.model import Cycle, CycleSource, Document, Field, KeyResult, Objective, Prose
from okrlint.report.paint import Text, paint
from okrlint.report.safe import make_visible, start_line


def render_outline(document: Document, *, color: bool = False) -> str:
    """The tree of one document; says so when no OKRs were read."""
    lines = LineIndex(document.source)
    tree = Text().append(start_line(document.path or "<text>"), "bold")
    if not document.has_okrs:
        tree.append("\n└─ no OKRs found", "dim" if not document.unread else "yellow")
    if document.cycle:
        tree.append("\n").append(f"cycle  {_cycle(document.cycle, lines)}", "cyan")
    if document.mission:
        tree.append("\n").append("mission  ", "cyan").append(make_visible(document.mission.text))
        tree.append(_line(document.mission, lines), "dim")
    branches = [_objective(o, lines) for o in document.objectives]
    if document.orphans:
        branches.append((_note("key results under no objective"), document.orphans))
    for number, (branch, key_results) in enumerate(branches, 1):
        last = number == len(branches)
        tree.append("\n└─ " if last else "\n├─ ", "blue").append(branch)
        _append_leaves(tree, key_results, lines, "   " if last else "│  ")
    for unread in document.unread:
        tree.append("\n! ", "bold yellow").append(f"line {lines.line_at(unread.span.start)}: ")
        tree.append(make_visible(unread.reason), "yellow")
    return paint(tree, color=color) + "\n"


def _append_leaves(
    tree: Text, key_results: tuple[KeyResult, ...], lines: LineIndex, margin: str
) -> None:
    for number, key_result in enumerate(key_results, 1):
        tree.append(f"\n{margin}", "blue")
        tree.append("└─ " if number == len(key_results) else "├─ ", "blue")
        tree.append(_statement(key_result, lines, "green"))


def _objective(objective: Objective, lines: LineIndex) -> tuple[Text, tuple[KeyResult, ...]]:
    text = _statement(objective, lines, "bold magenta")
    if objective.cycle:
        text.append(f"  cycle {_cycle(objective.cycle, lines)}", "cyan")
    if not objective.key_results:
        text.append("  no key results", "yellow")
    return text, objective.key_results


def _statement(statement: KeyResult | Objective, lines: LineIndex, style: str) -> Text:
    text = Text()
    if isinstance(statement, KeyResult) and statement.checked is not None:
        text.append("[x] " if statement.checked else "[ ] ")
    if statement.label:
        text.append(make_visible(statement.label), style).append("  ")
    text.append(make_visible(statement.prose.text), "strike" if statement.struck else "")
    if statement.struck:
        text.append(" (dropped)", "dim")
    text.append(_line(statement.prose, lines), "dim")
    for field in statement.fields:
        text.append(f"  {_field(field)}", "cyan")
    return text


def _note(words: str) -> Text:
    return Text(words, "yellow")


def _line(prose: Prose, lines: LineIndex) -> str:
    return f"  :{lines.line_at(prose.span.start)}"


def _field(field: Field) -> str:
    return f"{field.name}={make_visible(field.prose.text)}"


def _cycle(cycle: Cycle, lines: LineIndex) -> str:
    start = cycle.start.isoformat() if cycle.start else "…"
    end = cycle.end.isoformat() if cycle.end else (make_visible(cycle.event or "…"))
    where = f", line {lines.line_at(cycle.span.start)}" if cycle.span else ""
    note = f"; {make_visible(cycle.note)}" if cycle.note else ""
    words = "" if cycle.found is CycleSource.CONFIGURATION else f'"{make_visible(cycle.words)}", '
    return f"{start} to {end} ({words}{cycle.found.value}{where}{note})"
