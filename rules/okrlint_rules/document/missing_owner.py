from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import (
    Bad,
    Context,
    Cycle,
    Document,
    DocumentRule,
    Good,
    KeyResult,
    Problem,
    Severity,
)
from okrlint_rules.sources import GITLAB

_HEAD = "# Q3 2025\n\n## Objective: Guests come back\n\n"
_TABLE = f"{_HEAD}| Key result | Owner |\n|---|---|\n"
_MOST = (
    f"{_TABLE}| 30 % of guests book again | Ana |\n| 8 of 10 rate their stay 5 | Bo |\n"
    "| 40 reviews a week | Cy |\n"
)
_NOBODY = re.compile(
    r"|[-–—?.…]+|tb[abcd]|todo|n/?a|none|nobody|unassigned|vacant|owner|name|to be \w+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Usage:
    """The options of `missing-owner`."""

    share: Annotated[
        float,
        Meta(ge=0, le=1, description="From this share of owned key results on, all need one."),
    ] = 0.75


class MissingOwner(DocumentRule):
    """Where most key results have an owner, one without is nobody's.

    Only cycles that use owners are judged; whether to use them is the team's choice. An owner of
    the objective counts for its key results. People name owners in many ways, and one that okrlint
    does not see looks like none: on pages that nobody had seen few of its findings were true. So
    the rule is off by default.
    """

    name = "missing-owner"
    code = "DOC005"
    summary = "key result has no owner where others have"
    severity = Severity.WARNING
    default = False
    needs_english = False
    criterion = "Each key result has a directly responsible individual (GitLab handbook)"
    sources = (GITLAB,)
    needs_language = False
    options = Usage()
    examples = (
        Bad(
            f"{_MOST}| Breakfast waste falls to 9 kg a day |  |\n",
            where="Breakfast waste falls to 9 kg a day",
        ),
        Bad(f"{_MOST}| Breakfast waste falls to 9 kg a day | TBD |\n"),
        Bad(f"{_MOST}| Breakfast waste falls to 9 kg a day | to be named |\n"),
        Bad(
            f"{_HEAD}- KR: 30 % of guests book again @ana\n- KR: 8 of 10 rate their stay 5 @bo\n"
            "- KR: 40 reviews a week @cy\n- KR: Breakfast waste falls to 9 kg a day\n"
        ),
        Good(
            f"{_HEAD}- KR: 30 % of guests book again\n- KR: 8 of 10 rate their stay 5\n"
            "- KR: Breakfast waste falls to 9 kg a day (Owner: Ana)\n"
        ),
        Good(
            "# Q3 2025\n\n## Objective: Guests come back\n\nOwner: Ana\n\n"
            "- KR: 30 % of guests book again\n- KR: 8 of 10 rate their stay 5\n\n"
            "## Objective: Nurses stay with us\n\n- KR: 9 of 10 stay a year (Owner: Bo)\n"
        ),
        Good(f"{_MOST}| Breakfast waste falls to 9 kg a day | the whole kitchen |\n"),
        Good(
            "# Guests\n\n## Q3 2025\n\n### Objective: Guests come back\n\n"
            "- KR: 30 % of guests book again @ana\n- KR: 8 of 10 rate their stay 5 @bo\n"
            "- KR: 40 reviews a week @cy\n\n## Q2 2025\n\n### Objective: Breakfast is a reason\n\n"
            "- KR: Waste falls to 9 kg a day\n"
        ),
        Good(f"{_MOST}| ~~Breakfast waste falls to 9 kg a day~~ |  |\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        cycles: dict[Cycle | None, list[tuple[KeyResult, bool]]] = {}
        for objective, key_result in document.key_results():
            if not key_result.struck:
                has = _owned(key_result.field("owner"))
                has = has or _owned(objective and objective.field("owner"))
                cycle = objective.cycle if objective else None
                cycles.setdefault(cycle, []).append((key_result, has))
        for judged in cycles.values():
            owned = sum(has for _, has in judged)
            if owned and owned / len(judged) >= self.options.share:
                for key_result, has in judged:
                    if not has:
                        yield Problem("no owner, where others have one", key_result.prose.span)


def _owned(owner: object) -> bool:
    text = getattr(owner, "text", "")
    return _NOBODY.fullmatch(text.strip()) is None
