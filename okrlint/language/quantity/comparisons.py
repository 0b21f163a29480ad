"""Reads how a measure must stand to its number: at least, below, by, or more."""

from __future__ import annotations

import re
from functools import cache

from okrlint.language.quantity.amount import Amount
from okrlint.language.words import load_entries
from okrlint.letters import plain_letters
from okrlint.reading import Comparison, Measure

FILLER = (
    r"(?:(?:a|an|the|our|its|their|about|around|approximately|approx\.?|roughly|nearly|almost|some|just|only"
    r"|circa|ca\.|total of|average of|median of|score of|rate of|of|first|level of)\s|[~≈±=]\s?)*"
)
"""Words between a comparison or a preposition and its number that change nothing."""


@cache
def _before_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_alternatives('before')}\s?{FILLER}$", re.I)


@cache
def _after_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s[a-z-]+(?=\s(?:at|or)\s))?\s*,?\s?{_alternatives('after')}(?![A-Za-z]|\.?\s\d)",
        re.I,
    )


def _alternatives(place: str) -> str:
    phrases = sorted(_comparisons(place), key=lambda p: (-len(p), p))
    words = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases if p[0].isalpha())
    signs = "|".join(re.escape(p) for p in phrases if not p[0].isalpha())
    either = rf"(?<![A-Za-z-])(?:{words})" + (rf"|(?:{signs})" if signs else "")
    return f"(?P<phrase>{either})"


@cache
def _comparisons(place: str) -> dict[str, Comparison]:
    entries = load_entries("quantity-comparisons")
    return {e.text: Comparison(e.fields[1]) for e in entries if e.fields[0] == place}


def read_comparison(amount: Amount, text: str, *, between: bool = False) -> Comparison:
    """Read the comparison of an amount from its signs and the words beside it."""
    if between:
        return Comparison.BETWEEN
    if amount.sign or (amount.measure is Measure.MULTIPLE and text[amount.start].isalpha()):
        return Comparison.CHANGE
    before = find_before(amount, text)
    if before is not None and before in _OPPOSITES and _is_denied(amount, text):
        return _OPPOSITES[before]
    if before is not None and before is not Comparison.CHANGE:
        change = re.search(
            rf"\bby\s(?:at most|up to)\s{FILLER}$",
            text[: amount.start],
            re.I,
        )
        return Comparison.CHANGE if change else before
    if amount.plus:
        return Comparison.AT_LEAST
    after = _after_pattern().match(text, amount.end)
    if after is not None:
        return _comparisons("after")[_plain(after["phrase"])]
    return before or Comparison.EXACTLY


_OPPOSITES = {
    Comparison.MORE_THAN: Comparison.AT_MOST,
    Comparison.LESS_THAN: Comparison.AT_LEAST,
    Comparison.AT_LEAST: Comparison.LESS_THAN,
    Comparison.AT_MOST: Comparison.MORE_THAN,
}
_DENIED = re.compile(
    r"(?:\b(?:not|never|cannot|no longer|don['’]t|doesn['’]t|won['’]t|can['’]t|mustn['’]t"
    r"|shouldn['’]t|didn['’]t|isn['’]t|aren['’]t)\s(?:(?:to|ever)\s)?(?!only\b|just\b)(?:[a-z]+\s){0,3}?)$",
    re.I,
)


def _is_denied(amount: Amount, text: str) -> bool:
    """Whether the comparison is turned round: "complaints never exceed 12", "not more than 2"."""
    match = _before_pattern().search(text[max(0, amount.start - 60) : amount.start])
    if match is None or _plain(match["phrase"]).startswith(("no ", "not ")):
        return False
    return _DENIED.search(text[: max(0, amount.start - 60) + match.start("phrase")]) is not None


def find_before(amount: Amount, text: str) -> Comparison | None:
    """Find the comparison right before an amount; None when there is none."""
    match = _before_pattern().search(text[max(0, amount.start - 60) : amount.start])
    if match is None:
        return None
    phrase = _plain(match["phrase"])
    if phrase == "by" and amount.measure is Measure.COUNT and _is_agent(text, amount):
        return None
    if phrase.endswith(">") and _ARROW.search(text[: amount.start]):
        return None
    return _comparisons("before").get(phrase)


_ARROW = re.compile(r"(?:[-–—]>|>>|==>|\d\S{0,3}\s?=?>)\s?$")
"""An arrow, or what stands right behind a number for one: "tier 2 => 4"; elsewhere "=>" is "≥"."""


def _is_agent(text: str, amount: Amount) -> bool:
    """Whether "by" names who acts: "adopted by 20 teams"; a change has no doers."""
    return (
        bool(
            re.search(
                r"(?:ed|en|built|made|held|run|read|won)\sby\s(?:\w+\s)?(?:\w+\s)?$",
                text[: amount.start],
            )
        )
        and (amount.unit is None)
        and bool(re.match(r"\s[a-z]", text[amount.end :]))
    )


def _plain(phrase: str) -> str:
    return re.sub(r"\s+", " ", plain_letters(phrase).lower())
