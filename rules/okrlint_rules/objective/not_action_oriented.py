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
_PICTURE = re.compile(
    r"\b(?:where|who|that|which|when|without|leaders?|leadership)\b|^from\b.+\bto\b", re.IGNORECASE
)
"""Words of a picture of the future: "A ward where everyone sleeps", "From guests to friends"."""
_HEAD = "# OKRs Q3 2025\n\n## Objective: "
_TAIL = "\n\n- KR: 30 % of guests book again\n- KR: 8 of 10 rate their stay 5\n"


class NotActionOriented(ObjectiveRule):
    """An objective says what will change or what somebody will do.

    A bare subject ("Customer support", "The community") names an area of work; nobody can tell
    what would be different. Phrases that hold a change ("Growth in the south", "Better answers")
    or paint what will be ("A ward where everyone sleeps") are not flagged.
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
        Bad(f"{_HEAD}Our brand in Portugal{_TAIL}"),
        Bad(f"{_HEAD}Volunteers and donors{_TAIL}"),
        Bad(f"{_HEAD}Night shift in the children's ward{_TAIL}"),
        Good(f"{_HEAD}A ward where everyone sleeps{_TAIL}"),
        Good(f"{_HEAD}From guests to friends{_TAIL}"),
        Good(f"{_HEAD}Growth in the southern towns{_TAIL}"),
        Good(f"{_HEAD}Harvest without waste{_TAIL}"),
        Good(f"{_HEAD}Our guests feel at home{_TAIL}"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        reading = context.reading(objective)
        predicate = reading.predicate
        if predicate is None or predicate.form is not Form.PHRASE or reading.quantities:
            return
        pictured = _CHANGE.search(reading.text) or _PICTURE.search(reading.text)
        if pictured or reading.vague:
            return
        help_ = Suggestion('begin with what will happen: "Win back ...", "Become ..."')
        yield Problem("this names an area, not a change", objective.prose.span, (help_,))
