"""The spaCy component `okr_compound`: results or actions that could succeed separately.

Sets `doc._.okr_compound`: the parts, two or more, or nothing. "Visit three mills and write
two reports" has two; "serve sailors and rowers", "plan, hold and review six workshops" and
"signs that warn drivers and guide walkers" have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from okrlint.language.attributes import add_attributes
from okrlint.language.compound.openings import (
    ends_in_state,
    finite_verb,
    has_clause,
    opens_ability,
    opens_action,
    opens_clause,
    opens_comparative,
    opens_predicate,
    opens_statement,
)
from okrlint.language.compound.parts import Cut, find_cuts, is_inside, is_lead_in, spans
from okrlint.language.parts import Part
from okrlint.language.parts import find_parts as named_parts
from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.quantity.context import is_measure
from okrlint.language.words import load_kind
from okrlint.reading import Comparison, Evidence, Measure, Quantity

_NO_LEAD = ("IN", "WDT", "WP", "WRB", "TO", "VBG", "VBN")
"""Tags of words that tie a number to what stands before it."""


@Language.factory(  # pyright: ignore[reportUntypedFunctionDecorator]
    "okr_compound", assigns=["doc._.okr_compound"], requires=["token.tag"]
)
def make_compound(nlp: Language, name: str) -> CompoundFinder:
    """Make the component; it has no settings."""
    del nlp, name
    add_attributes({"okr_compound": ()})
    return CompoundFinder()


class CompoundFinder:
    """Finds the parts of a statement that could succeed separately."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.okr_compound`."""
        doc._.okr_compound = find_parts(doc)
        return doc


def find_parts(doc: Doc) -> tuple[Evidence, ...]:
    """Find the parts; none when the statement asks for one thing.

    What a column is called begins no second result: "Five sources joined, Target 5 sources". Nor
    does anything in a column that only says how the one result is told: "Measure: it starts, and
    no line of the log is red".
    """
    named = named_parts(doc.text)
    cuts = [cut for cut in find_cuts(doc) if not _is_named(doc[cut.end].idx, named)]
    kept: list[Cut] = []
    kinds: list[str] = []
    for number, cut in enumerate(cuts):
        start = kept[-1].end if kept else 0
        end = cuts[number + 1].start if number + 1 < len(cuts) else len(doc)
        kind = _part_kind(doc, start, cut, end)
        if kind:
            kept.append(cut)
            kinds.append(kind)
    if not kept:
        return ()
    says = [kinds[0], *kinds]
    return tuple(
        _evidence(doc, a, b, what) for (a, b), what in zip(spans(doc, kept), says, strict=True)
    )


def _is_named(at: int, parts: Sequence[Part]) -> bool:
    """Whether a column begins at a place, or one that only says how the result is measured."""
    return any(p.name == at or (p.kind == "measure" and p.start <= at <= p.end) for p in parts)


def _evidence(doc: Doc, start: int, end: int, says: str) -> Evidence:
    part = doc[start:end]
    return Evidence(part.start_char, part.end_char, says)


def _part_kind(doc: Doc, start: int, cut: Cut, end: int) -> str:
    """What begins behind a cut and could succeed without what stands before it; "" for nothing."""
    if is_inside(doc, start, cut) or is_lead_in(doc, start, cut):
        return ""
    if _is_about_now(doc, start, cut, end) or _is_one_ability(doc, start, cut):
        return ""
    level = _opens_level(doc, cut, end) and _has_level(doc, start, cut.start)
    if "while" in cut.link and not _has_level(doc, cut.end, end):
        return ""
    if not cut.link.endswith("with"):
        if _gains(doc, start, cut, end):
            return "a measure of its own"
        if opens_action(doc, cut.end, start) and opens_statement(doc, start, cut.start):
            return "an action of its own"
        if _opens_result(doc, start, cut, end):
            return "a result of its own"
        if ";" in cut.link and _stands_alone(doc, start, cut, end):
            return "a part of its own"
        if opens_comparative(doc, cut.end, end) and opens_comparative(doc, start, cut.start):
            return "an improvement of its own"
    return "a measure of its own" if level else ""


def _is_one_ability(doc: Doc, start: int, cut: Cut) -> bool:
    return ";" not in cut.link and opens_ability(doc, cut.end, start)


def _gains(doc: Doc, start: int, cut: Cut, end: int) -> bool:
    """Whether something done or counted has to bring a number too: "opened, reaching 40 guests"."""
    first = doc[cut.end]
    gaining = first.lower_ in load_kind("compound", "gaining") and _has_level(doc, cut.end, end)
    return gaining and (_has_level(doc, start, cut.start) or ends_in_state(doc, start, cut.start))


