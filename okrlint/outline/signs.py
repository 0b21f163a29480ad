"""The signs of a unit: what its words say, its shape, its place, and the document around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from okrlint.dates import find_periods
from okrlint.markdown.block import MarkKind
from okrlint.outline.columns import Column
from okrlint.outline.decoration import skip_decoration
from okrlint.outline.formula import FORMULA
from okrlint.outline.judge import Verdict, is_area
from okrlint.outline.names import is_period, is_person
from okrlint.outline.page import Page
from okrlint.outline.outline import is_link_to_section
from okrlint.outline.sign import (
    OKR_WORDS,
    Role,
    is_about_okrs_in_general,
    mentions_okrs,
    read_field,
)
from okrlint.outline.vocabulary import load_words, opens_with_verb, plain

from okrlint.outline.unit import Unit

_STEPS = (0, 1, 2, 4, 8, 15, 25, 40)


def bucket(number: int, steps: tuple[int, ...] = _STEPS) -> str:
    """The largest step that a number reaches."""
    return str(max((step for step in steps if number >= step), default=0))


def share(part: int, whole: int) -> str:
    """A share in words."""
    if not whole or not part:
        return "none"
    if part == whole:
        return "all"
    return "most" if 2 * part >= whole else "some"


def find_signs(page: Page) -> list[list[str]]:
    """The signs of each unit, in the order of the units."""
    says = [_says(page, unit) for unit in page.units]
    own = [list(dict.fromkeys(_own(page, unit, says[unit.index]))) for unit in page.units]
    of_document = list(_document(page, says))
    crowds, tables = _crowds(page, says), {at: _Columns(page, at, says) for at in page.columns}
    of_kind: dict[str, dict[str, tuple[str, ...]]] = {}
    found: list[list[str]] = []
    for unit in page.units:
        signs = [*own[unit.index], *_place(page, unit, says), *_group(page, unit, says, crowds)]
        if clean := _clean(page, unit, says):
            signs.append(f"clean:{clean}")
        if unit.kind in ("cell", "column"):
            signs += _table(page, unit, says, tables[unit.node])
        kind = unit.kind
        of_this = of_kind.setdefault(kind, {})
        for sign in signs:
            if sign not in of_this:
                of_this[sign] = () if sign.startswith(_ALIKE) else (f"{kind}/{sign}",)
        found.append(
            [
                "always",
                f"kind:{kind}{unit.level or ''}",
                *signs,
                *(name for sign in signs for name in of_this[sign]),
                *of_document,
            ]
        )
    return found


_ALIKE = (
    "says:objective",
    "says:key result",
    "judged:",
    "word:",
    "lead:",
    "up-word:",
    "up2-word:",
    "before-word:",
    "row-word:",
)
"""Signs that mean the same for all kinds of units."""

WEAK = re.compile(
    r"(?:[\w'\u2019]+\s+){0,2}(?:goal|aim|theme|pillar|priority|focus(?:\s+area)?|ambition|intent)"
    r"s?\s*[#\-_.]?\s*(?:(?:[a-h](?=\d|\s*[:.)]))?\d{0,2})\s*(?:[:.)\-–—]\s+|:)",
    re.IGNORECASE,
)
WEAK_RESULT = re.compile(
    r"(?:[\w'\u2019]+\s+){0,2}(?:result|measure|metric|outcome|target|milestone|indicator|kpi|m|r|t)"
    r"s?\s*[#\-_.]?\s*\d{0,2}(?:\.\d{1,2})?\s*(?:[:.)\-–—]\s+|:)",
    re.IGNORECASE,
)


def _says(page: Page, unit: Unit) -> str:
    """What a unit's own words say that it is, in one word."""
    sign = unit.sign
    if unit.kind == "entry" and sign.role not in (Role.OBJECTIVE, Role.KEY_RESULT):
        return "plain"
    if sign.role is Role.PLAIN:
        words = unit.text.words
        if WEAK.match(words):
            return "goal"
        if WEAK_RESULT.match(words):
            return "result"
        return _named(unit)
    said = sign.role.value
    if sign.label and sign.label.number:
        said += "#" if len(sign.label.number) == 1 else "#.#"
    if sign.role in (Role.OBJECTIVE, Role.KEY_RESULT) and not unit.body.words.strip(" .:-–—"):
        said += " alone"
    if sign.role is Role.FIELD:
        said += f" {sign.field}"
    if sign.role in (Role.KEY_RESULTS, Role.OBJECTIVES) and unit.body.words.strip(" .:-–—"):
        said += " tail"
    return said


