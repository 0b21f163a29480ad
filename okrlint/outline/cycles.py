"""The cycle of a document and of its sections, and where it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from okrlint.dates import Calendar, Grain, find_dates, find_periods
from okrlint.model import Cycle, CycleSource
from okrlint.outline.claim import Claim
from okrlint.outline.cycle_front import of_front_matter
from okrlint.outline.cycle_intro import of_intro, of_names, of_sentences, of_tables
from okrlint.outline.cycle_lines import is_part, narrowed, with_dates_of_lines
from okrlint.outline.cycle_own import of_objectives
from okrlint.outline.cycle_sections import of_sections
from okrlint.outline.cycle_tags import of_tags
from okrlint.outline.cycle_title import title_node
from okrlint.outline.cycle_words import is_fiscal, of_prose, to_cycle, with_days
from okrlint.outline.cycle_year import needs_year, with_found_year
from okrlint.outline.label import Part
from okrlint.outline.outline import Outline
from okrlint.outline.sign import mentions_okrs
from okrlint.outline.text import joined


def find_cycles(
    outline: Outline, claims: Sequence[Claim], configured: Cycle | None
) -> tuple[Cycle | None, dict[tuple[int, int], Cycle]]:
    """The document's cycle, and those that hold for single objectives, by their places."""
    if not claims:
        return None, {}
    whole, own = _find_cycles(outline, claims, configured)
    found = {cycle for cycle in (whole, *own.values()) if cycle and needs_year(cycle)}
    dated = {cycle: with_found_year(cycle, outline, claims) for cycle in found}
    return (dated.get(whole, whole) if whole else None), {
        place: dated.get(cycle, cycle) for place, cycle in own.items()
    }


def _find_cycles(
    outline: Outline, claims: Sequence[Claim], configured: Cycle | None
) -> tuple[Cycle | None, dict[tuple[int, int], Cycle]]:
    front = tuple(of_front_matter(outline))
    stated = _of_title(outline) or next(iter(front), None)
    year = next(
        (c.end.year for c in (stated, _of_path(outline.path, outline.calendar)) if c and c.end),
        None,
    )
    said = of_objectives(outline, claims, year)
    sections = of_sections(outline, claims, year)
    intros = tuple(of_intro(outline, claims))
    tables = tuple(of_tables(outline, claims))
    known = (*front, *intros, *tables)
    own = {at: with_days(cycle, known) for at, cycle in {**sections, **said}.items()}
    distinct = {(c.start, c.end, c.event or (not c.end and c.words)) for c in own.values()}
    objectives = [c for c in claims if c.part is Part.OBJECTIVE]
    alike = len(distinct) == 1 and len(own) == max(len(objectives), 1)
    intro = with_days(intros[0], known) if intros else None
    told = next(iter(own.values())) if alike else intro
    if stated and told and is_part(stated, told) and not _is_of_okrs(outline):
        stated = None  # a report of May tells of the quarter's OKRs
    if stated is None and alike:
        return told, {}
    stated = with_days(stated, known) if stated else None
    for part in (*front, intro):
        stated = narrowed(outline, stated, part)
    if stated:
        stated = with_dates_of_lines(outline, stated, known)
    stated = stated or intro or next(iter(tables), None)
    some = sections or len(said) == len(objectives)
    stated = stated or (None if some else of_tags(outline))
    if stated is None and some:
        stated = _of_last_year(outline)
    if stated is None and not some:
        stated = _of_path(outline.path, outline.calendar)
        stated = stated or _of_last_year(outline) or next(of_sentences(outline, claims), None)
    own = {place: _noted(cycle, outline.calendar) for place, cycle in own.items()}
    stated = _noted(stated, outline.calendar) if stated else None
    stated = stated or (None if some else configured)
    return stated or (None if some else next(of_names(outline, claims), None)), own


def _noted(cycle: Cycle, calendar: Calendar) -> Cycle:
    """The cycle; where a fiscal year is named and nobody said when it begins, it says so."""
    if cycle.note or calendar.fiscal_year_start != 1 or not is_fiscal(cycle):
        return cycle
    note = "fiscal year read as the calendar year; fiscal-year-start says otherwise"
    return replace(cycle, note=note)


def _is_of_okrs(outline: Outline) -> bool:
    """Whether the title says OKRs."""
    heading = title_node(outline)
    return heading is not None and mentions_okrs(heading.text.words)


def _of_title(outline: Outline) -> Cycle | None:
    heading = title_node(outline)
    if heading is None:
        return None
    return of_prose(joined(heading.text).prose, CycleSource.TITLE, outline.calendar)


def _of_last_year(outline: Outline) -> Cycle | None:
    """The year that the title of OKRs ends with, though nothing says what it is: "Harbour 2027"."""
    title = title_node(outline)
    if title is None:
        return None
    prose = joined(title.text).prose
    for words in find_dates(prose.text, outline.calendar):
        if words.grain is Grain.YEAR and not prose.text[words.end :].strip():
            return to_cycle(words, prose.text, CycleSource.TITLE, prose)
    return None


def _of_path(path: str, calendar: Calendar) -> Cycle | None:
    """The cycle that the file's name, or the folders it lies in, name."""
    if not path or path == "-":
        return None
    pure = PurePath(path)
    name = re.sub(r"-{2,}", " ", pure.stem)
    words = next(find_periods(name, calendar), None)
    folders = " ".join(pure.parent.parts[-2:])
    whole = f"{folders} {name}".strip()
    if words and words.latest:
        return to_cycle(words, name, CycleSource.FILE_NAME)
    beyond = next(find_periods(whole, calendar), None)
    if beyond and (beyond.latest or not words):
        return to_cycle(beyond, whole, CycleSource.PATH)
    return to_cycle(words, name, CycleSource.FILE_NAME) if words else None
