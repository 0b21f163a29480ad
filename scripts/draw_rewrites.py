"""Draw rewrites of key results from a folder of documents, to be read and judged by people.

    python scripts/draw_rewrites.py FOLDER                    # how many findings have one
    python scripts/draw_rewrites.py FOLDER --number 60        # statement, rewrite
    python scripts/draw_rewrites.py FOLDER --check            # those that the rules do not pass

With --check each rewrite is filled with plausible words and linted. The sample is the same every
time: rewrites are ordered by a hash of seed and statement. docs/trust.md was made with it.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping
from pathlib import Path

from okrlint import Settings, lint_paths, lint_text
from okrlint.rewrite import fill

ASKED = ("task-like", "activity-count", "no-metric", "no-deadline", "placeholder")


def find_rewrites(folder: Path) -> tuple[dict[str, str], int]:
    """The rewrites by statement, and how many statements have a finding that asks for one."""
    found: dict[str, str] = {}
    asked: set[str] = set()
    for result in lint_paths([folder], Settings(select=ASKED)):
        statements = {k.prose.text for _, k in result.document.key_results()}
        for finding in result.findings:
            if finding.statement in statements:
                asked.add(finding.statement)
                for suggestion in finding.suggestions:
                    if suggestion.instead:
                        found[finding.statement] = suggestion.text
    return found, len(asked)


def draw(rewrites: Mapping[str, str], number: int, seed: int) -> list[tuple[str, str]]:
    """Up to `number` rewrites, in an order that depends on nothing but the seed."""

    def rank(pair: tuple[str, str]) -> str:
        return hashlib.sha256(f"{seed}:{pair[0]}".encode()).hexdigest()

    return sorted(rewrites.items(), key=rank)[:number]


def check(rewrites: Mapping[str, str]) -> list[tuple[str, str]]:
    """The rule and the filled rewrite, for each that the rules still find something in."""
    lines = "\n".join(f"- KR: {fill(text)}" for text in sorted(set(rewrites.values())))
    page = f"# OKRs Q3 2027\n\n## Objective: Be the shop that readers recommend\n\n{lines}\n"
    found = lint_text(page, "okrs.md", Settings(select=ASKED)).findings
    return [(finding.rule, finding.statement) for finding in found]


def main() -> None:
    """Print the counts, a sample, or what the rules do not pass, as tab-separated lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", action="store_true")
    wishes = parser.parse_args()
    rewrites, asked = find_rewrites(wishes.folder)
    if wishes.number or wishes.check:
        rows = check(rewrites) if wishes.check else draw(rewrites, wishes.number, wishes.seed)
        for row in rows:
            print(*row, sep="\t")
        return
    print(f"{len(rewrites)} of {asked} key results with a finding have a rewrite")


if __name__ == "__main__":
    main()
