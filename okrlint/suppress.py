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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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

    def hits(self, finding: Finding, line: int) -> bool:
        """Whether the finding, which begins on `line`, is suppressed."""
        if not self.first_line <= line <= self.last_line:
            return False
        return self.rule is None or self.rule.lower() in (finding.rule, finding.code.lower())


def find_suppressions(document: Document, lines: LineIndex) -> tuple[Suppression, ...]:
    """Every suppression that the comments of a document ask for."""
    last = lines.line_at(len(document.source))
    found: list[Suppression] = []
    enables: list[tuple[int, tuple[str | None, ...]]] = []
    for comment in document.comments:
        verb, names = _parse_comment(comment.text)
        begin = lines.line_at(comment.span.start)
        end = lines.line_at(max(comment.span.start, comment.span.end - 1))
        if verb == "enable":
            enables.append((begin, names))
        reach = {
            "disable-next-line": (end + 1, end + 1),
            "disable-line": (begin, end),
            "disable-file": (1, last),
            "disable": (begin, last),
        }.get(verb)
        if reach:
            found += [Suppression(comment, name, *reach) for name in names]
    return tuple(_end_at_enable(suppression, enables) for suppression in found)


def _parse_comment(text: str) -> tuple[str, tuple[str | None, ...]]:
    """The verb and the rules of a comment; ("", ()) for one that is none of ours."""
    if match := _FRONT_MATTER.fullmatch(text.strip()):
        return "disable-file", _rule_names(match["rest"])
    if match := _HTML.match(text.strip()):
        return match["verb"], _rule_names(match["rest"])
    return "", ()


def _rule_names(rest: str) -> tuple[str | None, ...]:
    names = re.split(r"\s--(?:\s|$)", f" {rest} ")[0].replace(",", " ").split()
    return tuple(names) or (None,)


def _end_at_enable(
    suppression: Suppression, enables: Sequence[tuple[int, tuple[str | None, ...]]]
) -> Suppression:
    if _parse_comment(suppression.comment.text)[0] != "disable":
        return suppression
    for line, names in enables:
        ends = None in names or suppression.rule in names
        if line > suppression.first_line and ends:
            return Suppression(suppression.comment, suppression.rule, suppression.first_line, line)
    return suppression


def split_suppressed(
    findings: Iterable[Finding], suppressions: Sequence[Suppression], lines: LineIndex
) -> tuple[list[Finding], set[Suppression]]:
    """The findings that stay, and the suppressions that hit something."""
    kept: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        line = lines.line_at(finding.span.start)
        hits = [s for s in suppressions if s.hits(finding, line)]
        used.update(hits)
        if not hits:
            kept.append(finding)
    return kept, used
