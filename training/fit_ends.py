"""Fits where statements end: `okrlint/outline/data/ends.txt`, a weight for each sign of a seam.

    python training/fit_ends.py --corpus DIR            # measure
    python training/fit_ends.py --corpus DIR --write    # write the weights as well

Learned from are the pages written for the project (`outlines/`, and `ends/`, where more is told
behind statements than elsewhere) and the real ones that may be trained on; measured, without being
learned from, on the other real ones. DIR is as for `fit_outline.py`. Each statement is taken as it
stands when its known fields are off, whatever the page is held to be. Of words, those count that
many pages use.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from newton import fit_yes
from outline_data import FOLDS, Example, read_example, read_own, read_real
from real import SHUT

from okrlint.outline.claims import claim_of
from okrlint.outline.decode import KEY_RESULT, OBJECTIVE
from okrlint.outline.ends import find_ends, is_graded, weigh_seams
from okrlint.outline.label import Part
from okrlint.outline.weigh import Weighed, weigh
from okrlint.outline.weights import load_weights

OWN = Path(__file__).parent / "ends"
PATH = Path(__file__).parent.parent / "okrlint/outline/data/ends.txt"
HEAD = """\
# What each sign of a seam says of whether a statement ends there: sign <tab> weight. Fitted, not
# written by hand: `training/fit_ends.py` makes this table. Signs are explained in `seams.py`.
"""
LEAST = 15
"""Pages that have to show a sign; the signs of fewer say more of these than of how people write."""
PENALTY = 1.0
_WORD = re.compile(r"[a-z0-9]+")
_MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>|\]\([^)]*\)")
_NEAR = 3
"""Words at the beginning of a line that may be no part of the statement."""


@dataclass(frozen=True, slots=True)
class Known:
    """A statement with what may be told behind it, and where it really ends."""

    page: str
    words: str
    end: int
    graded: bool

    def is_end(self, start: int) -> bool:
        """Whether the statement ends at a seam: no word stands between."""
        return not re.search(r"\w", self.words[min(start, self.end) : max(start, self.end)])


def read_known(examples: Iterable[Example]) -> Iterator[Known]:
    """Every statement of the gold of some pages that is found in them."""
    weights = load_weights()
    for example in examples:
        weighed = weigh(example.page, weights)
        for objective in example.gold:
            for part, said in (
                (Part.OBJECTIVE, objective),
                *((Part.KEY_RESULT, k) for k in objective["key_results"]),
            ):
                found = _find(weighed, part, said)
                if found:
                    yield Known(example.name, *found)


def _find(weighed: Weighed, part: Part, said: Mapping[str, Any]) -> tuple[str, int, bool] | None:
    """The shortest text at the line of a statement that begins with its words."""
    wanted = _WORD.findall(_MARKUP.sub(" ", said["text"].lower()))
    page, best = weighed.page, None
    for unit in page.units:
        if not wanted or not unit.text.words:
            continue
        line = page.source.count("\n", 0, unit.text.prose.starts[0]) + 1
        if abs(line - said["line"]) > 1 or said["text"][:3].lower() not in unit.text.words.lower():
            continue
        labels = [*weighed.labels]
        labels[unit.index] = OBJECTIVE if part is Part.OBJECTIVE else KEY_RESULT
        claim = claim_of(replace(weighed, labels=labels), unit, part, None)
        words = claim.prose.text if claim else ""
        tokens = list(_WORD.finditer(words.lower()))
        for first in range(min(_NEAR, len(tokens))):
            if [t[0] for t in tokens[first : first + len(wanted)]] == wanted:
                start, end = tokens[first].start(), tokens[first + len(wanted) - 1].end()
                if claim and (best is None or len(words) - start < len(best[0])):
                    best = (words[start:], end - start, is_graded(claim))
                break
    return best


def _by_page(known: Sequence[Known]) -> Iterator[Sequence[Known]]:
    pages = defaultdict(list)
    for one in known:
        pages[one.page].append(one)
    yield from pages.values()


def fit(known: Sequence[Known]) -> dict[str, float]:
    """A weight for each sign."""
    rows: list[tuple[frozenset[str], bool]] = []
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for fellows in _by_page(known):
        found = weigh_seams([k.words for k in fellows], [k.graded for k in fellows])
        for one, seams in zip(fellows, found, strict=True):
            for seam, signs in seams:
                if seam.start > one.end and not one.is_end(seam.start):
                    break  # what is only told may have any seams
                rows.append((frozenset(signs), one.is_end(seam.start)))
                for sign in signs:
                    pages[sign].add(one.page)
    names = sorted(sign for sign, found in pages.items() if len(found) >= LEAST)
    names.remove("always")
    place = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1.0
    for n, (signs, _) in enumerate(rows):
        table[n, [place[sign] for sign in signs if sign in place]] = 1.0
    truth = np.array([end for _, end in rows], dtype=float)
    weights = fit_yes(table, truth, np.ones(len(rows)), PENALTY)
    return dict(zip([*names, "always"], (round(float(w), 2) for w in weights), strict=True))


def measure(known: Sequence[Known], weights: dict[str, float]) -> Counter[str]:
    """How many statements end where they should, with and without weights."""
    count: Counter[str] = Counter()
    for fellows in _by_page(known):
        ends = find_ends([k.words for k in fellows], weights, [k.graded for k in fellows])
        for one, end in zip(fellows, ends, strict=True):
            whole = one.is_end(len(one.words))
            count["statements"] += 1
            count["right uncut"] += whole
            count["right"] += whole if end is None else one.is_end(end.start)
            count["cut too early"] += (
                end is not None and end.start < one.end and not one.is_end(end.start)
            )
    return count


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lines = (options.corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    may = {r["name"]: r["may_train"] and r["fold"] != SHUT for r in map(json.loads, lines)}
    real = [s for s in read_real(options.corpus, range(FOLDS)) if s.name in may]
    pages = (*read_own(), *read_own(OWN), *(s for s in real if may[s.name]))
    learned = [*read_known(map(read_example, pages))]
    weights = fit(learned)
    for name, known in (
        ("learned from", learned),
        ("other real ones", [*read_known(read_example(s) for s in real if not may[s.name])]),
    ):
        print(name, dict(measure(known, weights)))
    if options.write:
        lines = [f"{name}\t{weight:+.2f}" for name, weight in sorted(weights.items()) if weight]
        PATH.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
        print(f"{len(lines)} weights")


if __name__ == "__main__":
    main()