def _is_behind_a_list(page: Page, unit: Unit) -> bool:
    """Whether a heading called a key result comes back to one that was listed above it.

    So it is when its number was there before in this section, or when items stand there that
    nothing else leads in.
    """
    if unit.role is not Role.KEY_RESULT:
        return False
    number = unit.sign.label.number if unit.sign.label else ()
    at = page.place[unit.index]
    before = [page.units[s] for s in page.units[unit.parent].children[:at]]
    said = [u for s in before for u in (s, *page.below(s), *_deeper(page, s))]
    if number and any(u.sign.label and u.sign.label.number == number and u.role is unit.role for u in said):
        return True
    flow = [u for u in before if u.kind != "heading"]
    while flow and flow[-1].kind == "item":
        flow.pop()
    items = any(u.kind == "item" for u in before)
    return items and not (flow and flow[-1].text.words.rstrip().endswith(":"))


def _deeper(page: Page, unit: Unit) -> Iterator[Unit]:
    for child in page.below(unit):
        yield from page.below(child)


def _clean_beside(page: Page, unit: Unit, says: list[str]) -> str:
    """What the formula in its words, or a lone label before it in its row, makes of a unit."""
    if page.verdicts[unit.index] is not Verdict.STATEMENT:
        return ""
    if unit.kind in ("line", "item") and FORMULA.match(unit.body.words):
        return "objective"
    if unit.kind != "cell" or unit.column == 0:
        return ""
    before = [c for c in page.row(unit) if c.column < unit.column]
    named = [c for c in before if says[c.index] in ("objective alone", "key result alone")]
    wordy = [c for c in before if c not in named and len(c.text.words.split()) > 2]
    return named[0].role.value if len(named) == 1 and not wordy else ""


def _clean(page: Page, unit: Unit, says: list[str]) -> str:
    """What a clean label makes of a unit: "Objective 2: Grow" is an objective, wherever it stands."""
    if unit.role is Role.PLAIN:
        return _clean_beside(page, unit, says)
    if unit.role not in (Role.OBJECTIVE, Role.KEY_RESULT) or says[unit.index].endswith(" alone"):
        return ""
    if page.verdicts[unit.index] is not Verdict.STATEMENT:
        return ""
    if unit.role is Role.OBJECTIVE:
        first = [c for c in page.below(unit) if c.kind in ("line", "item")][:2]
        if any(says[child.index].startswith("objective") for child in first):
            return ""  # "### Objective 1: Growth" over "**Objective:** Double the ..."
    if unit.kind == "heading" and _is_behind_a_list(page, unit):
        return ""  # "### KR1 deep dive" comes back to a key result listed above
    if any(says[above.index] in ("aside", "closed", "about OKRs") for above in page.above(unit)):
        return ""
    return unit.role.value


_GOALS = re.compile(
    r"(?:(?:our|my|the|team|company|main|current|top|strategic|personal|quarterly|annual|\d{4})\s+)*"
    r"(?:goals?|aims?|priorities|priority|themes?|pillars?|focus(?:\s+areas?)?|ambitions?|big\s+rocks)"
    r"(?:\s+(?:for|in|of)\s.{1,30})?",
    re.IGNORECASE,
)
_MEASURES = re.compile(
    r"(?:(?:our|the|some|sample|example|key|main|desired|expected|measurable|suggested|possible)\s+)*"
    r"(?:(?:success|key|progress|performance|outcome|result)\s+)?"
    r"(?:measures?(?:\s+of\s+success)?|metrics?|indicators?|criteria|criterion|results?|outcomes?|targets?|kpis?"
    r"|signs?\s+of\s+success|success|evidence)"
    r"(?:\s+(?:for|of|to|are|is|include|will\s+be)\b.{0,40})?"
    r"|.{0,60}\bmeasured\s+by|how\s+(?:will\s+)?we(?:'ll)?\s+(?:will\s+)?(?:know|measure).{0,50}"
    r"|we(?:'ll|\s+will)?\s+know\b.{0,40}|what\s+success\s+looks\s+like|success\s+(?:looks\s+like|means).{0,20}"
    r"|(?:and\s+)?(?:we\s+)?measure(?:d)?\s+(?:it|this|success|progress)\s+by",
    re.IGNORECASE,
)


