"""What a rule without code finds in the places where it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from okrlint.context import Context
from okrlint.declared.places import Place, Text
from okrlint.declared.spec import Amount, Demand, Look, Phrase, Regex, Tokens
from okrlint.declared.tokens import find_rows, see_tokens
from okrlint.linear import compile_regex
from okrlint.model import KeyResult, Objective, Span
from okrlint.reading import WhenKind
from okrlint.terms import spot_terms

MOST = 20
"""Findings of one rule in one place; who mends them runs okrlint again."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that is wrong."""

    span: Span
    message: str
    """What is said where the rule says nothing itself."""
    suggestion: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    """What may stand in for braces."""


def find_wrong(look: Look, places: Sequence[Place], context: Context) -> Iterator[Found]:
    """Yield what is wrong in the places, in their order."""
    if isinstance(look, Demand):
        for place in places:
            if not _has(look, place, context):
                yield Found(place.span, _lack(look))
    elif isinstance(look, Amount):
        for place in places:
            yield from _find_excess(look, place, context)
    elif isinstance(look, Tokens):
        yield from _find_tokens(look, places, context)
    else:
        for place in places:
            yield from islice(_find_words(look, place.texts), MOST)


def _find_words(look: Phrase | Regex, texts: Iterable[Text]) -> Iterator[Found]:
    instead = dict(look.instead) if isinstance(look, Phrase) else {}
    for text in texts:
        for start, end, term in _matches(look, text.words):
            words = _short(text.words[start:end])
            better = instead.get(term, "")
            values = {"words": words, "instead": better}
            suggestion = f'write "{better}"' if better else ""
            message = f'"{words}" is a word to avoid' if isinstance(look, Phrase) else ""
            yield Found(text.span(start, end), message, suggestion, values)


def _matches(look: Phrase | Regex, words: str) -> Iterator[tuple[int, int, str]]:
    if isinstance(look, Phrase):
        yield from spot_terms(look.words, exact=look.exact).find(words)
    else:
        automaton = compile_regex(look.pattern, ignore_case=not look.case)
        yield from ((start, end, "") for start, end in automaton.find(words, MOST))


def _find_tokens(look: Tokens, places: Sequence[Place], context: Context) -> Iterator[Found]:
    texts = [text for place in places for text in place.texts]
    every = see_tokens(tuple(text.words for text in texts), context.pipeline)
    for text, seen in zip(texts, every, strict=True):
        for start, end in find_rows(look, seen, MOST):
            values = {"words": _short(text.words[start:end])}
            yield Found(text.span(start, end), "", values=values)


def _has(look: Demand, place: Place, context: Context) -> bool:
    terms = spot_terms(look.words, exact=look.exact)
    if look.words and any(next(terms.find(text.words), None) for text in place.texts):
        return True
    statements = _statements(place)
    return any(_has_field(one, name, context) for one in statements for name in look.fields) or (
        bool(look.units) and any(_has_unit(one, look.units, context) for one in statements)
    )


def _statements(place: Place) -> list[KeyResult | Objective]:
    if place.statement is not None:
        return [place.statement]
    if place.document is None:
        return []
    return [*place.document.objectives, *(k for _, k in place.document.key_results())]


def _has_field(one: KeyResult | Objective, name: str, context: Context) -> bool:
    """Whether a field stands beside a statement, or its own words say the same."""
    if one.field(name) is not None:
        return True
    reading = context.readings.get(one.prose.span)
    if reading is None or name not in ("due", "baseline", "target", "metric"):
        return False
    if name == "due":
        return any(when.kind is WhenKind.DEADLINE for when in reading.whens)
    return reading.baseline if name == "baseline" else reading.measurable


def _has_unit(one: KeyResult | Objective, units: tuple[str, ...], context: Context) -> bool:
    reading = context.readings.get(one.prose.span)
    if reading is None:
        return False
    terms = spot_terms(units)
    told = [(reading.text, reading.quantities)]
    told += [(beside.text, beside.quantities) for beside in reading.beside]
    return any(
        next(terms.find(f"{text[q.start : q.end]} {q.unit or ''}"), None) is not None
        for text, quantities in told
        for q in quantities
    )


def _lack(look: Demand) -> str:
    parts = [f"no {_listed(look.fields)}"] if look.fields else []
    parts += [f"no amount in {_listed(look.units)}"] if look.units else []
    parts += [f"no word such as {_listed(_quoted(look.words))}"] if look.words else []
    return " and ".join(parts)


def _quoted(words: Iterable[str]) -> list[str]:
    return [f'"{word}"' for word in words]


def _listed(words: Sequence[str]) -> str:
    """`a, b or c`."""
    head, last = words[:-1], words[-1]
    return f"{', '.join(head)} or {last}" if head else last


def _find_excess(look: Amount, place: Place, context: Context) -> Iterator[Found]:
    count, noun = _count(look, place, context)
    least, most = look.least, look.most
    if most is not None and count > most:
        bound = f"have at most {most}"
    elif least is not None and count < least:
        bound = f"have at least {least}"
    else:
        return
    values = {
        "count": str(count),
        "least": "" if least is None else str(least),
        "most": "" if most is None else str(most),
    }
    yield Found(place.span, f"{count} {noun}; {bound}", values=values)


def _count(look: Amount, place: Place, context: Context) -> tuple[int, str]:
    """How many there are in a place, and what they are called."""
    if look.look is not None:
        count = sum(1 for text in place.texts for _ in _matches(look.look, text.words))
        words = look.look.words if isinstance(look.look, Phrase) else ()
        noun = f"times {_listed(_quoted(words))}" if words else "matches"
        return count, noun
    count = _count_of(look.of, place, context)
    noun = look.of.replace("-", " ")
    return count, noun.removesuffix("s") if count == 1 else noun


def _count_of(of: str, place: Place, context: Context) -> int:
    if of == "words":
        words = (word for text in place.texts for word in text.words.split())
        return sum(1 for word in words if any(char.isalnum() for char in word))
    if of == "characters":
        return sum(len(text.words.strip()) for text in place.texts)
    if place.document is not None:
        document = place.document
        if of == "objectives":
            return sum(not one.struck for one in document.objectives)
        return sum(not (k.struck or (o and o.struck)) for o, k in document.key_results())
    if of == "key-results" and isinstance(place.statement, Objective):
        return sum(not one.struck for one in place.statement.key_results)
    reading = context.readings.get(place.span)
    if reading is None:
        return 0
    if of == "numbers":
        return len(reading.quantities)
    return sum(when.kind is WhenKind.DEADLINE for when in reading.whens)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:60].rsplit(' ', 1)[0]} \u2026"
