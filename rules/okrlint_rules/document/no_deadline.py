from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import (
    Bad,
    Context,
    Document,
    DocumentRule,
    Good,
    KeyResult,
    Objective,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import COURSE, GITLAB

_WHEN = re.compile(
    r"\b(?:within|by|until|before|due|deadline|end of)\b[^.\n\0]{0,30}"
    r"\b(?:Q[1-4]|H[12]|quarters?|months?|weeks?|year|20\d\d)\b"
    r"|\b(?:each|every)\s(?:quarter|half-year|season|trimester)\b[^.\n\0]{0,40}"
    r"\b(?:objectives?|goals|okrs?)\b"
    r"|\b(?:horizon|time ?frame|timeline|period|cycle)\b[^\n\0]{0,40}"
    r"\b(?:Q[1-4]|H[12]|quarters?|months?|weeks?|20\d\d)\b",
    re.IGNORECASE,
)
_HELP = Suggestion(
    'name the cycle once in the title ("OKRs Q3 2025"), or a date in each key result'
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The options of `no-deadline`."""

    together: Annotated[
        int, Meta(ge=2, description="So many objectives without a deadline are told once.")
    ] = 3


class NoDeadline(DocumentRule):
    """A key result is due on a day, and readers must be able to tell which.

    Few key results repeat a date, and they need not: the quarter in the title holds for all of
    them. So by when is looked for outwards: the key result's own words, its fields, its objective,
    its section, the document, the file name, the configuration. "By June", "before the launch" and
    "this quarter" are deadlines; "every week" paces and is enough; "within 24 hours of a ticket"
    is a measure and no deadline. When a whole objective or document lacks one, that is said once.
    Where the text around the OKRs speaks of a time in words that make no cycle ("due at the end of
    the quarter", a line "Autumn." below the title, a heading "Season 2" or "Roadmap", "from now
    until Christmas"), nothing is said: the reader can tell. What is checked off or achieved asks
    for none.
    """

    name = "no-deadline"
    code = "KR004"
    summary = "nothing says by when"
    severity = Severity.WARNING
    needs_english = False
    rewritten = True
    criterion = (
        "Specific and time-bound: Have you clearly defined what needs to happen and by when?"
    )
    sources = (COURSE, GITLAB)
    options = Scope()
    examples = (
        Bad(
            "# OKRs\n\n## Objective: Serve members faster\n\n"
            "- KR: 90 % of requests are answered within 24 hours\n- KR: 50 new members\n",
            where="Serve members faster",
        ),
        Bad(
            "# OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day by June 2025\n"
            "- Objective: Be liked\n  - KR: Rating of 4.5\n  - KR: 90 % come back\n",
            where="Be liked",
        ),
        Bad(
            "# OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day by June 2025\n"
            "  - KR: 20 partners link to us\n",
            where="20 partners link to us",
        ),
        Bad(
            "# OKRs\n\n- Objective: Be quick\n  - KR: Every call is answered within a day\n",
            where="Every call is answered within a day",
        ),
        Bad(
            "# OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day by June 2025\n"
            "  - KR: 20 partners link to us\n  - KR: 90 % come back\n  - KR: Rating of 4.5\n",
            where="Be found",
        ),
        Good("# OKRs Q3 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n"),
        Good("# OKRs for season 4\n\n- Objective: Be found\n  - KR: 500 visits a day\n"),
        Good("# OKRs\n\n- Objective: Be found in 90 days\n  - KR: 500 visits a day\n"),
        Good("# OKRs\n\n- Objective: Be found\n  - [x] KR: 500 visits a day\n"),
        Good(
            "# OKRs\n\nAll of this is due at the end of the quarter.\n\n"
            "- Objective: Be found\n  - KR: 500 visits a day\n"
        ),
        Good(
            "# OKRs\n\n| Lead | Mia |\n|---|---|\n| End date | 2025-06-30 |\n\n"
            "- Objective: Be found\n  - KR: 500 visits a day\n"
        ),
        Good(
            "# OKRs\n\nGoal date: 30 June 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n"
        ),
        Good(
            "# OKRs\n\nFor the fridge. Autumn.\n\n- Objective: Be found\n  - KR: 500 visits a day\n"
        ),
        Good(
            "# OKRs\n\nWhat we do from now until Christmas\n\n- Objective: Be found\n"
            "  - KR: 500 visits a day\n"
        ),
        Bad(
            "# OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day\n    - deadline: 30 June\n"
            "- Objective: Be liked\n  - KR: Rating of 4.5\n  - KR: 90 % come back\n",
            where="Be liked",
        ),
        Good("# OKRs\n\n- Objective: Be found by 30 June\n  - KR: 500 visits a day\n"),
        Good("# OKRs\n\n- Objective: Be fit\n  - KR: Run 20 km every week\n"),
        Good("# OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day\n", path="2025-Q3.md"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if _says_when(document):
            return
        groups = [
            _group(objective, context)
            for objective in document.objectives
            if not objective.struck and not _PERIOD.search(objective.prose.text)
        ]
        whole = [group for group in groups if group.is_told_once]
        dated = any(len(group.undated) < len(group.judged) for group in groups)
        if len(whole) >= self.options.together or (len(whole) > 1 and not dated):
            undated = [k for group in whole for k in group.undated]
            judged = sum(len(group.judged) for group in whole)
            number = _number(len(undated), judged, "here are due")
            yield _problem(f"nothing says by when {number}", whole[0].objective, undated)
        else:
            yield from map(_of_objective, whole)
        alone = [k for group in groups if not group.is_told_once for k in group.undated]
        orphans = [k for k in document.orphans if _is_undated(k, context)]
        if len(orphans) >= _MANY:
            told = f"nothing says by when {len(orphans)} key results without an objective are due"
            yield _problem(told, orphans[0], orphans)
            orphans = []
        for key_result in [*alone, *orphans]:
            yield _problem("nothing says by when", key_result, [key_result])


_MANY = 3
"""So many key results of one objective are told of at the objective, once."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The key results of an objective that are still to be reached."""

    objective: Objective
    judged: tuple[KeyResult, ...]
    undated: tuple[KeyResult, ...]

    @property
    def is_bare(self) -> bool:
        """Whether there are some, and none has a date."""
        return 0 < len(self.undated) == len(self.judged)

    @property
    def is_told_once(self) -> bool:
        """Whether it is said of the objective, not of each key result."""
        return self.is_bare or len(self.undated) >= _MANY


def _group(objective: Objective, context: Context) -> _Group:
    judged = tuple(k for k in objective.key_results if _is_open(k, context))
    return _Group(objective, judged, tuple(k for k in judged if not _is_dated(k, context)))


def _of_objective(group: _Group) -> Problem:
    if len(group.judged) == 1:
        return _problem("nothing says by when", group.undated[0], group.undated)
    number = _number(len(group.undated), len(group.judged), "of this objective are due")
    told = f"nothing says by when {'the ' if group.is_bare else ''}{number}"
    return _problem(told, group.objective, group.undated)


def _number(undated: int, judged: int, which: str) -> str:
    """`4 key results here are due`, `4 of the 6 key results of this objective are due`."""
    return f"{undated}{f' of the {judged}' if undated < judged else ''} key results {which}"


def _problem(told: str, statement: KeyResult | Objective, undated: Sequence[KeyResult]) -> Problem:
    """As sure as it is, on the whole, that these are key results."""
    sure = sum(k.certainty for k in undated) / len(undated)
    return Problem(f"no deadline: {told}", statement.prose.span, (_HELP,), round(sure, 4))


def _is_open(key_result: KeyResult, context: Context) -> bool:
    return not (key_result.struck or context.is_closed(key_result))


def _is_undated(key_result: KeyResult, context: Context) -> bool:
    return _is_open(key_result, context) and not _is_dated(key_result, context)


def _is_dated(key_result: KeyResult, context: Context) -> bool:
    """Whether it is due some day; where its language is not read, any date may be that day."""
    unread = context.foreign and key_result.prose.span in context.foreign
    slot = _SLOT.search(key_result.prose.text)
    return bool(slot or context.due(key_result) or (unread and context.reading(key_result).whens))


_SLOT = re.compile(
    r"[\[{<][^\[\]{}<>]*\b(?:dates?|deadline|due|quarter|month|year|week|period|time\s?frame)\b"
    r"[^\[\]{}<>]*[\]}>]",
    re.IGNORECASE,
)
"""A blank for a date: "by [date]", "within {timeframe}". It is told of as a blank."""


def _says_when(document: Document) -> bool:
    """Whether the text around the OKRs speaks of a deadline, in words that make no cycle.

    "All of this is due at the end of the quarter", a timeline below, "Season 2" in a heading,
    "Autumn." below the title: the reader can tell by when, even if okrlint cannot.
    """
    if document.glossed:
        return _WHEN.search(document.glossed) is not None
    rest = list(document.source)
    statements: list[Objective | KeyResult] = [
        *document.objectives,
        *(k for _, k in document.key_results()),
    ]
    beside = [field.prose for one in statements for field in one.fields]
    for prose in (*(one.prose for one in statements), *beside):
        rest[prose.span.start : prose.span.end] = "\0" * (prose.span.end - prose.span.start)
    around = "".join(rest)
    return any(words.search(around) for words in (_WHEN, _NAMED, _LABELLED, _TIMES, _PLAN))


_LASTS = r"\d+[-\u2011 ](?:day|week|month|quarter|year)s?\b"
_PERIOD = re.compile(
    rf"\b(?:in|within|over|for)\s(?:the\s|our\s)?(?:next\s|first\s|coming\s)?{_LASTS}",
    re.IGNORECASE,
)
"""How long an objective may take: "Win three studios in 90 days"."""
_LABELLED = re.compile(
    r"^[ >*_#+|-]*(?:[\w ]{1,24} )?(?:deadline|due date|end date|goal date|target date)[*_ ]*"
    r"(?::[*_ ]*(?!n/?a\b|tb[da]\b|none\b|open\b)[^\W_]|\|[^|\n\0]*\d)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of its own for it, with something in it: "Deadline: the fair", "| End date | 3 May |"."""
_ORDER = r"(?:1st|first|2nd|second|3rd|third|fall)"
_NAMED = re.compile(
    rf"^[ >]*#.*(?:\b(?:year|season|semester|trimester|term|sprint|batch|cohort|iteration)\s?\d+\b"
    rf"|\b{_ORDER}\s(?:season|semester|trimester|term|sprint)\b|\bokrs?\W+s\d+\b|\b{_LASTS})",
    re.IGNORECASE | re.MULTILINE,
)
"""A heading that names a period which readers know: "Season 2", "Four-week plan"."""
_SPAN = r"(?:quarter|half|half-year|year|season|semester|trimester|term|month|sprint|cycle)"
_FEAST = r"(?:christmas|easter|ramadan|diwali|thanksgiving|new year(?:['’]s)?)"
_TIMES = re.compile(
    rf"\b(?:spring|summer|autumn|winter|{_FEAST})\b"
    rf"|\b(?:this|next|the coming|the current|rest of the|end of the)\s{_SPAN}\b"
    r"|\b(?:until|till|through)\s(?:the\s)?(?:end|start|summer|\d|[A-Z][a-z]+ \d)"
    r"|\b(?:now|today)\s(?:to|until|till|through)\b",
    re.IGNORECASE,
)
"""A time that readers of the day know: "Autumn", "next quarter", "from now until Christmas"."""
_PLAN = re.compile(
    r"^[ >]*#.*\b(?:roadmap|timeline|schedule|milestones?|release (?:order|plan)|phase \d)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""A heading of the plan that says when: "Roadmap", "Release order"."""
