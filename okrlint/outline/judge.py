"""Tells statements that somebody made from placeholders and from talk about OKRs in general."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from okrlint.outline.vocabulary import load_words, plain


class Verdict(str, Enum):
    """What a text in the place of a statement is."""

    STATEMENT = "statement"
    EMPTY = "empty"
    PLACEHOLDER = "placeholder"
    GENERAL = "general"
    POINTER = "pointer"
    """It only says where the statements stand: "See the slides"."""


_OKR = r"(?:objectives?|key[\s-]*results?|okrs?|krs?)"
_THING = rf"(?:{_OKR}|statement|text|outcome|results?|goal|title)"
_QUALITIES = (
    r"(?:qualitative|quantitative|quantifiable|measurable|measured|inspiring|inspirational|ambitious"
    r"|aspirational|directional|specific|memorable|time-?bound|short|clear|concise|concrete|verifiable|high-level)"
)
_BLANK = r"(?:<[^<>]+>|\[[^\[\]]+\]|\{[^{}]+\}|\{\{[^{}]+\}\}|_{2,}(?!_))"
"""A gap to fill in. A run of marks is taken whole: in parts, it would be tried in each way."""
_PLACEHOLDERS = (
    r"\W*(?:tbd|tba|tbc|todo|to do|wip|n/?a|none|xx+|pending)\W*$",
    (
        r"\W*(?:sum|total|average|overall)"
        r"(?:\W+(?:and |of )?(?:sum|total|average|score|grade|progress|all)){0,2}\W*$"
    ),
    r"\W*(?:fill (?:this )?in|coming soon|placeholder|lorem ipsum)\b",
    r"\W*(?:(?:for )?(?:example|instance)s?|e\.g\.?)\W*$",
    r"\W*(?:tbd|tba|tbc|wip)\b(?:\s+(?:after|until|once|when|by|in|with)\b.{0,60}|\s*[(,;:–—-].{0,60})$",
    r"\W*to be (?:defined|determined|decided|added|announced|written|agreed|filled)\b",
    (
        r"\W*(?:still\s+(?:thinking|open|empty)|no\s+ideas?\s+yet|nothing\s+yet|needs\s+an?\s+owner"
        r"|not\s+(?:yet\s+)?(?:defined|decided|agreed|written)(?:\s+yet)?|work\s+in\s+progress)\b.{0,40}$"
    ),
    (
        r"\W*(?:your|insert|add|describe|enter|write) (?:an? |the |your )?"
        rf"(?:{_QUALITIES} )?{_THING}(?:\W| here)*$"
    ),
    r"\W*(?:\w+\s+)?(?:the\s+|an?\s+)?(?:metric|measure|kpi|number|value)\s+from\s+\W?x\W?\s+to\s+\W?y\b",
    rf"\W*(?:the )?{_OKR}\W*(?:\d{{1,2}}|[xyn])?(?: (?:name|description|here|{_THING}))?\W*$",
    rf"(?:{_BLANK}|\.{{2,}}(?!\.)|\u2026)(?:{_BLANK}|[.\u2026:\s–—-])*$",
)
"""What people leave where a statement is to come."""

_KINDS = r"(?:statements?|goals?|results?|outcomes?|descriptions?|milestones?|metrics?)"
_SAYS = (
    r"(?:is|are|was|were|should|shall|must|can|may|might|will|have|has|had|need|needs|do|does|help|helps"
    r"|describes?|defines?|measures?|tells?|says?|names?|shows?|answers?|states?|represents?|follow|come"
    r"|stands?"
    r"|usually|often|always|typically|generally|never|not)"
)
_DOERS = r"(?:(?:you|we|they|i|it)(?:['\u2019]ll)?|team|success|needs?\s+to)"
_SUCH = (
    r"(?:goals?|aims?|sentences?|statements?|numbers?|figures?|measures?|measurements?|metrics?|outcomes?"
    r"|results?|things?|targets?|destination|direction|ambition|end\s+state|descriptions?|place|evidence"
    r"|proof|wish|signs?|yardsticks?|what|why)"
)
_DEFINES = r"(?:that|which|whose|by|you|we|to\s+be|showing|describing|telling|proving|consists?)"
_GENERALS = (
    # "A goal to be achieved", "the number by which we check the sentence": a definition
    rf"(?:an?|the|any|some)\s+(?:[\w-]+\s+){{0,3}}?{_SUCH}\s*(?:\W*$|[(–—-]|[.:;]\s|{_DEFINES}\b)",
    r"(?:which|that)\s+(?:measures?|tells?|shows?|says?|proves?|describes?)\b",
    rf"{_OKR}\s+description\b",
    rf"(?:(?:an?|the|each|every|all|your|our|good|great|these|most)\s+)*{_OKR}(?:\s\([^)]*\))?\s+{_SAYS}\b",
    r"(?:defines|describes|explains|represents|specifies|answers)\s+(?:what|how|why|a|an|the)\b",
    rf"(?:what|how|why|where|who|when|which)\s(?![^?]*,)(?:[\w'\u2019]+\s){{0,4}}{_DOERS}\b",
    rf"(?:the\s+)?{_QUALITIES}\s+{_KINDS}\s+(?:that|which|of|you|we)\b",
    rf"(?:\d(?:\s*[-–]\s*\d)?\s+)?(?:(?:an?|the)\s+)?(?:{_QUALITIES}(?:\s*[,/]\s*|\s+and\s+|\s+))+{_KINDS}\b",
    rf"{_QUALITIES}(?:(?:\s*[,/]\s*|\s+and\s+){_QUALITIES})+\W*$",
    r"(?:it|they|this|these)\s+(?:is|are|should|must)\b",
    r"(?:should|must)\s+be\b",
    (  # what a study or a tool is about
        r"(?:the|this)\s+(?:project|paper|study|report|notebook|analysis|thesis|work|repo(?:sitory)?|script"
        r"|tool|package|document|page|guide)\s+(?:aims|[a-z]+es|[a-z]+[^s\W]s)\b(?!')"
    ),
    r"for\s+(?:each|every)\s+(?:objective|key\s+result)\b",
    rf"(?:what|how|why|is|are|do|does)\b[^.]*\b(?:you|your|success|{_OKR})\b[^.]*\?",
)
"""How texts about OKRs in general begin: "Objectives are ...", "Defines what ..."."""


_WHERE = (
    r"(?:(?:the|our|my|this|that|these|attached|linked|shared|google|okr|team(?:'s)?|separate)\s+)*"
    r"(?:(?:slides?|deck|presentation|power\s?point|keynote|(?:spread)?sheets?|docs?|documents?|boards?"
    r"|pdfs?|attachments?|attached|images?|pictures?|screenshots?|photos?|files?|figures?|trackers?"
    r"|tools?|wiki|pages?|links?|miro|confluence|notion|jira|below|above|here|there)"
    r"(?:\s+(?:deck|doc(?:ument)?|sheet|board|page|below|above|\d{1,3}))?|https?://\S+)"
)
_THEY = r"(?:(?:the|our|my|all|these)\s+)*(?:okrs?|objectives?|key\s+results?|krs|goals|they)"
_POINTERS = (
    rf"\W*(?:please\s+)?(?:see|cf\.?|refer\s+to|check(?:\s+out)?|look\s+at|open)\s+{_WHERE}\W*$",
    rf"\W*{_THEY}\s+(?:are|live|stand|is|can\s+be\s+found)\s+(?:in|on|at)\s+{_WHERE}\W*$",
    r"\*\s+\S.{0,200}$",  # a footnote: "\\* to be seen with the auditor"
    rf"\W*(?:slides?|deck|presentation|link|pdf|image|screenshot)\s*:\s*{_WHERE}\W*$",
    r"[^\t\n]{1,200}\t\d{1,3}$",  # a line of a table of contents, as word processors export it
)
"""Lines that stand for OKRs which are elsewhere, whole: "see the roof leak" is none."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Verdict, re.Pattern[str]], ...]:
    known = (
        (Verdict.PLACEHOLDER, _PLACEHOLDERS),
        (Verdict.POINTER, _POINTERS),
        (Verdict.GENERAL, _GENERALS),
    )
    return tuple((v, re.compile("|".join(forms), re.IGNORECASE)) for v, forms in known)