def _named(unit: Unit) -> str:
    """Whether a plain unit is called as goals or measures are: "Success criteria", "Goals:"."""
    words = unit.text.words.replace("\u2019", "'")
    core = words[skip_decoration(words) :]
    head, colon, _ = core.partition(":")
    whole = not core[len(head) + 1 :].strip()
    if len(head) > 90 or not (colon or unit.kind in ("heading", "column") or whole):
        return "plain"
    head = head.strip(" *_.")
    if len(head.split()) > 10:
        return "plain"
    if (
        unit.kind in ("item", "cell", "line")
        and not colon
        and not unit.text.is_wholly(MarkKind.STRONG)
    ):
        return "plain"
    for name, pattern in (("goals", _GOALS), ("measures", _MEASURES)):
        if pattern.fullmatch(head):
            return name if whole else f"{name} tail"
    return "plain"


_FIRSTS = {
    "we": "we our i my us".split(),
    "to": ["to"],
    "the": "the a an this these each every all any".split(),
    "how": "how what why when who where which whether".split(),
    "is": "is are was were should must can could may might will would shall do does".split(),
    "by": "by as with via through for in on at from of under after before until".split(),
    "no": "no not never zero don't avoid".split(),
}
_FIRST = {word: name for name, words in _FIRSTS.items() for word in words}


_FIRST_WORD = re.compile(r"\W*([\w'\u2019-]+)")


def _first(words: str) -> str:
    if opens_with_verb(words):
        return "verb"
    found = _FIRST_WORD.match(words)
    if not found:
        return "none"
    word = found[1].lower()
    if word[0].isdigit():
        return "number"
    if word in _FIRST:
        return _FIRST[word]
    if word.endswith("ing"):
        return "ing"
    if word.endswith("ed"):
        return "ed"
    return "capital" if found[1][0].isupper() else "other"


def _own(page: Page, unit: Unit, said: str) -> Iterator[str]:
    yield from _words(page, unit, said)
    yield from _shape(page, unit)


def _words(page: Page, unit: Unit, said: str) -> Iterator[str]:
    text, body = unit.text, unit.body.words
    words = text.words
    if unit.kind in ("table", "root"):
        return
    yield f"says:{said}"
    if unit.kind == "entry":
        yield f"key:{plain(page.key(unit))}"
    core = words[skip_decoration(words) :]
    count = page.lengths[unit.index]
    yield f"length:{bucket(count)}"
    yield f"first:{_first(body[skip_decoration(body) :])}"
    last = words.rstrip(" *_")[-1:]
    yield f"last:{last if last in ':?.!;,)' and last else 'word'}"
    if page.measured[unit.index]:
        yield "has:figure"
        if "%" in body:
            yield "has:percent"
        if _FROM_TO.search(body):
            yield "has:from-to"
    if _SENTENCES.search(body):
        yield "has:sentences"
    verdict = page.verdicts[unit.index]
    if verdict is not Verdict.STATEMENT:
        yield f"judged:{verdict.value}"
    if mentions_okrs(words):
        yield "has:okr"
        if is_about_okrs_in_general(words):
            yield "has:okr in general"
    said_to = set(_WORD.findall(body.lower()))
    if said_to & _YOU:
        yield "has:you"
    if said_to & _WE:
        yield "has:we"
    if _URL.search(words):
        yield "has:url"
    if is_link_to_section(text):
        yield "is:link in page"
    elif text.marks and text.is_wholly(MarkKind.LINK):
        yield "is:link"
    if count <= 8:
        if is_area(core):
            yield "is:area"
        if is_person(words):
            yield "is:person"
        if is_period(words, page.calendar):
            yield "is:period"
    if count <= 25 and page.has_date(unit):
        yield "has:date"
    if FORMULA.match(body):
        yield "formula"
    colon = _LEAD.match(words)
    if colon and len(colon[1].split()) <= 4:
        yield "lead"
        yield from (f"lead:{word}" for word in _tokens(colon[1]))
    if 0 < len(core.split()) <= 7 and unit.kind != "cell":
        yield from (f"word:{word}" for word in _tokens(core))
    if unit.kind in ("line", "item") and last in (":", "："):
        yield from (f"word:{word}" for word in _tokens(core)[-3:])


