"""Which reader a file needs, by the ending of its name."""

from __future__ import annotations

import os
from pathlib import Path

from okrlint.budget import SECONDS, OutOfTime, limited
from okrlint.errors import InputError
from okrlint.files import MOST_BYTES, decode_source, read_regular, refuse_stranger, within_limit
from okrlint.sources.writer import Source

MOST_ARCHIVE = 64 * 1024 * 1024
"""Bytes of an archive as it lies there: pictures are most of it, and are not unpacked."""
_WORD = (".docx", ".docm")
_WORKBOOK = (".xlsx", ".xlsm")
_DELIMITED = (".csv", ".tsv")
_PAGE = (".html", ".htm")
OTHERS = (*_WORD, *_WORKBOOK, *_DELIMITED, *_PAGE)
"""Endings of the files that are read and are no Markdown."""
_INSTEAD = {
    ".doc": "DOCX",
    ".dot": "DOCX",
    ".odt": "DOCX",
    ".rtf": "DOCX",
    ".pages": "DOCX",
    ".pdf": "DOCX or Markdown",
    ".xls": "XLSX",
    ".xlsb": "XLSX",
    ".ods": "XLSX",
    ".numbers": "XLSX",
    ".ppt": "Markdown",
    ".pptx": "Markdown",
    ".odp": "Markdown",
    ".zip": "the files that are in it",
}
"""Formats that okrlint does not read, and what they can be saved as."""


def load_source(path: Path) -> Source:
    """A file as okrlint reads it; raises InputError for what cannot be read."""
    refuse_stranger(path)
    return convert(read_regular(path, size_limit(str(path))), str(path))


def convert(data: bytes, path: str) -> Source:
    """The bytes of a file as okrlint reads them; raises InputError for what cannot be read."""
    ending = _ending(path)
    if ending in _INSTEAD:
        raise InputError(path, f"{ending} files are not read; save it as {_INSTEAD[ending]}")
    within_limit(data, path, size_limit(path))
    if is_markdown(path):
        return Source(decode_source(data, path))
    try:
        with limited(SECONDS):
            return _read(ending, data, path)
    except OutOfTime as error:
        reason = f"not read: to unpack it took more than {SECONDS:.0f} seconds; cut it in parts"
        raise InputError(path, reason) from error


def _read(ending: str, data: bytes, path: str) -> Source:
    """What the reader of an ending makes of a file; it is imported when such a file comes."""
    if ending in _WORD:
        from okrlint.sources.word import read_word

        return read_word(data, path)
    if ending in _WORKBOOK:
        from okrlint.sources.workbook import read_workbook

        return read_workbook(data, path)
    text = decode_source(data, path)
    if ending in _DELIMITED:
        from okrlint.sources.delimited import read_delimited

        return read_delimited(text, path)
    from okrlint.sources.page import read_page

    return read_page(text, path)


def is_markdown(path: str) -> bool:
    """Whether a file is read as it is, and so can be written, too."""
    return _ending(path) not in OTHERS


def size_limit(path: str) -> int:
    """The bytes of a file that are read at most."""
    archive = _ending(path) in (*_WORD, *_WORKBOOK)
    return MOST_ARCHIVE if archive else MOST_BYTES


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122  (of many files)
