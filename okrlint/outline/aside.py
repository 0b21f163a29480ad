"""Names of what stands beside OKRs and is none: "Notes", "Metrics we keep an eye on"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.markdown.block import Block, BlockKind
from okrlint.outline.named import names_aside, names_none
from okrlint.outline.text import Text, text_of
from okrlint.outline.vocabulary import load_words, opens_with_verb, plain

_FORM = re.compile(
    r"\b(?:following|same|this)\s+(?:format|form|structure|template|pattern|layout)\W*[:：]\W*$",
    re.I,
)
"""A line that leads in how OKRs are written, not OKRs."""


_TOLD = re.compile(
    r"(?:what|how|why|things)\b(?!.*\b(?:know|success|measure|tell)\b).*\b(?:learn\w*|went|worked?|didn't"
    r"|did not|happened|write|wrote|grade|scor\w+|do it|go about|get there|get it done|next|decided"
    r"|against|dropped|left out|take (?:away|from|with)|(?:will not|won't|do not|don't|not) do"
    r"|not doing|(?:not|n't) (?:go|belong))\b"
)
"""What a heading asks that looks back or says how: "What did we learn", "How we'll go about it"."""


_IS_NONE = re.compile(
    r"(?:^|[.!?:]\s+)(?:these|those|they)\b[^.!?]{0,80}?\b(?:are|do)(?:n['\u2019]t| not| no)\b"
    r"(?: \w+){0,4}? (?:key results?|OKRs?|KRs?|objectives?|goals?)\W*$",
    re.IGNORECASE,
)
"""The sentence over a list that says of it what it is not: "These are not key results"."""

_BAD = re.compile(
    r"(?:(?:an?|the|some|examples? of|very) )*"
    r"(?:bad|poor|poorly \w+|weak|weaker|worse|wrong|vague)"
    r"(?: (?:ones?|sets?|versions?|drafts?|attempts?|examples?|okrs?|objectives?|goals?|krs?"
    r"|key results?))?"
)
"""What is shown so that nobody writes it: "A bad one", "Weak key results", "A very vague set"."""
_BEHIND = re.compile(r"\s(?:for|of|from|on|in|and|to|under|before|until|this|next|&|/)(?:\s|$)")
"""What parts a name from what it is the name for: "Notes for June", "To do before Monday"."""
_PLANS = frozenset("roadmap plan plans overview project update updates check-in status".split())


def _names_plan(text: Text) -> bool:
    """Whether an aside by name may, as the title of a page, have OKRs under it: "Roadmap"."""
    return not _PLANS.isdisjoint(re.findall(r"[a-z-]+", text.words.lower()))


def plan_of_all(blocks: Sequence[Block]) -> Block | None:
    """The title of the page, where that is "Roadmap" or "Plan" and all of it stands under it."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    if not headings:
        return None
    title, *below = headings
    over = min((one.level for one in below), default=0) > title.level
    return title if over and _names_plan(text_of(title)) else None


def find_aside(text: Text, named: bool) -> tuple[int, bool] | None:
    """Where the words behind the name of an aside begin, and whether nothing in it is anybody's.

    "Notes", "**Next steps (docs):** ...", "Mid-quarter notes". `named`: a heading, or set off.
    """
    words = text.words
    before, colon, _ = words.partition(":")
    asides = load_words("asides")
    if _IS_NONE.search(words):
        return len(words), False
    if not (named or (colon and len(before) <= 40) or plain(words) in asides):
        return None
    name = plain(re.sub(r"[(\[].*", "", before if colon else words))
    name = re.sub(r"^\d+(?:\.\d+)*[.)]?\s*", "", name)
    while " " in name and re.search(r"\d", name[name.rindex(" ") :]):
        name = name[: name.rindex(" ")]  # "Retro Q2 2027"
    head = _BEHIND.split(name)[0]
    closed = name in load_words("closed") or head in ("template", "templates")
    if closed or _BAD.fullmatch(name) or _FORM.search(words):
        return len(words), True
    tokens = name.split()
    weighed = named and not opens_with_verb(name) and names_aside(words)
    if _TOLD.match(name) or weighed or (named and names_none(words)):
        return len(words), False
    if not tokens or sum(any(map(str.isalnum, token)) for token in tokens) > 4:
        return None
    if head in load_words("areas"):
        return None  # "Human resources"
    is_aside = name in asides or head in asides
    start = words.index(":") + 1 if colon else len(words)
    if not words[start:].strip() and not opens_with_verb(name):
        is_aside = is_aside or head.split()[-1] in asides
    return (start, False) if is_aside else None
