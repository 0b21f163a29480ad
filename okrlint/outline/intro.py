"""Pages of goals that say in the lines before them that these are OKRs.

"Harbour goals" may hold anything. Where the intro says in the first person, or of these very goals,
that they follow OKRs, the page is one of OKRs as if its title said so.
"""

from __future__ import annotations

import re

from okrlint.outline.judge import Verdict, judge
from okrlint.outline.sign import OKR_WORDS, Role
from okrlint.outline.tree import Node, NodeKind, Tree
from okrlint.outline.vocabulary import plain

_GOALS = frozenset("goal goals objectives priorities".split())
_FOLLOWS = re.compile(
    r"\b(?:follow|use|adopt|try|do|doing|keep|write|written|set|stated?|framed?|formatted|run|are|as"
    r"|in)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|our|us|i|my|these|this|they|below|here)\b", re.IGNORECASE)
_POINTS_AT = re.compile(r"\W*(?:these|this|they)\b", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:not|never|no|without|instead|rather|except|unlike|used to|stop(?:ped)?|if|may|might|"
    r"could|would|should|will|plan|someday|other|elsewhere|separate(?:ly)?|different)\b|n['\u2019]t\b|\?",
    re.IGNORECASE,
)


def says_okrs_follow(tree: Tree, title: Node | None) -> bool:
    """Whether a page of goals says before its first section that its goals are OKRs."""
    if title is None or title.role not in (Role.PLAIN, Role.OBJECTIVES):
        return False
    if not _GOALS & set(re.findall(r"[^\W\d_]+", plain(title.text.words))):
        return False
    for child in tree.children(title):
        if child.kind is not NodeKind.LINE:
            return False
        clauses = re.split(r"(?<=[.!?])\s+|[,;]\s+|\s[-–—]+\s", child.text.words)
        if any(map(_says_so, clauses)):
            return True
    return False


def _says_so(sentence: str) -> bool:
    general = judge(sentence) is Verdict.GENERAL and not _POINTS_AT.match(sentence)
    if general or not OKR_WORDS.search(sentence):
        return False
    return bool(
        _OURS.search(sentence) and _FOLLOWS.search(sentence) and not _DENIES.search(sentence)
    )
