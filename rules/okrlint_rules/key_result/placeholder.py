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

_LEFT_OVER = re.compile(r"\b(TBD|TBC|TBA|TODO|FIXME|lorem ipsum)\b|\?{2,}", re.IGNORECASE)


class Placeholder(KeyResultRule):
    """Something was to be filled in later, and later is now.

    "X %", "TBD" and "[N]" hold the place of a number. A number hidden on purpose is no
    placeholder.
    """

    name = "placeholder"
    code = "KR014"
    summary = "a placeholder is left in the key result"
    severity = Severity.ERROR
    criterion = "Measurable and verifiable: specific, objective metrics"
    sources = (COURSE,)
    examples = (
        Bad("- Raise the renewal rate to X %"),
        Bad("- Raise NPS from TBD to 45"),
        Bad("- [N] clubs join"),
        Bad("- Waiting time falls to ?? minutes"),
        Good("- Raise the renewal rate to 80 %"),
        Good("- Mac OS X users double"),
        Good("- The share of TBDs in our plans falls below 5 %"),
        Good("- Could we win 20 clubs?"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        places = [(q.start, q.end) for q in reading.quantities if q.measure is Measure.PLACEHOLDER]
        places += [match.span() for match in _LEFT_OVER.finditer(reading.text)]
        if places:
            start, end = min(places)
            message = f"{quote(reading.text[start:end])} is a placeholder"
            span = key_result.prose.source_span(start, end)
            yield Problem(message, span, (Suggestion("fill it in, or drop the key result"),))