def _stands_alone(doc: Doc, start: int, cut: Cut, end: int) -> bool:
    """Whether a semicolon parts two things of some substance, not a thing and a remark on it."""
    remark = doc[cut.end].tag_ in ("IN", "WRB", "WDT", "PRP", "DT", "RB", "VBN", "VBG")
    short = end - cut.end < 3 or cut.start - start < 3
    return not remark and not short and any(t.tag_.startswith("NN") for t in doc[cut.end : end])


def _opens_result(doc: Doc, start: int, cut: Cut, end: int) -> bool:
    """Whether a clause, a second predicate or a state that stands alone begins behind a cut."""
    if opens_clause(doc, cut.end, end) and _is_whole(doc, start, cut, end):
        return True
    if opens_predicate(doc, cut.end, end) and has_clause(doc, start, cut.start):
        return True
    return ends_in_state(doc, cut.end, end) and ends_in_state(doc, start, cut.start)


def _is_whole(doc: Doc, start: int, cut: Cut, end: int) -> bool:
    """Whether what stands before a clause is no mere piece of its subject."""
    if finite_verb(doc, start, cut.start) is not None or opens_statement(doc, start, cut.start):
        return True
    if not _has_level(doc, start, cut.start):
        return ends_in_state(doc, start, cut.start)
    return cut.link != "and" or _has_level(doc, cut.end, end)


def _is_about_now(doc: Doc, start: int, cut: Cut, end: int) -> bool:
    """Whether one side of a cut only says where the measure of the other stands now."""
    left, right = list(_targets(doc, start, cut.start)), list(_targets(doc, cut.end, end))
    first, border, last = doc[start].idx, doc[cut.start].idx, doc[end - 1].idx
    bases = [q.baseline_start for q in (*left, *right) if q.baseline_start is not None]
    return (not right and any(border < b <= last for b in bases)) or (
        not left and any(first <= b < border for b in bases)
    )


def _targets(doc: Doc, start: int, end: int) -> Iterator[Quantity]:
    if start >= end or not Doc.has_extension("okr_quantities"):
        return
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    for quantity in doc._.okr_quantities:
        if (
            first <= quantity.start
            and quantity.end <= last
            and quantity.measure is not Measure.RATE
        ):
            yield quantity


def _has_level(doc: Doc, start: int, end: int) -> bool:
    return any(q.measure is not Measure.ORDINAL for q in _targets(doc, start, end))


def _opens_level(doc: Doc, cut: Cut, end: int) -> bool:
    """Whether a measure with its own target begins: "precision over 0.8", "and 40 sign-ups"."""
    targets = list(_targets(doc, cut.end, end))
    if not targets:
        return False
    first = targets[0]
    lead = [t for t in doc[cut.end : end] if t.idx + len(t) <= first.start]
    if lead and lead[0].tag_ in _NO_LEAD and lead[0].whitespace_:
        return False
    nouns = [t for t in lead if t.tag_ in ("NN", "NNS", "NNP", "NNPS") or is_measure(t)]
    if not nouns:
        return not lead and _opens_count(doc, cut, end, first)
    if cut.link.endswith("with") and first.measure in (Measure.ALL, Measure.NONE):
        return False
    known = first.baseline_start is not None or is_measure(nouns[-1])
    compared = first.comparison is not Comparison.EXACTLY
    return compared or known or first.measure is not Measure.COUNT


def _opens_count(doc: Doc, cut: Cut, end: int, first: Quantity) -> bool:
    """Whether a count of other things begins: "and 40 sign-ups"; not "two of them", "one each"."""
    if first.measure is not Measure.COUNT or first.unit is None or _is_own_work(doc):
        return False
    if cut.link.endswith("with"):
        return False
    if finite_verb(doc, cut.end, end) is not None and finite_verb(doc, 0, cut.start) is None:
        return "," in cut.link
    if re.match(r"\s(?:of|per|each|at|for|in)\b", doc.text[first.end :]):
        return False
    return cut.link != "," or _begins_with_number(doc, cut.start)


def _begins_with_number(doc: Doc, end: int) -> bool:
    """Whether the part before is a counted thing too: "Per sprint: 1 user test, 1 write-up"."""
    start = max((t.i + 1 for t in doc[:end] if t.text in (":", ",", ";")), default=0)
    return start < end and (doc[start].like_num or doc[start].tag_ == "CD")


def _is_own_work(doc: Doc) -> bool:
    """Whether a verb of one's own work opens the statement, so that a list is its objects."""
    form = load_lexicon().verb(doc[0].lower_)
    return form is not None and form.kind in ("make", "mend", "act", "find")
