"""Fits what names say: `okrlint/outline/data/names.txt`, a weight for each sign of a name.

    python training/fit_names.py            # measure, each fifth of the pages by the rest
    python training/fit_names.py --write    # write the weights, fitted on all of them

`names.tsv` holds headings and lead-ins of pages written for the project, each with its page and
whether objectives or key results stand under it or it is one itself ("own"), or none ("beside").
Of real pages none is among them.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from newton import fit_yes

from okrlint.outline.named import SURE, find_name_signs, weigh_name

NAMES = Path(__file__).parent / "names.tsv"
PATH = Path(__file__).parent.parent / "okrlint/outline/data/names.txt"
HEAD = """\
# What each sign of a heading or lead-in says of whether it names what stands beside OKRs: sign
# <tab> weight. Fitted, not written by hand: `training/fit_names.py` makes this table.
"""
LEAST = 3
"""Pages that have to show a sign."""
PENALTY = 2.0
PARTS = 5

Row = tuple[str, bool, str]
"""A page, whether a name of it is beside, and the name."""


def read_names() -> list[Row]:
    """All names that were collected."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(page, kind == "beside", words) for page, kind, words in rows]


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """A weight for each sign."""
    signs = [set(find_name_signs(words)) for *_, words in rows]
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for (page, *_), found in zip(rows, signs, strict=True):
        for sign in found:
            pages[sign].add(page)
    names = sorted(sign for sign, found in pages.items() if len(found) >= LEAST)
    place = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for n, found in enumerate(signs):
        table[n, [place[sign] for sign in found if sign in place]] = 1.0
    truth = np.array([beside for _, beside, _ in rows], dtype=float)
    weights = fit_yes(table, truth, np.ones(len(rows)), PENALTY)
    return dict(zip(names, (round(float(weight), 2) for weight in weights), strict=True))


def measure(rows: Sequence[Row]) -> None:
    """Print how many names of pages left out are told, and how many of these wrongly."""
    weighed: list[tuple[float, bool]] = []
    for part in range(PARTS):
        weights = fit([row for row in rows if _part(row[0]) != part])
        for page, beside, words in rows:
            if _part(page) == part:
                weighed.append((weigh_name(words, weights), beside))
    for least in (SURE / 2, SURE):
        told = [beside for total, beside in weighed if total >= least]
        of = sum(beside for _, beside in weighed)
        print(f"from {least}: {sum(told)} of {of} told, {len(told) - sum(told)} wrongly")


def _part(page: str) -> int:
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % PARTS


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    rows = read_names()
    measure(rows)
    if parser.parse_args().write:
        weights = {name: weight for name, weight in fit(rows).items() if weight}
        lines = [f"{name}\t{weight:+.2f}" for name, weight in sorted(weights.items())]
        PATH.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
        print(f"{len(lines)} weights")


if __name__ == "__main__":
    main()
