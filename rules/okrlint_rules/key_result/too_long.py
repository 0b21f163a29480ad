from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import Bad, Context, Good, KeyResult, KeyResultRule, Problem, Severity, Source

_LONG = (
    "40 % of the guests who booked through the tourist office in spring and left a review below "
    "four stars come back for at least two nights in late summer, after a personal letter from the "
    "manager and a voucher for dinner on the terrace"
)


@dataclass(frozen=True, slots=True)
class Length:
    """The options of `too-long`."""

    words: Annotated[int, Meta(ge=1, description="More words than this are too long.")] = 40


class TooLong(KeyResultRule):
    """A key result that takes three breaths to read is not remembered.

    Long ones often hold several results, or the reasons. Reasons belong below.
    """

    name = "too-long"
    code = "KR017"
    summary = "key result is too long to remember"
    severity = Severity.NOTE
    needs_english = False
    criterion = "Short enough to remember (15Five's checklist: short, catchy)"
    sources = (Source("15Five: OKR checklist"),)
    needs_language = False
    default = False
    options = Length()
    examples = (
        Bad(f"- {_LONG}", where=_LONG),
        Bad(
            "- Raise the share of farms that cut their use of water from 30 % to 60 %, measured"
            " at the gauge of the valley station and not at the pump, because the pumps in the "
            "north were replaced last year and nobody has read the new meters since then"
        ),
        Bad(
            "- Every ward has a night plan, a deputy, a list of phone numbers, a key to the "
            "pharmacy, a spare bed, a working lamp at each door, a person who checks the lamps,"
            " a sheet for that check, and a folder in which all of those sheets are kept"
        ),
        Bad(
            "- Nine of ten drivers who joined after the merger and who work at least three days"
            " a week out of one of the four southern depots say in the yearly survey that they "
            "would recommend us as an employer to a good friend"
        ),
        Good("- 40 % of guests book again"),
        Good(
            "- Raise the share of farms that cut their use of water from 30 % to 60 %, measured"
            " at the gauge of the valley station, without the farms in the north, where no "
            "meter has been read since last year"
        ),
        Good("- 40 % of guests book again — ★ ★ ★ ★ ★ — → → → " + "🎉 " * 40),
        Good(f"- ~~{_LONG}~~"),
        Good(
            "# Q3 2025\n\n## Objective: Guests come back\n\n- KR: 40 % of guests book again\n\n"
            "  They came through the tourist office in spring, left a review below four stars, "
            "and got a letter from the manager with a voucher for dinner on the terrace. We ask "
            "them at the desk whether the letter was the reason.\n"
        ),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        words = [w for w in key_result.prose.text.split() if any(c.isalnum() for c in w)]
        if len(words) > self.options.words:
            message = f"{len(words)} words; keep it under {self.options.words}"
            yield Problem(message, key_result.prose.span)
