"""How far two labellings of the same statements agree.

    python training/agreement.py FIRST.tsv SECOND.tsv

Files as in `statements/`; lines are matched by their text. For each label: the part on which the
two agree, and Cohen's kappa (Cohen 1960), which counts out the agreement of chance.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from statements import FLAGS, Statement, parse_line

LABELS = ("promise", "deadline", *FLAGS)


def load_labelling(path: Path) -> dict[str, Statement]:
    """The statements of one file by their text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {s.text: s for s in (parse_line(line) for line in lines if line.strip())}


def find_kappa(pairs: Sequence[tuple[object, object]]) -> tuple[float, float]:
    """Agreement and Cohen's kappa of pairs of labels."""
    total = len(pairs)
    agreed = sum(a == b for a, b in pairs) / total
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[label] * second[label] for label in first) / total**2
    return agreed, 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--differences", action="store_true", help="show what the two disagree on")
    options = parser.parse_args()
    first, second = load_labelling(options.first), load_labelling(options.second)
    shared = sorted(first.keys() & second.keys())
    if not shared:
        parser.error("the two files have no text in common")
    print(f"{len(shared)} statements in both\n\n| label | agreement | kappa |\n|---|---|---|")
    for label in LABELS:
        pairs = [(getattr(first[t], label), getattr(second[t], label)) for t in shared]
        agreed, kappa = find_kappa(pairs)
        print(f"| {label} | {agreed:.3f} | {kappa:.3f} |")
    if options.differences:
        for text in shared:
            unlike = [
                f"{label}: {getattr(first[text], label)} / {getattr(second[text], label)}"
                for label in LABELS
                if getattr(first[text], label) != getattr(second[text], label)
            ]
            if unlike:
                print(f"\n{text}\n  " + "; ".join(unlike))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
