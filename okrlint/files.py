"""Files -> source text."""

from __future__ import annotations

import codecs
from pathlib import Path

from okrlint.errors import InputError


def read_source(path: Path) -> str:
    """The text of a UTF-8 file, line endings and all; raises InputError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from error
    return decode_source(data, str(path))


def decode_source(data: bytes, path: str) -> str:
    """UTF-8 bytes -> text; raises InputError for binary data and other encodings."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError(path, "saved as UTF-16, as some editors do; save it as UTF-8")
    if b"\0" in data[:8192]:
        raise InputError(path, "this is a binary file, not Markdown; leave it out")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"not UTF-8 text (byte {data[error.start]:#04x} on line {line}); save it as UTF-8"
        raise InputError(path, reason) from error
