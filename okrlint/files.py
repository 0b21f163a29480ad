"""Files -> bytes and text, and back: regular files only, within limits, written in one step."""

from __future__ import annotations

import codecs
import contextlib
import os
import stat
from functools import cache
from pathlib import Path

from okrlint.errors import InputError

MOST_BYTES = 8 * 1024 * 1024
"""Larger files are not read: no document of OKRs is, and a device never ends."""


_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_source(path: Path) -> str:
    """The text of a UTF-8 file, line endings and all; raises InputError."""
    return decode_source(read_regular(path), str(path))


def read_regular(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file of at most `most` bytes; raises InputError.

    A pipe or a device may never end, or wait for ever, so it is not even opened for long.
    """
    try:
        file = os.open(path, _READING)
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from error
    except ValueError as error:
        why = "it holds a NUL" if "\0" in str(path) else error
        raise InputError(str(path), f"is no name of a file ({why})") from error
    try:
        status = os.fstat(file)
        if stat.S_ISDIR(status.st_mode):
            raise InputError(str(path), "cannot be read (Is a directory)")
        if not stat.S_ISREG(status.st_mode):
            raise InputError(str(path), "is no regular file (a pipe or a device); leave it out")
        with os.fdopen(os.dup(file), "rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from error
    finally:
        os.close(file)
    return within_limit(data, str(path), most)


def within_limit(data: bytes, path: str, most: int = MOST_BYTES) -> bytes:
    """The bytes again; raises InputError when they are more than `most`."""
    if len(data) > most:
        reason = (
            f"larger than {most // 1024:,} KiB, the most that is read; cut it into smaller files"
        )
        raise InputError(path, reason)
    return data


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


def refuse_stranger(path: Path) -> None:
    """Raise InputError for a link of a checkout that leads out of it, or into its `.git`.

    What is found is shown with the lines where it stands. A repository that somebody else wrote
    must not choose files of this machine for that.
    """
    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120  (of many files)
    checkout, strays = _ground(folder)
    if checkout and not strays and os.path.islink(path):  # noqa: PTH114
        strays = _strays(os.path.realpath(path), folder, checkout)
    if strays:
        reason = f"is or lies behind a link that {strays} {checkout}; name the file itself"
        raise InputError(str(path), reason)


@cache
def _ground(folder: str) -> tuple[str, str]:
    """The checkout that a folder is named in, "" for none; and how the folder strays from it."""
    above = _checkout(Path(folder))
    checkout = os.path.realpath(above) if above else ""
    return checkout, _strays(os.path.realpath(folder), folder, checkout) if checkout else ""


def _strays(target: str, named: str, checkout: str) -> str:
    """What is wrong with where a name in a folder leads to; "" for nothing."""
    if not Path(target).is_relative_to(checkout):
        return "leaves"
    shut = Path(target).is_relative_to(Path(checkout, ".git")) and ".git" not in Path(named).parts
    return "leads into .git of" if shut else ""


def _checkout(folder: Path) -> Path | None:
    """The innermost checkout that a folder is named in; none behind a link out of another."""
    found: Path | None = None
    for above in (*reversed(folder.parents), folder):
        if os.path.lexists(above / ".git") and (
            found is None or real_path(above).is_relative_to(real_path(found))
        ):
            found = above
    return found


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: after a fault, a kill or on a full disk it is what it was.

    A link is followed as long as its target lies in the same project; the file keeps its mode and
    owner. Raises InputError where that cannot be, as for a file that is read-only or has other
    names (hard links), and when the disk is full; no scratch file is left.
    """
    try:
        target = _target(path)
        old = target.stat() if os.path.lexists(target) else None
        if old is not None and not stat.S_ISREG(old.st_mode):
            target.write_bytes(data)  # /dev/stdout and its like; nothing to replace
            return
        _refuse_special(path, old)
        replace_file(target, data, old)
    except OSError as error:
        raise InputError(str(path), f"cannot be written ({error.strerror})") from error


def real_path(path: str | Path) -> Path:
    """The path without links; unlike Path.resolve it bears loops of links on every Python."""
    return Path(os.path.realpath(path))


def is_file(path: Path) -> bool:
    """Whether there is such a file; False too for a name that is too long, or out of sight."""
    try:
        return path.is_file()
    except OSError:
        return False


def _target(path: Path) -> Path:
    """The file that a path leads to; raises InputError for a link that leaves the project."""
    written = Path(os.path.abspath(path))  # noqa: PTH100  (the name as written, links and all)
    device = written.parts[:2] == ("/", "dev")
    if device and written.exists() and not written.is_file():
        return written  # /dev/stdout leads to a pipe, which has no name of its own
    target = real_path(written)
    if target.is_symlink():
        raise InputError(str(path), "is a link that leads nowhere but to itself; remove it")
    project = _project(written)
    leaves = target != written and not target.is_relative_to(real_path(project))
    if leaves and not device:
        reason = f"is or lies behind a link that leaves {project}; name the file itself"
        raise InputError(str(path), reason)
    return target


def _project(path: Path) -> Path:
    """The checkout that a path names a file of, else the current folder, else the file's own."""
    if checkout := _checkout(path.parent):
        return checkout
    here = Path.cwd()
    return here if path.is_relative_to(here) else path.parent


def _refuse_special(path: Path, old: os.stat_result | None) -> None:
    if old is None:
        return
    if not old.st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise InputError(str(path), "is read-only, nothing was written; make it writable")
    if old.st_nlink > 1:
        reason = "has other names (hard links), which would part; nothing was written"
        raise InputError(str(path), reason)


def replace_file(
    target: Path, data: bytes, old: os.stat_result | None = None, *, private: bool = False
) -> None:
    """Put a file in the place of another, or of none, in one step; raises OSError.

    `old` is what the new file takes its owner and mode from; a `private` one only its owner reads.
    The scratch file is made anew beside it, never written through a link, and gone whatever fails.
    """
    import tempfile

    number, name = tempfile.mkstemp(prefix=".okrlint-", suffix=".tmp", dir=target.parent)
    scratch = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if not private:
            _take_over(scratch, target, old)
        scratch.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            scratch.unlink()
        raise


def _take_over(scratch: Path, target: Path, old: os.stat_result | None) -> None:
    """Give a new file the owner, mode and attributes of the old one, or those of any new file."""
    if old is None:
        mask = os.umask(0)
        os.umask(mask)
        scratch.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        new = scratch.stat()
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            os.chown(scratch, old.st_uid, old.st_gid)
    import shutil

    shutil.copystat(target, scratch)
    os.utime(scratch)
