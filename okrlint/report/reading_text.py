"""What one statement says, for people: its parts marked, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.language.learned import Influence, Judgement
from okrlint.reading import Promise, Quantity, Reading, When, WhenKind
from okrlint.report.paint import Text, paint, width_of
from okrlint.report.safe import make_visible

PROMISES = (Promise.OUTCOME, Promise.OUTPUT, Promise.TASK)
"""The order of the learned reader's probabilities."""
MOST_MOVING = 4
LEAST_MOVE = 0.02
"""Words whose absence changes the probability less are not named."""

_PROMISES = {
    Promise.OUTCOME: "what will be different",
    Promise.OUTPUT: "own work, counted or paced",
    Promise.TASK: "a step or deliverable, with no number that says how much",
}


def render_reading(reading: Reading, *, color: bool = False) -> str:
    """The statement, each part underlined with what it was taken for, and the judgement."""
    text = Text().append(make_visible(reading.text), "bold")
    for start, end, says, style in sorted(_parts(reading)):
        text.append("\n").append(_underline(reading.text, start, end), style)
        text.append(f"  {make_visible(says)}", style)
    text.append("\n")
    for name, value in _judgement(reading):
        text.append(f"\n{name:9} ", "cyan").append(make_visible(value))
    if reading.decisions:
        text.append("\n\nrules and learned reader together", "cyan")
    for why in _reasons(reading):
        text.append(f"\n  {make_visible(why)}", "dim")
    return paint(text, color=color) + "\n"


def _underline(text: str, start: int, end: int) -> str:
    before = width_of(make_visible(text[:start]))
    return " " * before + "^" * max(1, width_of(make_visible(text[start:end])))


def _parts(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    for evidence in reading.evidence:
        yield evidence.start, evidence.end, f"{reading.promise.value}: {evidence.says}", "magenta"
    for quantity in reading.quantities:
        yield quantity.start, quantity.end, _quantity(quantity), "green"
        if quantity.baseline_start is not None and quantity.baseline_end is not None:
            says = "baseline" + (f" {quantity.baseline:g}" if quantity.baseline is not None else "")
            yield quantity.baseline_start, quantity.baseline_end, says, "green"
    for when in reading.whens:
        yield when.start, when.end, f"{when.kind.value}{_date(when)}", "blue"
    for part in reading.compound:
        yield part.start, part.end, f"compound: {part.says}", "yellow"
    for word in reading.vague:
        yield word.start, word.end, f"vague: {word.says}", "yellow"


def _quantity(quantity: Quantity) -> str:
    words = [quantity.measure.value]
    if quantity.value is not None:
        words += [quantity.comparison.value, f"{quantity.value:g}"]
    if quantity.upper is not None:
        words += ["to", f"{quantity.upper:g}"]
    return " ".join([*words, quantity.unit or ""]).rstrip()


def _date(when: When) -> str:
    if when.impossible:
        return ", no such date"
    if when.latest:
        return f" {when.latest.isoformat()}"
    return f" ({when.event})" if when.event else ""


def _judgement(reading: Reading) -> Iterator[tuple[str, str]]:
    sure = f"{reading.confidence:.0%} sure"
    yield "promise", f"{reading.promise.value}: {_PROMISES[reading.promise]} ({sure})"
    given = [q for q in reading.quantities if q.given]
    missing = "no number that could be checked"
    yield "metric", ", ".join(_words(reading, q.start, q.end) for q in given) or missing
    yield "baseline", "given" if reading.baseline else "not said"
    yield "deadline", _deadline(reading)
    parts = [_words(reading, part.start, part.end) for part in reading.compound]
    yield "compound", "yes: " + " | ".join(parts) if parts else "no"
    vague = [_words(reading, word.start, word.end) for word in reading.vague]
    yield "vague", "yes: " + ", ".join(vague) if vague else "no"


def _reasons(reading: Reading) -> Iterator[str]:
    """What rules and learned reader decided together, and the signs that spoke for it."""
    for one in reading.decisions:
        answer = "yes" if one.answer else "no"
        because = f": {', '.join(one.reasons)}" if one.reasons else ""
        yield f"{one.question:9} {answer}, {one.share:.0%} for yes{because}"


def _deadline(reading: Reading) -> str:
    when = reading.deadline
    if when is None:
        return "not said here; the document's cycle may hold"
    return f"{when.text}{_date(when)}" + (" (cadence)" if when.kind is WhenKind.CADENCE else "")


def _words(reading: Reading, start: int, end: int) -> str:
    return reading.text[start:end]


def render_opinion(
    judgement: Judgement, influences: Sequence[Influence], *, color: bool = False
) -> str:
    """What the learned reader thinks, how sure it is, and which words moved it most."""
    shares = zip(PROMISES, judgement.promise, strict=True)
    text = Text().append("\nlearned reader ", "cyan")
    text.append(", ".join(f"{promise.value} {share:.0%}" for promise, share in shares))
    flags = ("measurable", "baseline", "compound", "vague")
    sure = [f"{name} {getattr(judgement, name):.0%}" for name in flags]
    text.append("\n" + " " * 15 + ", ".join(sure))
    moving = sorted(influences, key=lambda i: (-abs(i.change), i.start))[:MOST_MOVING]
    words = [
        f"{make_visible(i.word)} {i.change:+.2f}" for i in moving if abs(i.change) >= LEAST_MOVE
    ]
    if words:
        text.append("\n" + " " * 15 + f"moved by: {', '.join(words)}")
    return paint(text, color=color) + "\n"