_FROM_TO = re.compile(r"\bfrom\b.{1,30}\bto\b|→|->")
_SENTENCES = re.compile(r"[a-z][.!?]\s+[A-Z]")
_WORD = re.compile(r"\w+")
_YOU, _WE = frozenset(("you", "your", "yours")), frozenset(("we", "our", "us", "i", "my"))
_URL = re.compile(r"https?://|www\.")
_LEAD = re.compile(r"\W*([^\W\d_][^:：\n]{1,40}?)\s*(?:[:：]|\s[–—-]\s)\s*\S")
_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def _tokens(words: str) -> list[str]:
    return _TOKEN.findall(words.lower())[:8]


def _shape(page: Page, unit: Unit) -> Iterator[str]:
    text, words = unit.text, unit.text.words
    if text.marks:
        if text.is_wholly(MarkKind.STRONG):
            yield "bold:whole"
        elif text.covered(MarkKind.STRONG, 0, min(3, len(words))):
            yield "bold:start"
        if text.is_wholly(MarkKind.EMPHASIS):
            yield "italic:whole"
        if text.is_wholly(MarkKind.CODE):
            yield "code:whole"
    if unit.kind == "item" and unit.block:
        yield "list:ordered" if unit.block.number is not None else "list:bullet"
        if unit.block.checked is not None:
            yield "list:box"
    yield from (name for name, pattern in _COUNTS if pattern.match(words))
    if "\n" in words:
        yield "lines"
    kinds = {child.kind for child in page.below(unit)}
    for kind in sorted(kinds):
        yield f"over:{kind}"
    own = page.lengths[unit.index]
    below = page.below(unit)
    if below and unit.kind in ("item", "line", "heading"):
        length = sum(page.lengths[c.index] for c in below) / len(below)
        if own <= 4:
            yield "short over long" if length > 1.5 * own else "short over short"
        elif own > length:
            yield "long over short"
        if page.measured[unit.index]:
            yield "figure over more"
    if not kinds:
        yield "over:nothing"
    elif unit.kind not in ("table", "column", "root"):
        yield f"over-n:{bucket(len(unit.children), (1, 2, 6))}"


_COUNTS = (
    ("numbered", re.compile(r"\W*(?:\d{1,2}|[A-H])[.)]\s")),
    ("numbered:two", re.compile(r"\W*\d{1,2}\.\d{1,2}[.):]?\s")),
    ("coded", re.compile(r"\W*[A-Z]{1,4}-?\d{1,3}(?:\.\d{1,2})?[.):]?\s")),
)


def _roles_below(page: Page, unit: Unit, says: list[str]) -> set[str]:
    return {says[child.index] for child in page.below(unit)}


