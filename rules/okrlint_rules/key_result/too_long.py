from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import Bad, Context, Good, KeyResult, KeyResultRule, Problem, Severity, Source

_LONG = "- Sales of bread " + "and rolls " * 20 + "rise from 100 to 200"


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
    criterion = "Short enough to remember (15Five's checklist: short, catchy)"
    sources = (Source("15Five: OKR checklist"),)
    needs_language = False
    default = False
    options = Length()
    examples = (
        Bad(_LONG),
        Bad(_LONG.replace("bread", "cake")),
        Bad(_LONG + " by June"),
        Bad("- Raise " + ", ".join(f"metric {n}" for n in range(30)) + " by 10 %"),
        Good("- Sales of bread rise from 100 to 200"),
        Good("- Sales of bread rise from 100 to 200 " + "🎉 " * 50),
        Good("- " + " ".join(["word"] * 40)),
        Good(f"- ~~{_LONG[2:]}~~"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        words = [w for w in key_result.prose.text.split() if any(c.isalnum() for c in w)]
        if len(words) > self.options.words:
            message = f"{len(words)} words; keep it under {self.options.words}"
            yield Problem(message, key_result.prose.span)
