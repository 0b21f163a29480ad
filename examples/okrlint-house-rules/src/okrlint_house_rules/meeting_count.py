"""A rule about one key result, which asks what the statement was read to say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    KeyResult,
    KeyResultRule,
    Problem,
    Promise,
    Severity,
    Suggestion,
)

_MEETINGS = re.compile(r"\b(?:meeting|workshop|call)s?\b", re.IGNORECASE)


class MeetingCount(KeyResultRule):
    """Holding meetings is not a result; what they lead to is.

    A quarter with twelve workshops may end where it began.
    """

    name = "meeting-count"
    code = "HSE001"
    summary = "key result counts meetings"
    severity = Severity.WARNING
    criterion = "our house style"
    examples = (
        Bad("- Hold 12 meetings with partners", where="meetings"),
        Bad("- Run three workshops on safety"),
        Good("- 5 partners renew after our yearly meetings"),
        Good("- Support calls fall from 90 to 40 a week"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        """Yield a problem where own meetings are promised; an outcome may mention some."""
        reading = context.reading(key_result)
        found = _MEETINGS.search(reading.text)
        if found and reading.promise is not Promise.OUTCOME:
            span = key_result.prose.source_span(*found.span())
            help_ = Suggestion(f"what do the {found[0].lower()} lead to?")
            yield Problem("meetings are no result", span, (help_,))