def _place(page: Page, unit: Unit, says: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    plain_above = 0
    for distance, above in enumerate(page.above(unit)):
        said = says[above.index]
        if distance == 0:
            if FORMULA.match(above.body.words):
                yield "up-formula"
            if said.startswith("measures"):
                beside = (page.units[s] for s in page.units[above.parent].children)
                if any(says[b.index].startswith("key results") for b in beside):
                    yield "measures beside key results"
            yield f"up-kind:{above.kind}"
            yield f"up:{said}"
            if above.kind != "cell" and len(above.text.words.split()) <= 7:
                yield from (f"up-word:{word}" for word in _tokens(above.text.words))
            if page.measured[above.index]:
                yield "up-figure"
        if distance == 1:
            yield f"up2:{said}"
            yield f"up2-kind:{above.kind}"
            if len(above.text.words.split()) <= 5:
                yield from (f"up2-word:{word}" for word in _tokens(above.text.words))
        if said != "plain" and said not in seen and above.kind not in ("cell", "entry"):
            if not seen:
                yield f"in-first:{said}"
            seen.add(said)
            yield f"in:{said}"
        if said == "plain" and above.kind == "heading":
            plain_above += 1
    if not seen:
        yield "in:nothing"
    for step, name in ((-1, "before"), (1, "after")):
        near = page.beside(unit, step)
        if near is None:
            yield f"{name}:end"
            continue
        yield f"{name}:{says[near.index]}"
        yield f"{name}-kind:{near.kind}"
        if name == "before" and FORMULA.match(near.body.words):
            yield "before-formula"
        if name == "before" and near.kind == "line" and unit.kind != "line":
            if near.text.words.rstrip().endswith((":", "：")):
                yield "before:colon"
            if len(near.text.words.split()) <= 7:
                yield from (f"before-word:{word}" for word in _tokens(near.text.words))
    if unit.kind == "heading" and _is_behind_a_list(page, unit):
        yield "comes back to a key result"
    if unit.role is Role.OBJECTIVE:
        first = [c for c in page.below(unit) if c.kind in ("line", "item")][:2]
        if any(says[child.index].startswith("objective") for child in first):
            yield "theme over statement"
    for said in sorted(_roles_below(page, unit, says)):
        if said != "plain":
            yield f"over:{said}"
    deeper = {says[below.index] for child in page.below(unit) for below in page.below(child)} - {
        "plain"
    }
    for said in sorted(deeper):
        yield f"over2:{said}"


_Crowds = dict[tuple[int, str, int], tuple[list[str], list[str]]]
"""Of siblings of one kind and level: their signs, and what they say that they are."""


def _crowds(page: Page, says: list[str]) -> _Crowds:
    """What the siblings that look alike are like, by parent, kind and level."""
    siblings: dict[tuple[int, str, int], list[int]] = {}
    for unit in page.units:
        siblings.setdefault((unit.parent, unit.kind, unit.level), []).append(unit.index)
    return {
        key: (list(_crowd(page, found)), sorted({says[at] for at in found} - {"plain"}))
        for key, found in siblings.items()
    }


def _crowd(page: Page, found: list[int]) -> Iterator[str]:
    n = len(found)
    yield f"like-n:{bucket(n, (1, 2, 3, 6, 11))}"
    yield f"like-figure:{share(sum(page.measured[at] for at in found), n)}"
    yield f"like-over:{share(sum(bool(page.units[at].children) for at in found), n)}"
    yield f"like-verb:{share(sum(page.verbs[at] for at in found), n)}"
    yield f"like-length:{bucket(sum(page.lengths[at] for at in found) // max(n, 1))}"


def _group(page: Page, unit: Unit, says: list[str], crowds: _Crowds) -> Iterator[str]:
    """What the siblings that look alike are like, and the children."""
    if unit.parent < 0:
        return
    signs, said_by = crowds[unit.parent, unit.kind, unit.level]
    yield from signs
    for said in said_by:
        yield f"like:{said}"
        if says[unit.index] == "plain":
            yield f"unlike:{said}"
    below = page.below(unit)
    if below and unit.kind not in ("table", "column"):
        yield f"over-figure:{share(sum(page.measured[c.index] for c in below), len(below))}"
        yield f"over-verb:{share(sum(page.verbs[c.index] for c in below), len(below))}"
        yield f"over-over:{share(sum(bool(c.children) for c in below), len(below))}"


_ROW_KINDS = frozenset(("type", "kind", "level", "item type", "category"))


class _Columns:
    """The signs of a table that all cells of a column share, and those of its rows."""

    def __init__(self, page: Page, node: int, says: list[str]) -> None:
        self.page, self.says, self.columns = page, says, page.columns[node]
        self.kinds = [_column(page, column) for column in self.columns]
        self.all_kinds = sorted(set(self.kinds))
        self.first = {kind: at for at, kind in reversed(list(enumerate(self.kinds)))}
        widths = [_width(page, column) for column in self.columns]
        self.widths, self.widest = widths, max(widths)
        self.ids = {
            at: name for at, column in enumerate(self.columns) if (name := _ids(page, column, says))
        }
        named = [at for at, width in enumerate(widths) if width >= 1 and at not in self.ids]
        self.named = named[0] if named else -1
        self.wordy = [at for at, width in enumerate(widths) if width >= 2 and at not in self.ids]
        self.figures = [_measured_share(page, self.columns[at]) for at in self.wordy]
        self.heads = [list(self._head(at)) for at in range(len(self.columns))]
        self.looks = [list(self._look(at)) for at in range(len(self.columns))]
        self.rows: dict[int, dict[int, list[str]]] = {}

    def _head(self, at: int) -> Iterator[str]:
        """What the header of a column, and those of the others, say."""
        own = self.kinds[at]
        yield f"head:{own}"
        for kind in self.all_kinds:
            if kind != own:
                yield f"heads:{kind}"
                yield f"head:{own}+{kind}"
        if self.first[own] == at:
            yield "head:first of its kind"
        if at in self.ids:
            yield "column:ids"
        elif self.ids:
            name = next(iter(self.ids.values()))
            yield f"beside-ids:{name}"
            if self.named == at:
                yield f"first-beside-ids:{name}"

    def _look(self, at: int) -> Iterator[str]:
        """What the cells of a column are like, beside those of the others."""
        if self.widths[at] == self.widest:
            yield "column:widest"
        place = bisect_left(self.wordy, at)
        if place < len(self.wordy) and self.wordy[place] == at:
            if place == 0:
                yield "column:first with words"
            yield f"wordy:{min(place, 2)} of {min(len(self.wordy), 3)}"
            yield f"column-figures:{self.figures[place]}"
            if place + 1 < len(self.wordy):
                yield f"column-figures:{self.figures[place]} then {self.figures[place + 1]}"
        blank = [not cell.text.words.strip() for cell in self.page.below(self.columns[at])]
        if any(blank) and not all(blank):
            yield "column:gaps"
        yield f"column-length:{bucket(int(self.widths[at]))}"
        yield f"columns:{min(len(self.columns), 4)}"
        yield f"column-at:{min(at, 3)}"
        if not self.columns[at].text.words:
            yield "head:blank"

    def beside(self, cell: Unit) -> dict[int, list[str]]:
        """What the filled cells of a cell's row say, by column."""
        if cell.row not in self.rows:
            found: dict[int, list[str]] = {}
            for other in self.page.row(cell):
                if len(found) > _MOST or len(found.get(other.column, ())) > _MOST:
                    continue
                if other.text.words.strip():
                    found.setdefault(other.column, []).extend(self._said(other))
            self.rows[cell.row] = found
        return self.rows[cell.row]

    def _said(self, cell: Unit) -> Iterator[str]:
        said = self.says[cell.index]
        if said.endswith(" alone") or (said != "plain" and not cell.body.words.strip(" :.")):
            yield f"row:{said}"
        elif said != "plain":
            yield f"row-has:{said}"
        if plain(self.page.units[cell.parent].text.words) in _ROW_KINDS:
            yield f"row-type:{plain(cell.text.words)[:20]}"


_MOST = 60
"""Columns of a row, and statements of a cell, that tell what the others are."""


def _table(page: Page, unit: Unit, says: list[str], table: _Columns) -> Iterator[str]:
    yield from table.heads[unit.column]
    if unit.kind == "cell" and not re.search(r"[^\W\d_]{3,}", unit.text.words):
        yield "cell:no words"
    if unit.kind == "cell" and len(re.findall(r"[^\W\d_]{2,}", unit.text.words)) < 2:
        yield "cell:one word"
    yield from table.looks[unit.column]
    if unit.kind == "cell":
        yield from _row(page, unit, says, table.beside(unit))


def _row(page: Page, unit: Unit, says: list[str], beside: dict[int, list[str]]) -> Iterator[str]:
    yield f"up-label:{says[unit.parent]}"
    if not beside.keys() - {unit.column}:
        yield "row:alone"
    for column, signs in beside.items():
        if column != unit.column:
            yield from signs
    first = page.row(unit)[0]
    if first.column != unit.column and len(first.text.words.split()) <= 4:
        if unit.column == 1:
            yield from (f"row-word:{word}" for word in _tokens(first.text.words))
    if unit.row == 0:
        yield "row:first"


def _ids(page: Page, column: Unit, says: list[str]) -> str:
    """The label that most cells of a column are, and nothing more: "KR 1.1"."""
    filled = [cell for cell in page.below(column) if cell.text.words.strip()]
    bare = [says[c.index] for c in filled if says[c.index].endswith(" alone")]
    if filled and 2 * len(bare) > len(filled):
        return max(sorted(set(bare)), key=bare.count)
    coded = [
        c for c in filled if re.fullmatch(r"\W*[A-Za-z]{0,12}[\s#-]*\d[\w.-]*\W*", c.text.words)
    ]
    header = plain(column.text.words)
    if (
        filled
        and len(coded) == len(filled)
        and header in ("kr", "key result", "key results", "#", "id", "krs", "")
    ):
        return "key result# alone" if "k" in header else "code"
    return ""


def _width(page: Page, column: Unit) -> float:
    cells = page.below(column)
    filled = [len(re.findall(r"[^\W\d_]{2,}", c.text.words)) for c in cells if c.text.words]
    return sum(filled) / len(filled) if filled else 0


def _measured_share(page: Page, column: Unit) -> str:
    cells = [cell for cell in page.below(column) if cell.text.words.strip()]
    return share(sum(page.measured[cell.index] for cell in cells), len(cells))


def _column(page: Page, column: Unit) -> str:
    """What the header of a column says that it holds."""
    table = page.tables[column.node]
    if not column.text.words.strip() or column.column >= len(table.columns):
        return "blank"
    kind = table.columns[column.column]
    if kind is Column.FIELD:
        return f"field {table.fields[column.column].name}"
    return kind.value


def _document(page: Page, says: list[str]) -> Iterator[str]:
    headings = [u for u in page.units if u.kind == "heading"]
    title = headings[0] if headings else None
    titles = [e.text.words for e in page.units if e.kind == "entry" and page.key(e) == "title"]
    titles = [title.text.words if title else "", *titles]
    named = next((words for words in titles if OKR_WORDS.search(words)), titles[0])
    for name, words in (("title", named), ("path", page.name)):
        if OKR_WORDS.search(words):
            general = is_about_okrs_in_general(words) and not any(
                find_periods(words, page.calendar)
            )  # "OKR review, Q3 2027" is no text about reviews
            yield f"{name}:okr in general" if general else f"{name}:okr"
        elif re.search(r"(?i)\bgoals?\b|\bobjectives?\b", words):
            yield f"{name}:goals"
    if title and re.search(r"(?i)template|example|sample|guide|how to|what", title.text.words):
        yield "title:guide"
    if title and set(re.findall(r"[a-z]+", title.text.words.lower())) & load_words("other_pages"):
        yield "title:other page"
    count = {
        kind: sum(s.startswith(kind) for s in says)
        for kind in ("objective#", "key result#", "key results", "objectives", "objective")
    }
    count["objective "] = sum(s in ("objective", "objective alone") for s in says)
    count["key result "] = sum(s in ("key result", "key result alone") for s in says)
    for kind, number in count.items():
        yield f"page:{kind}:{bucket(number, (0, 1, 2, 5))}"
    plain_words = max(1, len(page.source.split()))
    mentions = len(OKR_WORDS.findall(page.source))
    yield f"page:okrs:{bucket(mentions, (0, 1, 3, 10))}"
    if not re.search(r"(?i)\bokrs?\b|key[\W_]{0,3}results?|\bkrs?\d?\b", page.source):
        yield "page:names no key result"
    you = len(re.findall(r"(?i)\byou(?:r|rs)?\b", page.source))
    yield f"page:you:{bucket(1000 * you // plain_words, (0, 3, 8, 15))}"
    yield f"page:words:{bucket(plain_words, (0, 100, 400, 1200, 3000))}"
    blanks = sum(verdict is Verdict.PLACEHOLDER for verdict in page.verdicts)
    yield f"page:blanks:{share(5 * blanks, len(page.units)) if blanks else 'none'}"
    general = sum(verdict is Verdict.GENERAL for verdict in page.verdicts)
    yield f"page:general:{bucket(general, (0, 1, 3, 6))}"
