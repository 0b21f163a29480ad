"""Findings in the order and company in which people read them.

What helps most comes first: errors before warnings before notes, what holds for many lines before
what holds for one. What many lines of a document have in common is one entry, with a list of the
lines; what is said of the document as a whole comes once, at the end. Formats for machines give
every finding for itself, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from okrlint.finding import Finding
from okrlint.told import Reported, Rules

ALIKE = 4
"""So many findings of one rule in a document are told together."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told at once: the findings of one line, or those of one rule on many lines."""

    findings: tuple[Finding, ...]
    """In the order of the text; of a rule that judges the whole document, those alone."""
    lines: tuple[int, ...]
    """The 1-based lines where they begin, each once."""
    whole: bool = False
    """Whether it is about the document as a whole, and so about no line of it."""

    @property
    def alike(self) -> bool:
        """Whether it holds one rule's findings on many lines: the first stands for all."""
        return len(self.lines) > 1


def find_entries(result: Reported, rules: Rules) -> list[Entry]:
    """The findings of one document, told as people read them."""
    of_whole = rules.whole
    found: dict[str, list[Finding]] = {}
    for finding in result.findings:
        found.setdefault(finding.rule, []).append(finding)
    many = {name for name, ones in found.items() if len(ones) >= ALIKE}
    entries = [_entry(result, found[name], name in of_whole) for name in many | of_whole & {*found}]
    rest = [f for f in result.findings if f.rule not in many | of_whole]
    entries += (_entry(result, group) for group in _by_line(result, rest))
    return sorted(entries, key=_rank)


def say_lines(lines: Sequence[int]) -> str:
    """Line numbers in few words: "9, 12-14 and 20"."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and runs[-1][-1] == line - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    words = [w for run in runs for w in _say_run(run)]
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _say_run(run: Sequence[int]) -> Sequence[str]:
    return [f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(line) for line in run]


def _by_line(result: Reported, findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    for _, group in groupby(findings, key=lambda f: result.location(f).line):
        yield list(group)


def _entry(result: Reported, findings: Sequence[Finding], whole: bool = False) -> Entry:
    lines = dict.fromkeys(result.location(finding).line for finding in findings)
    return Entry(tuple(findings), tuple(lines), whole)


def _rank(entry: Entry) -> tuple[object, ...]:
    severity = max(finding.severity for finding in entry.findings)
    first = entry.findings[0]
    return (entry.whole, -severity, -len(entry.lines), first.span, first.code)
