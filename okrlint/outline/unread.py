"""Places that carry the signs of OKRs and yielded nothing, with the reason for the author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from okrlint.dates import find_periods
from okrlint.model import Span, Unread
from okrlint.outline.columns import Column, Table
from okrlint.outline.cycle_title import title_node
from okrlint.outline.decode import KEY_RESULT, OBJECTIVE
from okrlint.outline.family import find_parents, is_placeholder
from okrlint.outline.judge import Verdict, judge
from okrlint.outline.lonely import find_strays
from okrlint.outline.outline import Outline, is_link_to_section
from okrlint.outline.sign import OKR_WORDS, Role
from okrlint.outline.unit import Unit
from okrlint.outline.vocabulary import load_words
from okrlint.outline.weigh import Weighed

_LABEL = re.compile(r"^\W{0,9}(?:objective|key[ -]?result)s?[ \d.]{0,9}:", re.I | re.M)
"""A label wherever it stands, in a block of code too."""
_BESIDE = (Role.ASIDE, Role.CLOSED, Role.META)
_PARTS = (Role.OBJECTIVE, Role.KEY_RESULT, Role.KEY_RESULTS)
_NAMED = (*_PARTS, Role.OBJECTIVES, Role.OKRS)
_FAINT, _MENTIONED = 0.02, 0.2
"""From this likelihood on it is said, to whom asks, where a page may hold OKRs. Of pages that name
OKRs, of which nothing was read, one in five sets some all the same."""


def find_unread(weighed: Weighed) -> Iterator[Unread]:
    """Yield the labels, groups and tables that look like OKRs and could not be read."""
    page, labels = weighed.page, weighed.labels
    read = {at for at, label in enumerate(labels) if label in (OBJECTIVE, KEY_RESULT)}
    over = {above.index for at in read for above in page.above(page.units[at])}
    for unit in page.units:
        if unit.kind == "table":
            yield from _of_table(weighed, unit, read)
        taken = unit.index in read or (unit.index in over and not is_placeholder(unit))
        if taken or unit.role not in _PARTS or unit.kind in ("cell", "column"):
            continue
        if any(above.role in _BESIDE for above in page.above(unit)):
            continue
        if is_link_to_section(unit.text):
            continue
        reason = _reason(weighed, unit, read)
        if reason and unit.text.prose.text:
            yield Unread(unit.text.prose.span, reason.words, blank=reason.blank)
    yield from _of_strays(weighed)


def _of_strays(weighed: Weighed) -> Iterator[Unread]:
    """Yield what stands beside labelled key results and may be more of them, the first of a set."""
    page, parents = weighed.page, find_parents(weighed)
    seen: set[int | None] = set()
    for at in sorted(find_strays(weighed, parents)):
        above = parents.get(at)
        if (page.measured[at] or page.verbs[at]) and above not in seen:
            seen.add(above)
            yield Unread(page.units[at].text.prose.span, _FOLLOWS, certainty=_STRAY)


_STRAY = 0.3
"""Of lines behind labelled key results, one in three or so is one more, on pages of all kinds."""
_FOLLOWS = (
    "this stands beside key results that are called so, and is not; label it if it is one more"
)


@dataclass(frozen=True, slots=True)
class _Reason:
    words: str
    blank: bool = True
    """Whether nothing is filled in there."""


def _reason(weighed: Weighed, unit: Unit, read: set[int]) -> _Reason | None:
    page = weighed.page
    if unit.role is Role.KEY_RESULTS:
        return _of_group(weighed, unit)
    name = "objective" if unit.role is Role.OBJECTIVE else "key result"
    text = unit.body.words.strip(" .:-–—")
    if not text:
        below = [
            u for u in page.below(unit)
            if u.text.words and u.role is Role.PLAIN and u.kind in ("line", "item")
        ]  # fmt: skip
        text = below[0].text.words if below else ""
    verdict = judge(text)
    if verdict is Verdict.PLACEHOLDER and _LEGEND.search(unit.text.words):
        return None
    if verdict is Verdict.PLACEHOLDER:
        return _Reason(f'"{text.strip()[:40]}" is a placeholder, not {_article(name)}')
    if verdict is Verdict.POINTER:
        words = f'"{text.strip()[:40]}" is no {name}; okrlint reads only what stands here'
        return _Reason(words, blank=False)
    beside = page.beside(unit, 1)
    if verdict is Verdict.EMPTY and beside and beside.index in read and not unit.children:
        return None  # "## Objective 3" over "## Let the office breathe"
    if verdict is Verdict.EMPTY and unit.sign.label and not _comes_back(weighed, unit, read):
        return _Reason(f'no statement stands behind the label "{unit.sign.label.written}"')
    return None


_LEGEND = re.compile(r"^\W{0,5}(?:objective|key[ -]?result|o|kr)\s?[A-Z]\b", re.IGNORECASE)
"""A label with a letter for its number tells how the page is built: "Objective X: [title]"."""


def _comes_back(weighed: Weighed, unit: Unit, read: set[int]) -> bool:
    """Whether a lone label names a statement that was read elsewhere."""
    own = unit.sign.label
    others = (weighed.page.units[at].sign.label for at in read)
    return any(o and own and o.part is own.part and o.number == own.number for o in others)


def _of_group(weighed: Weighed, unit: Unit) -> _Reason | None:
    below = list(_all_below(weighed, unit))
    texts = [u.text.words for u in below if u.text.words]
    verdicts = {judge(text) for text in texts}
    if Verdict.GENERAL in verdicts or any(u.role in _PARTS for u in below):
        return None
    if Verdict.PLACEHOLDER in verdicts:
        return _Reason("only placeholders stand under this label")
    if texts and verdicts == {Verdict.POINTER}:
        words = "what stands under this label only points elsewhere; okrlint does not follow it"
        return _Reason(words, blank=False)
    if any(u.kind == "table" for u in below):
        return _Reason("no column of this table holds key results", blank=False)
    filled = texts or unit.body.words.strip(" :")
    return None if filled else _Reason("no key results stand under this label")


def _all_below(weighed: Weighed, unit: Unit) -> Iterator[Unit]:
    for child in weighed.page.below(unit):
        yield child
        yield from _all_below(weighed, child)


def _of_table(weighed: Weighed, unit: Unit, read: set[int]) -> Iterator[Unread]:
    """Tables with a column of key results of which nothing, or not every row, was read."""
    page = weighed.page
    table = page.tables.get(unit.node)
    if table is None or unit.block is None:
        return
    kinds = set(table.columns)
    if kinds & {Column.OBJECTIVE, Column.KEY_RESULT} and not table.rows:
        yield Unread(unit.block.span, "this table has a header and no rows", blank=True)
    if Column.KEY_RESULT not in kinds:
        return
    cells = [u for column in page.columns[unit.node] for u in page.below(column)]
    rows = {u.row for u in cells if u.index in read}
    column = table.columns.index(Column.KEY_RESULT)
    stated = [u for u in cells if u.column == column]
    verdicts = {judge(u.text.words) for u in stated}
    if not rows and table.rows and verdicts <= {Verdict.EMPTY, Verdict.PLACEHOLDER}:
        if table.columns.count(Column.KEY_RESULT) == 1:  # several: a grid of scores by date
            empty = "the key-result column of this table is empty"
            yield Unread(unit.block.span, empty, blank=True)
        return
    missed = [
        u for u in stated
        if u.row not in rows and judge(u.text.words) is Verdict.STATEMENT
        and len(u.text.words.split()) >= 3
    ]  # fmt: skip
    for row in sorted({*range(len(table.rows))} - rows) if rows and not missed else ():
        if _is_left_out(table, row, column):
            cell = next(c for c in table.rows[row] if c.words)
            yield Unread(cell.prose.span, "this row of the table has no key result")
    if rows and missed:
        counted = f"a table of {len(table.rows)} rows, {len(rows)} read"
        yield Unread(missed[0].text.prose.span, f"{counted}: this row is not told from the others")


def _is_left_out(table: Table, row: int, column: int) -> bool:
    """Whether a row without a key result has something else, and is no sum of the others."""
    cells = [cell.words for cell in table.rows[row]]
    said = {word for words in cells for word in re.findall(r"[^\W\d_]{2,}", words.lower())}
    blank = column < len(cells) and not cells[column].strip()
    return blank and bool(said) and not said & load_words("summary_rows")


def is_for_a_quarter(outline: Outline) -> bool:
    """Whether a title with a cycle shorter than a year stands over objectives and key results.

    Such a page holds OKRs though nothing of them can be read and the word is not there.
    """
    title = title_node(outline)
    roles = {n.role for n in outline.tree.nodes}
    if title is None or not {Role.OBJECTIVES, Role.KEY_RESULTS} <= roles:
        return False
    periods = find_periods(title.text.words, outline.calendar)
    return any(p.earliest and p.latest and (p.latest - p.earliest).days < 200 for p in periods)


def _article(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def find_doubtful(weighed: Weighed, likely: float) -> Iterator[Unread]:
    """Say once, at the first objective, that a page which is not surely one of OKRs is left out.

    `likely`: how likely it is that the page holds OKRs.
    """
    kinds = {OBJECTIVE, KEY_RESULT}
    stated = (u for u in weighed.page.units if weighed.labels[u.index] == OBJECTIVE)
    first = next((u for u in stated if judge(u.body.words) is Verdict.STATEMENT), None)
    if likely < _FAINT or first is None or not kinds <= set(weighed.labels):
        return
    yield Unread(
        first.text.prose.span,
        "this may be an objective, but the page reads like a text about OKRs or like other plans,"
        ' so nothing in it is checked; say "OKRs" in the title, or label objectives and key'
        " results",
        round(likely, 2),
    )


def find_mentioned(outline: Outline) -> Iterator[Unread]:
    """Say once of a page that names OKRs, and of which nothing was read, where it names them."""
    nodes = outline.tree.nodes
    labels = (n.text.prose.span for n in nodes if n.role in _NAMED and n.text.prose.text)
    words = (p.search(outline.source) for p in (OKR_WORDS, _LABEL))
    spans = (Span(m.start(), m.end()) for m in words if m)
    if span := next(labels, None) or next(spans, None):
        yield Unread(span, "OKRs are spoken of, but none that are set here were found", _MENTIONED)
