"""Decides what the date words of a statement govern: the promise, or a thing in it.

The preposition before the noun phrase that holds the date decides ("by June", "than in June"),
then what the date stands in: the name of a thing ("Q2 renewals"), a clause that describes one
("teammates hired in April"), a parenthesis, the edge of the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from okrlint.dates import DateWords, Grain
from okrlint.language.when_words import any_of, describes_noun, ending, tokens_of, words_of
from okrlint.language.words import load_words
from okrlint.reading import When, WhenKind

_FIXED = frozenset({"by", "before", "until", "till", "prior to", "ahead of", "no later than",
                    "not later than", "in time for", "latest by", "latest", "due", "come",
                    "ready for", "in place for", "starting with", "starting"})  # fmt: skip


_ADVERB = re.compile(
    r"(?:this|next|current|coming|upcoming|EO[WMQHYF]|from|between)\b", re.IGNORECASE
)
"""Date words that need no preposition: "this quarter", "EOQ"."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where date words stand in their statement."""

    preposition: str | None
    """The preposition of the noun phrase, in lower case."""
    inner: str | None
    """A preposition between that one and the date: "of" in "the launch of 2025"."""
    start: int
    """Where the noun phrase begins, after its preposition."""
    end: int
    """Where the noun phrase ends: beyond the date when that is only part of a name."""


def find_dated(doc: Doc, dates: Sequence[DateWords]) -> Iterator[When]:
    """Yield the date words of a statement with what they govern."""
    for words in dates:
        place = _place(doc, words)
        kind = _kind(doc, words, place)
        named = kind is WhenKind.DEADLINE and place.end > words.end
        event = doc.text[place.start : place.end] if named else None
        yield When(
            words.start, place.end if named else words.end, kind,
            doc.text[words.start : place.end if named else words.end],
            words.earliest, words.latest, event, words.impossible,
        )  # fmt: skip


def _kind(doc: Doc, words: DateWords, place: _Place) -> WhenKind:
    said, after = doc.text[words.start : words.end], doc.text[words.end :]
    if re.match(r"(?:last|past|previous|prior|preceding)\b", said, re.IGNORECASE):
        return WhenKind.ATTRIBUTE
    if re.match(r"['’]s\b|s['’]", after):
        return WhenKind.ATTRIBUTE
    if re.search(r"\b(?:average|typical|normal|usual)\s+$", doc.text[: words.start]):
        return WhenKind.ATTRIBUTE
    if re.fullmatch(r"from\s+\w+day\s+to\s+\w+day", said, re.IGNORECASE):
        return WhenKind.ATTRIBUTE
    if _ADVERB.match(said) and not doc.text[: words.start].strip():
        return WhenKind.DEADLINE
    named = place.end > words.end
    if place.preposition in _FIXED and place.inner in (None, "of"):
        return WhenKind.ATTRIBUTE if _describes(doc, words, place) else WhenKind.DEADLINE
    if place.preposition in ("from", "as of") and place.start == words.start:
        return WhenKind.DEADLINE if _starts(doc, words) else WhenKind.ATTRIBUTE
    if place.preposition == "for" and named and words.grain is Grain.MONTH:
        head = doc.text[place.start : place.end].lower().split()[-1]
        return WhenKind.DEADLINE if head in words_of("event") else WhenKind.ATTRIBUTE
    if named and place.preposition in ("over", "during", "throughout", "at", "in"):
        head = doc.text[place.start : place.end].lower().split()[-1]
        the = doc.text[place.start : words.start].lower().startswith("the")
        known = head in words_of("event") or place.preposition in ("during", "over")
        known = known and (place.preposition != "in" or the)
        return WhenKind.DEADLINE if known else WhenKind.ATTRIBUTE
    if named or place.inner:
        return WhenKind.ATTRIBUTE
    if place.preposition is None:
        if _is_past_clause(doc, words):
            return WhenKind.ATTRIBUTE
        return _without_preposition(doc, words)
    if place.preposition not in words_of("due") or _describes(doc, words, place):
        return WhenKind.ATTRIBUTE
    return WhenKind.ATTRIBUTE if _is_baseline(doc, words) else WhenKind.DEADLINE


