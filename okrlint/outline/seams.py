"""Where a statement may end: each seam in its words, and the signs of what stands behind it.

"Twelve ferries on time — at 9 so far (fog)" has two seams. Whether one is the end of the statement
is weighed in `ends.py`; here are the signs: the seam itself, the shape of what stands before and
behind, single words, and how many of the other statements have a seam of that kind and shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from okrlint.beside import name_of, remembered
from okrlint.beside.words import either_of
from okrlint.outline.signs.steps import bucket

_REACH = 300
"""Characters at the end of a statement in which seams are looked for, and before each of them."""
_SYMBOL = (
    r"[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u29ff\u2b00-\u2bff"
    r"\U0001f000-\U0001faff]\ufe0f?"
)
_SEAM = re.compile(
    rf"""(?P<dash>\s+[-–—]+\s+|\s*—\s*)
    | (?P<back>\s*(?:<-+|<=|<<|←)\s*)
    | (?P<arrow>\s*(?:[-=–—]+>|→|⇒|➜|>>+|\s:{{2,}})\s*)
    | (?P<round>\s*\((?=\S))
    | (?P<square>\s*\[(?=\S))
    | (?P<stop>[.!?]+\s+(?=\S))
    | (?P<semi>;\s+)
    | (?P<bar>\s+[|·•/~]+\s+)
    | (?P<colon>:\s+)
    | (?P<comma>,\s+)
    | (?P<sign>\s+(?:{_SYMBOL})+\s*(?=\S))
    | (?P<at>\s+(?=[@#]\w))""",
    re.VERBOSE,
)
_LAST = re.compile(
    r"(?P<mark>\s+(?=(?:[01][.,]\d{1,2}|P\d|n/a|N/A)\W*$))"
    r"|(?P<names>\s+(?=[A-Z][a-z]+(?:[/&+][A-Z][a-z]+){1,3}\W*$))"
)
"""A space alone before a grade, a priority or names at the very end: "Ship the buoy Tom/Ida"."""
_OF_OTHERS = frozenset((("round", "names"), ("stop", "names"), ("arrow", "share")))
"""Seams that others decide: who signs (`signed.py`), what share may be a target (`scored.py`)."""
_CLOSING = {"round": ")", "square": "]"}


@dataclass(frozen=True, slots=True)
class Seam:
    """One place at which a statement may end."""

    start: int
    """Where what stands before it ends."""
    end: int
    """Where what stands behind it begins."""
    kind: str
    shape: str
    """What stands behind it, in one word."""
    signs: tuple[str, ...]
    """What the words of its own statement say of it."""


@remembered
def find_seams(words: str) -> tuple[Seam, ...]:
    """The seams of a statement, in order, with two words before each and one behind."""
    begun = _TWO.match(words)
    at = max(begun.end() if begun else len(words), len(words) - _REACH)
    found = {m.start(): m for form in (_LAST, _SEAM) for m in form.finditer(words, at)}
    return tuple(seam for _, match in sorted(found.items()) if (seam := _seam(words, match)))


def _seam(words: str, match: re.Match[str]) -> Seam | None:
    """The seam of a match; None where nothing is said behind it, or others decide."""
    head, tail = words[max(0, match.start() - _REACH) : match.start()], words[match.end() :]
    kind, shape = str(match.lastgroup), _shape(tail)
    if not re.search(r"\w", tail) or (kind, shape) in _OF_OTHERS:
        return None
    signs = tuple(_signs(head, tail, kind, shape))
    return Seam(match.start(), match.end(), kind, shape, signs)


_TWO = re.compile(r"(?:.*?[^\W_]+){2}", re.DOTALL)
"""What has two words may be a statement; "FY27Q2 - Enter two markets" begins with none."""


def _shape(tail: str) -> str:
    """What kind of thing stands behind a seam."""
    bare = tail.strip(" ()[]{}.,;!")
    return next((name for name, form in _SHAPES if form.match(bare)), "words")


_SHAPES = tuple(
    (name, re.compile(form))
    for name, form in (
        ("score", r"(?:[01]?[.,]\d{1,2}|[01])$"),
        ("share", r"\d{1,3}\s?%$"),
        ("number", r"[\d.,/ ]+\S?$"),
        ("handle", r"[@#]"),
        ("names", r"[A-Z][a-z]+(?:(?:\s?[/,&+]\s?|\s)[A-Z][a-z.]+){0,3}$"),
        ("figure first", r"\d"),
        ("capital", r"[A-Z]"),
    )
)


def _signs(head: str, tail: str, kind: str, shape: str) -> Iterator[str]:
    """What two sides of a seam show; what they look like counts for its kind apart, too."""
    yield "always"
    yield from _for_kind(kind, *_of_shape(head, tail, shape))
    yield from _of_words(head, tail)
    yield from (name for name, form in _forms() if form.search(tail))
    yield from _of_brackets(head, tail, kind)


def find_page_signs(seam: Seam, others: str, alike: str, graded: bool) -> Iterator[str]:
    """The signs of what stands beside its statement.

    How many other statements have a seam of its kind, and one alike; whether it is said how this
    one went.
    """
    yield from _for_kind(seam.kind, f"others {others}", f"alike {alike}")
    if graded:
        yield from _for_kind(seam.kind, "graded")


def _for_kind(kind: str, *names: str) -> Iterator[str]:
    for name in names:
        yield name
        yield f"{kind}: {name}"


def _of_shape(head: str, tail: str, shape: str) -> Iterator[str]:
    """What the two sides look like."""
    yield "seam"
    yield f"tail {shape}"
    figures = f"{_yes(head, _FIGURE)}, {_yes(tail, _FIGURE)}"
    yield f"figures before and behind {figures}"
    if re.search(r"\d\s?\S{0,3}$", head) and re.match(r"\W{0,2}\d", tail):
        yield "between figures"
    for name, form in (("status first", _status()), ("then or now", _THEN), ("verb", _VERB)):
        if form.search(tail) if name == "verb" else form.match(tail):
            yield f"{name} {_yes(tail, _FIGURE)}"
    names = re.findall(r"[^\W\d_]+", head)
    capitals = sum(name[0].isupper() for name in names)
    if len(names) > 1 and 5 * capitals >= 3 * len(names):
        yield "in title case"
    if capitals == len(names):
        yield "capitals alone"


def _yes(text: str, form: re.Pattern[str]) -> str:
    return "yes" if form.search(text) else "no"


_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[a-z']+|\d+")
_LENGTHS = (1, 2, 3, 5, 8, 12, 20)


def _of_words(head: str, tail: str) -> Iterator[str]:
    """The words behind the seam, the last one before it, and how many there are."""
    before, behind = _WORD.findall(head.lower()), _WORD.findall(tail.lower())
    yield f"words before {bucket(len(before), _LENGTHS[:-1])}"
    yield f"words behind {bucket(len(behind), _LENGTHS)}"
    if len(behind) > len(before):
        yield "more behind than before"
    said = [_plain(word) for word in behind]
    yield from (f"first {word}" for word in said[:1])
    yield from (f"word {word}" for word in sorted(set(said)))
    yield from (f"last {_plain(word)}" for word in before[-1:])


def _plain(word: str) -> str:
    return "0" if word.isdigit() else word


@cache
def _status() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{either_of('status', 'sign')})(?!\w)", re.IGNORECASE)


_THEN = re.compile(
    r"[(\[\s]*(?:currently|current|now|today|was|were|from|baseline|vs|up from|down from"
    r"|last (?:year|month|quarter|week)|previously|prior|before|at present|20\d\d:|q\d:|h\d:)",
    re.IGNORECASE,
)
"""Where a measure stands or stood: most often a part of the statement."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|do|got|gets?|will|can|could|should|would|needs?"
    r"|said|says|went|came|made|makes|wants?|lets?|(?:is|are|was|do|did|does|wo|ca)n't)\b",
    re.IGNORECASE,
)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Signs of what stands behind a seam, each with what shows it."""
    forms = {
        "asks": r"\?",
        "calls": r"!",
        "symbol": _SYMBOL,
        "ticket": r"#\d|[A-Z]{2,}-\d",
        "handle": r"@\w",
        "sentences": r"[.!?]\s+[A-Z]",
        "person": r"(?i:\b(?:i|we|my|our|me|us|i'm|it's|he|she|they)\b)",
        "name and colon": r"^\w+:",
        "so many of": r"\b\d+(?:[.,]\d+)?\s?(?:of|/|out of)\s?\d+",
        "score": r"(?<![\d.])[01][.,]\d{1,2}(?![\d%])",
        "names with a slash": r"[A-Z]\w+/[A-Z]\w+",
        "example": r"(?i:^\W*(?:e\.?g\b|i\.?e\b|for example|for instance|such as|incl|excl))",
        "status": rf"(?i:(?:{either_of('status', 'sign')})(?!\w))",
    }
    return tuple((name, re.compile(form)) for name, form in forms.items())


def _of_brackets(head: str, tail: str, kind: str) -> Iterator[str]:
    """Where a bracket closes, and what it holds; whether the seam stands inside one."""
    if kind not in _CLOSING:
        if head.count("(") > head.count(")") or head.count("[") > head.count("]"):
            yield "inside brackets"
        named = re.match(r"\s*([A-Za-z][\w ]{0,24}?)\s*[:=]", tail)
        if named and name_of(named[1]):
            yield "name of a field"
        return
    inside, close, behind = tail.partition(_CLOSING[kind])
    ends = "never" if not close else "on" if re.search(r"\w", behind) else "at the end"
    yield f"closes {ends}"
    yield f"{kind}: closes {ends}"
    if re.fullmatch(r"[A-Z][A-Za-z0-9/&-]{1,7}s?", inside):
        yield "short name in brackets"
    if "," in inside and not re.search(r"[.!?;:]", inside):
        yield f"{kind}: a list"
