"""Inline comments that switch rules off where a person decided otherwise.

    <!-- okrlint-disable-next-line no-metric, KR004 -- agreed with finance -->
    <!-- okrlint-disable-line -->           the line the comment stands on
    <!-- okrlint-disable no-deadline -->    from here ...
    <!-- okrlint-enable no-deadline -->     ... to here, or to the end
    <!-- okrlint-disable-file no-metric -->
    # okrlint: ignore no-metric             in the front matter: the whole file

Without rule names, all rules are meant. `enable` only ends a `disable`; it switches nothing on
that the configuration has off. What follows ` -- ` is the reason, for people.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from okrlint.finding import Finding
from okrlint.lines import LineIndex
from okrlint.model import Comment, Document

_HTML = re.compile(
    r"okrlint-(?P<verb>disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_FRONT_MATTER = re.compile(r"okrlint:\s*ignore(?![\w-])(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment's effect on one rule, or on all."""

    comment: Comment
    rule: str | None
    """The name or code as written; None for all rules."""
    first_line: int
    last_line: int
    """1-based, inclusive; a finding is hit when it begins on one of these lines."""


def find_suppressions(document: Document, lines: LineIndex) -> tuple[Suppression, ...]:
    """Every suppression that the comments of a document ask for."""
    last = lines.line_at(len(document.source))
    found: list[tuple[str, Suppression]] = []
    enables: dict[str | None, list[int]] = {}
    for comment in document.comments:
        verb, names = _parse_comment(comment.text)
        begin = lines.line_at(comment.span.start)
        end = lines.line_at(max(comment.span.start, comment.span.end - 1))
        reach = {
            "disable-next-line": (end + 1, end + 1),
            "disable-line": (begin, end),
            "disable-file": (1, last),
            "disable": (begin, last),
        }.get(verb)
        for name in names:
            if verb == "enable":
                insort(enables.setdefault(name, []), begin)
            if reach:
                found.append((verb, Suppression(comment, name, *reach)))
    return tuple(_end_at_enable(one, enables) if v == "disable" else one for v, one in found)


def _parse_comment(text: str) -> tuple[str, tuple[str | None, ...]]:
    """The verb and the rules of a comment; ("", ()) for one that is none of ours."""
    if match := _FRONT_MATTER.fullmatch(text.strip()):
        return "disable-file", _rule_names(match["rest"])
    if match := _HTML.match(text.strip()):
        return match["verb"], _rule_names(match["rest"])
    return "", ()


def _rule_names(rest: str) -> tuple[str | None, ...]:
    names = re.split(r"\s--(?:\s|$)", f" {rest} ")[0].replace(",", " ").split()
    return tuple(dict.fromkeys(names)) or (None,)


def _end_at_enable(
    suppression: Suppression, enables: Mapping[str | None, Sequence[int]]
) -> Suppression:
    """The suppression up to the first `enable` below it that names its rule, or all."""
    first = suppression.first_line
    ends = [suppression.last_line]
    for name in {None, suppression.rule}:
        lines = enables.get(name, ())
        ends += lines[bisect_right(lines, first) :][:1]
    return replace(suppression, last_line=min(ends))


def split_suppressed(
    findings: Iterable[Finding], suppressions: Sequence[Suppression], lines: LineIndex
) -> tuple[list[Finding], set[Suppression]]:
    """The findings that stay, and the suppressions that hit something."""
    by_rule: dict[str | None, list[Suppression]] = {}
    for one in sorted(suppressions, key=lambda s: s.first_line):
        by_rule.setdefault(one.rule and one.rule.lower(), []).append(one)
    sweeps = {rule: _Sweep(ones) for rule, ones in by_rule.items()}
    kept: dict[int, Finding] = {}
    ordered = sorted(enumerate(findings), key=lambda row: row[1].span)
    for number, finding in ordered:
        line = lines.line_at(finding.span.start)
        words = {None, finding.rule, finding.code.lower()}
        hits = [sweeps[word].hits(line) for word in words if word in sweeps]
        if not any(hits):
            kept[number] = finding
    used = {one for sweep in sweeps.values() for one in sweep.used}
    return [kept[number] for number in sorted(kept)], used


class _Sweep:
    """The suppressions of one rule, asked line by line downwards; each is looked at once."""

    __slots__ = ("_fresh", "_next", "_reach", "_waiting", "used")

    def __init__(self, suppressions: Sequence[Suppression]) -> None:
        self._waiting = suppressions
        """Sorted by their first lines."""
        self._next = 0
        self._fresh: list[Suppression] = []
        """Those passed that nothing was asked of yet."""
        self._reach = 0
        """The last line that one of those passed reaches."""
        self.used: list[Suppression] = []

    def hits(self, line: int) -> bool:
        """Whether a finding that begins on `line`, no line above the one before, is hit."""
        while self._next < len(self._waiting) and self._waiting[self._next].first_line <= line:
            one = self._waiting[self._next]
            self._next += 1
            self._reach = max(self._reach, one.last_line)
            self._fresh.append(one)
        self.used += (one for one in self._fresh if one.last_line >= line)
        self._fresh.clear()  # used, or ended above
        return line <= self._reach
