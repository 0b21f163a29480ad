"""What rules and the learned reader say of each question, as named signs with values.

A sign is 1 where the rules see something, or a number: how sure the learned reader is (a log-odds,
held within bounds), how many words or numbers there are.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from okrlint.language.learned.model import Judgement
from okrlint.language.parts import Part, find_parts, standing
from okrlint.language.quantity.degrees import names_degrees
from okrlint.language.quantity.placeholders import says_unknown
from okrlint.language.together.joined import joins_results
from okrlint.language.together.weigh import Signs
from okrlint.language.vague import PASSING
from okrlint.reading import Comparison, Evidence, Measure, Quantity, When, WhenKind

SUREST = 5.0
"""Log-odds beyond this say no more: the reader is never surer than 99.3 %."""


@dataclass(frozen=True)
class Seen:
    """What rules and reader saw in one statement."""

    doc: Doc
    judgement: Judgement
    quantities: tuple[Quantity, ...]
    whens: tuple[When, ...]
    compound: tuple[Evidence, ...]
    vague: tuple[Evidence, ...]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts that columns gave the statement."""
        return find_parts(self.doc.text)

    @cached_property
    def given(self) -> tuple[Quantity, ...]:
        """The quantities that could be checked."""
        return tuple(q for q in self.quantities if q.given)

    @cached_property
    def length(self) -> float:
        """How many times the statement has twice five words, as a logarithm."""
        return math.log2(max(len(self.doc), 1) / 10)


