from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    KeyResult,
    KeyResultRule,
    Measure,
    Problem,
    Severity,
    Source,
    Suggestion,
)
from okrlint_rules.words import DOWN, quote

_VANITY = re.compile(
    r"\b((?:twitter|instagram|linkedin|tiktok|facebook|youtube|github|social)\s+)?"
    r"(followers?|likes|page ?views|impressions|downloads|app installs|github stars|retweets)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:becom\w+|turn\w*|convert\w*|pay\w*|buy\w*|book\w*|visit\w*|donat\w+|subscrib\w+|sign\w*"
    r"|join\w*|come|comes|return\w*|renew\w*|into)\b",
    re.IGNORECASE,
)
"""Behind followers: what they do beside following, and that is what is counted."""
_COUNTS = (Measure.COUNT, Measure.MULTIPLE, Measure.PERCENT)


class VanityMetric(KeyResultRule):
    """Followers and views can grow while nothing gets better.

    They count attention once, not use or value. For a media team they may be the outcome itself,
    so this rule is off by default.
    """

    name = "vanity-metric"
    code = "KR016"
    summary = "key result counts attention, not use"
    severity = Severity.NOTE
    criterion = "A metric that shows value, not attention"
    sources = (
        Source("OKR Orca: OKR anti-patterns"),
        Source("pm-skills: OKR writer, anti-patterns"),
    )
    default = False
    examples = (
        Bad("- Reach 10,000 followers", where="followers"),
        Bad("- 50,000 page views of the city guide"),
        Bad("- Double our Instagram followers"),
        Bad("- 5,000 downloads of the timetable app"),
        Bad(
            "| Objective | Key result | Target |\n|---|---|---|\n| Be known | Page views | 5,000 |"
        ),
        Good("- 300 followers become paying members"),
        Good("- 30 % of downloads lead to a weekly rider"),
        Good("- Downloads of the 50 MB map take less than 3 seconds"),
        Good("- Cut failed downloads from 400 to 40 a day"),
        Good("- 9 of 10 members like the new hall"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        match = _VANITY.search(reading.text)
        if not match or "%" in reading.text[: match.start()]:
            return
        fewer = DOWN.search(reading.text[: match.start()])
        timed = any(q.measure is Measure.DURATION for q in reading.promised)
        if fewer or timed or _GOES_ON.search(reading.text[match.end() :]):
            return
        if any(q.given and q.measure in _COUNTS for q in reading.promised):
            span = key_result.prose.source_span(*match.span())
            help_ = Suggestion("count who stays, uses or pays")
            yield Problem(f"{quote(match[0])} count attention, not use", span, (help_,))
