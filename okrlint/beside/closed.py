"""Which statements are closed: done, missed, dropped, or graded at the end of their cycle.

Nobody words such a line anew. What is wrong with it is worth a word before the next one is written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePath

from okrlint.beside.words import either_of, plain
from okrlint.model import Document, KeyResult, Nature, Objective, Span

_NUMBER = re.compile(r"\W*(\d*[.,]?\d+)")
_OLD = r"(?:past|previous|prior|earlier|former|old|archived?|completed|finished|closed)"
_OVER = re.compile(
    rf"\W*{_OLD}\s(?:(?:team|company|quarterly|yearly)\s)?"
    r"(?:okrs?|objectives?|goals?|quarters?|cycles?|years?|seasons?|sprints?)\W*"
    r"|\W*(?:archived?|history|past|previous)\W*",
    re.IGNORECASE,
)
"""Headings of what is over: "Past OKRs"."""
_AHEAD = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:our|my|the|a|first|proposed) )*"
    r"(?:(?:okrs?|objectives|goals|set|draft|plan|proposal) (?:for|of) (?:the )?)?"
    r"(?:new|next|coming|upcoming)\b.*"
    r"\b(?:sets?|okrs?|objectives|goals|quarter|year|cycle|half|term|season|period|q[1-4])\b",
    re.IGNORECASE,
)
"""Headings of what is set for the time to come, where the page reports on the time before."""
_REPORTS = ("progress", "score", "status")
"""Fields that tell how it went."""
_ARCHIVES = frozenset(("archive", "archives", "archived"))
"""Folders right above a file, or one further up, in which nothing is planned any more."""
_TICKED = re.compile(
    r"\s*[✅✔]\ufe0f?(?!.*\b(?:on|in|going|good|started|ongoing|planned|almost|not|yet)\b)",
    re.IGNORECASE,
)
"""A tick, with a date or a word or not, that says no "on track"."""
_WHOLE = re.compile(r"1\d\d(?:\.\d+)?\s*%")


def find_closed(document: Document) -> frozenset[Span]:
    """Where the prose of each objective and key result stands that is closed.

    A score closes where one on the page is above zero: a column of zeros was laid out for later. An
    objective is closed with the last of its key results; with them when it is graded, and when its
    cycle was over before another on the page began and how it went is told. A heading such as "Past
    OKRs" closes what stands below. A file in an archive closes all, a check-in all but what stands
    under "Next quarter's OKRs".
    """
    reported = document.nature is Nature.CHECK_IN
    if _is_archived(document.path) or (reported and not any(map(_is_ahead, document.objectives))):
        return frozenset(one.prose.span for one in _statements(document))
    graded = any(map(_score, _statements(document)))
    closed = {k.prose.span for _, k in document.key_results() if _is_closed(k, graded)}
    latest = max((day for o in document.objectives if (day := _start(o))), default=None)
    for objective in document.objectives:
        over = any(map(_OVER.fullmatch, objective.section))
        over = over or (latest is not None and _is_over(objective, latest))
        over = over or (reported and not _is_ahead(objective))
        own = {k.prose.span: over or not _is_going(k) for k in objective.key_results}
        if over or _is_graded(objective, graded):
            closed.update(span for span, done in own.items() if done)
        if over or _says_so(objective) or (own and closed.issuperset(own)):
            closed.add(objective.prose.span)
    return frozenset(closed)


def _statements(document: Document) -> Iterator[KeyResult | Objective]:
    yield from document.objectives
    yield from (key_result for _, key_result in document.key_results())


def _is_archived(path: str) -> bool:
    return not _ARCHIVES.isdisjoint(part.casefold() for part in PurePath(path).parts[-3:-1])


def _start(objective: Objective) -> dt.date | None:
    return objective.cycle.start if objective.cycle else None


def _is_over(objective: Objective, latest: dt.date) -> bool:
    """Whether its cycle ended before the latest on the page began, and how it went is told."""
    end = objective.cycle.end if objective.cycle else None
    told = any(f.name in _REPORTS for k in objective.key_results for f in k.fields)
    return end is not None and end < latest and told


def _is_ahead(objective: Objective) -> bool:
    """Whether a heading above it says that it is for the time to come."""
    return any(map(_AHEAD.match, objective.section))


def _is_closed(key_result: KeyResult, graded: bool) -> bool:
    return bool(key_result.checked) or _says_so(key_result) or _is_graded(key_result, graded)


def _is_graded(statement: KeyResult | Objective, graded: bool) -> bool:
    """Whether it has its last grade, on a page where grades are given."""
    return graded and not _is_going(statement) and _score(statement) is not None


def _is_going(statement: KeyResult | Objective) -> bool:
    """Whether its status is said in words, so that a grade is one on the way."""
    status = statement.field("status")
    return status is not None and any(map(str.isalpha, status.text))


def _says_so(statement: KeyResult | Objective) -> bool:
    """Whether its status or progress says that nothing is left to do."""
    status = statement.field("status")
    if status and (_word().match(plain(status.text)) or _TICKED.match(status.text)):
        return True
    progress, now = statement.field("progress"), statement.field("current")
    if progress and _WHOLE.match(progress.text.strip()):
        return True
    return any(one and _word().match(plain(one.text)) for one in (progress, now))


def _score(statement: KeyResult | Objective) -> float | None:
    """The grade at the end of a cycle, of one or of 100; None without one."""
    score = statement.field("score")
    number = score and _NUMBER.match(score.text)
    return float(number[1].replace(",", ".")) if number else None


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?:{either_of('closed')})\b(?!\s+(?:so far|once|when|by)\b)")