def odds(share: float) -> float:
    """A probability as log-odds within SUREST."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    return max(-SUREST, min(SUREST, math.log(share / (1 - share))))


def _shared(seen: Seen, own: float) -> Signs:
    outcome, output, task = seen.judgement.promise
    return {
        "reader": odds(own),
        "reader: outcome": odds(outcome),
        "reader: output": odds(output),
        "reader: task": odds(task),
        "length": seen.length,
    }


def of_metric(seen: Seen) -> Signs:
    """Whether a quantified target is given.

    A change by a multiple is one by itself, however unsure the reader is: "ten-fold more readers".
    """
    if any(q.measure is Measure.MULTIPLE for q in seen.given):
        return {"a change by a multiple": 1.0}
    signs = _shared(seen, seen.judgement.measurable)
    signs["reader: vague"] = odds(seen.judgement.vague)
    for measure in {q.measure for q in seen.quantities}:
        signs[f"a {measure.value}"] = 1.0
    if seen.given:
        signs["a number given"] = 1.0
        signs["a number given, reader"] = signs["reader"]
        signs["numbers"] = min(len(seen.given), 4) - 1.0
    kinds = {q.measure for q in seen.given}
    if kinds and kinds <= {Measure.ALL, Measure.NONE, Measure.RATE, Measure.ORDINAL}:
        signs["only " + "/".join(sorted(kind.value for kind in kinds))] = 1.0
    if any(q.comparison is not Comparison.EXACTLY for q in seen.given):
        signs["a comparison"] = 1.0
    if any(q.measure is Measure.COUNT and q.comparison is Comparison.EXACTLY for q in seen.given):
        signs["a bare count"] = 1.0
    signs |= _where_numbers_stand(seen)
    if not seen.given and re.search(r"\d", seen.doc.text):
        signs["digits that name"] = 1.0
    if any(p.kind == "target" and re.search(r"\d", p.text) for p in seen.parts):
        signs["a target part with digits"] = 1.0
    return signs


_INSIDE = re.compile(r"\b(?:with|of|than|between|for|from|on|in|to|that \w+)\s+(?:\w+\s+)?$", re.I)
_SETS = (Measure.ALL, Measure.NONE)


def _where_numbers_stand(seen: Seen) -> Signs:
    """Signs of numbers that only define or size something: in brackets, in a baseline part."""
    text, given, signs = seen.doc.text, seen.given, Signs()
    if not given:
        return signs
    starts = [q.start for q in given]
    if all(text.rfind("(", 0, at) > text.rfind(")", 0, at) for at in starts):
        signs["numbers in brackets only"] = 1.0
    now = standing(seen.parts)
    if now is not None and all(now.start <= at < now.end for at in starts):
        signs["numbers in the baseline only"] = 1.0
    if all(_INSIDE.search(text[:at]) for at in starts):
        signs["numbers inside a phrase only"] = 1.0
    sets = all(q.measure in _SETS for q in given)
    if sets and any(q.measure is Measure.PLACEHOLDER for q in seen.quantities):
        signs["a placeholder and sets only"] = 1.0
    if sets and all(_INSIDE.search(text[:at]) for at in starts):
        signs["sets inside a phrase only"] = 1.0
    if all(q.measure is Measure.DURATION for q in given):
        signs["durations only"] = 1.0
    return signs


_NOW = re.compile(r"\b(?:from|baseline|currently|current|now|was|today)\b", re.I)


def of_baseline(seen: Seen) -> Signs:
    """Whether the statement says where the measure stands.

    Where it says that nobody knows, and no number stands for it, nothing else counts. Nor where
    several numbers are stages, each with its day.
    """
    based = [q for q in seen.quantities if q.baseline_start is not None]
    now = standing(seen.parts)
    if not based and (says_unknown(seen.doc.text) or (now is not None and now.unknown)):
        return {"said to be unknown": 1.0}
    if not based and not seen.parts and _in_stages(seen):
        return {"stages": 1.0}
    signs = _shared(seen, seen.judgement.baseline)
    if based:
        signs["a baseline"] = 1.0
        signs["a baseline, reader"] = signs["reader"]
    if any(q.baseline is None for q in based):
        signs["a baseline in words"] = 1.0
    if now is not None:
        says = "nothing yet" if now.says_nothing_yet else "something"
        signs[f"a part says {says}"] = 1.0
        if re.search(r"\d", now.text):
            signs["a part with digits"] = 1.0
    if _NOW.search(seen.doc.text):
        signs["a word of now"] = 1.0
    if any(q.measure is Measure.PLACEHOLDER for q in seen.quantities):
        signs["a placeholder"] = 1.0
    return signs


def _in_stages(seen: Seen) -> bool:
    """Whether several levels have a deadline each: "25 % by April, 60 % by May"."""
    return min(sum(w.kind is WhenKind.DEADLINE for w in seen.whens), len(seen.given)) > 1


def of_date(seen: Seen) -> Signs:
    """Whether the statement says by when."""
    signs = _shared(seen, seen.judgement.deadline[0])
    for when in seen.whens:
        known = "event" if when.latest is None else "date"
        signs[f"{when.kind.value}: {known}"] = 1.0
        if when.kind is WhenKind.WINDOW and re.search(r"month|quarter|year|week", when.text, re.I):
            signs["a long window"] = 1.0
    if any(w.kind is WhenKind.DEADLINE for w in seen.whens):
        signs["a deadline, reader"] = signs["reader"]
    return signs


_INTERVAL = re.compile(r"\b(?:daily|weekly|monthly|quarterly|yearly|nightly|annual)\b", re.I)
_RATE = re.compile(r"(?:per\b|an?\b|/|p\.)", re.I)


def of_cadence(seen: Seen) -> Signs:
    """Whether a repeated interval paces the promise."""
    signs = _shared(seen, seen.judgement.deadline[1])
    for when in seen.whens:
        if when.kind is WhenKind.CADENCE:
            signs["a cadence"] = 1.0
            shape = "per" if _RATE.match(when.text) else "every" if " " in when.text else "adverb"
            signs[f"a cadence: {shape}"] = 1.0
            signs["a cadence, reader"] = signs["reader"]
            signs["a cadence, outcome"] = signs["reader: outcome"]
        elif when.kind is WhenKind.DEADLINE:
            signs["a deadline"] = 1.0
    if any(q.comparison is not Comparison.EXACTLY or q.baseline_start for q in seen.given):
        signs["a compared number"] = 1.0
    if interval := _INTERVAL.search(seen.doc.text):
        ends = interval.end() == len(seen.doc.text)
        signs["ends with an interval" if ends else "an interval within"] = 1.0
    return signs


def of_compound(seen: Seen) -> Signs:
    """Whether it asks for several results.

    Where nothing is joined but nouns, nothing else counts, however sure the reader is: it takes
    "rowers and sailors" for two results. Nor where one measure has several targets.
    """
    if not seen.compound and not joins_results(seen.doc):
        return {"nothing joined": 1.0}
    if len(seen.given) > 1 and names_degrees(seen.doc.text):
        return {"targets of several degrees": 1.0}
    signs = _shared(seen, seen.judgement.compound)
    for kind, count in Counter(part.says for part in seen.compound).items():
        signs[kind] = min(count, 3)
    if seen.compound:
        signs["parts"] = 1.0
        signs["parts, reader"] = signs["reader"]
    if joins_results(seen.doc):
        signs["joined"] = 1.0
        signs["joined, reader"] = signs["reader"]
    text = seen.doc.text
    signs["and"] = min(len(re.findall(r"\band\b|&|\+", text, re.I)), 3)
    signs["commas"] = min(text.count(","), 4)
    for name, pattern in (("semicolon", ";"), ("sentence", r"[.!]\s+[A-Z]"), ("bracket", r"\(")):
        if re.search(pattern, text):
            signs[name] = 1.0
    if seen.parts:
        signs["columns"] = 1.0
    signs["numbers"] = min(len(seen.given), 4)
    return signs


def _in_passing(doc: Doc, word: Evidence) -> bool:
    """Whether a quality only describes a thing that stands without it: "review regular catches"."""
    span = doc.char_span(word.start, word.end, alignment_mode="expand")
    follows = doc[span.end] if span is not None and span.end < len(doc) else None
    described = follows is not None and follows.pos_ in ("NOUN", "PROPN", "ADJ")
    return described and word.start > 0 and word.says in PASSING


def of_vague(seen: Seen) -> Signs:
    """Whether the claim rests on an undefined degree or quality."""
    signs = _shared(seen, seen.judgement.vague)
    signs["reader: metric"] = odds(seen.judgement.measurable)
    for word in seen.vague:
        signs[word.says] = 1.0
    if any(_in_passing(seen.doc, word) for word in seen.vague):
        signs["a quality in passing"] = 1.0
    if seen.vague:
        signs["vague words"] = 1.0
        signs["vague words, reader"] = signs["reader"]
    for measure in {q.measure for q in seen.quantities}:
        signs[f"a {measure.value}"] = 1.0
    if seen.given:
        signs["a number given"] = 1.0
    return signs


QUESTIONS: Mapping[str, Callable[[Seen], Signs]] = {
    "metric": of_metric,
    "baseline": of_baseline,
    "date": of_date,
    "cadence": of_cadence,
    "compound": of_compound,
    "vague": of_vague,
}
"""Each question with what speaks for and against yes."""
