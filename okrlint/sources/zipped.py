"""Office files are zip archives of XML: what is looked at before anything is unpacked or parsed.

A few kilobytes can unpack to gigabytes, and XML can define entities that grow without end or read
other files. The formats need neither (ECMA-376, part 2, forbids document types): both are refused.
"""

from __future__ import annotations

import io
import zlib
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from okrlint.errors import InputError

MOST_XML = 16 * 1024 * 1024
"""Bytes of its XML, unpacked."""
_MOST_PARTS = 5_000
_DAMAGED = (
    BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
)
"""What zipfile raises for archives that are cut, changed, encrypted or packed in other ways."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_XML = (".xml", ".rels", ".vml")


def check_archive(data: bytes, path: str, needed: str) -> None:
    """Raise InputError for what is no archive of an office file, or one that is not harmless.

    `needed` is the part that the format cannot be without.
    """
    if data.startswith(_OLD_OFFICE):
        reason = "is locked with a password, or of an older format; save it anew without one"
        raise InputError(path, reason)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive, path, needed)
    except _DAMAGED as error:
        reason = f"is damaged or no office file ({error}); save it anew"
        raise InputError(path, reason) from error
    except expat.ExpatError as error:
        raise InputError(path, f"holds damaged XML ({error}); save it anew") from error


def _check_parts(archive: ZipFile, path: str, needed: str) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > _MOST_PARTS or len(set(names)) < len(names):
        raise InputError(path, "holds too many parts, or the same twice; save it anew")
    if needed not in names:
        raise InputError(path, f"has no part {needed}, so it is none of the format; save it anew")
    xml = [part for part in parts if part.filename.lower().endswith(_XML)]
    if sum(part.file_size for part in xml) > MOST_XML:
        most = f"{MOST_XML // 1024:,} KiB"
        reason = f"unpacks to more than {most}, the most that is read; keep OKRs in a smaller file"
        raise InputError(path, reason)
    for part in xml:
        _check_xml(archive.read(part), path, part.filename)


def _check_xml(data: bytes, path: str, name: str) -> None:
    """Raise InputError for XML with a document type, in whatever encoding it is hidden."""

    def refuse(*_: object) -> None:
        raise InputError(path, f"its part {name} defines a document type, which is not read")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)
