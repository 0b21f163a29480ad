"""What a line says it is, by its own words: a label, a group, a field, an aside, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from okrlint.beside import remembered
from okrlint.markdown.block import Mark
from okrlint.model import Labels
from okrlint.outline.aside import find_aside
from okrlint.outline.decoration import skip_decoration
from okrlint.outline.label import Label, Part, find_label
from okrlint.outline.named import names_none
from okrlint.outline.text import Text, without_place
from okrlint.outline.vocabulary import field_named, load_words, opens_with_verb, plain


class Role(str, Enum):
    """What a line is for."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key result"
    MISSION = "mission"
    OBJECTIVES = "objectives"
    """The name of a group of objectives."""
    KEY_RESULTS = "key results"
    """The name of a group of key results."""
    OKRS = "OKRs"
    """A heading that says that OKRs follow."""
    META = "about OKRs"
    """A heading of a text about OKRs in general."""
    FIELD = "field"
    ASIDE = "aside"
    """Notes, tasks, scores: never key results of the objective above."""
    CLOSED = "closed"
    """Templates, definitions, bad examples: nothing inside is anybody's OKR."""
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Sign:
    """The role of a line and where its own text begins."""

    role: Role
    start: int = 0
    """Where the statement or value begins in the text."""
    label: Label | None = None
    field: str | None = None
    """The canonical name, for a FIELD."""
    reference: tuple[str, ...] = ()
    """The objective that a group names: ("1",) in "Key results for O1"."""


OKR_WORDS = re.compile(
    r"\bOKR(?:['\u2019]?s)?\b|\bobjectives?\s*(?:and|&|\+|/|,|or)?\s*key[\s-]*results?\b",
    re.IGNORECASE,
)
"""A mention of OKRs as such."""


def mentions_okrs(words: str) -> bool:
    """Whether OKRs as such are mentioned; a tag behind words ("Fill the hall #okr") is none."""
    small = words.lower()
    if "okr" not in small and "objective" not in small:
        return False
    return OKR_WORDS.search(_TAG.sub("", words)) is not None


_TAG = re.compile(r"(?<=\w)\s+#[^\s#]+")


def read_sign(text: Text, labels: Labels, is_heading: bool = False) -> Sign:
    """What the text says it is. `is_heading`: short names of sections may stand without a colon."""
    return _sign_of(text.words, text.marks, labels, is_heading)


@remembered
def _sign_of(words: str, marks: tuple[Mark, ...], labels: Labels, is_heading: bool) -> Sign:
    if not words.strip():
        return Sign(Role.PLAIN)
    text = without_place(words, marks)
    named = (
        is_heading
        or words.rstrip().endswith((":", "："))
        or text.mark_ends_at(len(words.rstrip()))
        or (words.isupper() and len(words.split()) <= _CAPITALS)
    )
    group = _group(text, labels, named) or (_in_brackets(words) if is_heading else None)
    if group:
        return group
    label = find_label(text, labels)
    mention = _mention(text)
    firm = label and (label.number or label.part is Part.KEY_RESULT)
    if mention and named and not (label and firm and words[label.end :].strip()):
        return mention
    field = read_field(text)
    if label and not (field and not label.number and field.start > label.end):
        return _labelled(text, label)
    if field and not is_heading:
        return field
    if is_mission(words) and named:
        return Sign(Role.MISSION, len(words))
    if aside := find_aside(text, named):
        end, nobodys = aside
        return Sign(Role.CLOSED if nobodys else Role.ASIDE, end)
    return Sign(Role.PLAIN, skip_decoration(words) if is_heading else 0)


_CAPITALS = 4
"""Words; a line in capitals is a name when it has at most so many."""


def _labelled(text: Text, label: Label) -> Sign:
    role = Role(label.part.value)
    if role is Role.KEY_RESULT and not label.number and not text.words[label.end :].strip():
        return Sign(Role.KEY_RESULTS, label.end, label)
    return Sign(role, label.end, label)


@lru_cache(maxsize=8)
def _group_patterns(labels: Labels) -> tuple[tuple[Role, re.Pattern[str]], ...]:
    own_kr = "".join(rf"|{re.escape(word)}(?:e?s|en?|n)?" for word in labels.key_result if word)
    own_objective = "".join(
        rf"|{re.escape(word)}(?:e?s|en?|n)?" for word in labels.objective if word
    )
    before = r"(?P<before>(?:[\w&/'\u2019.+-]+\s+){0,4}?)"
    of_ours = r"of\s+(?=O|this\b|these\b|the\s+(?:quarter|objective)|Q\d|\d)"
    links = rf"(?:(?:for|to|in|by|on|about|around)\s+|{of_ours})"
    after = rf"(?P<after>\s+{links}(?P<what>[^:\n]{{1,60}}?))?"
    after = rf"(?:\s*[(\[][^()\[\]]{{1,40}}[)\]])?{after}"
    one = r"(?:KR|key\s+result)(?=\s+(?:for|on)\s+[^:\n]+$)"
    end = r"(?:\s*[:：]\s*(?P<tail>[^\n]*))?\s*[.\-–—]?$"
    return (
        (
            Role.KEY_RESULTS,
            re.compile(
                rf"{before}(?:key[\s\-_]*results|KRs{own_kr}|{one}){after}{end}", re.IGNORECASE
            ),
        ),
        (
            Role.OBJECTIVES,
            re.compile(rf"{before}(?:objectives{own_objective}){after}{end}", re.IGNORECASE),
        ),
    )


