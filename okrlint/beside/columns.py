"""What the columns of a table hold beside the statements: told by header, cells and neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from okrlint.beside.change import split_change
from okrlint.beside.names import STAGES, name_of
from okrlint.beside.values import is_amount, is_blank, is_date, is_only_date, is_share
from okrlint.beside.words import load_values, plain
from okrlint.dates import Calendar, find_dates


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds."""

    name: str | None
    """The canonical name of its field; None when it holds none."""
    due: tuple[int, int] | None = None
    """Where in its header a date says by when its targets are due: "Target (Dec 31)"."""


_ENOUGH = 40
"""Cells of a column that tell what it holds."""


def name_columns(headers: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """What each column of a table holds.

    `headers`: their texts, "" where there is none; `columns`: for each the cells below. The
    column of the statements gets a name too when it has one ("Metric"); who knows which it is
    leaves it out.
    """
    cells = [
        list(islice((cell for cell in column if not is_blank(cell)), _ENOUGH)) for column in columns
    ]
    cells += [[] for _ in headers[len(cells) :]]
    if _lacks_first_name(headers, cells):
        headers = ["", *headers[:-1]]
    found = [_by_header(head, rows) for head, rows in zip(headers, cells, strict=False)]
    names = [column.name for column in found]
    for at, name in _pair_of_levels(names, cells):
        found[at], names[at] = Column(name), name
    staged = [at for at, name in enumerate(names) if name in STAGES]
    if len(staged) == 1 and "target" not in names and _TO_BE.search(plain(headers[staged[0]])):
        found[staged[0]], names[staged[0]] = Column("target"), "target"  # "Target Q2"
    for at, name in _before_and_after(headers, names):
        found[at], names[at] = Column(name), name
    counts, snapshots = Counter(names), _snapshots(names)
    last = (
        _among(name, counts - Counter((name,)), headers[at], snapshots=snapshots)
        for at, name in enumerate(names)
    )
    told = [
        Column(name, column.due if name == column.name else None)
        for name, column in zip(last, found, strict=True)
    ]
    dated = [at for at, column in enumerate(told) if column.due]
    if len(dated) == 1 and _names_period(headers[dated[0]], told[dated[0]]):
        told[dated[0]] = Column(told[dated[0]].name)
    return tuple(told)


_WHOLE = re.compile(
    r"\W*(?:in\s)?(?:(?:FY|year)\s?)?(?:(?:20)?\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?"
    r"|[QH][1-4](?:\s?'?(?:FY)?(?:20)?\d\d)?)\W*",
    re.IGNORECASE,
)


def _names_period(header: str, column: Column) -> bool:
    """Whether the only dated column is called by its period, "Target 2027", as the page is.

    In brackets it is said beside the name: "Target (Q1 2027)".
    """
    start, end = column.due or (0, 0)
    named = column.name == "target" and not header[:start].rstrip().endswith(("(", "["))
    return named and _WHOLE.fullmatch(header, start, end) is not None


def _lacks_first_name(headers: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    """Whether the header is one name short, so that every name stands one column too early.

    Told by a due column without any date, left of a column of dates.
    """
    for at, header in enumerate(headers[:-1]):
        if at and name_of(header) == "due" and cells[at] and not any(map(is_date, cells[at])):
            return _most(cells[at + 1], is_only_date) and name_of(headers[at + 1]) is not None
    return False


def _by_header(header: str, cells: Sequence[str]) -> Column:
    """What a column holds by its own header and cells."""
    if not plain(header):
        return Column(_unnamed(cells))
    name = name_of(header, loose=True)
    due = _date_in(header)
    if name in STAGES:
        explicit = due if re.search(r"[^\W\d_]{4}|\d\d", header) else None
        return Column(None) if _wordy(cells) else Column(name, explicit)
    if due and (name is None or name in ("due", "target", "success")):
        rest = plain(header[: due[0]] + " " + header[due[1] :])
        rest = re.sub(r"^(?:by|until|till|within|before|end of)\b|\b(?:at|by)$", "", rest).strip()
        by = re.match(r"\W*(?:by|until|till|within|before)\b", header, re.IGNORECASE)
        name = name_of(rest, loose=True) if rest else ("target" if by else None)
        return Column(name, due if name in ("target", "success") else None)
    return Column(_by_cells(name, header, cells))


def _by_cells(name: str | None, header: str, cells: Sequence[str]) -> str | None:
    """The name, corrected by what the column really holds."""
    word = plain(header)
    if name == "target" and _most(cells, is_only_date):
        return "due"
    if name == "target" and word in ("goal", "goals") and not _most(cells, is_amount):
        return None
    if name == "baseline" and _most(cells, is_only_date):
        return None  # "Start": a day
    if name == "due" and word in ("by", "end", "finish") and cells and not _most(cells, is_date):
        return "target" if _most(cells, is_amount) else "owner" if word == "by" else None
    if word == "success" and cells and all(map(is_share, cells)):
        return "score"  # how far each came; what must come is called a criterion or measure
    if name == "metric" and (_most(cells, is_amount) or _most(cells, _tells)):
        return "success"
    return name


def _among(
    name: str | None, others: Counter[str | None], header: str, *, snapshots: bool
) -> str | None:
    """The name, corrected by what stands in the other columns."""
    if name in STAGES and "target" in others:
        return "progress"  # the target stands apart, so the quarters say how it went
    if name in ("current", *STAGES) and "target" not in others and snapshots:
        return "progress"
    if name is None and plain(header) in ("goal", "goals") and "current" in others:
        return "target"
    return name


_WAS = re.compile(r"\b(?:actuals?|results?|outturn)\b")
_TO_BE = re.compile(r"\b(?:plan|budget|ambition|target|goal)s?\b")
_PERIOD = re.compile(r"(?:(?P<part>[qh][1-4])\b ?'?)?(?:fy ?)?(?:20)?(?P<year>\d\d)?")


def _before_and_after(
    headers: Sequence[str], names: Sequence[str | None]
) -> Iterator[tuple[int, str]]:
    """Columns of what one year or quarter brought, and of what a later one is to bring."""
    if not {"baseline", "current", "success"}.isdisjoint(names):
        return
    was, to_be = (
        {at: when for at, head in enumerate(headers) if (when := _period(word, plain(head)))}
        for word in (_WAS, _TO_BE)
    )
    if len(was) == len(to_be) == 1 and max(was.values()) < min(to_be.values()):
        yield from ((at, "baseline") for at in was)
        yield from ((at, "target") for at in to_be)


def _period(word: re.Pattern[str], header: str) -> tuple[int, str] | None:
    """The year and the part of the year that a header names beside a word; None for none."""
    rest, said = word.subn("", header)
    match = _PERIOD.fullmatch(rest.strip()) if said else None
    if match is None or not match[0]:
        return None
    return int(match["year"] or 0), match["part"] or ""


_LEVELS = frozenset(("baseline", "target", "current", "progress", "success", *STAGES))


def _pair_of_levels(
    names: Sequence[str | None], cells: Sequence[Sequence[str]]
) -> Iterator[tuple[int, str]]:
    """Columns of amounts side by side with names of their own: from where, and to where."""
    words = [sum(len(cell.split()) for cell in rows) / max(1, len(rows)) for rows in cells]
    first = words.index(max(words)) if words else 0
    amounts = [at for at, rows in enumerate(cells) if at > first and _most(rows, is_amount)]
    known = [at for at, name in enumerate(names) if name in _LEVELS]
    if [names[at] for at in known] == ["baseline"]:
        at = known[0] + 1  # "Starting point | Finish line"
        if at in amounts and names[at] is None:
            yield at, "target"
        return
    if len(amounts) != 2 or amounts[1] - amounts[0] != 1 or known:
        return
    if all(names[at] is None for at in amounts) and _in_one_unit(*(cells[at] for at in amounts)):
        yield from zip(amounts, ("baseline", "target"), strict=True)


def _in_one_unit(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether most values of two columns are of the same unit: "60 min", "40 min"."""
    pairs = [
        (_UNIT.search(one), _UNIT.search(two)) for one, two in zip(first, second, strict=False)
    ]
    same = sum(bool(one and two and one[0] == two[0]) for one, two in pairs)
    return 2 * same > max(len(first), len(second))


_UNIT = re.compile(r"[%€$£]|(?<=\d)\s?[^\W\d_]+")


def _snapshots(names: Sequence[str | None]) -> bool:
    """Whether several columns say how things stood, one after the other."""
    stages = sum(name in STAGES for name in names)
    if stages > 1:
        return False
    return sum(name in ("current", "progress", *STAGES) for name in names) > 1


def _unnamed(cells: Sequence[str]) -> str | None:
    """What a column without a header holds, by its cells."""
    if not cells:
        return None
    statuses = load_values("status")
    kinds: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("progress", is_share),
        ("owner", lambda cell: re.fullmatch(r"@[\w.-]+(?:[\s,&/]+@[\w.-]+)*", cell) is not None),
        ("status", lambda cell: plain(cell) in statuses),
        ("score", lambda cell: re.fullmatch(r"0?[.,]\d{1,2}|1[.,]0", cell) is not None),
    )
    for name, holds in kinds:
        if all(map(holds, cells)):
            return name
    if all(split_change(cell) or is_only_date(cell) for cell in cells):
        return "success" if split_change(cells[0]) else "due"
    return None


def _most(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return bool(cells) and 2 * sum(map(holds, cells)) > len(cells)


def _wordy(cells: Sequence[str]) -> bool:
    """Whether a column holds statements rather than values."""
    return _most(cells, lambda cell: len(cell.split()) > 3)


def _tells(cell: str) -> bool:
    """Whether a cell says what must hold, rather than naming what is measured."""
    return len(cell.split()) > 6 or re.search(r"[<>≤≥=]\s?\d", cell) is not None


def _date_in(header: str) -> tuple[int, int] | None:
    """Where the date words of a header stand, with the preposition before them."""
    if len(header.split()) > 12:
        return None
    found = next(find_dates(header, Calendar()), None)
    if found is None:
        return None
    before = re.search(
        r"\b(?:by|until|till|before|within|due|in|end of)\b(?:\s+(?:the|end|of|in|by|on))*\s*$",
        header[: found.start],
        re.IGNORECASE,
    )
    return (before.start() if before else found.start), found.end
