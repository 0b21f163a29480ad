"""Finds which amounts say where a measure stands now: "from 32", "(currently 12%)", "vs. 80 today"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.language.quantity_comparisons import FILLER
from okrlint.language.quantity_joins import Joined
from okrlint.reading import Measure

_ARROW = r"(?:→|⇒|➔|➜|⟶|-{1,2}>|=>|–>|—>|>>)"
_COMPARED = (
    r"(?:(?:at least|at most|less than|fewer than|more than|no more than|under|below|above|over|up to|within"
    r"|lower than|higher than|min|max)\s|[<>≤≥]=?\s?)?"
)
_SOFT = rf"{FILLER}{_COMPARED}{FILLER}"
_FROM = re.compile(
    rf"\bfrom\s(?:(?:last|this|the|our|today|current|currently|its|their|previous|early|late|present|initial|an?)"
    rf"(?:['’]s)?\s|(?:year|quarter|month|week|season|half|level|value|average|baseline|Q[1-4])(?:['’]s)?\s|20\d\d(?:['’]s)?\s)*{_SOFT}$",
    re.I,
)
_TO_GAP = re.compile(
    rf"(?:[\s,]+(?!to\b|by\b|and\b|or\b)[\w/%'’().:-]+){{0,7}}?[\s,]*(?:\s(?:down |up )?to\b|{_ARROW}|\b(?:down|up) to\b)\s?{_SOFT}",
    re.I,
)
_ARROW_GAP = re.compile(rf"[\s\w%/.)]{{0,20}}?\s?{_ARROW}\s?{_SOFT}")
_LOOSE_TO = re.compile(rf"(?:\s[\w%]+)?\sto\s{_SOFT}")
_UP_FROM = re.compile(
    rf"\b(?:up|down|rising|falling|lowered|reduced|increased|increase|raised|climbs?|drops?|fell|grown|grew|improved|instead)"
    rf",?\s(?:from|of)\s(?:(?:the|our|a|an|last|current|today['’]s|\w+['’]s)\s|(?:year|quarter|month|week|season)(?:['’]s)?\s)*{_SOFT}$",
    re.I,
)
_CUE_BEFORE = re.compile(
    r"(?:\b(?:currently|current(?:ly)?(?: (?:at|is|value|level|state|rate|average|score))?|presently|previously|previous(?:ly)?"
    r"|baseline(?: (?:of|is|at|was|value))?|starting (?:at|from|point|value)|before|formerly|as[- ]is|status quo|today(?: it)?(?:['’]s| is|s)?"
    r"|now(?: at| it is| is)?|was|were|had been|has been|used to be|we are at|we're at|it is|it's"
    r"|(?:in |on )?(?:last|the last|prior|previous) (?:year|quarter|month|week|season|half|cycle|period|time|audit|survey|sprint|term|spring|summer|autumn|fall|winter)(?:['’]s)?(?: level of| of| was)?"
    r"|(?:vs|versus)\.?|against|compared (?:with|to)|relative to|over|rather than|instead of|on top of|on|from|as opposed to|in contrast to)"
    r"(?:\s(?:a|an|the|our|today['’]s|last (?:year|quarter|month|week|season|half)(?:['’]s)?|current|\d{4}|Q[1-4]|baseline|level|figure|average|of))*"
    rf"\s?[:=]?\s?{_SOFT})$",
    re.I,
)
_WEAK = re.compile(
    rf"\b(?:over|on|before|on top of|from|against|relative to|it is|it's)(?:\s(?:the|a|an|our|of))*\s?[:=]?\s?{_SOFT}$", re.I
)
"""Cues that say "now" only together with a word of time behind or inside them."""
_CUE_AFTER = re.compile(
    r"(?:\s[a-z/%-]+){0,3}?[\s,]*(?:\b(?:today|now(?! on)|currently|at present|so far|to date|already|at the moment|right now|as of (?:now|today)|previously"
    r"|current(?:ly)?\b|baseline|before)\b|\(?(?:in )?(?:last|the last|the previous|the prior) (?:year|quarter|month|week|season|half|time|cycle|audit|survey|term)\b)",
    re.I,
)
_TIME_INSIDE = re.compile(r"today|current|last|now|level|previous|baseline|already|moment|so far|present", re.I)
_PAST_YEAR = re.compile(r"\s(?:in|at the end of|for|during)\s(?:(?:early|late|Q[1-4]|H[12])\s)?(?:19|20)\d\d\s?\)")


def find_baselines(joined: Sequence[Joined], text: str) -> dict[int, int | None]:
    """Find the amounts that are baselines: index of each -> index of its target, or None.

    A baseline without a target ("currently 3") belongs to the amount before it, else behind it.
    """
    found: dict[int, int | None] = {}
    for index, item in enumerate(joined):
        following = joined[index + 1] if index + 1 < len(joined) else None
        if index in found.values():
            if _is_cued(item, joined, index, text) != "strong" or _has_from_target(joined, index, found):
                continue
        if following is not None and _is_from_to(item, following, text):
            found[index] = index + 1
        elif _is_cued(item, joined, index, text):
            found[index] = None
    targets = [i for i in range(len(joined)) if i not in found]
    for index in [i for i, target in found.items() if target is None or target in found]:
        found[index] = _nearest(index, targets)
    return found


def _has_from_target(joined: Sequence[Joined], index: int, found: dict[int, int | None]) -> bool:
    return found.get(index - 1) == index and len(joined) > index


def _nearest(index: int, targets: Sequence[int]) -> int | None:
    before = [t for t in targets if t < index]
    after = [t for t in targets if t > index]
    return before[-1] if before else (after[0] if after else None)


def _is_from_to(first: Joined, second: Joined, text: str) -> bool:
    """Whether two amounts read "from A to B", "A → B"."""
    gap = text[first.amount.end : second.amount.start]
    if second.amount.measure in (Measure.ALL, Measure.ORDINAL):
        return False
    if _ARROW_GAP.fullmatch(gap):
        return True
    if not _FROM.search(text[: first.amount.start]):
        falls = first.amount.value is not None and second.amount.value is not None and (
            first.amount.value > second.amount.value
        )
        same = first.amount.unit == second.amount.unit and first.amount.unit is not None
        return (falls or same) and _LOOSE_TO.fullmatch(gap) is not None
    return _TO_GAP.fullmatch(gap) is not None


def _is_cued(item: Joined, joined: Sequence[Joined], index: int, text: str) -> str:
    """How strongly words beside an amount say that it is the present state: strong, weak or ""."""
    before, behind = text[: item.amount.start], text[item.amount.end :]
    if item.amount.measure in (Measure.ALL, Measure.ORDINAL) or item.between:
        return ""
    if _UP_FROM.search(before) or re.search(rf"\(\s?(?:up |down )?from\s{_SOFT}$", before, re.I):
        return "strong"
    cue = _CUE_BEFORE.search(before)
    after = _CUE_AFTER.match(behind)
    if cue and (not _WEAK.search(before) or _TIME_INSIDE.search(cue[0])):
        return "strong" if not _asks_future(before[: cue.start()]) else ""
    if after and not re.match(r"[\s\w]*\b(?:already|before)\b", after[0]):
        return "strong"
    if after and re.search(r"already", after[0]):
        return "strong" if index or len(joined) > 1 else "weak"
    if _PAST_YEAR.match(behind) and re.search(r"\(\s?$", before):
        return "strong"
    return "strong" if _is_reversed(item, joined, index, text) else ""


def _asks_future(before: str) -> bool:
    return bool(re.search(r"\b(?:until|from)\s$", before, re.I))


def _is_reversed(item: Joined, joined: Sequence[Joined], index: int, text: str) -> bool:
    """Whether "from A" follows its target: "to $188 from $164", "a fifth, from 1,500 a month"."""
    if index == 0 or not _FROM.search(text[: item.amount.start]):
        return False
    last = joined[index - 1].amount
    gap = text[last.end : item.amount.start]
    if len(gap) > 40 or re.search(r"[;.]\s", gap):
        return False
    named = re.search(r"from\s(?:last|today|the current|\w+['’]s)", gap)
    led = re.search(r"\b(?:to|by|at|down|up|a)\s(?:\S+\s)?$", text[: last.start]) or last.measure is Measure.RATIO
    things = re.match(r"\s(?!by\b|to\b|in\b|at\b|a\b|an\b|per\b|and\b|last\b)[a-z]", text[item.amount.end :])
    return bool(named) or (bool(led) and item.amount.measure is not None and not (things and item.amount.unit is None))
