"""Labels: "O1:", "**KR 1.2** -", "Objective #1", "Key-result-1:", in the spellings people use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from okrlint.beside.words import either_of
from okrlint.markdown.block import MarkKind
from okrlint.model import Labels
from okrlint.outline.decoration import skip_decoration, skip_symbols
from okrlint.outline.text import Text
from okrlint.outline.vocabulary import opens_with_verb


class Part(str, Enum):
    """What a label says its statement is."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key result"
    MISSION = "mission"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a text."""

    part: Part
    written: str | None
    """As written, without punctuation at its ends."""
    start: int
    """Where the label begins, after decoration."""
    end: int
    """Where the statement may begin."""
    number: tuple[str, ...] = ()
    """Its numbers, the objective's first: ("1", "2") for KR1.2; empty without."""
    remark: tuple[int, int] | None = None
    """The words in parentheses inside the label: "(Bonus)", "(40%)"."""
    second: tuple[int, int] | None = None
    """The same, of a second pair: "KR1 (owner: Jo) [40%]:"."""


_NUMBER = r"(?:[A-H]\.)?\d{1,4}(?:[.\-_]\d{1,2}){0,3}[a-z]?(?![\w%])"
_OF_A_TEAM = r"(?-i:[A-Z]{1,4}-?|[a-z])\d{1,2}(?:\.\d{1,2})?(?![\w%])"
"""A number with the code of its team or its objective: "Objective FT-1", "KR A2.1"."""
_TIME = r"(?:q[1-4]|h[12]|[fc]y\d\d)(?!\d)"
_WORD_NUMBER = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|[ivx]{1,4}|[a-h]"
    rf"|(?!{_TIME}){_OF_A_TEAM}"
)
_SEP = r"[\s\-_.#№]*(?:n[ro]\b[\s.]*)?"
_REMARK = (
    r"(?:\s*[(\[](?P<remark>[^()\[\]\n]{1,40})[)\]]"
    r"(?:\s*[(\[](?P<second>[^()\[\]\n]{1,40})[)\]])?)?"
)
_CODE = r"(?-i:[A-Z][A-Z0-9]{0,4}|[A-Z][a-z]{2,8}\d?|(?:19|20)\d\d)[\s\-–_./]+"
_DELIMITER = r"\s*(?!:[a-z][a-z0-9_+-]*:\s)(?:[:：.)\]|–—>=\-‐‑→⇒·•]+(?=\s|$|[^\w\s])|[:：])"


@lru_cache(maxsize=8)
def _patterns(labels: Labels) -> tuple[tuple[Part, re.Pattern[str]], ...]:
    objective = _alternatives(
        rf"{_ASKED}|objective\s+statement|(?:goals?\s*/\s*)?objectives?(?:\s*/\s*(?:outcomes?|goals?))?|obj",
        labels.objective,
    )
    key_result = _alternatives(r"key[\s\-_]*results?", labels.key_result)
    mission = _alternatives(
        r"(?:(?:our|my|team|company)\s+)?(?:mission|vision)(?:\s+statement)?", labels.mission
    )
    before = r"(?P<label>[\[(]?"
    forms = (
        # O1KR2, O1-KR2, O1/KR2
        (Part.KEY_RESULT, rf"{before}O(?P<outer>\d{{1,2}})[\s.\-/_:]*KR{_SEP}(?P<n>{_NUMBER}))"),
        # R3-O2:, Q1 KR2:, BPS KR 1.1: the number in a set that has a code of its own
        (Part.KEY_RESULT, rf"{before}{_CODE}KR{_SEP}(?P<n>{_NUMBER}))(?=\s*[:：])"),
        (Part.OBJECTIVE, rf"{before}{_CODE}O{_SEP}(?P<n>{_NUMBER}))(?=\s*[:：])"),
        # KR1, KR-1.2, KR 2a; O1, O-1, OKR 1
        (Part.KEY_RESULT, rf"{before}KR{_SEP}(?P<n>{_NUMBER}))"),
        (Part.OBJECTIVE, rf"{before}(?:O|OKR){_SEP}(?P<n>{_NUMBER}))"),
        # Key result KR1.2, Objective O1
        (Part.KEY_RESULT, rf"{before}(?:{key_result})\s+KR{_SEP}(?P<n>{_NUMBER}))"),
        (Part.OBJECTIVE, rf"{before}(?:{objective})\s+O{_SEP}(?P<n>{_NUMBER}))"),
        # Key-result-1, Objective #1, Objective one
        (Part.KEY_RESULT, rf"{before}(?:{key_result}){_SEP}(?P<n>{_NUMBER}))"),
        (Part.OBJECTIVE, rf"{before}(?:{objective}){_SEP}(?P<n>{_NUMBER}))"),
        (Part.KEY_RESULT, rf"{before}(?:{key_result}|KR)\s+(?P<w>{_WORD_NUMBER}))(?!\w)"),
        (Part.OBJECTIVE, rf"{before}(?:{objective})\s+(?P<w>{_WORD_NUMBER}))(?!\w)"),
        # KR:, Key result:, O:, Objective:
        (Part.KEY_RESULT, rf"{before}(?:{_singular(key_result)}|KR))(?!\w)"),
        (Part.OBJECTIVE, rf"{before}(?:{_singular(objective)}|O))(?!\w)"),
        (Part.MISSION, rf"{before}(?:{mission}))(?!\w)"),
        # Team objective 2:, CEO KR:, Our mission statement:
        (
            Part.KEY_RESULT,
            rf"{before}(?P<who>{_MODIFIERS})(?:{key_result}|KR)\s*#?(?P<m>\d*))(?=\s*:)",
        ),
        (Part.OBJECTIVE, rf"{before}(?P<who>{_MODIFIERS})(?:{objective})\s*#?(?P<m>\d*))(?=\s*:)"),
        # Growth objective - Win
        (Part.OBJECTIVE, rf"{before}(?P<who>{_AREA})objective)(?=\s+[–—-]\s+(?-i:[A-Z]))"),
        (
            Part.MISSION,
            rf"{before}(?P<who>{_MODIFIERS})?(?:{_WHYS})(?:\s+statement)?)(?=\s*:)",
        ),
    )
    return tuple((part, re.compile(form + _REMARK, re.IGNORECASE)) for part, form in forms)


