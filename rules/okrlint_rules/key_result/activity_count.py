from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    KeyResult,
    KeyResultRule,
    Kind,
    Measure,
    Problem,
    Promise,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import COURSE, GITLAB


class ActivityCount(KeyResultRule):
    """Counting one's own work measures effort, not effect.

    "Publish 12 posts" can be met with 12 posts that nobody reads. Sometimes effort is all that can
    be counted, and a count is better than none; so this is a warning. Better is the effect that
    the work is for: readers, sign-ups, hours saved. A count of what users, customers or members do
    is such an effect. A habit of one's own life ("Run twice a week", "Call mum every Sunday") is
    kept for its own sake: nothing is said of it.
    """

    name = "activity-count"
    code = "KR002"
    summary = "key result counts own work"
    severity = Severity.WARNING
    rewritten = True
    criterion = (
        "Results-oriented, not a task: Do the key results state the overall outcome, rather than "
        "individual steps to get there?"
    )
    sources = (COURSE, GITLAB)
    not_for = (Kind.LEARNING,)
    examples = (
        Bad("- Publish 12 blog posts"),
        Bad("- Interview 10 customers who left"),
        Bad("- Attend two trade fairs each month"),
        Bad("- 5 new tutorials"),
        Good("- 3,000 readers a month come back to the blog"),
        Good("- Hire 3 nurses"),
        Good("- Collect 40 reviews of guests"),
        Good("- 25 community contributions to the star atlas"),
        Good("- Members log 3 practice sessions a week"),
        Good("- Win 4 contracts with city libraries"),
        Good("- KR1 (learning): Interview 10 customers who left"),
        Good("- Publish the yearly report"),
        Good("- Swim twice a week"),
        Good("- Read 12 novels in Greek"),
        Bad("- Run three load tests a month"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        if reading.promise is not Promise.OUTPUT or _is_spared(reading.text):
            return
        prose = key_result.prose
        span = prose.span
        if reading.evidence:
            first = reading.evidence[0]
            span = prose.source_span(first.start, first.end)
        help_ = Suggestion(
            "what is this work for? Count that effect, and keep the work as an initiative"
        )
        counted = any(q.measure in _COUNTED and q.value is not None for q in reading.promised)
        says = "counts own work" if counted else "says that own work is done"
        message = f"this {says}, not what the work changes"
        yield Problem(message, span, (help_,), _OWN * reading.confidence**_ASKED)


_COUNTED = (Measure.COUNT, Measure.PERCENT, Measure.RATIO, Measure.MULTIPLE)
"""Measures that say how much work; two hours or 5,000 euros may be a property of what is made."""
_GIFT = (
    r"(?:testimonials|reviews|ratings|responses|replies|answers|votes|pledges|donations"
    r"|nominations|submissions|classifications|contributions|sign-?ups|registrations)"
)
_GIVEN = re.compile(
    rf"\b{_GIFT}\s(?:\w+\s)?(?:collected|received|completed|submitted|given|won|earned|made)\b"
    r"|\b(?:community|customer|external|guest|member|outside|reader|user|visitor|volunteer)"
    r"(?:s|['’]s?|s['’])?\s(?:contributions|testimonials|pledges|donations|nominations|submissions)\b"
    r"|\b\d[\d,.]*\+?\snew\s(?:\w+\s)?logos\b"
    rf"|\b(?:collect|receive|get|earn|win|gather)\b(?:\s[\w,+-]+){{0,4}}\s{_GIFT}\b",
    re.IGNORECASE,
)
"""What others give is their act, whoever collects it."""
_OTHERS = re.compile(
    r"(?:\d[\d,.]*\s?%?\+?\s(?:of\s)?)?(?:(?:all|every|each|new|active|our|most)\s)*"
    r"(?:users?|customers?|clients?|guests?|members?|visitors?|readers?|learners?|students?|pupils?"
    r"|subscribers?|players?|patients?|citizens?|donors?|tenants?|families|shops?|clubs?|schools?)"
    r"\s(?!(?:of|and|or|who|whose|with|in|on|for|from|to|at|per|by|is|are|was|were|will|get)\b)"
    r"[a-z]+(?<!ed)(?<!ing)\s\d",
    re.IGNORECASE,
)
"""Others who do something that is counted: "Members log 3 sessions a week"."""


_PACED = (
    r"(?:at\sleast\s)?(?:once|twice|(?:three|four|five)\stimes|daily|weekly"
    r"|(?:each|every)\s(?:day|evening|morning|other|second|week|weekday|weekend|[a-z]+day)\b"
    r"|[\d,.]+\s?(?:x|times|km|miles?|min(?:ute)?s?|hours?)\b)"
)
_HABIT = re.compile(
    rf"^\W*(?:go\s(?:for|on)\sa\s)?(?:cycle|exercise|hike|jog|journal|run|swim|walk)s?\s{_PACED}"
    r"|^\W*(?:call|phone|see|visit)\s(?:my\s)?(?:dad|grandma|grandpa|home|mom|mum|parents)\b"
    r"|\b(?:breathwork|date\snights?|gym|meditat\w+|physio|pilates|push-?ups|yoga)\b"
    r"|\b(?:work(?:ing)?\s?outs?|(?:exercise|strength)\ssessions|minutes\s(?:of\s)?exercise)\b"
    r"|\b(?:complete|finish|read)\b[^.;]{0,20}\b(?:books?|novels?)\b"
    r"|\b(?:bass|drums|guitar|piano|violin)\s(?:practi[cs]e|every|each|daily)\b"
    r"|\btake\s(?:all\s)?(?:my\s)?(?:\d+\s)?(?:days\sof\sholiday|holidays?|vacation)\b",
    re.IGNORECASE,
)
"""What people keep up for themselves; its use is in doing it."""


def _is_spared(text: str) -> bool:
    """Whether what is counted is what others do or give, or a habit of the writer's own life."""
    return any((_GIVEN.search(text), _OTHERS.match(text), _HABIT.search(text)))


_OWN = 0.95
_ASKED = 1.5
"""Whose work is counted is harder to tell than that it is work. A curve fitted on what was found on
277 pages of strangers makes findings true in .46, .68, .87 where the reading is 0.7, 0.8, 0.9 sure;
this power comes near it."""
