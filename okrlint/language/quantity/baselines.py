"""Finds the amounts that say where a measure stands: "from 32", "(currently 12%)", "80 today"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from okrlint.language.quantity.amount import Amount, Joined
from okrlint.language.quantity.comparisons import FILLER
from okrlint.language.quantity.degrees import degrees, names_degrees
from okrlint.language.quantity.earlier import is_earlier
from okrlint.language.quantity.worded import RANK
from okrlint.language.words import load_kind
from okrlint.reading import Measure

ARROW = r"(?:→|⇒|➔|➜|⟶|-{1,3}>|={1,2}>|–>|—>|>>)"
_COMPARED = (
    r"(?:(?:at least|at most|less than|fewer than|more than|no more than|under|below|above|over"
    r"|up to|within|lower than|higher than|min|max|just)\s|[<>≤≥]=?\s?)?"
)
SOFT = rf"{FILLER}{_COMPARED}{FILLER}"
"""Words between a preposition and its number that change nothing here."""
_TIME = (
    r"(?:day|week|month|quarter|year|half|season|sprint|cycle|term|time|period|audit|survey|test"
    r"|count|round|spring|summer|autumn|fall|winter|release)"
)
_LAST = rf"(?:last|previous|prior|past|yester)[\s-]?{_TIME}(?:['’]s)?"
_THEN = (
    rf"(?:{_LAST}|today(?:['’]s)?|current(?:ly)?|existing|present|baseline|(?:19|20)\d\d(?:['’]s)?"
    r"|now)"
)
_DATED = rf"(?:(?:the|our|its)\s)?{_THEN}"
_OWNER = (
    rf"(?:\s(?:{_THEN}|a|an|the|our|its|their|level|figure|value|average|mean|rate|of|in|from|at))*"
)
_FROM = re.compile(rf"\bfrom{_OWNER}\s{SOFT}$", re.I)
_UP_FROM = re.compile(
    r"(?:\b(?:up|down|rising|falling|lowered|reduced|increased|increase|raised|climbs?|drops?|fell"
    r"|grown|grew|improved|halved|doubled|half|cut),?|\()\s?(?:up\s|down\s)?"
    rf"from{_OWNER}\s{SOFT}$",
    re.I,
)
_TO_GAP = re.compile(
    rf"(?:\s?/\s?[a-z]+)?(?:\s?\([^()]{{0,24}}\))?"
    r"(?:[\s,]+(?!to\b|by\b|and\b|or\b)[\w/%'’().:-]+){0,7}?"
    rf"[\s,]*(?:\s(?:down |up )?to\b|{ARROW})\s?{SOFT}",
    re.I,
)
_ARROW_GAP = re.compile(rf"[\s\w%/.()]{{0,24}}?\s?(?:{ARROW}|(?<=\s)>(?=\s))\s?{SOFT}")
_DOWN_GAP = re.compile(rf"(?:\s[\w-]+){{0,4}}\s(?:up|down|back)\sto\s{SOFT}")
_LOOSE_GAP = re.compile(rf"(?:\s[\w%]+)?\sto\s{SOFT}")
_AIM_GAP = re.compile(
    r"[^.]{0,40}?(?:\b(?:target(?:ing)?|goal|aim(?:ing)?|objective|rest)\b)[^.]{0,25}?", re.I
)
_HIGHER_AIM = re.compile(r"\b(?:stretch|annual|yearly|overall|long-term|year)\b", re.I)
"""What makes an aim one beyond the target: "400 visitors (target for the year: 600)"."""
_LAST_BEHIND = re.compile(
    r"(?:\s(?!(?:from|vs|versus|with|against|to|compared|by|than)\b)[\w/%-]+){0,4}?[\s,]*\(?"
    r"(?:(?:in|at the end of|at the beginning of|on average|during)\s)*"
    rf"(?:{_LAST}|the year before|a year ago|the beginning of the year|the start)\b(?!\s?[:=])",
    re.I,
)
_ADDED_GAP = re.compile(r"(?:\s(?!and\b|or\b|to\b)[\w%-]+){1,3},\s")
"""What stands between a target and the level that an earlier time is told to have had."""
_TIME_BEFORE = re.compile(
    rf"\d\S*(?:\s(?!and\b|or\b|to\b)[\w%-]+){{0,3}},\s(?:the\s)?{_LAST}(?<![’']s)"
    r"(?:\s?[:=]|\s(?:was|were|had|at|it was))?\s$",
    re.I,
)
"""An earlier time that leads in the level it had: "310 seats, last year 260"."""
_YEAR_BEHIND = re.compile(r"(?:\s[\w/%-]+){0,4}?\s\(?(?:in\s)?(?:FY\s?)?((?:19|20)\d\d)\b")
_NEAR = 120
"""How many characters around a number are searched for words that belong to it."""


@cache
def _cue_before(place: str) -> re.Pattern[str]:
    colon = (
        r"\s?[:=]"
        if place.endswith("colon")
        else r"(?:\s?[:=]|\s(?:at|is|of|was|it|to|stands|about))*"
    )
    dated = rf"\s{_DATED}{_OWNER}" if place.endswith("dated") else _OWNER
    return re.compile(rf"(?<![\w-])(?:{_any_of(place)}){dated}{colon}\s?{SOFT}$", re.I)


@cache
def _in_words() -> str:
    """Amounts in words behind a word of now, which is theirs: "within 2 hours (now two days)"."""
    numbers = "|".join(sorted(load_kind("numbers", "cardinal")))
    units = r"day|half|hour|minute|month|quarter|third|week|year"
    return rf"(?:none|{numbers}|an?\s(?:{units}))\b"


@cache
def _cue_after(place: str) -> re.Pattern[str]:
    gap = 0 if place == "after-second" else 3
    stop = (
        r"(?!(?:from|vs|versus|with|against|on|over|above|below|than|to|compared|by|in|and|before|until"
        r"|within)\b)"
    )
    amount = rf"{SOFT}(?:[\d$€£]|{_in_words()})"
    not_next = rf"(?!\s?[:=]?\s?(?:{amount}|(?:on|and|to be|not|un\w+|tb[cd]|n/a)\b))"
    return re.compile(
        rf"(?:\s{stop}[a-z/%-]+){{0,{gap}}}?(?:[\s,]*|\s?\((?=[\w\s]+\)))\b(?:{_any_of(place)})\b{not_next}",
        re.I,
    )


def _any_of(place: str) -> str:
    phrases = sorted(load_kind("quantity-baselines", place), key=lambda p: (-len(p), p))
    return "|".join(re.escape(p) for p in phrases)


def find_baselines(
    joined: Sequence[Joined], text: str, ahead: Sequence[tuple[int, int]] = ()
) -> dict[int, int | None]:
    """Find the amounts that are baselines: index of each -> index of its target, or None.

    `ahead` are the places of the text that name a time in the cycle itself.

    A baseline beside its target ("from 3 to 5") has that one; another ("currently 3") belongs to
    the amount before it, else to the one behind it.
    """
    found: dict[int, int | None] = {}
    for index, item in enumerate(joined):
        if _is_no_level(item.amount) or item.between:
            continue
        following = joined[index + 1].amount if index + 1 < len(joined) else None
        reached = found.get(index - 1) == index
        if not reached and following is not None and _is_from_to(item.amount, following, text):
            found[index] = index + 1
        elif item.amount.measure is Measure.PLACEHOLDER:
            continue
        elif not reached and is_standing(index, joined, text, ahead):
            found[index] = None
    targets = [i for i in range(len(joined)) if i not in found]
    for index in [i for i, target in found.items() if target is None]:
        taken = [t for t in found.values() if t is not None]
        found[index] = _nearest(index, [t for t in targets if t not in taken])
    return found


def _is_no_level(amount: Amount) -> bool:
    """Whether an amount can say no state of a measure; a rank can."""
    if amount.measure is Measure.ORDINAL:
        return amount.unit != RANK
    return amount.measure in (Measure.ALL, Measure.REDACTED) or amount.sign == "+"


def _nearest(index: int, targets: Sequence[int]) -> int | None:
    before = [t for t in targets if t < index]
    after = [t for t in targets if t > index]
    return before[-1] if before else (after[0] if after else None)


def _alike(one: Amount, other: Amount) -> bool:
    """Whether two amounts can be levels of one measure."""
    plain = (Measure.COUNT, Measure.NONE, Measure.RATIO, Measure.POINTS)
    if one.measure in plain or other.measure in plain:
        units = {one.unit, other.unit} - {None}
        return len(units) < 2
    return one.measure is other.measure


def _is_from_to(first: Amount, second: Amount, text: str) -> bool:
    """Whether two amounts read "from A to B", "A → B", "A down to B", "A, target B"."""
    gap = text[first.end : second.start]
    if len(gap) > _NEAR:
        return False
    if second.measure is not Measure.REDACTED and _is_no_level(second):
        return False
    if _ARROW_GAP.fullmatch(gap):
        return True
    if _FROM.search(text[max(0, first.start - _NEAR) : first.start]):
        return _TO_GAP.fullmatch(gap) is not None
    if not _alike(first, second):
        return False
    if _is_degree(first, second, text):
        return False
    if _DOWN_GAP.fullmatch(gap) or (_AIM_GAP.fullmatch(gap) and not _HIGHER_AIM.search(gap)):
        return True
    falls = (first.value or 0) > (second.value or 0) and second.value is not None
    same = first.unit == second.unit and first.unit is not None
    named = bool(re.search(r":\s?$", text[: first.start]))
    return (falls or same or named or bool(first.sign)) and _LOOSE_GAP.fullmatch(gap) is not None


def _is_degree(first: Amount, second: Amount, text: str) -> bool:
    """Whether two amounts are targets of two degrees: "commit 20, target 30", "≥ 30 (min)"."""
    before = re.split(r"[,;/|()]", text[: first.start])[-1]
    gap, behind = text[first.end : second.start], text[second.end : second.end + 16]
    led = degrees().search(before) and degrees().search(gap)
    marked = re.match(r"[^,;|]{0,20}\(\s?(?:min|commit|floor|base)", gap) and "(" in behind
    return bool(led or marked) or names_degrees(text)


def is_standing(
    index: int, joined: Sequence[Joined], text: str, ahead: Sequence[tuple[int, int]] = ()
) -> bool:
    """Whether words beside an amount say that it is the present or a past state."""
    amount = joined[index].amount
    before, behind = text[max(0, amount.start - _NEAR) : amount.start], text[amount.end :][:_NEAR]
    near = range(max(0, index - 4), min(len(joined), index + 5))
    others = [joined[i].amount for i in near if i != index and _alike(amount, joined[i].amount)]
    if _UP_FROM.search(before) or _cue_before("before-colon").search(before):
        return True
    cue = _cue_before("before").search(before)
    if cue:
        return not re.search(r"\b(?:until|from|not)\s$", before[: cue.start()], re.I)
    of_now = amount.measure is not Measure.MULTIPLE  # "3x the current load" is the target
    if _cue_before("against-dated").search(before) or (
        of_now and _cue_after("after").match(behind)
    ):
        return True
    bracketed = re.search(r"\([^()]*$", before) is not None
    if bracketed and (_cue_after("after-paren").match(behind) or _LAST_BEHIND.match(behind)):
        return True
    if others and _cue_after("after-second").match(behind):
        return True
    if is_earlier(amount, others, text, ahead):
        return True
    past = bool(others) and _is_past(index, joined, text)
    return past or _is_reversed(index, joined, text)


def _is_past(index: int, joined: Sequence[Joined], text: str) -> bool:
    """Whether one of two alike amounts has the earlier time or stands against the other."""
    amount = joined[index].amount
    before, behind = text[: amount.start], text[amount.end :]
    if _cue_before("against").search(before):
        return any(j.amount.end <= amount.start for j in joined)
    last = index + 1 >= len(joined)
    rest = behind if last else text[amount.end : joined[index + 1].amount.start]
    time = _LAST_BEHIND.match(rest)
    if time and not (not last and _leads(time[0], rest[time.end() :])):
        gap = text[joined[index - 1].amount.end : amount.start] if index else ""
        directly = re.match(r"[,\s]*\(?(?:in\s|the\s)*(?:last|previous|prior|past)\b", rest, re.I)
        # The last one: "35 %, 22 % in the last survey", or "310 seats sold, 260 last year"
        return not last or gap == ", " or (bool(directly) and bool(_ADDED_GAP.fullmatch(gap)))
    if index and last and _TIME_BEFORE.search(before):
        return True
    year = _YEAR_BEHIND.match(rest)
    if year is None or last:
        return False
    later = _YEAR_BEHIND.match(text[joined[index + 1].amount.end :])
    return later is not None and int(later[1]) > int(year[1])


def _leads(time: str, rest: str) -> bool:
    """Whether a time behind an amount is that of the next one: "310 seats (last year 260)"."""
    apart = re.search(r"[(,]\s*\S+\s\S+$", time) is not None
    return (
        apart and re.fullmatch(rf"\s?(?:[:=]|was|were|at|it was)?\s?{SOFT}", rest, re.I) is not None
    )


def _is_reversed(index: int, joined: Sequence[Joined], text: str) -> bool:
    """Whether "from A" follows its target: "to $188 from $164", "a fifth, from 1,500 a month"."""
    amount = joined[index].amount
    if index == 0 or not _FROM.search(text[max(0, amount.start - _NEAR) : amount.start]):
        return False
    last = joined[index - 1].amount
    gap = text[last.end : amount.start]
    if len(gap) > 40 or re.search(r"[;.]\s", gap):
        return False
    if re.search(rf"from\s{_DATED}", gap, re.I):
        return True
    led = re.search(r"\b(?:to|by|at|down|up|a)\s(?:\S+\s)?$", text[: last.start])
    things = re.match(
        r"\s(?!by\b|to\b|in\b|at\b|a\b|an\b|per\b|and\b|last\b)[a-z]", text[amount.end :]
    )
    named = things is not None and amount.unit is None
    return (led is not None or last.measure is Measure.RATIO) and not named
