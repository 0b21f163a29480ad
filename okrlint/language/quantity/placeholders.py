"""Finds numbers that are meant and not given: "X%", "TBD", "[N]", and hidden ones: "[redacted]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.language.quantity.amount import Amount
from okrlint.reading import Measure

_BLANK = r"X{1,3}|x{2,3}|N{1,2}|n|Y{1,2}|Z|\?{1,3}|_{2,}|#{1,3}|TBD|tbd"
_SLOT = (
    rf"(?:{_BLANK}|x|y|(?:number|share|amount)(?: of [a-z]+)?|value|new target|target|baseline"
    r"|current|today|now|start|goal|metric|insert [a-z]+)"
    r"(?:\s(?:value|level|number|unknown|here|TBD))?"
)
_BRACED = rf"(?:\{{\{{\s?[\w .-]{{0,30}}\s?\}}\}}|[\[<({{]\s?{_SLOT}\s?[\])>}}])"
"""A slot of a template: "[current]", "<target>", "{{ value }}", "[baseline unknown]"."""
_PLACEHOLDER = re.compile(
    rf"(?<![\w#.])(?:(?:{_BRACED}|(?:{_BLANK}|x))"
    r"\s?(?:%|percent\b|percentage points\b|pp\b|[kKM]\b|GB\b|ms\b|hours\b|days\b|minutes\b)"
    rf"|(?!\(){_BRACED}"
    r"|T\.?B\.?[DAC]\b\.?|tb[dac]\b|\?{2,3}|_{2,}(?!\w)|X{2,3}(?=\s))"
)
_UNKNOWN = (
    r"(?:TBD|TBC|n\s?/\s?a|n\.a\.|unknown|unmeasured|\?+|_+|[XYN]|…|\.{3}"
    r"|to be (?:determined|measured|defined|established|set|confirmed)"
    r"|not (?:yet )?(?:known|measured|established|determined))"
)
_NO_START = re.compile(
    rf"(?:(?<=\bfrom\s)(?P<start>{_UNKNOWN})(?=\s?%?\s?(?:to\b|→|⇒|-{{1,2}}>))"
    rf"|\bbaseline\s?(?:[:=]|is|are|of|,)?\s?(?P<said>{_UNKNOWN})(?![\w/]))",
    re.I,
)
"""A baseline that nobody knows yet, however it is written."""
_FEW = r"(?:(?!(?:and|or|to|in|on|at|by|for|with|is|are|has|every|each|per)\b)[a-z-]+\s){1,2}"
_MANY = r"(?:[a-z]+(?<!s)s|people|children|staff)\b"
_COUNTED = re.compile(
    rf"(?:^|(?<=[a-z]\s))(?:(?P<letter>[XNYZ])(?=\s(?:{_FEW}{_MANY}|people\b|children\b))"
    rf"|(?<=[a-z]\s)x(?!\s(?:axis|axes|ray))(?=\s(?:{_FEW})?{_MANY})|[Xx]\samount(?=\sof\s[a-z])"
    r"|(?:NN(?!\s(?:model|network|layer|weight)s?\b)|XX|YY|#{1,2}|…|\.{3}|\((?:x|X|n|N)\))"
    rf"(?=\s(?:{_FEW})?{_MANY})"
    r"|A\s?%(?=\sof\b))"
    r"|(?<=\bby\s)A\s?%(?=[\s.,;]|$)"
)
"""A mark for a number of things: "find X partner projects", "win # clubs", "a rise by A %"."""
_OF_A_PLACE = re.compile(r"\b(?:on|via|through|at|called|named|for)\s$", re.I)
_LETTER = re.compile(r"(?<![\w#.$€£-])(?P<letter>[XNYZ])(?=\s(?P<next>[a-z]+s)\b|[\s,.;)]|$)")
_LED = re.compile(
    r"(?:\b(?:from|to|by|at|least|most|than|of|above|below|under|over|reach|hit|have|get)|[<>≤≥=~→])\s?$",
    re.I,
)
_NAMED = re.compile(
    r"\b(?:class|factor|formula|gate|generation|grade|group|level|model|option|phase|plan|product"
    r"|series|site|size|type|variant|version|vitamin|wing|zone)\s$"
    r"|(?:%|\bpercent)\sof\s(?:all\s|our\s|the\s)?$",
    re.I,
)
"""What makes a letter behind it a name: "Generation X", "size XX", "40 % of X users"."""
_REDACTED = re.compile(
    r"[█▇▉■]{2,}(?:\s?%)?|[\[(<]\s?(?:redacted|confidential|hidden|removed|private|undisclosed)\s?[\])>]"
    r"|(?<!\w)redacted(?!\w)|(?:[$€£]\s?)(?:[XNY]{1,3}|\*{2,}|_{2,})(?![A-Za-z0-9])[kKMmB]?\s?"
    r"|[\[(]\s?[_*]{0,2}N(?:<sub>\d*</sub>|_?\d{1,2}|[₀-₉]{1,2})[_*]{0,2}\s?[\])](?:\s?%)?"
    r"|\*{3,}(?:\s?%)?",
    re.I,
)


def find_placeholders(text: str) -> Iterator[Amount]:
    """Yield placeholders and redactions in order, without overlaps."""
    found = [_amount(m, Measure.REDACTED) for m in _REDACTED.finditer(text)]
    blanks = [m for m in _PLACEHOLDER.finditer(text) if not _is_name(text, m)]
    blanks += [m for m in _COUNTED.finditer(text) if not _OF_A_PLACE.search(text[: m.start()])]
    found += [_unknown(m) for m in _NO_START.finditer(text)]
    blanks += [m for m in _LETTER.finditer(text) if not _is_name(text, m) and _is_blank(text, m)]
    found += [_amount(m, Measure.PLACEHOLDER) for m in blanks]
    end = 0
    for amount in sorted(found, key=lambda a: (a.start, -a.end)):
        if amount.start >= end:
            yield amount
            end = amount.end


def fill_placeholders(text: str) -> str:
    """The text with a number wherever one is meant: "coach X people" as "coach 20 people".

    What a statement promises does not depend on which number it will be.
    """
    parts: list[str] = []
    end = 0
    for blank in find_placeholders(text):
        said = text[blank.start : blank.end]
        money, share = "$" if "$" in said else "", "%" if "%" in said else ""
        parts += [text[end : blank.start], money, "20", share]
        end = blank.end
    return "".join([*parts, text[end:]])


def says_unknown(text: str) -> bool:
    """Whether a baseline is named and nobody knows it: "from ? to 40", "(baseline: TBD)"."""
    return _NO_START.search(text) is not None


def _unknown(match: re.Match[str]) -> Amount:
    name = "start" if match["start"] else "said"
    return Amount(match.start(name), match.end(name), Measure.PLACEHOLDER, None)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether bare letters are a part of a name, not a number left out."""
    return match[0].strip().isalpha() and _NAMED.search(text[: match.start()]) is not None


