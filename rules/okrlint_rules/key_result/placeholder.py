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
    Suggestion,
)
from okrlint_rules.sources import COURSE
from okrlint_rules.words import quote

_LEFT_OVER = re.compile(
    r"\b(TBD|TBC|TBA|TODO|FIXME|lorem ipsum)\b"
    r"(?! (?:comments?|entries|items?|lists?|marks?|notes?)\b)"
    r"|\?{2,}"
    r"|[$€£]\s?[xn]{1,3}(?![\w$])(?:\s?(?:k|m|mn|bn|thousand|million|billion)\b)?"
    r"|(?<![\w'-])[xn]{1,2}(?=\s(?:new|more|additional|further|other)\s[a-z])",
    re.IGNORECASE,
)
"""Words for "later", and letters in the place of an amount: "$XX million", "n new sponsors"; "TODO
comments" and "to-do list" name a thing."""


class Placeholder(KeyResultRule):
    """Something was to be filled in later, and later is now.

    "X %", "TBD" and "[N]" hold the place of a number. A number hidden on purpose is no
    placeholder.
    """

    name = "placeholder"
    code = "KR014"
    summary = "a placeholder is left in the key result"
    severity = Severity.ERROR
    needs_english = False
    rewritten = True
    criterion = "Measurable and verifiable: specific, objective metrics"
    sources = (COURSE,)
    examples = (
        Bad("- Raise the renewal rate to X %", where="X %"),
        Bad("- Raise NPS from TBD to 45"),
        Bad("- [N] schools join the reading week"),
        Bad("- The wait for a first visit falls to ?? days"),
        Bad("- Sell __ boxes of vegetables a week"),
        Bad("- NN gardeners share their seeds", where="NN"),
        Bad("- Win # new gardens in the north", where="#"),
        Bad("- Members give $XX million to the library", where="$XX million"),
        Bad("- n more shops sell our honey", where="n"),
        Bad("- Raise <metric> from <baseline> to <target>"),
        Good("- Raise the renewal rate to 80 %"),
        Good("- Readers of Generation X rise from 200 to 500"),
        Good("- Cut TODO comments in the billing code from 400 to 100"),
        Good("- Donations grow to [redacted]"),
        Good("- Could we win 20 clubs?"),
        Good("- 40 callers reach us in #help"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        blanks = (q for q in reading.quantities if q.measure is Measure.PLACEHOLDER)
        places = [(q.start, q.end) for q in blanks if q.baseline_start != q.start]
        places += [match.span() for match in _LEFT_OVER.finditer(reading.text)]
        if places:
            start, end = min(places)
            message = f"{quote(reading.text[start:end])} is a placeholder"
            span = key_result.prose.source_span(start, end)
            yield Problem(message, span, (Suggestion("fill it in, or drop the key result"),))
