"""What a run says about itself on stderr; never silent about what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from okrlint.api import Severity
from okrlint.cli.console import complain, count
from okrlint.cli.exits import ISSUES
from okrlint.told import Answer, Told

if TYPE_CHECKING:
    from okrlint.api import Result

BANDS = (1.0, 0.95, 0.9, 0.8, 0.7, 0.5, 0.0)
"""The bounds of the bands of certainty that statistics count."""


def tell(result: Result) -> Told:
    """What a report needs of a result; the document is let go."""
    document = result.document
    answer = Answer(
        findings=result.findings,
        unsure=tuple(finding.certainty for finding in result.unsure),
        suppressed=result.suppressed,
        objectives=len(document.objectives),
        key_results=sum(1 for _ in document.key_results()),
        has_okrs=document.has_okrs,
        empty=not document.source.strip(),
    )
    source, places = (document.source, document.places) if result.findings else ("", None)
    crashes = tuple(
        f"{f'rule {c.rule} failed on {c.path}' if c.rule else c.path}: {c.error}"
        for c in result.crashes
    )
    return Told(result.path, answer, source, places, crashes, result.seconds)


@dataclass(slots=True)
class Tally:
    """What a run counts; it stays small however many files there are."""

    files: int = 0
    objectives: int = 0
    key_results: int = 0
    with_okrs: int = 0
    suppressed: int = 0
    empty: list[str] = field(default_factory=list[str])
    """The first empty files."""
    empties: int = 0
    first_without: str = ""
    """The first file without OKRs."""
    without: int = 0
    severities: Counter[Severity] = field(default_factory=Counter[Severity])
    rules: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    told: Counter[float] = field(default_factory=Counter[float])
    unsure: Counter[float] = field(default_factory=Counter[float])
    seconds: Counter[str] = field(default_factory=Counter[str])
    crashes: list[str] = field(default_factory=list[str])

    def add(self, told: Told) -> None:
        """Count one file."""
        answer = told.answer
        self.files += 1
        self.objectives += answer.objectives
        self.key_results += answer.key_results
        self.with_okrs += answer.has_okrs
        self.suppressed += answer.suppressed
        if answer.empty:
            self.empties += 1
            self.empty += [told.path] if self.empties <= 3 else []
        elif not answer.has_okrs:
            self.without += 1
            self.first_without = self.first_without or told.path
        for finding in answer.findings:
            self.severities[finding.severity] += 1
            self.rules[finding.code, finding.rule] += 1
            self.told[finding.certainty] += 1
        self.unsure.update(answer.unsure)
        self.seconds.update(told.seconds)
        self.crashes += told.crashes


def tally_of(results: Iterable[Result]) -> Tally:
    """The counts of some results."""
    tally = Tally()
    for result in results:
        tally.add(tell(result))
    return tally


def count_by_rule(tally: Tally) -> list[str]:
    """A line for each rule that found something, the busiest first."""
    ordered = sorted(tally.rules.items(), key=lambda item: (-item[1], item[0]))
    return [f"{number:6}  {code:8} {rule}" for (code, rule), number in ordered]


def share_out(tally: Tally) -> list[str]:
    """How sure the findings are: a line for each band, with those told and those left out."""
    if not tally.told and not tally.unsure:
        return []
    rows = [f"{'told':>6}  left out  certainty"]
    for high, low in pairwise(BANDS):
        counts = [
            sum(n for one, n in ones.items() if low <= one < high or one == high == 1)
            for ones in (tally.told, tally.unsure)
        ]
        if any(counts):
            rows.append(f"{counts[0]:6}  {counts[1]:8}  {low:g} to {high:g}")
    return rows


def time_by_step(tally: Tally) -> list[str]:
    """A line for each step and rule with its milliseconds, the slowest first."""
    ordered = sorted(tally.seconds.items(), key=lambda item: (-item[1], item[0]))
    return [f"{seconds * 1000:9.1f} ms  {name}" for name, seconds in ordered]


def summarize(tally: Tally) -> list[str]:
    """What was found and how much was read; never silent about what was not."""
    if not tally.files:
        return []
    said = [f"{path}: the file is empty; nothing to check" for path in tally.empty]
    if tally.without == tally.files:
        where = tally.first_without if tally.without == 1 else count(tally.without, "file")
        why = "no OKRs could be read" if tally.rules else "no OKRs found; nothing to check"
        if tally.unsure and not tally.rules:
            why = "no OKRs found for sure; --min-certainty 0 shows what may be some"
        return [*said, f"{where}: {why}", *_counts(tally, found=False)]
    if tally.empties == tally.files:
        return said
    if tally.without:
        said.append(f"{count(tally.without, 'file')} without OKRs")
    return [*said, *_counts(tally, found=True)]


def _counts(tally: Tally, *, found: bool) -> list[str]:
    if not tally.rules and not found:
        return []
    parts = [
        count(number, severity.label)
        for severity in sorted(Severity, reverse=True)
        if (number := tally.severities[severity])
    ]
    unsure = tally.unsure.total()
    aside = [f"{tally.suppressed} suppressed"] if tally.suppressed else []
    aside += [f"{unsure} left out as unsure; --min-certainty 0 shows them"] if unsure else []
    return [
        (", ".join(parts) or "no findings")
        + (f" ({', '.join(aside)})" if aside else "")
        + f" in {count(tally.objectives, 'objective')}"
        + f" and {count(tally.key_results, 'key result')} of {count(tally.with_okrs, 'file')}"
    ]


def say_ceiling(failing: int, most: int) -> str:
    """How many findings count against `--max-findings`, and the next step down."""
    if failing > most:
        return f"{count(failing, 'finding')} that count; at most {most} are allowed"
    if failing == most:
        return f"{count(failing, 'finding')} that count, as many as are allowed"
    lower = f"--max-findings {failing}" if failing else "no --max-findings"
    return f"{count(failing, 'finding')} that count of {most} that are allowed; now {lower} will do"


def tell_crashes(crashes: Sequence[str]) -> bool:
    """Say what kept documents from being judged whole; whether there was anything."""
    for crash in crashes:
        complain(f"{crash}; please report it: {ISSUES}")
    return bool(crashes)
