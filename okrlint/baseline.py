"""A baseline of findings: what stood in old files when okrlint came, and does not fail a run.

A finding is known by file, rule and statement text, so that edits above it do not matter. The
same finding may stand several times; each is counted.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Annotated, Generic

import msgspec

from okrlint.errors import ConfigError, InputError
from okrlint.files import read_regular, write_whole
from okrlint.finding import Finding
from okrlint.told import Kind, Reported

_VERSION = 1
_MOST_BYTES = 64 * 1024 * 1024
"""A larger file is not read: a device has no end."""


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    path: str
    rule: str
    statement: str
    count: Annotated[int, msgspec.Meta(ge=1)] = 1


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    findings: list[_Entry]


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each known finding may occur; paths are relative to the baseline's folder.

    >>> baseline = make_baseline([lint_text(PAGE, "okrs/q3.md")], Path("okrs"))
    >>> len(baseline), next(iter(baseline.counts))[:2]
    (1, ('q3.md', 'task-like'))
    """

    counts: Counter[tuple[str, str, str]]
    """(path, rule, statement) -> how often."""

    def __len__(self) -> int:
        return sum(self.counts.values())


def make_baseline(results: Iterable[Reported], folder: Path) -> Baseline:
    """The baseline that holds all findings of `results`.

    >>> len(make_baseline([lint_text(PAGE, "q3.md")], Path()))
    1
    """
    return Baseline(Counter(_key(f, folder) for r in results for f in r.findings))


def load_baseline(path: Path) -> Baseline:
    """Read a baseline file; raises ConfigError when it is missing or no baseline.

    >>> try:
    ...     load_baseline(Path("nowhere.json"))
    ... except ConfigError as error:
    ...     print(error)
    nowhere.json: cannot be read (No such file or directory); make it with `okrlint baseline create`
    """
    try:
        file = msgspec.json.decode(read_regular(path, _MOST_BYTES), type=_File)
    except InputError as error:
        reason = f"{error.reason}; make it with `okrlint baseline create`"
        raise ConfigError(str(path), reason) from error
    except ValueError as error:  # also of what is no UTF-8
        reason = f"is no baseline of okrlint ({error}); make it anew with `okrlint baseline create`"
        raise ConfigError(str(path), reason) from error
    if file.version != _VERSION:
        raise ConfigError(str(path), f"is of version {file.version}; this okrlint reads {_VERSION}")
    return Baseline(Counter({(e.path, e.rule, e.statement): e.count for e in file.findings}))


def save_baseline(baseline: Baseline, path: Path) -> None:
    """Write a baseline file in one step; sorted, so that its changes read well in a review.

    Raises InputError.

    >>> save_baseline(make_baseline([lint_text(PAGE, "q3.md")], Path()), Path("known.json"))
    >>> len(load_baseline(Path("known.json")))
    1
    """
    entries = sorted(_Entry(*key, count) for key, count in baseline.counts.items() if count > 0)
    data = msgspec.json.format(msgspec.json.encode(_File(_VERSION, entries))) + b"\n"
    write_whole(path, data)


@dataclass(frozen=True, slots=True)
class Compared(Generic[Kind]):
    """A run held against a baseline.

    >>> results = [lint_text(PAGE, "q3.md")]
    >>> compared = compare_with_baseline(results, make_baseline(results, Path()), Path())
    >>> compared.known == len(results[0].findings), len(compared.stale)
    (True, 0)
    """

    results: tuple[Kind, ...]
    """The same results with the new findings only."""
    known: int
    """How many findings the baseline holds."""
    stale: Baseline
    """What the baseline holds for the files of the run and did not occur."""


def compare_with_baseline(
    results: Iterable[Kind], baseline: Baseline, folder: Path
) -> Compared[Kind]:
    r"""Take the known findings out of `results`; the paths of the baseline count from `folder`.

    >>> old = make_baseline([lint_text(PAGE, "q3.md")], Path())
    >>> new = lint_text(PAGE + "- KR 3: Rewrite the booking app\n", "q3.md")
    >>> compared = compare_with_baseline([new], old, Path())
    >>> [f.statement for f in compared.results[0].findings]
    ['Rewrite the booking app']
    """
    left = Counter(baseline.counts)
    kept: list[Kind] = []
    known = 0
    results = tuple(results)
    for result in results:
        new: list[Finding] = []
        for finding in result.findings:
            key = _key(finding, folder)
            if left[key] > 0:
                left[key] -= 1
                known += 1
            else:
                new.append(finding)
        kept.append(result.narrowed(tuple(new)))
    read = {_relative(result.path, folder) for result in results}
    stale = Counter({key: n for key, n in left.items() if n > 0 and key[0] in read})
    return Compared(tuple(kept), known, Baseline(stale))


def update_baseline(old: Baseline, results: Iterable[Reported], folder: Path) -> Baseline:
    """What holds after a run over some files: their findings, and what is known of the others.

    >>> old = make_baseline([lint_text(PAGE, "q2.md")], Path())
    >>> new = update_baseline(old, [lint_text(PAGE, "q3.md")], Path())
    >>> len(new) == 2 * len(old)
    True
    """
    results = tuple(results)
    read = {_relative(result.path, folder) for result in results}
    others = {key: n for key, n in old.counts.items() if key[0] not in read}
    return Baseline(make_baseline(results, folder).counts + Counter(others))


def prune_baseline(baseline: Baseline, results: Iterable[Reported], folder: Path) -> Baseline:
    """The baseline without what no longer occurs in `results`, and without files that are gone.

    >>> old = make_baseline([lint_text(PAGE, "q3.md")], Path())
    >>> len(prune_baseline(old, [], Path()))  # there is no q3.md any more
    0
    """
    left = baseline.counts - compare_with_baseline(results, baseline, folder).stale.counts
    return Baseline(
        Counter({key: n for key, n in left.items() if os.path.lexists(folder / key[0])})
    )


def _key(finding: Finding, folder: Path) -> tuple[str, str, str]:
    return (
        _relative(finding.path, folder),
        finding.rule,
        " ".join(finding.statement.split()),
    )


def _relative(path: str, folder: Path) -> str:
    relative = PurePath(os.path.relpath(path, folder)).as_posix()
    return relative.encode("utf-8", "backslashreplace").decode()  # a name may be no UTF-8