def _starts(doc: Doc, words: DateWords) -> bool:
    """Whether "from DATE" says when a new state begins, and not what to compare with."""
    before, after = doc.text[: words.start].lower(), doc.text[words.end :]
    if re.match(r"\s+on(?:wards?)?\b", after):
        return True
    compared = ending(r"(?:up|down|increase|growth|change)\s+(?:from|as\s+of)").search(before)
    whole = words.grain in (Grain.YEAR, Grain.QUARTER, Grain.HALF) and not words.note
    return not compared and not whole and bool(re.match(r"\s*(?:$|[,.)])|\s+the\b", after))


def _without_preposition(doc: Doc, words: DateWords) -> WhenKind:
    """Adverbs of time ("this quarter"), parentheses and the edges of a statement are deadlines."""
    before, after = doc.text[: words.start], doc.text[words.end :]
    said = doc.text[words.start : words.end].lower()
    if re.match(
        r"(?:this|the\s+current|current|next|coming|upcoming|eo[wmqyf])\b|.*\b(?:end|mid)\b|between|from",
        said,
    ):
        return WhenKind.DEADLINE
    if re.match(r"\s*:\s*\S", after) and before.strip():
        return WhenKind.ATTRIBUTE
    opened = re.search(r"(?:^|[(\[,;:/–—-]|\bor|\band)\s*$", before)
    closed = re.match(r"\s*(?:$|[)\].,;:/–—]|at the latest|latest)", after)
    precise = words.grain in (Grain.DAY, Grain.RANGE, Grain.QUARTER, Grain.HALF, Grain.WEEK)
    if (opened and closed) or (closed and precise and _ends_free(doc, words)):
        return WhenKind.DEADLINE
    if (
        not before.strip()
        and precise
        and re.match(r"\s*(?:we|[A-Z])", after)
        and words.grain is not Grain.QUARTER
    ):
        return WhenKind.DEADLINE
    return WhenKind.ATTRIBUTE


def _ends_free(doc: Doc, words: DateWords) -> bool:
    """Whether a date at the end stands free ("Ship the beta March 15"), not as an object."""
    tokens = tokens_of(doc, words.start, words.end)
    first = tokens[0].i if tokens else 0
    if words.grain in (Grain.QUARTER, Grain.HALF) and doc[0].lower_ not in load_words("verbs"):
        return False  # "Portal roadmap H2"
    return first > 1 and doc[first - 1].pos_ in (
        "NOUN",
        "PROPN",
        "ADV",
        "PRON",
        "NUM",
        "ADJ",
        "VERB",
    )


def _is_baseline(doc: Doc, words: DateWords) -> bool:
    """Whether the date belongs to where a measure stood: "(310 in 2023)", "145 in January"."""
    before = doc.text[: words.start]
    opened = before.rfind("(")
    if opened > before.rfind(")") and re.match(r"\(\D{0,12}\d", before[opened:]):
        return True
    clause = re.split(r"[,;(]\s", before)[-1]
    return bool(
        re.search(
            r"\b(?:was|were|stood|had|had been|up from|down from|compared|baseline)\b",
            clause,
            re.IGNORECASE,
        )
    )


def _describes(doc: Doc, words: DateWords, place: _Place) -> bool:
    """Whether the date belongs to a clause that describes a noun: "teammates hired in April"."""
    tokens = tokens_of(doc, words.start, words.end)
    if not tokens:
        return False
    if place.preposition not in _FIXED and describes_noun(tokens[0]):
        return True
    relative = next((t for t in (tokens[0], *tokens[0].ancestors) if t.dep_ == "relcl"), None)
    if relative is not None:
        return relative.tag_ == "VBD" or _past(relative) or place.preposition not in _FIXED
    return False


