"""Real statements to learn from, read from outside.

`real_statements.tsv` names them: repository, commit, path, line and the hash of the text. The texts
and their labels lie in a folder that is no part of the project, with two files:

- `gold.jsonl`: one document a line, with `name`, `repo`, `commit`, `path`, `license`, `fold` and
  `may_train`, which says that its licence allows this;
- `labels.jsonl`: one statement a line, with `document`, `line`, `text` and the labels. "?" is a
  label that its readers left open.

    python training/real.py FOLDER            # how many of the named ones the folder holds
    python training/real.py FOLDER --write    # name all that may be trained on, anew

Without the folder the reader is trained on the project's own statements alone, less well.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from statements import Statement, parse_labels

NAMED = Path(__file__).parent / "real_statements.tsv"
SHUT = 4
"""The fold that is kept for the last measurement: nothing of it is read here."""


@dataclass(frozen=True, slots=True)
class Real:
    """A statement of a document, where it stands, and the fold of its organisation."""

    statement: Statement
    key: tuple[str, str, str, int, str]
    """Repository, commit, path, line (1-based), hash of the text."""
    fold: int
    may_train: bool
    document: str
    order: int
    """Its line in `labels.jsonl`, from 0."""


def hash_text(text: str) -> str:
    """A short hash of a text, whatever its spaces and case."""
    return hashlib.sha256(" ".join(text.lower().split()).encode()).hexdigest()[:16]


def read_real(folder: Path) -> Iterator[Real]:
    """All labelled statements of a folder that are not shut, of whatever licence."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    documents = {row["name"]: row for row in map(json.loads, lines)}
    rows = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    for order, row in enumerate(map(json.loads, rows)):
        gold = documents[row["document"]]
        if gold["fold"] == SHUT:
            continue
        statement = parse_labels(row)
        key = (gold["repo"], gold["commit"], gold["path"], row["line"], hash_text(statement.text))
        yield Real(statement, key, gold["fold"], gold["may_train"], row["document"], order)


def load_named(path: Path = NAMED) -> set[tuple[str, str, str, int, str]]:
    """The statements that are named in the project."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {(repo, commit, where, int(line), digest) for repo, commit, where, line, digest in rows}


def load_real(folder: Path) -> list[Real]:
    """The named statements that the folder holds and may be trained on."""
    named = load_named()
    return [r for r in read_real(folder) if r.may_train and r.key in named]


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.write:
        keys = sorted({r.key for r in read_real(options.folder) if r.may_train})
        text = "\n".join("\t".join(map(str, key)) for key in keys)
        NAMED.write_text(text + "\n", encoding="utf-8")
    found = load_real(options.folder)
    folds = sorted(Counter(r.fold for r in found).items())
    print(f"{len(found)} of {len(load_named())} named statements; by fold {folds}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