_FROM_NUMBER = re.compile(
    r"(?:\bfrom\s[^\s\d]{0,2}\d[^\s,;]{0,12}(?:\s(?:%|[a-z]{1,12}))?\s(?:down\s|up\s)?to"
    r"|\d\s?%?\s?(?:→|[-–]+>))\s?$"
)
"""Where it stands, and a letter for where it will be: "from 40 to X a month"."""


def _is_blank(text: str, match: re.Match[str]) -> bool:
    """Whether a lone capital stands for a number: "X users", "from X to Y", not "on X"."""
    before = text[: match.start()]
    if re.search(r"\b[A-Z]{2,}\s$", before):
        return False  # the end of a name: "Mac OS X"
    if match["next"] or _FROM_NUMBER.search(before):
        return True
    if not text[match.end() :].strip(" .") and re.search(
        r"\b(?:to|by|at|of|than|reach|hit)\s$", before, re.I
    ):
        return True
    partner = re.search(r"\b[XNYZ]%?\s(?:to|→|->|and)\s$", before) or re.match(
        r"\s(?:to|→|->)\s[XNYZ]\b", text[match.end() :]
    )
    return partner is not None and (
        _LED.search(before) is not None or bool(re.search(r"[XNYZ]%?\s\S+\s$", before))
    )


def _amount(match: re.Match[str], measure: Measure) -> Amount:
    end = match.end() - (len(match[0]) - len(match[0].rstrip()))
    unit = "%" if "%" in match[0] else None
    return Amount(match.start(), end, measure, None, unit)
