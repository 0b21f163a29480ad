from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Form,
    Good,
    Objective,
    ObjectiveRule,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import COURSE, DOERR

_CHANGE = re.compile(
    r"\b(\w+(?:ment|tion|sion|ing|isation|ization)|growth|launch|rise|change|switch|success"
    r"|more|less|fewer|best|first|new|zero|no|great|excellent|world-class|top|better|faster|safer|cheaper|stronger|smarter|bigger|closer|happier|\w+ier)\b",
    re.IGNORECASE,
)
_HEAD = "# Q3 2025\n\n## Objective: "
_TAIL = "\n\n- KR: 9 clubs join\n"


class NotActionOriented(ObjectiveRule):
    """An objective says what will change or what somebody will do.

    A bare subject ("Customer support", "The community") names an area of work; nobody can tell
    what would be different. Phrases that hold a change ("Growth in the south", "Better answers")
    are not flagged.
    """

    name = "not-action-oriented"
    code = "OB004"
    summary = "objective names an area, not a change"
    severity = Severity.NOTE
    criterion = "Action-oriented: Does the objective indicate making a change or taking action?"
    sources = (COURSE, DOERR)
    default = False
    examples = (
        Bad(f"{_HEAD}Customer support{_TAIL}", where="Customer support"),
        Bad(f"{_HEAD}The community{_TAIL}"),
        Bad(f"{_HEAD}Data quality{_TAIL}"),
        Bad(f"{_HEAD}Our brand in Portugal{_TAIL}"),
        Good(f"{_HEAD}Win back the trust of our customers{_TAIL}"),
        Good(f"{_HEAD}Better answers for every caller{_TAIL}"),
        Good(f"{_HEAD}Growth in the south{_TAIL}"),
        Good(f"{_HEAD}Our guests feel at home{_TAIL}"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        reading = context.reading(objective)
        predicate = reading.predicate
        if predicate is None or predicate.form is not Form.PHRASE or reading.quantities:
            return
        if _CHANGE.search(reading.text) or reading.vague:
            return
        help_ = Suggestion('begin with what will happen: "Win back ...", "Become ..."')
        yield Problem("this names an area, not a change", objective.prose.span, (help_,))
