"""Why a document was read as it was, for people and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from okrlint.outline.why import Reason, Taken, Why
from okrlint.place import Place, PlaceIndex
from okrlint.report.paint import Text, paint
from okrlint.report.safe import for_log, make_visible, start_line

WIDTH = 88
"""Columns; longer lines are broken."""
MOST_SHOWN = 160
"""Characters; more of a text is not quoted."""

_LABELS = {
    "objective": "an objective",
    "key result": "a key result",
    "results": "something that key results stand under",
    "theme": "something that objectives stand under",
    "aside": "a note, a task or the like, beside the OKRs",
    "detail": "a detail of the statement above it",
    "other": "no part of the OKRs",
}
_SURE = ((6.0, "very sure"), (4.0, "sure"), (2.0, "fairly sure"), (1.0, "somewhat sure"))


def render_why(why: Why, places: PlaceIndex | None = None, *, color: bool = False) -> str:
    """Whether the document was held to contain OKRs, then each of its parts, with reasons."""
    text = Text().append(start_line(why.path or "<text>"), "bold")
    _append(text, _verdict(why), "cyan", "")
    _append_reasons(text, why.reasons_for, why.reasons_against)
    for taken in why.taken:
        where = make_visible(_rows(taken, places).rows)
        quoted = f'"{_shown(taken.text)}"' if taken.text.strip() else ""
        text.append("\n")
        _append(text, f"{where}  {taken.kind}  {quoted}".rstrip(), "bold", "")
        _append(text, _taken_for(taken, why.held), "magenta", "  ")
        _append_reasons(text, taken.reasons_for, taken.reasons_against)
    if why.considered and not why.taken:
        text.append("\n")
        _append(text, "nothing stands there that could be part of OKRs", "dim", "")
    return paint(text, color=color) + "\n"


def _verdict(why: Why) -> str:
    if not why.considered:
        return "not held to contain OKRs: no word or label of OKRs is in it or in its path"
    sure = f"{100 * why.likelihood:.1f} % likely that it does"
    return f"{'held' if why.held else 'not held'} to contain OKRs ({sure})"


def _rows(taken: Taken, places: PlaceIndex | None) -> Place:
    if places is None:
        return Place("", taken.line, end_line=taken.end_line)
    return places.rows(taken.line, taken.end_line)


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= MOST_SHOWN else words[: MOST_SHOWN - 1].rstrip() + "…"


def _taken_for(taken: Taken, held: bool) -> str:
    said = f"{'' if held else 'would be '}{_LABELS[taken.label]}"
    if taken.left_out:
        said += ", left out: no statement is left of it, or it only stands beside the set"
    if taken.margin is None:
        return f"{said}: its own label says so"
    if taken.margin < 0:
        rather = f"its own signs rather say: {_LABELS[taken.rival]}, by {-taken.margin:.2f}"
        return f"{said}, by what stands above and beside it; {rather}"
    sure = next((words for least, words in _SURE if taken.margin >= least), "hardly sure")
    return f"{said}, {sure}: {taken.margin:.2f} ahead of the next guess, {_LABELS[taken.rival]}"


def _append_reasons(text: Text, *sides: tuple[Reason, ...]) -> None:
    for name, reasons, style in zip(("for", "against"), sides, ("green", "yellow"), strict=True):
        for number, reason in enumerate(reasons):
            head = f"  {name if number == 0 else '':8} {reason.weight:+.2f}  "
            _append(text, reason.says, style, head)


def _append(text: Text, words: str, style: str, head: str) -> None:
    """Add lines, made harmless: the first behind `head`, the others under its end."""
    wrapped = textwrap.wrap(
        make_visible(words),
        WIDTH,
        initial_indent=head,
        subsequent_indent=" " * max(4, len(head)),
        break_on_hyphens=False,
    )
    for line in wrapped:
        text.append("\n").append(for_log(line), style)


def why_data(why: Why, places: PlaceIndex | None = None) -> dict[str, object]:
    """The same as JSON, documented in docs/json.md."""
    return {
        "path": why.path,
        "considered": why.considered,
        "held": why.held,
        "likelihood": round(why.likelihood, 4),
        **_sides(why.reasons_for, why.reasons_against),
        "parts": [_part(taken, places) for taken in why.taken],
    }


def _part(taken: Taken, places: PlaceIndex | None) -> dict[str, object]:
    at = _rows(taken, places)
    return {
        "line": at.line,
        "end_line": at.end_line,
        "place": at.name or None,
        "kind": taken.kind,
        "text": taken.text,
        "taken_for": taken.label,
        "rather_than": taken.rival,
        "margin": None if taken.margin is None else round(taken.margin, 3),
        "left_out": taken.left_out,
        **_sides(taken.reasons_for, taken.reasons_against),
    }


def _sides(
    reasons_for: tuple[Reason, ...], reasons_against: tuple[Reason, ...]
) -> dict[str, list[dict[str, object]]]:
    return {"for": list(_reasons(reasons_for)), "against": list(_reasons(reasons_against))}


def _reasons(reasons: tuple[Reason, ...]) -> Iterator[dict[str, object]]:
    for reason in reasons:
        yield {"says": reason.says, "weight": round(reason.weight, 3)}
