"""Whether a document sets OKRs, or tells how they stand, or shows examples.

Told by the names of things alone: the title, the file, the front matter, or the headings over all
objectives. A document that says nothing of the kind sets OKRs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import PurePath

from okrlint.dates import Calendar, find_dates, find_periods
from okrlint.model import CycleSource, Nature
from okrlint.outline.claim import Claim
from okrlint.outline.front_matter import yaml_lines
from okrlint.outline.label import Part
from okrlint.outline.lesson import is_lesson
from okrlint.outline.outline import Outline
from okrlint.outline.section import only_title
from okrlint.outline.sign import OF_A_TEAM, Role, is_about_okrs_in_general, mentions_okrs
from okrlint.outline.tree import NodeKind
from okrlint.outline.vocabulary import plain

_OKR = r"(?:okrs?|krs?|objectives?|goals?|key results?)"
_PACE = r"(?:weekly|bi-?weekly|fortnightly|monthly|mid|mid[ -]?\w+|status|progress|quarterly|end)"
_ENDS = (
    r"(?:updates?|reports?|reviews?|syncs?|status|recaps?|retro|retrospectives?|scorecards?|scores"
    r"|scoring|grades|grading|wrap[ -]?up|close[ -]?out)"
)
_TALK = rf"(?:{_ENDS}|notes|meetings?|minutes|summary)"
_CHECK_IN = re.compile(
    rf"\bcheck[ -]?ins?\b|\bstand-?ups?\b|^(?:(?:our|the|team) )?{_ENDS}$"
    rf"|\b{_PACE} (?:{_OKR} |team )?{_TALK}\b"
    rf"|\b{_OKR}(?: \w+)? {_TALK}$|^{_TALK} (?:(?:of|on|for|our|the) )*{_OKR}\b|^week$"
    rf"|\b{_OKR} archives?$|^archived? (?:\w+ )?{_OKR}$|\bpost-?mortem of\b"
)
_STOCK = r"(?:menu|library|catalog(?:ue)?|bank|gallery|collection)"
_EXAMPLES = re.compile(
    rf"^(?:examples|samples)$|\b(?:examples?|samples?) (?:of )?(?:\w+ )?{_OKR}\b"
    rf"|\b{_OKR} (?:examples?|samples?|ideas)\b|\b{_OKR} {_STOCK}\b"
    rf"|\b{_STOCK} of (?:\w+ )?{_OKR}\b"
    r"|\bcase stud(?:y|ies)\b"
)
_TEMPLATE = re.compile(
    rf"\b(?:{_OKR}|plan|planning|quarterly|roadmap|scorecard) templates?\b|^templates?$"
)
_TEACHES = re.compile(
    r"^(?:how|what|why|when|writing|introduction|intro|understanding|learning|getting started)\b"
    r"|\b(?:guide|guidelines|handbook|playbook|primer|tutorial|basics|101|course|explained)$"
)

_ASKS = re.compile(r"(?:how|what|why|when)\b")
_TEAM = re.compile(
    r"\w (?:team|squad|group|crew|department|desk|unit|guild|chapter)(?:'s)?(?: (?:okrs?|goals))?$"
)
"""A title that names a team, whatever else its name says: "Check-in squad OKRs"."""


def find_nature(
    outline: Outline, claims: Sequence[Claim], cycles: AbstractSet[CycleSource]
) -> Nature | None:
    """What the document is for; None where it sets OKRs or does not say.

    `cycles`: where it states cycles. A page that teaches OKRs and states one holds OKRs of that
    time, and a template that names one is filled in; prose that mentions a year names none.
    """
    named = not cycles <= {CycleSource.INTRO, CycleSource.CONFIGURATION}
    names = [name for title in _titles(outline) for name in _names(title, outline.calendar)]
    if any(map(_CHECK_IN.search, names)) or _all_below(outline, claims, _CHECK_IN):
        return Nature.CHECK_IN
    shown = any(
        _is_mostly_shown(outline, claims, part) for part in (Part.OBJECTIVE, Part.KEY_RESULT)
    )
    if shown or any(map(_EXAMPLES.search, names)):
        return Nature.EXAMPLES
    if named:
        return None
    title = only_title(outline)
    general = (
        title is not None
        and mentions_okrs(title.text.words)
        and is_about_okrs_in_general(title.text.words)
    )
    taught = general or any(_TEACHES.search(n) or _TEMPLATE.search(n) for n in names)
    lesson = not cycles - {CycleSource.CONFIGURATION} and is_lesson(
        outline.source, (c.prose.span for c in claims)
    )
    return Nature.EXAMPLES if taught or lesson else None


def _is_mostly_shown(outline: Outline, claims: Sequence[Claim], part: Part) -> bool:
    """Whether most objectives, or most key results, are only examples."""
    stated = [c for c in claims if c.part is part]
    return 2 * sum(is_example(outline, c) for c in stated) > len(stated)


def is_example(outline: Outline, claim: Claim) -> bool:
    """Whether a heading or line above says that it is only an example."""
    node = outline.tree.nodes[claim.node]
    path = (node, *outline.tree.ancestors(node))
    inner = [n for n in path if n.kind is not NodeKind.HEADING]
    before = [n for inside in inner for n in outline.tree.previous(inside)]
    lead = [n for n in before if n.kind is NodeKind.LINE and n.text.words.endswith(":")]
    above = [n for n in path[1:] if n.kind in (NodeKind.HEADING, NodeKind.LINE)]
    named = [n for n in (*lead, *above) if n.role in (Role.PLAIN, Role.OKRS, Role.META, Role.ASIDE)]
    return any(_names_examples(n.text.words) for n in named)


@lru_cache(maxsize=1024)  # asked for each statement below, and again after each key that is typed
def _names_examples(words: str) -> bool:
    return _EXAMPLE.search(words) is not None and len(words.split()) <= 12


_EXAMPLE = re.compile(
    rf"\b(?<!\bby )(?:examples?|samples?|e\.g\.)(?!\w)|^\W*what (?:is|are) (?:an? )?{_OKR}\W*$",
    re.IGNORECASE,
)
"""What stands under "What is an OKR?" shows it."""


def _titles(outline: Outline) -> Iterator[str]:
    title = only_title(outline)
    if title:
        yield title.text.words
    yield from (
        line.value.text
        for line in yaml_lines(outline.source)
        if line.depth == 0 and line.key in ("title", "type", "category", "layout")
    )
    yield re.sub(r"[-_.]+", " ", PurePath(outline.path).stem)


@lru_cache(maxsize=1024)
def _names(title: str, calendar: Calendar) -> tuple[str, ...]:
    """The parts of a title, without dates and teams: "OKR review" of "Web team: OKR review, Q3"."""
    names: list[str] = []
    for part in re.split(r"[:|()\[\],/]|\s[–—-]\s", title):
        left = part
        for found in (*find_periods(part, calendar), *find_dates(part, calendar)):
            left = left.replace(part[found.start : found.end], " ")
        name = plain(re.sub(r"\b(?:19|20)\d\d\b|\b\d{1,2}\b", " ", left))
        if _ASKS.match(name) or not (_TEAM.search(name) or OF_A_TEAM.search(name)):
            names.append(name)
    return tuple(names)


def _all_below(outline: Outline, claims: Sequence[Claim], pattern: re.Pattern[str]) -> bool:
    """Whether every objective stands under a heading of this kind."""
    tree = outline.tree
    objectives = [c for c in claims if c.part is Part.OBJECTIVE]
    named = {
        node.index
        for node in tree.nodes
        if node.kind is NodeKind.HEADING
        and any(map(pattern.search, _names(node.text.words, outline.calendar)))
    }
    return bool(objectives and named) and all(
        any(a.index in named for a in tree.ancestors(tree.nodes[c.node])) for c in objectives
    )
