"""What a folder holds of OKRs: a look before anything is linted, so no language model is loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from okrlint.api import Document, InputError, Settings, parse
from okrlint.budget import OutOfTime, budget_of, limited
from okrlint.discover import find_files
from okrlint.sources import OTHERS, load_source

MOST = 1000
"""Markdown files that are looked at; a first look must not take minutes."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The Markdown files of a folder, and those among them that hold OKRs."""

    markdown: tuple[str, ...] = ()
    """Paths from the folder, sorted."""
    okrs: tuple[Document, ...] = ()
    """What was read, or looks like OKRs and could not be, in the order of their paths."""
    others: tuple[str, ...] = ()
    """Files of other kinds in whose path "okr" stands; they are read when they are named."""
    cut: bool = False
    """Whether there are more files than were looked at."""


def survey(folder: Path, settings_of: Callable[[Path], Settings]) -> Survey:
    """Look through a folder; files that cannot be read are passed over."""
    markdown: list[str] = []
    found: list[Document] = []
    others = tuple(_find_others(folder, settings_of))
    files = find_files([folder], settings_of)
    try:
        for file, settings in islice(files, MOST):
            path = file.relative_to(folder).as_posix()
            markdown.append(path)
            document = _read(file, path, settings)
            least = settings.min_certainty
            if document and (
                document.has_okrs or any(u.certainty >= least for u in document.unread)
            ):
                found.append(document)
        return Survey(tuple(markdown), tuple(found), others, next(files, None) is not None)
    except InputError:  # a folder without Markdown, or one in it that is shut
        return Survey(tuple(markdown), tuple(found), others)


def _find_others(folder: Path, settings_of: Callable[[Path], Settings]) -> Iterator[str]:
    """Files of other kinds that say "okr", as the folder's settings let them be seen."""
    endings = tuple(f"*{ending}" for ending in OTHERS)

    def reach(path: Path) -> Settings:
        return replace(settings_of(path), include=endings)

    try:
        for file, _ in find_files([folder], reach):
            path = file.relative_to(folder).as_posix()
            if "okr" in path.lower():
                yield path
    except InputError:  # there are none
        return


def _read(file: Path, path: str, settings: Settings) -> Document | None:
    try:
        source = load_source(file)
        with limited(budget_of(source.text)):
            return parse(source.text, path, settings, source.places)
    except (InputError, OutOfTime):
        return None
