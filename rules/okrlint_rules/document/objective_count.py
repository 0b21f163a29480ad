from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import (
    Bad,
    Context,
    Document,
    DocumentRule,
    Good,
    Nature,
    Objective,
    Problem,
    Severity,
)
from okrlint_rules.complete import is_complete
from okrlint_rules.sources import COURSE
from okrlint_rules.theme import is_theme
from okrlint_rules.words import count


@dataclass(frozen=True, slots=True)
class ObjectiveLimits:
    """The options of `objective-count`."""

    least: Annotated[int, Meta(ge=0, description="Fewer objectives in a cycle are too few.")] = 3
    most: Annotated[int, Meta(ge=1, description="More objectives in a cycle are too many.")] = 5


class ObjectiveCount(DocumentRule):
    """Three to five objectives are few enough to remember and enough to choose from.

    More, and nothing is a priority; the course asks for a list of three to five. Too few are said
    once, of all there are, and not of a part of a larger page. Too many are counted for each cycle,
    so a file that keeps several quarters is not flagged for its length, and for each team, person
    or theme that a heading or a column names, so a file that holds the lists of several teams is
    not flagged either. Headings that only gather objectives do not count, and a page of examples is
    not judged. Schools differ, and few are often chosen on
    purpose, so the rule is off by default: set `least` and `most` to yours.
    """

    name = "objective-count"
    code = "DOC002"
    summary = "too few or too many objectives"
    severity = Severity.NOTE
    needs_english = False
    criterion = "Brainstorm a list of 3-5 possible objectives that relate to your mission"
    sources = (COURSE,)
    default = False
    needs_language = False
    whole = True
    options = ObjectiveLimits()
    examples = (
        Bad(
            "# OKRs Q3 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n", where="Be found"
        ),
        Bad(
            "# OKRs Q3 2025\n\n"
            + "".join(
                f"## Objective {n}: Win town {n}\n\n- KR: {n}0 members\n\n" for n in range(1, 7)
            ),
            where="Win town 6",
        ),
        Bad(
            "# Harbour OKRs 2026\n\n## Objective 1: Ships wait less\n\n- KR: 40 minutes\n\n"
            "## Objective 2: Nobody is hurt\n\n- KR: No accident\n",
            where="Ships wait less",
        ),
        Good(
            "# OKRs Q3 2025\n\n"
            + "".join(
                f"## Objective {n}: Win town {n}\n\n- KR: {n}0 members\n\n" for n in range(1, 4)
            )
        ),
        Bad(
            "# OKRs of the choir, 2026\n\n- Objective: Sing out\n  - KR: 3 concerts\n"
            "- Objective: Be heard\n  - KR: 900 guests\n",
            where="Sing out",
        ),
        Good(
            "# Q1 2026\n\n- Objective: Sing out\n  - KR: 3 concerts\n\n"
            "# Q2 2026\n\n- Objective: Sing more\n  - KR: 5 concerts\n"
            "- Objective: Be heard\n  - KR: 900 guests\n"
        ),
        Good(
            "# The new depot\n\nWhy we move, what it costs, who is asked.\n\n"
            "The plan has three parts.\n\nThe money is there.\n\n## OKRs Q3 2025\n\n"
            "- Objective: Arrive on time\n  - KR: 9 of 10 vans by 7:00\n"
        ),
        Good(
            "# Q1 2025\n\n"
            + "".join(
                f"## Objective {n}: Win town {n}\n\n- KR: {n}0 members\n\n" for n in range(1, 4)
            )
            + "# Q2 2025\n\n"
            + "".join(
                f"## Objective {n}: Hold town {n}\n\n- KR: {n}0 members\n\n" for n in range(1, 4)
            )
        ),
        Good(
            "# OKRs Q3 2025\n\n"
            + "".join(
                f"## {team}\n\n"
                + "".join(f"- Objective: Win town {n}\n  - KR: {n}0 members\n" for n in (1, 2, 3))
                + "\n"
                for team in ("Team North", "Team South")
            )
        ),
        Good(
            "# OKRs Q3 2025\n\n"
            + "".join(f"- Objective: Win town {n}\n  - KR: {n}0 members\n" for n in range(1, 6))
            + "- ~~Objective: Win town 6~~\n  - ~~KR: 60 members~~\n"
        ),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if document.nature is Nature.EXAMPLES:
            return
        cycles = list(_by_cycle(document, context))
        number = sum(len(objectives) for objectives in cycles)
        if number < self.options.least and is_complete(document):
            message = f"only {count(number, 'objective')}; {self._wish()}"
            yield from (Problem(message, one[0].prose.span) for one in cycles[:1])
        for objectives in cycles:
            for group in _group(objectives, lambda objective: objective.section):
                number = len(group)
                if number > self.options.most:
                    message = f"{count(number, 'objective')}; {self._wish()}: fewer stay priorities"
                    yield Problem(message, group[self.options.most].prose.span)

    def _wish(self) -> str:
        return f"have {self.options.least} to {self.options.most} in a cycle"


def _by_cycle(document: Document, context: Context) -> Iterable[Sequence[Objective]]:
    counted = (o for o in document.objectives if not o.struck and not is_theme(o, document))
    return _group(counted, context.period_of)


def _group(
    objectives: Iterable[Objective], find_key: Callable[[Objective], Hashable]
) -> Iterable[Sequence[Objective]]:
    groups: dict[Hashable, list[Objective]] = {}
    for objective in objectives:
        groups.setdefault(find_key(objective), []).append(objective)
    return groups.values()
