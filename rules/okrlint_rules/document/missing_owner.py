from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity
from okrlint_rules.sources import GITLAB

_HEAD = "# Q3 2025\n\n## Objective: Be found\n\n| Key Result | Owner |\n|---|---|\n"
_MOST = f"{_HEAD}| 500 visits a day | Ana |\n| 9 clubs join | Bo |\n| 40 calls a day | Cy |\n"
_EMPTY = frozenset({"", "-", "—", "?", "tbd", "tba", "todo", "n/a", "none", "owner", "name"})


@dataclass(frozen=True, slots=True)
class Usage:
    """The options of `missing-owner`."""

    share: Annotated[
        float,
        Meta(ge=0, le=1, description="From this share of owned key results on, all need one."),
    ] = 0.75


class MissingOwner(DocumentRule):
    """Where most key results have an owner, one without is nobody's.

    Only documents that use owners are judged; whether to use them is the team's choice. An owner
    of the objective counts for its key results.
    """

    name = "missing-owner"
    code = "DOC005"
    summary = "key result has no owner where others have"
    severity = Severity.WARNING
    criterion = "Each key result has a directly responsible individual (GitLab handbook)"
    sources = (GITLAB,)
    needs_language = False
    options = Usage()
    examples = (
        Bad(f"{_MOST}| 20 calls a day |  |\n", where="20 calls a day"),
        Bad(f"{_MOST}| 20 calls a day | TBD |\n"),
        Bad(f"{_MOST}| 20 calls a day | - |\n"),
        Bad(f"{_MOST}| 20 calls a day | OWNER |\n"),
        Good(f"{_HEAD}| 500 visits a day | Ana |\n| 20 calls a day | Bo / Cy |\n"),
        Good("# Q3 2025\n\n## Objective: Be found\n\n- KR: 500 visits a day\n- KR: 20 calls\n"),
        Good(f"{_HEAD}| 500 visits a day |  |\n| 20 calls a day |  |\n"),
        Good(f"{_HEAD}| 500 visits a day | Ana |\n| ~~20 calls a day~~ |  |\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        judged = [
            (
                key_result,
                _owned(key_result.field("owner")) or _owned(objective and objective.field("owner")),
            )
            for objective, key_result in document.key_results()
            if not key_result.struck
        ]
        owned = sum(has for _, has in judged)
        if not owned or owned / len(judged) < self.options.share:
            return
        for key_result, has in judged:
            if not has:
                yield Problem("no owner, where others have one", key_result.prose.span)


def _owned(owner: object) -> bool:
    text = getattr(owner, "text", "")
    return text.strip().lower() not in _EMPTY
