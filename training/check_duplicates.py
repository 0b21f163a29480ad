"""Find statements that are close to each other, or to texts that must not be copied.

    python training/check_duplicates.py                    # among the statements
    python training/check_duplicates.py --against FOLDER   # against texts: .md, .txt, .tsv, .jsonl

Two texts are close when their character 4-grams overlap by the given part (Jaccard). Lines, list
items and table cells of the folder are compared one by one. Exits 1 when anything is close.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from statements import FOLDER, load_statements

GRAM = 4
MARKUP = re.compile(r"^\s*(?:[-*+>#]+|\d+[.)]|\[[ xX]\])\s*|[*_`]+|\]\([^)]*\)|\[|\]|<[^>]*>")
SHORTEST = 15
"""Shorter lines of documents are headings and cells such as "Owner"."""


def find_grams(text: str) -> frozenset[str]:
    """The character 4-grams of a text, without case, marks and what digits there are."""
    plain = " ".join(re.findall(r"[a-z]+|\d", re.sub(r"\d+", "0", text.lower())))
    return frozenset(plain[i : i + GRAM] for i in range(max(1, len(plain) - GRAM + 1)))


def find_pieces(folder: Path) -> Iterator[tuple[str, str]]:
    """(where, text) of each line, list item, cell or labelled text of a folder."""
    for path in sorted(
        p for p in folder.rglob("*") if p.suffix in {".md", ".txt", ".tsv", ".jsonl"}
    ):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            if path.suffix == ".jsonl":
                row = json.loads(line)
                parts = [v for v in row.values() if isinstance(v, str)]
            else:
                parts = re.split(r"[|\t]|<br\s*/?>", line)
            for part in parts:
                text = MARKUP.sub(" ", part).strip()
                if len(text) >= SHORTEST:
                    yield f"{path.name}:{number}", text


def find_close(
    texts: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]] | None, limit: float
) -> Iterator[tuple[float, tuple[str, str], tuple[str, str]]]:
    """Close pairs, the closest ones of each text; among themselves when there are no others."""
    among = others is None
    others = texts if others is None else others
    sets = [find_grams(text) for _, text in others]
    often = Counter(gram for grams in sets for gram in grams)
    index: dict[str, list[int]] = defaultdict(list)
    for i, grams in enumerate(sets):
        for gram in grams:
            index[gram].append(i)
    for i, text in enumerate(texts):
        grams = find_grams(text[1])
        # Two sets that overlap by `limit` share one of the rarest (1 - limit) of the grams.
        rare = sorted(grams, key=lambda g: (often[g], g))[: int(len(grams) * (1 - limit)) + 1]
        near = {j for gram in rare for j in index.get(gram, ())}
        for j in sorted(near):
            if among and j >= i:
                continue
            overlap = len(grams & sets[j]) / len(grams | sets[j])
            if overlap >= limit:
                yield overlap, text, others[j]


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=Path, default=FOLDER)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--limit", type=float, default=0.7)
    parser.add_argument("--show", type=int, default=50)
    options = parser.parse_args()
    texts = [("statement", s.text) for s in load_statements(options.statements)]
    others = list(find_pieces(options.against)) if options.against else None
    pairs = sorted(find_close(texts, others, options.limit), reverse=True)
    for overlap, one, other in pairs[: options.show]:
        print(f"{overlap:.2f}  {one[1]}\n      {other[1]}  ({other[0]})")
    where = f"{len(others)} texts of {options.against}" if others is not None else "each other"
    print(
        f"{len(texts)} statements against {where}: {len(pairs)} pairs at {options.limit} or closer"
    )
    return 1 if pairs else 0


if __name__ == "__main__":
    raise SystemExit(main())