@lru_cache(maxsize=4096)
def judge(text: str) -> Verdict:
    """What a text in the place of a statement is."""
    words = text.strip()
    if not any(char.isalnum() for char in words):
        return Verdict.PLACEHOLDER if words else Verdict.EMPTY
    found = (verdict for verdict, pattern in _patterns() if pattern.match(words))
    return next(found, Verdict.STATEMENT)


_YEAR = re.compile(r"\b(?:19|20)\d\d(?:-\d\d)*\b")
_LOOSE_NUMBER = re.compile(r"(?<![\w.#/-])-*\d")


def has_number(words: str) -> bool:
    """Whether a figure stands in the words that is no part of a name, date or reference."""
    return bool(_LOOSE_NUMBER.search(_YEAR.sub(" ", words)))


def introduces(text: str) -> bool:
    """Whether a line only leads in what follows: "The following are our results:"."""
    words = plain(text).split()
    if not words:
        return True
    ends_open = text.rstrip().endswith((":", "："))
    if ends_open and len(words) > 12:
        return True
    return (ends_open or len(words) > 25) and words[0] in load_words("lead_ins")


def is_area(text: str) -> bool:
    """Whether a heading is only the name of a team or area: "Product:", "Team Marketing"."""
    name = _BRACKET.sub("", plain(_COUNT.sub("", text)))
    areas = load_words("areas")
    if name in areas or not name:
        return True
    return all(piece in areas for piece in _BETWEEN.split(name) if piece)


_COUNT, _BRACKET = re.compile(r"^\W*\d+[.)]\s*"), re.compile(r"\s*[(\[].*")
_BETWEEN = re.compile(r"\s*(?:&|/|,|\+|\band\b)\s*|\s+(?=team$)|(?<=^team)\s+")
