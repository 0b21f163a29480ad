from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from okrlint import (
    Bad,
    Comparison,
    Context,
    Good,
    KeyResult,
    KeyResultRule,
    Measure,
    Problem,
    Quantity,
    Reading,
    Severity,
)
from okrlint_rules.sources import COURSE
from okrlint_rules.words import DOWN, UP, same_unit

_WHOLE = re.compile(
    r"\b(of (?:all|our|the|its|their)|of (?:users|customers|teams|people|members|requests))\b"
    r"(?!.*\b(?:last|previous|prior|budget\w*|plan\w*|target\w*|quotas?|goals?|usual)\b)",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(r"\b(?:so that|such that|so)\b|[;:]", re.IGNORECASE)
"""Behind these words another measure may move the other way."""
_RANK = re.compile(r"\b(?:rank\w*|position|place)\b", re.IGNORECASE)
"""A better rank is a smaller number."""
_WHOLE_PERCENT = 100
_HELD = re.compile(
    r"\b(?:keep|kept|hold|held|maintain\w*|sustain\w*|retain\w*|preserv\w+|stays?|stayed|steady"
    r"|stable|remain\w*|keeps|holds)\b",
    re.IGNORECASE,
)
"""What is to stay as it is has a target that equals its baseline."""
_MOVES = re.compile(r"\bfrom\b|→|[-=–—]>", re.IGNORECASE)
"""Two equal numbers are a baseline and a target where these stand before the second."""
_PART = re.compile(
    r"(?P<part>\d{1,6})(?:\s(?:out\s)?of\s(?:the\s|our\s|all\s)?(?P<whole>\d{1,6})(?![\d.,/:%])"
    r"|\s?/\s?(?P<stars>\d{1,2})\sstars)"
)


class TargetContradiction(KeyResultRule):
    """The numbers say the opposite of the words, or cannot be reached.

    "Reduce waiting time from 4 to 6 minutes" is a slip of the pen, and the team will be held to
    it. So are a target equal to its baseline, and more than 100 % of a whole.
    """

    name = "target-contradiction"
    code = "KR009"
    summary = "the numbers contradict the words"
    severity = Severity.ERROR
    criterion = "Measurable and verifiable: specific, objective metrics"
    sources = (COURSE,)
    covers = ("stretch",)
    examples = (
        Bad("- Reduce the waiting time from 4 to 6 minutes", where="6 minutes"),
        Bad("- Increase NPS from 45 to 32"),
        Bad("- Raise the renewal rate from 80 % to 80 %"),
        Bad("- 120 % of all members vote"),
        Bad("- 800 season tickets sold (baseline 950)", where="800"),
        Bad(
            "# Q3 2025\n\n## Objective: Fill the hall\n\n| Key result | Baseline | Target |\n"
            "|---|---|---|\n| Tickets sold | 950 | 800 |\n",
            where="800",
        ),
        Bad("- Complaints about late trains drop from 40 to 60 a week"),
        Bad("- Guests give the tour 6 of 5 stars", where="6"),
        Bad("- Higher turnout at the fair, from 800 to 600"),
        Bad(
            "# Q3 2025\n\n## Objective: Serve fast\n\n| Key result | Baseline | Target |\n"
            "|---|---|---|\n| Cut the wait at the desk | 4 min | 6 min |\n",
            where="6 min",
        ),
        Good(
            "# Q3 2025\n\n## Objective: Serve fast\n\n| Key result | Baseline | Target |\n"
            "|---|---|---|\n| Cut the wait at the desk | 9 min | 6 min |\n"
            "| Wait at the desk | 4 min | 6 min |\n| Raise our place in the ranking | 9 | 4 |\n"
        ),
        Good(
            "# Q3 2025\n\n## Objective: Serve fast\n\n| Key result | Baseline | Target |\n"
            "|---|---|---|\n| 90 % of parcels arrive (cut losses) | 70 % | 90 % |\n"
        ),
        Good("- Hold the share of late trains at 2 % (from 2 % to 2 %)"),
        Good("- Cut the wait for a first visit from 2 weeks to 9 days"),
        Good("- Increase the price of a season ticket from $900 to $1.2k"),
        Good("- Lower the age limit so that sign-ups grow from 300 to 500"),
        Good("- Raise our place in the city ranking from 40 to 12"),
        Good("- Reduce the share of late trains by 20 % to 8 %"),
        Good("- 120 % of the seats of last season are sold"),
        Good("- Win more shops with fewer visits: from 20 to 30"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        found = False
        for quantity in reading.quantities:
            for message in _contradictions(reading, quantity):
                span = key_result.prose.source_span(quantity.start, quantity.end)
                yield Problem(message, span)
                found = True
                break
        if not found:
            yield from _beside(key_result, reading)


def _beside(key_result: KeyResult, reading: Reading) -> Iterator[Problem]:
    """What columns or sub-bullets say against the words: "Cut the wait", from 4 to 6."""
    start, goal = key_result.field("baseline"), key_result.field("target")
    was, now = (_PLAIN.fullmatch(p.text.strip()) if p else None for p in (start, goal))
    if goal is None or was is None or now is None or was["unit"] != now["unit"]:
        return
    words = _ASIDE.sub("", reading.text)
    up, down = UP.search(words) or _gained(words), DOWN.search(words)
    if bool(up) == bool(down) or _RANK.search(reading.text) or _HELD.search(reading.text):
        return
    baseline, target = (float(match["value"].replace(",", "")) for match in (was, now))
    said, goes = (up, "up") if up else (down, "down")
    if said and (target <= baseline if up else target >= baseline):
        then = "stays" if target == baseline else "goes down" if up else "goes up"
        message = f'"{said[0]}" goes {goes}, but {baseline:g} to {target:g} {then}'
        yield Problem(message, goal.span)


_GAINED = re.compile(
    r"\b(?:sold|won|hired|recruited|signed|enrolled|donated|subscribed)\b", re.IGNORECASE
)
"""Of what is won, nobody wants less."""
_LESS = re.compile(
    r"\b(?:less|fewer|max(?:imum)?|at\smost|no\smore|below|under|cap|limit|only)\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^()]*\)")
"""What stands in brackets may say the same from the other side: "(so failures fall)"."""
_PLAIN = re.compile(r"[$€£]?(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<unit>%|[^\W\d]*)")
"""A value that is one number with its unit; "3 of 12" and "0.5-1" say more."""


def _contradictions(reading: Reading, quantity: Quantity) -> Iterator[str]:
    value, baseline = quantity.value, quantity.baseline
    if value is None or not quantity.given:
        return
    if baseline is not None and quantity.comparison is not Comparison.CHANGE:
        before = _NEXT_CLAUSE.split(reading.text[: quantity.start])[-1]
        if _RANK.search(before) or not same_unit(reading.text, quantity):
            return
        up, down = UP.search(before), DOWN.search(before)
        gained = None if up or down else _gained(reading.text)
        if value == baseline and _MOVES.search(before) and not _HELD.search(before):
            yield f"the target equals the baseline ({baseline:g}): nothing would change"
        elif gained and value < baseline:
            yield f"{value:g} {gained[0]} would be fewer than the {baseline:g} of today"
        elif up and not down and value < baseline:
            yield f'"{up[0]}" goes up, but {baseline:g} to {value:g} goes down'
        elif down and not up and value > baseline:
            yield f'"{down[0]}" goes down, but {baseline:g} to {value:g} goes up'
    if quantity.measure in (Measure.COUNT, Measure.RATIO) and (part := _part(reading, quantity)):
        yield part
    after = reading.text[quantity.end :]
    over = quantity.measure is Measure.PERCENT and value > _WHOLE_PERCENT
    if over and quantity.comparison is not Comparison.CHANGE and _WHOLE.match(after.lstrip()):
        yield f"more than a whole: {value:g} % of it cannot be reached"


def _gained(text: str) -> re.Match[str] | None:
    """The word for what is won, in a text that does not ask for less of it."""
    return None if _LESS.search(text) else _GAINED.search(text)


def _part(reading: Reading, quantity: Quantity) -> str:
    """What is wrong with "11 of 10 boxes", "6 of 5 stars"; "" where the part fits the whole."""
    match = _PART.match(reading.text, quantity.start)
    if match is None or int(match["part"]) <= int(match["whole"] or match["stars"]):
        return ""
    return f"{match['part']} of {match['whole'] or match['stars']}: more than there are"
