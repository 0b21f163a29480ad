"""What each family of layout signs is worth: which documents are read otherwise without it.

    python scripts/outline_signs.py FOLDER [--folds 0 1 2 3]

FOLDER holds `documents/` and `gold.jsonl`, as for `training/fit_outline.py`. For each family of
signs ("up:", "first:", "head:", ...) of units and of whole documents all its weights are set to
nothing, every document is read again, and those that change are counted, with their organisations.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from okrlint.dates import Calendar
from okrlint.model import Labels
from okrlint.outline import read as reading
from okrlint.outline.held import is_held
from okrlint.outline.page import Page
from okrlint.outline.sign_words import fact_of
from okrlint.outline.signs import find_signs
from okrlint.outline.weigh import weigh
from okrlint.outline.weights import Weights, load_weights

Reading = tuple[bool, tuple[tuple[int, int], ...]]
"""Whether a page is held, and its units that are objectives (0) and key results (1)."""


def family_of(name: str) -> str:
    """The family of a sign: "up:" of "item/up:key results"; one without a value is its own."""
    start, colon, _ = fact_of(name).partition(":")
    return start + colon


def read(page: Page, weights: Weights, signs: list[list[str]]) -> Reading:
    """What the weights make of a page, as far as it is compared."""
    weighed = weigh(page, weights, signs)
    held = is_held(weighed, weights.holds) >= reading.HELD
    return held, tuple((at, label) for at, label in enumerate(weighed.labels) if label < 2 and held)


def without(weights: Weights, family: str) -> Weights:
    """The weights, but for one family."""
    signs = {n: row for n, row in weights.signs.items() if family_of(n) != family}
    return Weights(signs, weights.links, weights.holds)


def without_whole(weights: Weights, family: str) -> Weights:
    """The weights, but for one family of the signs of whole documents."""
    holds = {n: v for n, v in weights.holds.items() if family_of(n) != family}
    return Weights(weights.signs, weights.links, holds)


def _pages(folder: Path, folds: list[int]) -> Iterator[tuple[str, Page]]:
    """Each document's organisation and its page."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["fold"] in folds:
            path = folder / "documents" / row["name"]
            text = path.read_text(encoding="utf-8")
            yield row["org"], reading.read_page(text, str(path), Labels(), Calendar())
    for path in sorted((folder / "not-okrs").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        page = reading.read_page(text, str(path), Labels(), Calendar())
        yield path.name.split("--")[0], page


def main() -> None:
    """Print the table: family, documents that change, their organisations."""
    args = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    args.add_argument("folder", type=Path)
    args.add_argument("--folds", type=int, nargs="+", default=[0, 1, 2, 3])
    options = args.parse_args()
    weights = load_weights()
    pages = list(_pages(options.folder, options.folds))
    signs = [find_signs(page) for _, page in pages]
    before = [read(page, weights, names) for (_, page), names in zip(pages, signs, strict=True)]
    families: list[tuple[str, str, Callable[[Weights, str], Weights]]] = [
        *(("unit", f, without) for f in sorted({family_of(n) for n in weights.signs})),
        *(("whole", f, without_whole) for f in sorted({family_of(n) for n in weights.holds})),
    ]
    for kind, family, drop in families:
        changed: dict[str, int] = defaultdict(int)
        dropped = drop(weights, family)
        for (organisation, page), names, was in zip(pages, signs, before, strict=True):
            changed[organisation] += read(page, dropped, names) != was
        found = {name: n for name, n in changed.items() if n}
        print(f"{kind}\t{family}\t{sum(found.values())}\t{len(found)}", flush=True)


if __name__ == "__main__":
    main()
