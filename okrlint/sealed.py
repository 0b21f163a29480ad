"""Files that only this user's okrlint can have written: what the cache is made of.

Each is sealed with a key that lies with the user and not in the folder: what is damaged, or came
with a repository, is not believed. The folder is kept below a size.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from functools import cache
from pathlib import Path

from okrlint.errors import InputError
from okrlint.files import read_regular, replace_file

FOLDER = ".okrlint_cache"
MOST_BYTES = 64 * 1024 * 1024
"""The folder is kept below this size."""
_SEAL = 32
_KEY = 32
"""Bytes of a seal and of the key it is made with."""
_EDITION = re.compile(r"[0-9a-f]{16}")
_FILE = re.compile(r"[0-9a-f]{32}|answers|\.okrlint-.*\.tmp")
_OWN = re.compile(r"[0-9a-f]{16}|\.okrlint-.*\.tmp")
"""What of okrlint stands in the folder beside the .gitignore; where more does, it is another's."""
_HOME = Path(__file__).parent
_ROOTS = (_HOME, _HOME.parent / "okrlint_rules", _HOME.parent / "rules" / "okrlint_rules")
"""Where the files of okrlint are, installed and in a checkout."""


def read_sealed(file: Path) -> bytes:
    """What this user's okrlint wrote; raises OSError where there is no such file."""
    try:
        sealed = read_regular(file, MOST_BYTES)
    except InputError as error:
        raise OSError(str(error)) from error
    seal, data = sealed[:_SEAL], sealed[_SEAL:]
    from hmac import compare_digest

    if not compare_digest(seal, _seal(file.name, data)):
        raise OSError(f"{file} is damaged, or another's")
    return data


def write_sealed(folder: Path, name: str, data: bytes) -> None:
    """Write a file of the cache in one step; raises OSError."""
    sealed = _seal(name, data) + data
    edition = folder / own_edition()
    for one in (folder, edition):
        _own_folder(one)
    if all(_OWN.fullmatch(one) for one in os.listdir(folder)):  # noqa: PTH208
        replace_file(folder / ".gitignore", b"*\n")
    replace_file(edition / name, sealed)


def tidy(folder: Path) -> None:
    """Remove what is used least lately, once there is more than MOST_BYTES; raises OSError."""
    files: list[tuple[float, int, Path]] = []
    for edition in sorted(folder.iterdir()):
        if edition.is_dir() and not edition.is_symlink():
            for file in edition.iterdir():
                status = file.lstat()
                files.append((status.st_mtime, status.st_size, file))
    surplus = sum(size for _, size, _ in files) - MOST_BYTES
    for _, size, file in sorted(files):
        if surplus <= 0:
            break
        file.unlink(missing_ok=True)
        surplus -= size
    for edition in sorted(folder.iterdir()):
        if edition.name != own_edition():
            with contextlib.suppress(OSError):  # not empty, or no folder
                edition.rmdir()


def remove_all(folder: Path) -> int:
    """Remove the files of a cache and its folders; how many. What is not okrlint's stays.

    Raises OSError.
    """
    if folder.is_symlink() or not folder.is_dir():
        return 0
    removed = 0
    for edition in sorted(folder.iterdir()):
        if edition.is_symlink() or not _EDITION.fullmatch(edition.name) or not edition.is_dir():
            continue
        for file in sorted(edition.iterdir()):
            if _FILE.fullmatch(file.name):
                file.unlink()
                removed += 1
        _remove_empty(edition)
    if [one.name for one in folder.iterdir()] == [".gitignore"]:
        (folder / ".gitignore").unlink()
    _remove_empty(folder)
    return removed


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _own_folder(folder: Path) -> None:
    """Make a folder; raises OSError for a link, which may lead anywhere."""
    folder.mkdir(parents=True, exist_ok=True)
    if not stat.S_ISDIR(folder.lstat().st_mode):
        raise NotADirectoryError(errno.ENOTDIR, "is a link, or no folder", str(folder))


def _seal(name: str, data: bytes) -> bytes:
    """What only this user's okrlint can put before the data of a file; raises OSError."""
    from hmac import digest

    return digest(_key(), name.encode() + b"\0" + data, "sha256")


@cache
def _key() -> bytes:
    """The user's key, made when it is first needed; raises OSError where that cannot be."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        root = Path(home) if home else Path.home() / ".cache"
    except RuntimeError as error:
        raise OSError(str(error)) from error
    file = root / "okrlint" / "key"
    if not os.path.lexists(file):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(file, os.urandom(_KEY), private=True)
    try:
        key = read_regular(file, _KEY)
    except InputError as error:
        raise OSError(str(error)) from error
    if len(key) != _KEY:
        raise OSError(f"{file} is no key; remove it")
    return key


@cache
def own_edition() -> str:
    """A name for this very okrlint: its files' times and sizes, so that edits count too."""
    from hashlib import sha256

    stamp = sha256(sys.version.encode())
    for root in _ROOTS:
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(one for one in folders if one != "__pycache__")
            for name in sorted(files):
                status = os.stat(f"{folder}/{name}")  # noqa: PTH116  (of 400 files)
                stamp.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return stamp.hexdigest()[:16]
