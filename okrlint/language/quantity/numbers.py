"""Finds the numbers in a text, as digits or words, with their values. No judgement yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from okrlint.language.words import load_entries


class Shape(str, Enum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    PART = "part"
    """A part of a whole: "a third", "three quarters", "half"."""
    MULTIPLE = "multiple"
    """Double, threefold, 2x."""
    ORDINAL = "ordinal"
    """Second, 100th."""
    TIMES = "times"
    """Once, twice."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text, offsets half-open."""

    start: int
    end: int
    value: float
    shape: Shape
    plus: bool = False
    """Followed by a plus sign: "3+"."""


_GAP = "'’_\u00a0\u2009\u202f "
"""What people put between groups of digits, beside commas and points."""
_GROUPED = (
    rf"(?:\d{{1,3}}(?:[,{_GAP}]\d{{3}})+(?!\d)(?:\.\d+)?"  # 1,200.5 and 1 200
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"  # 12,00,000
    # 1.200,50 and 1.200.000
    r"|\d{1,3}(?:\.\d{3})+(?:,\d{1,2}(?!\d)|(?<=\.\d{3}\.\d{3})(?![.\d])))"
)
_DIGITS = re.compile(
    rf"(?P<core>\d+(?:\.\d+)?[eE][+-]?\d{{1,2}}(?![\w.])|{_GROUPED}"
    r"|\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)"
    r"(?:(?P<near>[kKM]|MM|mn|mio|Mio|bn|B)(?![A-Za-z0-9])"
    r"|\s?(?P<far>(?<=\s)thousand|million|billion|trillion|mn|bn|mio|Mio|(?<=\s)M"
    r"|lakhs?|lacs?|crores?)(?![A-Za-z]))?"
    r"(?P<tail>st|nd|rd|th|[-\s]?fold|\s?[x×](?=[\s,.;:)]|$))?(?![\d])"
)
_VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2}
_VULGAR_SIGN = re.compile("[" + "".join(_VULGAR) + "]")
_WORD = re.compile(r"[A-Za-z]+")