def _is_past_clause(doc: Doc, words: DateWords) -> bool:
    """Whether the words date what has been, in a clause on a noun: "apps I did not open this year"."""
    tokens = tokens_of(doc, words.start, words.end)
    ancestors = tokens[0].ancestors if tokens else ()
    return any(t.dep_ == "relcl" and (t.tag_ == "VBD" or _past(t)) for t in ancestors)


def _past(verb: Token) -> bool:
    return any(t.lower_ in ("was", "were", "had", "did") for t in verb.children)


def _place(doc: Doc, words: DateWords) -> _Place:
    """The noun phrase around the date, and the preposition before it."""
    tokens = tokens_of(doc, words.start, words.end)
    end = _name_end(doc, words, tokens)
    start, inner = words.start, None
    if _ADVERB.match(doc.text[words.start : words.end]):
        match = ending(f"{any_of('due')}|{any_of('apart')}").search(doc.text[:start])
        return _Place(match[0].strip().lower() if match else None, None, start, end)
    for _ in range(2):
        start = _phrase_start(doc, start)
        before = doc.text[:start]
        match = ending(f"(?P<due>{any_of('due')})|(?P<apart>{any_of('apart')})").search(before)
        if match is None:
            direct = start if start == words.start else words.start
            return (
                _Place(None, inner, direct, end)
                if inner is None
                else _Place("of", None, direct, end)
            )
        found = re.sub(r"\s+", " ", match[0].strip(" -").lower())
        part = _part_of_time().search(doc.text[: match.start()])
        if found != "of" and not (part and found == "after"):
            return _Place(found, inner, start, end)
        start = match.start()
        inner = None if part else "of"
    return _Place("of", None, words.start, end)


def _phrase_start(doc: Doc, start: int) -> int:
    """Where the noun phrase begins whose part ends at `start`: articles, adjectives and nouns."""
    begin, steps = start, 0
    for token in reversed([t for t in doc if t.idx < start]):
        if token.is_punct and token.text not in ("-", "’", "'", '"') or steps > 5:  # noqa: PLR2004
            break
        article = token.pos_ == "DET" or token.lower_ in (
            "the",
            "our",
            "its",
            "about",
            "around",
            "early",
            "late",
        )
        if not article and token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "PART"):
            break
        if token.lower_ in words_of("due") | words_of("apart"):
            break
        begin, steps = token.idx, steps + 1
        if article:
            break
    between = doc.text[begin:start]
    if begin < start and not ending(f"{any_of('due')}|{any_of('apart')}").search(doc.text[:begin]):
        return start
    return begin if between else start


def _name_end(doc: Doc, words: DateWords, tokens: Sequence[Token]) -> int:
    """Where the name ends that the date begins ("Q2 renewals"); the end of the date otherwise."""
    if (
        not tokens
        or words.grain is Grain.RANGE
        and tokens[0].lower_ in ("from", "between", "in", "within")
    ):
        return words.end
    last = tokens[-1]
    end, head = words.end, False
    for token in doc[last.i + 1 :]:
        if token.text == "-" and end == token.idx:
            continue
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.tag_ not in ("VBG", "CD"):
            break
        if token.tag_ == "CD" or token.is_space:
            break
        if token.lower_ in ("latest", "onwards", "onward", "onwards", "alone", "etc", "etc."):
            break
        end, head = token.idx + len(token), token.pos_ in ("NOUN", "PROPN", "VERB") or head
    if not head or not _attached(doc, words, last):
        return words.end
    return end


def _attached(doc: Doc, words: DateWords, last: Token) -> bool:
    """Whether the date really modifies what follows: "In Q2 launch the app" has two phrases."""
    begin = doc.text[: words.start].strip().lower()
    del last
    return begin not in ("in", "by", "during", "until", "before", "on", "within", "over")


@cache
def _part_of_time() -> re.Pattern[str]:
    """A part of the time named after "of": "the weekend of 28 June", "the first fortnight of May"."""
    return re.compile(
        r"(?<![^\W_])(?:weekend|week|fortnight|days?|weeks|months?|part|half|course|run-up)\s*$",
        re.IGNORECASE,
    )
