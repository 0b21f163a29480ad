"""What changed since a git revision: which lines, and what stood there before."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from okrlint.errors import InputError

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_TIMEOUT = 60


@dataclass(frozen=True, slots=True)
class Change:
    """One file against a revision."""

    lines: frozenset[int] | None
    """The 1-based lines that are new or changed; None for all, in a file that is new."""
    before: str | None
    """The text at the revision; None when the file was not there, or was not UTF-8."""

    def touches(self, first: int, last: int) -> bool:
        """Whether one of the lines `first` to `last` is new or changed."""
        return self.lines is None or any(line in self.lines for line in range(first, last + 1))


def find_change(file: Path, revision: str) -> Change:
    """What changed in a file of a git checkout since `revision`.

    Before the first commit everything is new since HEAD. Raises InputError when git is missing,
    the file lies in no checkout, or there is no such revision.
    """
    folder = file.resolve().parent
    root = Path(_git(folder, "rev-parse", "--show-toplevel").strip())
    commit = _commit(root, revision)
    if commit is None:
        return Change(None, None)
    name = file.resolve().relative_to(root.resolve()).as_posix()
    before = _show(root, commit, name)
    if before is None:
        return Change(None, None)
    diff = _git(root, "diff", "--no-color", "--no-ext-diff", "--unified=0", commit, "--", name)
    lines: set[int] = set()
    for match in _HUNK.finditer(diff):
        start, number = int(match[1]), int(match[2] or 1)
        lines.update(range(start, start + number))
    return Change(frozenset(lines), before)


@cache
def _commit(root: Path, revision: str) -> str | None:
    """The commit that a revision names; None for HEAD before the first commit."""
    try:
        wanted = f"{revision}^{{commit}}"
        return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted).strip()
    except InputError as error:
        if revision == "HEAD":
            return None
        raise InputError(revision, "no such revision in this git checkout") from error


def _show(root: Path, commit: str, name: str) -> str | None:
    done = _run(root, "show", f"{commit}:{name}")
    if done.returncode:
        return None
    try:
        return done.stdout.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _git(folder: Path, *args: str) -> str:
    done = _run(folder, *args)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(str(folder), f"git says: {reason[-1] if reason else 'no'}")
    return done.stdout.decode("utf-8", "replace")


def _run(folder: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  (a fixed program, arguments without a shell)
            ["git", *args],  # noqa: S607  (git is found as the user finds it)
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InputError(str(folder), f"git cannot be run ({error})") from error
