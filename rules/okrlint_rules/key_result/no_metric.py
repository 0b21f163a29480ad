from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import (
    Bad,
    Context,
    Good,
    KeyResult,
    KeyResultRule,
    Kind,
    Measure,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import COURSE, DOERR, GITLAB
from okrlint_rules.words import quote


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `no-metric`."""

    open: Annotated[
        bool, Meta(description="Whether numbers that the page itself says are to follow are told.")
    ] = False


class NoMetric(KeyResultRule):
    """A number makes a key result something that anyone can check.

    Without one, two people can look at the same quarter and disagree whether it went well.
    A number is a count, a share, an amount, a duration, a multiple ("double"), none ("no outage")
    or all ("every service has an owner"). Versions, dates, ticket numbers and names with digits
    are no numbers in this sense. A number hidden on purpose ("[redacted]") counts as given; a
    placeholder ("X %") does not. A target beside it counts too: a column, a sub-bullet, a tail. How
    far the work is ("60 % done") says nothing of the goal. A step of a scale that others keep is
    enough: "WCAG 2.2 AA", "gold status".
    A key result that is marked as binary or as a milestone is done or not, and is left to
    `task-like`. Where the page says itself that the number is to follow ("Target: TBD", "no measure
    yet"), its writer knows: that is told only if the option `open` asks for it.
    """

    name = "no-metric"
    code = "KR003"
    summary = "key result states no metric"
    severity = Severity.ERROR
    needs_english = False
    rewritten = True
    criterion = "Measurable and verifiable: Do the key results include specific, objective metrics?"
    sources = (COURSE, DOERR, GITLAB)
    not_for = (Kind.LEARNING,)
    covers = ("business-as-usual", "no-baseline", "placeholder", "vague-wording")
    options = Asked()
    examples = (
        Bad("- Improve NPS", where="Improve NPS"),
        Bad("- Ship version 2.0 of the app"),
        Bad("- Customers are much happier with support in Q3"),
        Bad("- Raise the renewal rate to X %", where="X %"),
        Bad("- Late trains, currently 14 %", where="14 %"),
        Good("- Raise NPS from 32 to 45"),
        Good("- No outage longer than a minute"),
        Good("- Double the number of returning visitors"),
        Good("- Every service has an owner on call"),
        Good("- Binary: the fire inspection is passed"),
        Good("- Fire inspection passed (yes/no)"),
        Good("- At least one city library signs up"),
        Good("- All forms meet WCAG AA"),
        Good("- The hostel earns gold status from the hikers' league"),
        Bad("- Guests can open their room with a phone"),
        Good("- KR1 (learning): Find out whether nurses trust the new scale"),
        Bad("- Improve the NPS (60% done)", where="Improve the NPS"),
        Good("| Objective | Key Result | Target |\n|---|---|---|\n| Serve fast | NPS | 45 |"),
        Good(
            "| Objective | Key Result | Target |\n|---|---|---|\n"
            "| Serve fast | Van logs | kept, checked and signed |"
        ),
        Good(
            "# Q3 2025\n\n## Objective: Serve fast\n\n"
            "- KR1: NPS\n  - Baseline: 32\n  - Target: 45\n"
        ),
        Good(
            "| Objective | Key Result | Target |\n|---|---|---|\n"
            "| Serve fast | Happier guests | TBD |"
        ),
        Good(
            "# Q3 2025\n\n## Objective: Serve fast\n\n- Guests wait less (number to follow)\n"
            "- 9 of 10 orders in 20 minutes\n"
        ),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        hidden = any(q.measure.value == "redacted" for q in reading.promised)
        if reading.measurable or hidden or _is_binary(key_result):
            return
        if _LEVEL.search(reading.text):
            return
        certainty = 1 - (1 - reading.certainty("metric")) / 2
        for quantity, span in context.amounts(key_result):
            if quantity.measure is Measure.PLACEHOLDER:
                words = quote(context.document.source[span.start : span.end])
                message = f"{words} holds the place of a number: nothing says when this is reached"
                help_ = Suggestion("fill in the number")
                if quantity.baseline_start == quantity.start:
                    message = f"{words} is where it stands: no number says where it will be"
                    help_ = Suggestion("say where the measure will be")
                yield Problem(message, span, (help_,), _BLANK)
                return
        if _is_tested(key_result) or (not self.options.open and _is_open(key_result, context)):
            return
        help_ = Suggestion("say how much: where the measure stands now and where it will be")
        message = "no number says when this is reached"
        if _ABLE.search(reading.text):
            help_ = Suggestion("say how many do it and how often, or how well it works for them")
            message = "no number says how many do this, or how well"
        yield Problem(message, key_result.prose.span, (help_,), certainty)


_BLANK = 0.97
"""A letter that holds the place of a number is seen, not weighed."""
_LEVEL = re.compile(
    r"\bWCAG\b[\s\d.]{0,6}(?:level\s)?A{1,3}\b|\b(?:level|tier|grade|band)\s(?:\d|[A-F]\b)"
    r"|[\"'“‘]?\b(?:gold|silver|platinum|elite)[\"'”’]?\s(?:level|rating|status|tier|standard|medal)\b",
    re.IGNORECASE,
)
"""A step of a scale that others keep can be checked without a number: "level B", "gold status"."""
_ABLE = re.compile(r"\b(?:can|could|able\sto)\b", re.IGNORECASE)
"""What somebody can do is there or not; how many do it is the measure."""
_BINARY = re.compile(r"(?:binary|boolean|milestone|yes/no)(?:\s(?:kr|key result))?\s?:", re.I)
_YES_NO = re.compile(r"\(\s?yes\s?/\s?no\s?\)", re.I)


def _is_tested(key_result: KeyResult) -> bool:
    """Whether a target beside it says in words when it is reached: "every van has a log"."""
    told = (key_result.field("target"), key_result.field("success"))
    return any(
        one is not None
        and (len(one.text.split()) >= _TEST or _EACH.search(one.text))
        and not _OPEN.match(one.text)
        for one in told
    )


_TEST = 3
"""Words of a target that can be checked; fewer are a state: "done", "shipped"."""
_EACH = re.compile(r"\b(?:all|each|every|everywhere|always|never|nowhere)\b", re.IGNORECASE)
_OPEN = re.compile(r"\W*(?:tb[adcs]|to be|n/?a|none|unknown|not)\b", re.IGNORECASE)
"""How a target begins that is still to be set."""


def _is_open(key_result: KeyResult, context: Context) -> bool:
    """Whether its line, or its target beside it, says that the number is to follow."""
    source, span = context.document.source, key_result.prose.span
    start, end = source.rfind("\n", 0, span.start) + 1, source.find("\n", span.end)
    line = list(source[start : end if end >= 0 else None])
    goals = [field.prose.text for field in key_result.fields if field.name in _GOALS]
    for field in key_result.fields:
        first, last = field.prose.span.start - start, field.prose.span.end - start
        if field.name not in _GOALS and 0 <= first < last <= len(line):
            line[first:last] = " " * (last - first)
    return any(map(_FOLLOWS.search, ("".join(line), *goals)))


_GOALS = ("target", "success", "metric")
_FOLLOWS = re.compile(
    r"\btb[acds]\b|\bto be (?:agreed|confirmed|decided|defined|determined|set)\b"
    r"|\b(?:figure|goal|measure|metric|number|target)s? (?:is |are |comes? |still )?"
    r"(?:later|missing|open|pending|to (?:come|follow)|after\b|once\b|when\b)"
    r"|\b(?:find|needs?|no|propose|still|without) (?:an? |any |yet )?(?:agreed |clear |good )?"
    r"(?:figure|measure|metric|number|target)s?\b"
    r"|\b(?:cannot|can['’]t|hard to|how (?:do|to|can|would)(?: we)?) (?:be )?(?:count|measure)"
    r"|\b(?:immeasurable|unmeasurable|not measurable)\b",
    re.IGNORECASE,
)
"""Words for a number that is to follow: "TBD", "target to be agreed", "no metric yet"."""


def _is_binary(key_result: KeyResult) -> bool:
    """Whether the author says that it is done or not, and has no number."""
    text, kind = key_result.prose.text, key_result.field("kind")
    named = [text, f"{kind.text if kind else ''}:", f"{key_result.label or ''}:"]
    return any(_BINARY.match(name) for name in named) or _YES_NO.search(text) is not None