@cache
def _values(kind: str) -> dict[str, float]:
    return {
        entry.text: float(entry.fields[1])
        for entry in load_entries("numbers")
        if entry.fields[0] == kind
    }


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of `text` in order, without overlaps."""
    found = [*_find_digits(text), *_find_vulgar(text), *_find_worded(text)]
    end = 0
    for number in sorted(found, key=lambda n: n.start):
        if number.start >= end:
            yield number
            end = number.end


def _find_digits(text: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(text):
        value = _parse_digits(match["core"])
        if value is None:
            continue
        scale = match["near"] or match["far"]
        if scale:
            value *= (_values("suffix") | _values("scale"))[scale]
        tail = (match["tail"] or "").strip()
        shape = Shape.DIGITS
        if tail in ("st", "nd", "rd", "th"):
            shape = Shape.ORDINAL
        elif tail:
            shape = Shape.MULTIPLE
        end = match.end()
        if shape is Shape.DIGITS and text[end : end + 1] in _VULGAR:
            value, end = value + _VULGAR[text[end]], end + 1  # "1½"
        yield Number(match.start(), end, value, shape, text[end : end + 1] == "+")


def _parse_digits(core: str) -> float | None:
    """Read "1,500", "0,5", "10'000", "1.200,5", "1.5e6"; None for "1.2.3" and the like."""
    plain = re.sub(rf"[{_GAP}]", "", core)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d{1,2}(,\d{2})+,\d{3}(\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(\.\d{3})+,\d{1,2}|\d{1,3}(\.\d{3}){2,}|[1-9]\d{0,2}\.\d00", plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _find_vulgar(text: str) -> Iterator[Number]:
    for match in _VULGAR_SIGN.finditer(text):
        yield Number(match.start(), match.end(), _VULGAR[match[0]], Shape.PART)


def _find_worded(text: str) -> Iterator[Number]:
    words = list(_WORD.finditer(text))
    position = 0
    while position < len(words):
        number, used = _read_words(text, words, position)
        if number is not None:
            yield number
        position += max(used, 1)


def _read_words(text: str, words: list[re.Match[str]], position: int) -> tuple[Number | None, int]:
    """Read the number that begins at a word; the number, and how many words it took."""
    first = words[position]
    word = first[0].lower()
    start = first.start()
    fold = _values("cardinal").get(word.removesuffix("fold"))
    if fold is not None and word.endswith("fold"):
        return Number(start, first.end(), fold, Shape.MULTIPLE), 1
    for kind, shape in (("multiple", Shape.MULTIPLE), ("times", Shape.TIMES)):
        if word in _values(kind):
            return Number(start, first.end(), _values(kind)[word], shape), 1
    value, used = _read_cardinal(text, words, position)
    if word in ("a", "an", "half"):
        value, used = _read_article(text, words, position, value)
    if used:
        part, extra = _read_part(text, words, position + used)
        if extra:
            end = words[position + used].end()
            return Number(start, end, (value or 1) * part, Shape.PART), used + extra
        value, used = _read_and_part(text, words, position, value or 0.0, used)
        end = words[position + used - 1].end()
        if _is_fold(text, words, position + used):
            return Number(start, words[position + used].end(), value, Shape.MULTIPLE), used + 1
        return Number(start, end, value, Shape.WORDS, text[end : end + 1] == "+"), used
    if word == "half":
        return Number(start, first.end(), 0.5, Shape.PART), 1
    if word in _values("ordinal"):
        return Number(start, first.end(), _values("ordinal")[word], Shape.ORDINAL), 1
    return None, 1


def _read_cardinal(
    text: str, words: list[re.Match[str]], position: int
) -> tuple[float | None, int]:
    """Add up number words: "one hundred and twenty-five"; None and 0 when there is none."""
    total = current = 0.0
    used = 0
    last: float | None = None
    for index in range(position, len(words)):
        word = words[index][0].lower()
        gap = text[words[index - 1].end() : words[index].start()] if used else " "
        if gap.strip(" \u00a0") not in ("", "-"):
            break
        if word == "and" and used and last is not None and last >= 100:
            following = words[index + 1][0].lower() if index + 1 < len(words) else ""
            if following in _values("cardinal"):
                used += 1
                continue
        if word in _values("scale"):
            scale = _values("scale")[word]
            if not used and scale != 12:
                break
            current = (current or 1) * scale
            last = scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif word in _values("cardinal") and _adds_up(last, _values("cardinal")[word]):
            last = _values("cardinal")[word]
            current += last
        else:
            break
        used += 1
    return (total + current, used) if used else (None, 0)


def _adds_up(last: float | None, value: float) -> bool:
    if last is None:
        return True
    return last >= 100 or (last >= 20 and value < 10)


def _read_article(
    text: str, words: list[re.Match[str]], position: int, value: float | None
) -> tuple[float | None, int]:
    """Read "a hundred", "a couple of hundred", "half a million"; "a third" is left to the parts."""
    half = words[position][0].lower() == "half"
    ahead = position + 1
    if half and ahead < len(words) and words[ahead][0].lower() == "a":
        ahead += 1
    if ahead >= len(words) or text[words[ahead - 1].end() : words[ahead].start()] != " ":
        return value, 0
    word = words[ahead][0].lower()
    if word == "couple" and [w[0].lower() for w in words[ahead + 1 : ahead + 2]] == ["of"]:
        scale = _values("scale").get(words[ahead + 2][0].lower()) if ahead + 2 < len(words) else 0
        return (2 * scale, ahead + 3 - position) if scale else (value, 0)
    if word in _values("scale"):
        return (0.5 if half else 1.0) * _values("scale")[word], ahead - position + 1
    if not half and word in _values("part") and word != "half":
        return 1.0, 1
    return value, 0


def _read_and_part(
    text: str, words: list[re.Match[str]], position: int, value: float, used: int
) -> tuple[float, int]:
    """Add "and a half" to the number before it, with the scale: "one and a half thousand"."""
    behind = [word[0].lower() for word in words[position + used : position + used + 4]]
    if behind[:2] != ["and", "a"] or len(behind) < 3 or behind[2] not in ("half", "quarter"):
        return value, used
    whole = text[words[position].start() : words[position + used + 2].end()]
    if not re.fullmatch(r"[A-Za-z -]+", whole):
        return value, used
    value, used = value + _values("part")[behind[2]], used + 3
    scale = _values("scale").get(behind[3], 0.0) if len(behind) > 3 else 0.0
    return (value * scale, used + 1) if scale else (value, used)


def _is_fold(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Whether "fold" follows a number: "ten-fold", "six fold"."""
    if index >= len(words) or words[index][0].lower() != "fold":
        return False
    return text[words[index - 1].end() : words[index].start()] in (" ", "-")


def _read_part(text: str, words: list[re.Match[str]], index: int) -> tuple[float, int]:
    """Read the part behind a count: "third" of "a third", "quarters" of "three quarters"."""
    if index >= len(words) or text[words[index - 1].end() : words[index].start()] not in " -":
        return 0.0, 0
    word = words[index][0].lower()
    single = word.removesuffix("s")
    parts = _values("part")
    if word in parts or single in parts:
        return parts[word if word in parts else single], 1
    return 0.0, 0