_LONGEST = 600
"""Characters; a name with its group behind it, all on one line, is hardly longer."""


def _group(text: Text, labels: Labels, named: bool) -> Sign | None:
    """The sign of "Key results", "Our objectives for Q3:", "Key Results: Anna and Ben"."""
    first_line = text.words.partition("\n")[0]
    start = skip_decoration(first_line)
    if len(first_line) > _LONGEST or mentions_okrs(first_line):
        return None
    for role, pattern in _group_patterns(labels):
        match = pattern.match(first_line, start)
        if match is None or opens_with_verb(match["before"]) or _is_general(match["before"]):
            continue
        if match["before"] and not (named or match["tail"]):
            continue  # "Better key results" in a list is no name of a group
        tail = match.start("tail") if match["tail"] else len(first_line)
        reference = _REFERENCE.search(match["what"] or "")
        number = reference and (reference[1] or reference[2])
        return Sign(role, tail, reference=(number,) if number else ())
    return None


_REFERENCE = re.compile(
    r"\b(?:objective|goal|O)[\s#]*(\d{1,2})\b|\A#?(\d{1,2})\b(?!\s+[^\W\d_])", re.IGNORECASE
)
"""The number of an objective: "for objective 2", "for O2", "for 2", not "for 3 minutes"."""
_BRACKETED = re.compile(
    r"\W*[^\W\d_][\w ]{1,25}\((?:(?P<results>KRs?|key results?)|O|objectives?)\)\W*",
    re.IGNORECASE,
)


def _in_brackets(words: str) -> Sign | None:
    """The sign of "Targets (KR)" and "Goal (Objective)"."""
    match = _BRACKETED.fullmatch(words)
    if match is None:
        return None
    return Sign(Role.KEY_RESULTS if match["results"] else Role.OBJECTIVES, len(words))


def _is_general(words: str) -> bool:
    """Whether words before "objectives" make it a sentence or a text about objectives."""
    found = re.findall(r"[^\W\d_]+", words.lower())
    loose = {"poor", "bad", "weak", "the", "these", "your", "possible", "good", "great", "strong"}
    return bool(found) and (found[0] in load_words("meta_first") or bool(set(found) & loose))


def _mention(text: Text) -> Sign | None:
    words = text.words
    if not mentions_okrs(words) or len(words.split()) > 14 or names_none(words):
        return None
    if find_statement_after_okr(words):
        return None
    tokens = re.findall(r"[^\W\d_]+(?:['\u2019]s)?", plain(words))
    if plain(words) in load_words("closed") or set(tokens) & _CLOSED_WORDS:
        return Sign(Role.CLOSED, len(words))
    return Sign(Role.META if is_about_okrs_in_general(words) else Role.OKRS, len(words))


_CLOSED_WORDS = {"template", "templates", "faq", "archived"}


def is_about_okrs_in_general(words: str) -> bool:
    """Whether a title explains OKRs ("How we write OKRs", "OKR guide for leads")."""
    name = plain(re.sub(r"[(\[].*", "", words))
    if OF_A_TEAM.search(name):
        return False
    parts = [part.split() for part in re.split(r"[:|–—]", name) if part.strip()]
    if any(part[0] in load_words("meta_first") for part in parts):
        return True
    head = re.split(r"\s(?:for|of|from|on|in|at|by|with)\s|[:,|–—]", name)[0]
    if re.search(r"\b(?:i|you|we|they)(?:'\w+)?\s[a-z]+", head) and not re.search(r"\d", words):
        return True  # "Mistakes I made with OKRs"
    tokens = re.findall(r"[^\W\d_]+(?:'s)?", re.sub(r"^(?:the|our|an?|my)\s", "", head))
    if not tokens or words.rstrip().endswith("?"):
        return bool(tokens)
    if tokens[-1].endswith("ing") and tokens[-1] != "planning":
        return True
    return tokens[0] in load_words("meta_first") or tokens[-1] in load_words("meta_last")


OF_A_TEAM = re.compile(
    r"^(?:learning|running)\b.*\s(?:team|squad|group|crew|department|unit|guild|club)(?:'s)?\sokrs?$"
    r"|^\w+ing (?:&|and) (?!\w+ing\b)\w+(?:\s\w+)?\sokrs?$"
)
"""A title that names whose OKRs they are: "Learning team OKRs", "Learning & development OKRs"."""


def find_statement_after_okr(words: str) -> bool:
    """Whether "OKR" is a label here ("OKR 1: Grow") or part of a statement ("Roll out OKRs")."""
    return opens_with_verb(words) or bool(re.match(r"\W*OKR[\s\-#]*\d{1,2}(?![\d'\u2019])", words))


_FIELD = re.compile(r"([^\n:：]{1,40}?)\s*(?:::?|：|\s[-–—=]\s)\s*")


def read_field(text: Text) -> Sign | None:
    """The sign of "Owner: Anna" or "**Due date** - 30 June"."""
    match = _FIELD.match(text.words)
    if match is None:
        return None
    canonical = field_named(match[1])
    value = text.words[match.end() :]
    if canonical is None or (
        canonical == "owner" and (opens_with_verb(value) or len(value.split()) > 8)
    ):
        return None
    return Sign(Role.FIELD, match.end(), field=canonical)


def is_mission(words: str) -> bool:
    """Whether this is the name of a mission or vision section."""
    return plain(words) in load_words("missions")
