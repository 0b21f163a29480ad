"""What changed since a git revision: which lines, and what stood there before.

Git is asked for names and stored bytes alone. It never looks at the work tree, so no filter,
textconv or monitor that a repository names is run and no attribute hides a change; what changed
is told from the text that is linted.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from okrlint.errors import InputError
from okrlint.files import real_path
from okrlint.registry import load_rules
from okrlint.result import Result
from okrlint.rule import Rule
from okrlint.sources import convert, size_limit

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\n|\r")
_TIMEOUT = 60
_SAFE = (
    "--no-pager",
    "--literal-pathspecs",
    "-c", "safe.bareRepository=explicit",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", f"core.attributesFile={os.devnull}",
    "-c", "protocol.allow=never",
)  # fmt: skip
"""A folder committed as a bare repository is none; nothing is run, nothing is fetched."""


@dataclass(frozen=True, slots=True)
class Change:
    """One text against a revision."""

    lines: frozenset[int] | None
    """The 1-based lines that are new or changed; None for all, in a file that is new."""

    def touches(self, first: int, last: int) -> bool:
        """Whether one of the lines `first` to `last` is new or changed."""
        return self.lines is None or any(line in self.lines for line in range(first, last + 1))


def find_before(file: Path, revision: str) -> str | None:
    """The text of a file of a git checkout at `revision`, as okrlint reads it.

    None when the file was not there, or could not be read: then all of it is new, as everything is
    since HEAD before the first commit. Raises InputError when git is missing, the file lies in no
    checkout, or there is no such revision.

    >>> try:
    ...     find_before(Path("/"), "HEAD")
    ... except InputError as error:
    ...     print("no git checkout")
    no git checkout
    """
    target = real_path(file)
    root = _root(target.parent)
    if not target.is_relative_to(root):
        raise InputError(str(file), f"does not lie in the git checkout {root}")
    commit = _commit(root, revision)
    if commit is None:
        return None
    blob = f"{commit}:{target.relative_to(root).as_posix()}"
    size = _run(root, "cat-file", "-s", blob)
    if size.returncode or int(size.stdout) > size_limit(str(file)):
        return None
    data = _git(root, "cat-file", "blob", blob)
    try:
        return convert(data, str(file)).text
    except InputError:
        return None


def find_change(before: str | None, after: str) -> Change:
    """Which lines of `after` are new; LF, CRLF and a lone CR end a line, and are all alike.

    Raises InputError when git cannot compare them.
    """
    if before is None:
        return Change(None)
    lines: set[int] = set()
    with tempfile.TemporaryDirectory(prefix="okrlint-") as folder:
        for name, text in (("before", before), ("after", after)):
            Path(folder, name).write_bytes(_LINE_END.sub("\n", text).encode())
        options = ("--no-index", "--text", "--no-color", "--no-ext-diff", "--no-textconv")
        # Beside no repository: nothing that a checkout configures holds here.
        done = _run(Path(folder), "diff", *options, "--unified=0", "--", "before", "after")
    if done.returncode not in (0, 1):
        raise _refusal(Path(folder), done)
    for match in _HUNK.finditer(done.stdout):
        start, number = int(match[1]), int(match[2] or 1)
        lines.update(range(start, start + number))
    return Change(frozenset(lines))


def only_changed(
    result: Result, before: str | None, rules: Iterable[type[Rule]] | None = None
) -> Result:
    """The findings on lines that are new since the text `before`; None: all of it is new.

    Findings of `rules` that compare revisions are kept wherever they stand; without `rules` those
    are okrlint's and the installed ones. Raises InputError when git cannot compare.

    >>> result = lint_text(PAGE, "q3.md")
    >>> len(only_changed(result, PAGE).findings)
    0
    """
    comparing = {rule.name for rule in rules or load_rules() if rule.needs_before}
    change = find_change(before, result.document.source)
    places = [(finding, result.location(finding)) for finding in result.findings]
    kept = tuple(
        finding
        for finding, at in places
        if finding.rule in comparing or change.touches(at.line, at.end_line)
    )
    return replace(result, findings=kept)


@cache
def _root(folder: Path) -> Path:
    """The top of the checkout that holds a folder.

    It is looked for by its `.git`, which no commit can hold; git then says whether it trusts it.
    """
    start = next((f for f in (folder, *folder.parents) if os.path.lexists(f / ".git")), folder)
    said = _git(start, "rev-parse", "--show-toplevel")
    return real_path(os.fsdecode(said.removesuffix(b"\n")))


@cache
def _commit(root: Path, revision: str) -> str | None:
    """The commit that a revision names; None for HEAD before the first commit."""
    try:
        wanted = f"{revision}^{{commit}}"
        said = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    except InputError as error:
        if revision == "HEAD":
            return None
        raise InputError(revision, "no such revision in this git checkout") from error
    return said.decode("ascii").strip()


def _git(folder: Path, *args: str) -> bytes:
    done = _run(folder, *args)
    if done.returncode:
        raise _refusal(folder, done)
    return done.stdout


def _refusal(folder: Path, done: subprocess.CompletedProcess[bytes]) -> InputError:
    reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return InputError(str(folder), f"git says: {reason[-1] if reason else 'no'}")


def _run(folder: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  (a fixed program, arguments without a shell)
            ["git", *_SAFE, *args],  # noqa: S607  (git is found as the user finds it)
            cwd=folder,
            env=os.environ | {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise InputError(str(folder), f"git cannot be run ({error})") from error
