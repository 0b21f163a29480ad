"""Count findings by rule on a folder of documents, and draw a sample of each to be judged.

    python scripts/sample_findings.py FOLDER                 # rule, findings
    python scripts/sample_findings.py FOLDER --sample 30     # document, line, severity, rule, ...
    python scripts/sample_findings.py FOLDER --random 60     # the same, of all rules together
    python scripts/sample_findings.py FOLDER --unflagged 60  # key results without a finding

The sample is the same every time: findings are ordered by a hash of seed, document, line and
rule. docs/trust.md was made with it; the judgements stand in docs/trust.tsv.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from okrlint import Settings, lint_paths
from okrlint.finding import Finding
from okrlint.result import Result


def find_rows(results: Sequence[Result]) -> Iterator[tuple[str, int, Finding]]:
    """Yield (file name, 1-based line, finding)."""
    for result in results:
        for finding in result.findings:
            yield Path(finding.path).name, result.location(finding).line, finding


def shuffle(rows: Sequence[tuple[str, int, Finding]], seed: int) -> list[tuple[str, int, Finding]]:
    """The findings in an order that depends on nothing but the seed."""

    def rank(row: tuple[str, int, Finding]) -> str:
        name, line, finding = row
        return hashlib.sha256(f"{seed}:{name}:{line}:{finding.rule}".encode()).hexdigest()

    return sorted(rows, key=rank)


def draw(
    ordered: Sequence[tuple[str, int, Finding]], number: int
) -> list[tuple[str, int, Finding]]:
    """Up to `number` findings of each rule."""
    taken: Counter[str] = Counter()
    sample: list[tuple[str, int, Finding]] = []
    for row in ordered:
        taken[row[2].rule] += 1
        if taken[row[2].rule] <= number:
            sample.append(row)
    return sorted(sample, key=lambda row: (row[2].code, row[0], row[1]))


def find_unflagged(results: Sequence[Result]) -> Iterator[tuple[str, int, str]]:
    """Yield (file name, 1-based line, key result) for each that no finding stands at."""
    for result in results:
        told = {result.location(finding).line for finding in result.findings}
        for _, key_result in result.document.key_results():
            line = result.document.source.count("\n", 0, key_result.prose.span.start) + 1
            if line not in told:
                yield Path(result.path).name, line, key_result.prose.text


def main() -> None:
    """Print the counts, or the sample as tab-separated lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=0, metavar="N")
    parser.add_argument("--random", type=int, default=0, metavar="N")
    parser.add_argument("--unflagged", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--select", nargs="*", default=())
    wishes = parser.parse_args()
    settings = Settings(select=tuple(wishes.select))
    results = list(lint_paths([wishes.folder], settings))
    if wishes.unflagged:
        said = sorted(
            find_unflagged(results),
            key=lambda row: hashlib.sha256(f"{wishes.seed}:{row}".encode()).hexdigest(),
        )
        for row in said[: wishes.unflagged]:
            print(*row, sep="\t")
        return
    rows = list(find_rows(results))
    if wishes.sample or wishes.random:
        ordered = shuffle(rows, wishes.seed)
        for name, line, finding in ordered[: wishes.random] or draw(ordered, wishes.sample):
            words = (finding.severity.label, finding.rule, finding.message, finding.statement)
            print(name, line, *words, sep="\t")
        return
    for rule, number in sorted(Counter(finding.rule for *_, finding in rows).items()):
        print(f"{number:6}  {rule}")


if __name__ == "__main__":
    main()