@lru_cache(maxsize=8)
def _first_words(labels: Labels) -> re.Pattern[str]:
    """How a label begins, where no colon stands behind it: a cheap way to say no."""
    words = (
        _alternatives(rf"OKR|KR|O|obj|{_ASKED}", labels.objective),
        _alternatives(r"key", labels.key_result),
        _alternatives(r"our|my|team|company|mission|vision", labels.mission),
        rf"{_AREA}objective\s",
    )
    return re.compile(rf"[\[(]?(?:{'|'.join(words)})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _status() -> re.Pattern[str]:
    """How it went, told before a label: "PARTLY ACHIEVED Key result 3.1:"."""
    return re.compile(
        rf"(?:{either_of('status')})\W+(?=(?:key\s+result|KR|O|objective)\s*\d)", re.IGNORECASE
    )


_ASKED = (
    r"what\s+(?:do|are)\s+(?:we|you)\s+(?:trying|want|wish)\s+to"
    r"\s+(?:accomplish|achieve|reach)\s?\?"
)
"""What a worksheet asks in the place of a label."""
_WHYS = r"mission|vision|purpose|north\s+star|why\s+we\s+(?:exist|are\s+here)"
_AREA = r"(?-i:(?:[A-Z][\w&/]*\s+){1,2})"
_MODIFIERS = r"(?:[\w&/'\u2019+-]+\s+){1,3}"


def _alternatives(known: str, own: tuple[str, ...]) -> str:
    words = [rf"{re.escape(word.strip())}(?:e?s|en?|n)?" for word in own if word.strip()]
    return "|".join([known, *sorted(words, key=len, reverse=True)])


def _singular(words: str) -> str:
    return words.replace("objectives?", "objective").replace("results?", "result")


def find_label(text: Text, labels: Labels) -> Label | None:
    """The label that the text begins with, or None."""
    words = text.words
    start = skip_decoration(words)
    if status := _status().match(words, start):
        start = status.end()
    if ":" not in words and not _first_words(labels).match(words, start):
        return None
    for part, pattern in _patterns(labels):
        match = pattern.match(words, start)
        if match is None:
            continue
        label = _accepted(text, part, match, start)
        if label:
            return label
    return None


def _accepted(text: Text, part: Part, match: re.Match[str], start: int) -> Label | None:
    groups = match.groupdict()
    number = _numbers(groups)
    if "KeyResult" in match["label"] and not number:
        return None  # the name of a class
    if text.covered(MarkKind.CODE, match.start("label"), match.end() + 2):
        return None  # "`key_result: tuple`" is code
    if groups.get("who") and _is_phrase(groups["who"]):
        return None
    if groups.get("n") and (not _counts(text, match) or _CHANGES.match(text.words, match.end())):
        return None
    lettered = re.fullmatch(r"[A-H]|[A-Z]+-?\d.*", groups.get("w") or "") is not None
    end = _end(text, match, bool(groups.get("n")), lettered)
    if end is None or (part is Part.OBJECTIVE and _RESULT.match(text.words, end)):
        return None
    written = match["label"].strip(" \t\n[]():.-#")
    remark = match.span("remark") if groups.get("remark") else None
    second = match.span("second") if groups.get("second") else None
    return Label(part, written or None, start, end, number, remark, second)


_SHORT = 2
"""Digits; an amount or a year ("KR - 500 customers", "Objective 2025") has more."""
_SET_OFF = re.compile(r"\s*(?:[:：]|[.)\]|–—>=\-→⇒]+\s+(?!\d)|\n|$)")

_COLON = re.compile(r"\s*[:：]")
_RESULT = re.compile(r"KR\s?\d+(?:\.\d+)?\s[a-z]")
"""What is told of a key result, named by both numbers: "O3 KR3 will be dropped"."""
_CHANGES = re.compile(r"\s*(?:→|⇒|[-=–—]+>)\s*\W?\d")
"""An arrow and a figure behind the number, which is then the first of two: "KR 7.9 -> 3 miles"."""


def _counts(text: Text, match: re.Match[str]) -> bool:
    """Whether the number is one of a label: of three digits or more, no amount, year or name.

    "OKR 101" is a course and "O365" an office suite; a long number after a bare "O" needs a colon.
    """
    words, end = text.words, match.end("label")
    digits = re.match(r"\d+", match["n"])
    if digits is None or len(digits.group()) <= _SHORT:
        return True
    before = words[match.start("label") : match.start("n")]
    word = before.strip(" \t[](#-_.").upper()
    colon = bool(_COLON.match(words, match.end()))
    joined = re.search(r"\s[-#_.]?$", before) is None
    if word == "OKR" or (word == "O" and (not colon or digits.group() == "365")):
        return False
    if re.fullmatch(r"(?:19|20)\d\d", digits.group()):
        return word == "KR" and joined and colon
    set_off = any(_SET_OFF.match(words, at) for at in (match.end(), end))
    return joined or set_off or text.mark_ends_at(end)


_FUNCTION_WORDS = frozenset(
    "for of to in on with per and is from by as at that this each every no an a".split()
)


_PRAISE = frozenset("good bad weak strong poor better worse great vague wrong right".split())
"""What examples in a text about OKRs are called: "Bad key result: ..." is nobody's."""


def _is_phrase(words: str) -> bool:
    """Whether words before a label make it part of a sentence: "Average score for objective:"."""
    found = set(words.lower().split())
    return opens_with_verb(words) or bool((_FUNCTION_WORDS | _PRAISE) & found)


def _numbers(groups: dict[str, str | None]) -> tuple[str, ...]:
    if groups.get("outer"):
        return (groups["outer"] or "", groups["n"] or "")
    written = groups.get("n") or groups.get("w") or groups.get("m") or ""
    written = re.sub(r"(?<=[A-Za-z])-(?=\d)", "", written)  # "FT-1" is one
    return tuple(piece.lower() for piece in re.split(r"[.\-_]", written) if piece)


def _end(text: Text, match: re.Match[str], numbered: bool, lettered: bool) -> int | None:
    """Where the statement begins; None when these words are not set off as a label."""
    words = text.words
    for end in dict.fromkeys((match.end(), match.end("label"))):
        delimiter = re.compile(_DELIMITER).match(words, end)
        rest = words[end:].strip()
        if delimiter and (numbered or lettered or _sets_off(delimiter.group())):
            return skip_symbols(words, delimiter.end())
        if not rest or words[end] == "\n" or (text.mark_ends_at(end) and words[end].isspace()):
            return skip_symbols(words, end)
        if numbered and words[end].isspace():
            following = words[skip_symbols(words, end) :]
            found = following[:1].isupper() or following[:1].isdigit()
            return skip_symbols(words, end) if found else None
    return None


def _sets_off(delimiter: str) -> bool:
    """Whether it parts a label from a statement: ":", or a dash with spaces ("KR - reach 10")."""
    return (
        ":" in delimiter
        or "：" in delimiter
        or bool(re.search(r"\s[-–—>=|→⇒·•]+$|^[)\]]", delimiter))
    )
