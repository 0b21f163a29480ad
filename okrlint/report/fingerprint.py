"""A stable name for each finding, so that other tools can tell a new one from an old one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from okrlint.finding import Finding
from okrlint.told import Reported


def find_fingerprints(results: Sequence[Reported]) -> Iterator[tuple[Reported, Finding, str]]:
    """Yield each finding with a fingerprint that is unique in the run.

    It is made of path, rule and statement, so that edits elsewhere in the file do not change it;
    equal ones are numbered in the order of the file.
    """
    seen: dict[str, int] = {}
    for result in results:
        for finding in result.findings:
            path = PurePath(finding.path).as_posix()
            key = f"{path}\0{finding.rule}\0{finding.statement}"
            number = seen[key] = seen.get(key, 0) + 1
            digest = hashlib.sha256(f"{key}\0{number}".encode("utf-8", "surrogatepass")).hexdigest()
            yield result, finding, digest[:32]
