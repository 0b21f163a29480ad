"""The statements to learn from: reading, checking and splitting them.

A file holds one statement a line, tab separated, without a header: promise, measurable, baseline,
deadline, compound, vague, text. `GUIDE.md` says what each label means.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "statements"
PROMISES = ("outcome", "output", "task")
DEADLINES = ("date", "cadence", "none")
FLAGS = ("measurable", "baseline", "compound", "vague")
HELD_BACK_PART = 10
"""One statement in this many is never trained on."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A key result with its labels."""

    text: str
    promise: str
    measurable: bool
    baseline: bool
    deadline: str
    compound: bool
    vague: bool
    unsure: frozenset[str] = frozenset()
    """Labels that the readers of a document left open; what stands for them counts for nothing."""

    @property
    def targets(self) -> tuple[int, int, int, int, int, int]:
        """The labels as numbers: promise, deadline, then the four flags; -1 for an open one."""
        found = {
            "promise": PROMISES.index(self.promise),
            "deadline": DEADLINES.index(self.deadline),
        }
        found |= {name: int(getattr(self, name)) for name in FLAGS}
        return tuple(-1 if n in self.unsure else v for n, v in found.items())  # type: ignore[return-value]


def parse_line(line: str) -> Statement:
    """One line of a statements file; ValueError says what is wrong with it."""
    cells = line.split("\t")
    if len(cells) != 7:
        raise ValueError(f"expected 7 columns, found {len(cells)}: {line!r}")
    promise, measurable, baseline, deadline, compound, vague, text = (c.strip() for c in cells)
    if promise not in PROMISES or deadline not in DEADLINES or not text:
        raise ValueError(f"unknown promise or deadline, or no text: {line!r}")
    if not {measurable, baseline, compound, vague} <= {"yes", "no"}:
        raise ValueError(f"measurable, baseline, compound and vague are yes or no: {line!r}")
    yes = [cell == "yes" for cell in (measurable, baseline, compound, vague)]
    return Statement(text, promise, yes[0], yes[1], deadline, yes[2], yes[3])


def load_statements(folder: Path = FOLDER) -> list[Statement]:
    """All statements of a folder, files in the order of their names, each text once."""
    found: dict[str, Statement] = {}
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                statement = parse_line(line)
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error
            found.setdefault(" ".join(statement.text.lower().split()), statement)
    return list(found.values())


BESIDE = {f"r0{fold}.tsv": fold for fold in range(4)}
"""The files of counterparts, each written after reading the real statements of one fold."""


def load_beside(folder: Path = FOLDER) -> dict[str, int]:
    """The texts of all counterparts, each with the fold that it was written beside."""
    return {
        parse_line(line).text: fold
        for name, fold in BESIDE.items()
        for line in (folder / name).read_text(encoding="utf-8").splitlines()
        if line.strip()
    }


def is_held_back(text: str) -> bool:
    """Whether a statement belongs to the held-back tenth: by the hash of its text, for good."""
    digest = hashlib.sha256(" ".join(text.lower().split()).encode()).digest()
    return int.from_bytes(digest[:4], "big") % HELD_BACK_PART == 0


def split_statements(statements: Iterable[Statement]) -> tuple[list[Statement], list[Statement]]:
    """The statements to train on, and the held-back ones."""
    train: list[Statement] = []
    held: list[Statement] = []
    for statement in statements:
        (held if is_held_back(statement.text) else train).append(statement)
    return train, held


def parse_labels(row: Mapping[str, Any]) -> Statement:
    """A labelled statement of a document; `kind` is the promise, "?" an open label."""
    names = {"promise": "kind", "deadline": "deadline"} | {name: name for name in FLAGS}
    unsure = frozenset(name for name, key in names.items() if row[key] == "?")
    return Statement(
        " ".join(row["text"].split()),
        "task" if "promise" in unsure else row["kind"],
        row["measurable"] == "yes",
        row["baseline"] == "yes",
        "none" if "deadline" in unsure else row["deadline"],
        row["compound"] == "yes",
        row["vague"] == "yes",
        unsure,
    )


def load_labels(path: Path) -> list[Statement]:
    """Labelled statements of documents: one JSON object a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [parse_labels(json.loads(line)) for line in lines if line]


def fingerprint(statements: Sequence[Statement]) -> str:
    """The SHA-256 of texts and labels, for the model card."""
    lines = sorted("\t".join(map(str, (*s.targets, s.text))) for s in statements)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
