"""Files and folders -> source text."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from okrlint.errors import InputError

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
"""What is read in a folder; a file named outright is read whatever its name."""

_SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages"})


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file once: those named, and the Markdown files below folders, sorted.

    Raises InputError for a path that is missing and for a folder without Markdown.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found = sorted(_walk(path))
            if not found:
                raise InputError(str(path), "no Markdown files in this folder; name another path")
        elif path.exists():
            found = [path]
        else:
            raise InputError(str(path), "no such file or folder; check the path")
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED)
        for name in files:
            if Path(name).suffix.lower() in MARKDOWN_SUFFIXES:
                yield Path(parent, name)


def read_source(path: Path) -> str:
    """The text of a UTF-8 file, line endings and all; raises InputError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from error
    return decode_source(data, str(path))


def decode_source(data: bytes, path: str) -> str:
    """UTF-8 bytes -> text; raises InputError for binary data and other encodings."""
    if b"\0" in data[:8192]:
        raise InputError(path, "this is a binary file, not Markdown; leave it out")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"not UTF-8 text (byte {data[error.start]:#04x} on line {line}); save it as UTF-8"
        raise InputError(path, reason) from error
