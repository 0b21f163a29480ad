"""Which reader a file needs, by the ending of its name."""

from __future__ import annotations

from pathlib import Path, PurePath

from okrlint.budget import SECONDS, OutOfTime, limited
from okrlint.errors import InputError
from okrlint.files import MOST_BYTES, decode_source, read_regular, within_limit
from okrlint.sources.delimited import read_delimited
from okrlint.sources.page import read_page
from okrlint.sources.word import read_word
from okrlint.sources.workbook import read_workbook
from okrlint.sources.writer import Source
from okrlint.sources.zipped import MOST_BYTES as MOST_ARCHIVE

_OF_BYTES = {".docx": read_word, ".docm": read_word, ".xlsx": read_workbook, ".xlsm": read_workbook}
_OF_TEXT = {".csv": read_delimited, ".tsv": read_delimited, ".html": read_page, ".htm": read_page}
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
    return convert(read_regular(path, size_limit(str(path))), str(path))


def convert(data: bytes, path: str) -> Source:
    """The bytes of a file as okrlint reads them; raises InputError for what cannot be read."""
    ending = PurePath(path).suffix.lower()
    if ending in _INSTEAD:
        raise InputError(path, f"{ending} files are not read; save it as {_INSTEAD[ending]}")
    within_limit(data, path, size_limit(path))
    if is_markdown(path):
        return Source(decode_source(data, path))
    try:
        with limited(SECONDS):
            if ending in _OF_BYTES:
                return _OF_BYTES[ending](data, path)
            return _OF_TEXT[ending](decode_source(data, path), path)
    except OutOfTime as error:
        reason = f"not read: to unpack it took more than {SECONDS:.0f} seconds; cut it in parts"
        raise InputError(path, reason) from error


def is_markdown(path: str) -> bool:
    """Whether a file is read as it is, and so can be written, too."""
    ending = PurePath(path).suffix.lower()
    return ending not in _OF_BYTES and ending not in _OF_TEXT


def size_limit(path: str) -> int:
    """The bytes of a file that are read at most."""
    return MOST_ARCHIVE if PurePath(path).suffix.lower() in _OF_BYTES else MOST_BYTES
