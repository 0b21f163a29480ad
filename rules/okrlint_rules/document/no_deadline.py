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
from okrlint_rules.words import count

_WHEN = re.compile(
    r"\b(?:within|by|until|before|due|deadline|end of)\b[^.\n\0]{0,30}"
    r"\b(?:Q[1-4]|H[12]|quarters?|months?|weeks?|year|20\d\d)\b"
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
    Where the prose around the OKRs names a deadline in words that make no cycle ("due at the end
    of the quarter"), nothing is said: the reader can tell.
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
        Good("# OKRs Q3 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n"),
        Good(
            "# OKRs\n\nAll of this is due at the end of the quarter.\n\n"
            "- Objective: Be found\n  - KR: 500 visits a day\n"
        ),
        Good("# OKRs\n\n- Objective: Be found by 30 June\n  - KR: 500 visits a day\n"),
        Good("# OKRs\n\n- Objective: Be fit\n  - KR: Run 20 km every week\n"),
        Good("# OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day\n", path="2025-Q3.md"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if _says_when(document):
            return
        judged = [
            (objective, [k for k in objective.key_results if not k.struck])
            for objective in document.objectives
            if not objective.struck
        ]
        undated = [
            (objective, key_results)
            for objective, key_results in judged
            if key_results and not any(_is_dated(k, context) for k in key_results)
        ]
        dated = [row for row in judged if row[1] and row not in undated]
        if len(undated) >= self.options.together or (len(undated) > 1 and not dated):
            number = sum(len(key_results) for _, key_results in undated)
            message = f"no deadline: nothing says by when {number} key results here are due"
            yield Problem(message, undated[0][0].prose.span, (_HELP,))
        else:
            for objective, key_results in undated:
                yield from _of_objective(objective, key_results)
        alone = [k for _, key_results in dated for k in key_results]
        alone += [orphan for orphan in document.orphans if not orphan.struck]
        for key_result in alone:
            if not _is_dated(key_result, context):
                message = "no deadline: nothing says by when"
                yield Problem(message, key_result.prose.span, (_HELP,))


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

    "All of this is due at the end of the quarter", a timeline below: the reader can tell by when,
    even if okrlint cannot.
    """
    if document.glossed:
        return _WHEN.search(document.glossed) is not None
    rest = list(document.source)
    statements = [o.prose for o in document.objectives]
    for prose in (*statements, *(k.prose for _, k in document.key_results())):
        rest[prose.span.start : prose.span.end] = "\0" * (prose.span.end - prose.span.start)
    return _WHEN.search("".join(rest)) is not None


def _of_objective(objective: Objective, key_results: Sequence[KeyResult]) -> Iterable[Problem]:
    if len(key_results) == 1:
        yield Problem("no deadline: nothing says by when", key_results[0].prose.span, (_HELP,))
        return
    number = count(len(key_results), "key result")
    message = f"no deadline: nothing says by when the {number} of this objective are due"
    yield Problem(message, objective.prose.span, (_HELP,))
