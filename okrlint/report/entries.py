"""Findings in the order and company in which people read them.

What helps most comes first: errors before warnings before notes, what holds for many lines before
what holds for one. What many lines of a document have in common is one entry, with a list of the
lines; what is said of the document as a whole comes once, at the end. Formats for machines give
every finding for itself, in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from okrlint.finding import Finding
from okrlint.place import Place, say_places
from okrlint.told import Reported, Rules

ALIKE = 4
"""So many findings of one rule in a document are told together."""
_NAMED = re.compile(r'"[^"]{1,40}"')
"""The words that a message names; a whole statement is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told at once: the findings of one line, or those of one rule on many lines."""

    findings: tuple[Finding, ...]
    """In the order of the text; of a rule that judges the whole document, those alone."""
    places: tuple[Place, ...]
    """Where they begin: each line once, or each place of a file that is no Markdown."""
    whole: bool = False
    """Whether it is about the document as a whole, and so about no line of it."""

    @property
    def alike(self) -> bool:
        """Whether it holds one rule's findings on many lines: the first stands for all."""
        return len(self.places) > 1


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


def say_words(result: Reported, entry: Entry) -> str:
    """Where else which words are meant: `"asap" on 7 and 9; "tbd" on 8`; "" where all are the same.

    So one entry may stand for findings that are alike but for the words that they name.
    """
    others: dict[str, dict[str | int | None, Place]] = {}
    lines = {_line(place) for place in entry.places[1:]}
    for finding in entry.findings:
        named = _NAMED.search(finding.message)
        if named is None:
            return ""
        place = result.place(finding)
        if _line(place) in lines:
            others.setdefault(named[0].lower(), {})[_line(place)] = place
    first = _NAMED.search(entry.findings[0].message)
    if first and others.keys() <= {first[0].lower()}:
        return ""
    told = ((words, say_places(list(places.values()))) for words, places in others.items())
    return "; ".join(f"{words} on {where}" for words, where in told)


def _by_line(result: Reported, findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    for _, group in groupby(findings, key=lambda f: _line(result.place(f))):
        yield list(group)


def _entry(result: Reported, findings: Sequence[Finding], whole: bool = False) -> Entry:
    places = {_line(place): place for place in map(result.place, reversed(findings))}
    return Entry(tuple(findings), tuple(reversed(places.values())), whole)


def _line(place: Place) -> str | int | None:
    return place.name or place.line


def _rank(entry: Entry) -> tuple[object, ...]:
    severity = max(finding.severity for finding in entry.findings)
    first = entry.findings[0]
    return (entry.whole, -severity, -len(entry.places), first.span, first.code)
