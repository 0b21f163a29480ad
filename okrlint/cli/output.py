"""The file that a report is written to: never in the place of what somebody wrote."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from okrlint.api import InputError
from okrlint.report.recognize import MOST, is_report


def refuse_loss(file: Path | None, named: Iterable[str | Path | None]) -> None:
    """Refuse a file to write a report to that is named for reading, or holds anything else.

    An earlier report, an empty file and a device may be written to. Raises InputError, before
    anything is linted.
    """
    if file is None:
        return
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return
        with file.open("rb") as stream:
            head = stream.read(MOST)
    except (OSError, ValueError):
        return  # not there; or writing to it tells what is wrong
    if any(_is_same(status, name) for name in named if name is not None):
        reason = "is a file to read, and no report was written over it; name another for it"
        raise InputError(str(file), reason)
    if not is_report(head):
        reason = "is there already and holds no report of okrlint; remove it, or name another file"
        raise InputError(str(file), reason)


def _is_same(status: os.stat_result, name: str | Path) -> bool:
    try:
        return os.path.samestat(status, os.stat(name))  # noqa: PTH116  (bears any name)
    except (OSError, ValueError):
        return False
