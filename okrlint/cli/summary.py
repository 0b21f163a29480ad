"""What a run says about itself on stderr; never silent about what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from okrlint.api import Result, Severity
from okrlint.cli.console import complain, count
from okrlint.cli.exits import ISSUES


def count_by_rule(results: Sequence[Result]) -> list[str]:
    """A line for each rule that found something, the busiest first."""
    found = Counter((f.code, f.rule) for r in results for f in r.findings)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [f"{number:6}  {code:8} {rule}" for (code, rule), number in ordered]


BANDS = (1.0, 0.95, 0.9, 0.8, 0.7, 0.5, 0.0)
"""The bounds of the bands of certainty that statistics count."""


def share_out(results: Sequence[Result]) -> list[str]:
    """How sure the findings are: a line for each band, with those told and those left out."""
    told = [f.certainty for r in results for f in r.findings]
    unsure = [f.certainty for r in results for f in r.unsure]
    if not told and not unsure:
        return []
    rows = [f"{'told':>6}  left out  certainty"]
    for high, low in pairwise(BANDS):
        counts = [
            sum(low <= one < high or one == high == 1 for one in ones) for ones in (told, unsure)
        ]
        if any(counts):
            rows.append(f"{counts[0]:6}  {counts[1]:8}  {low:g} to {high:g}")
    return rows


def time_by_step(results: Sequence[Result]) -> list[str]:
    """A line for each step and rule with its milliseconds, the slowest first."""
    total: Counter[str] = Counter()
    for result in results:
        total.update(result.seconds)
    ordered = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    return [f"{seconds * 1000:9.1f} ms  {name}" for name, seconds in ordered]


def summarize(results: Sequence[Result]) -> list[str]:
    """What was found and how much was read; never silent about what was not."""
    if not results:
        return []
    empty = [r.path for r in results if not r.document.source.strip()]
    without = [r.path for r in results if not r.document.has_okrs and r.path not in empty]
    said = [f"{path}: the file is empty; nothing to check" for path in empty[:3]]
    if len(without) == len(results):
        where = without[0] if len(without) == 1 else count(len(without), "file")
        return [*said, f"{where}: no OKRs found; nothing to check", *_counts(results, found=False)]
    if len(empty) == len(results):
        return said
    if without:
        said.append(f"{count(len(without), 'file')} without OKRs")
    return [*said, *_counts(results, found=True)]


def _counts(results: Sequence[Result], *, found: bool) -> list[str]:
    findings = [f for r in results for f in r.findings]
    if not findings and not found:
        return []
    parts = [
        count(number, severity.label)
        for severity in sorted(Severity, reverse=True)
        if (number := sum(f.severity is severity for f in findings))
    ]
    hidden = sum(r.suppressed for r in results)
    unsure = sum(len(r.unsure) for r in results)
    aside = [f"{hidden} suppressed"] if hidden else []
    aside += [f"{unsure} left out as unsure; --min-certainty 0 shows them"] if unsure else []
    objectives = sum(len(r.document.objectives) for r in results)
    key_results = sum(1 for r in results for _ in r.document.key_results())
    files = sum(r.document.has_okrs for r in results)
    return [
        (", ".join(parts) or "no findings")
        + (f" ({', '.join(aside)})" if aside else "")
        + f" in {count(objectives, 'objective')} and {count(key_results, 'key result')}"
        + f" of {count(files, 'file')}"
    ]


def say_ceiling(failing: int, most: int) -> str:
    """How many findings count against `--max-findings`, and the next step down."""
    if failing > most:
        return f"{count(failing, 'finding')} that count; at most {most} are allowed"
    if failing == most:
        return f"{count(failing, 'finding')} that count, as many as are allowed"
    lower = f"--max-findings {failing}" if failing else "no --max-findings"
    return f"{count(failing, 'finding')} that count of {most} that are allowed; now {lower} will do"


def tell_crashes(results: Iterable[Result]) -> bool:
    """Say what kept documents from being judged whole; whether there was anything."""
    crashes = [crash for result in results for crash in result.crashes]
    for crash in crashes:
        where = f"rule {crash.rule} failed on {crash.path}" if crash.rule else crash.path
        complain(f"{where}: {crash.error}; please report it: {ISSUES}")
    return bool(crashes)
