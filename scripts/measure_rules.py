"""Measure every rule on labelled documents: how often it speaks, is right, and repeats another.

    python scripts/measure_rules.py FOLDER [--folds 0 1 2 3] [--min-certainty 0.8]
        [--list RULE | --calm N]

FOLDER holds `documents/`, `gold.jsonl` (where the objectives and key results of each document
stand) and `labels.jsonl` (what each key result says). All rules run. For each it prints whether it
is on by default, how often it speaks, how often it is right by the labels (where they say), how
often it speaks of what is no key result, how much of it another rule says of the same statement and
which one, and how often it is told once what repeats is left out. `--list` shows each finding of
one rule instead; `--calm` the N documents of most key results without an error.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from okrlint.cache import ReadingCache
from okrlint.config import Settings, active_rules
from okrlint.engine import context_of, lint_text, parse
from okrlint.files import read_source
from okrlint.finding import Finding, Severity
from okrlint.lines import LineIndex
from okrlint.model import Nature
from okrlint.readings import read_documents
from okrlint.registry import load_rules
from okrlint.runner import run_rules

TRUE_IF = {
    "task-like": ("kind", "task"),
    "activity-count": ("kind", "output"),
    "no-metric": ("measurable", "no"),
    "placeholder": ("measurable", "no"),
    "no-baseline": ("baseline", "no"),
    "vague-wording": ("vague", "yes"),
    "compound": ("compound", "yes"),
}
"""The label, and its value, that makes a finding true."""
RULES = load_rules()


def without_key_results(gold: dict[str, Any], line: int) -> bool | None:
    """Whether readers found no key result under the objective on a line."""
    found = objective_near(gold, line)
    return found is not None and not found["key_results"]


def wrong_count(gold: dict[str, Any], line: int) -> bool | None:
    """Whether readers found one key result, or more than five, under the objective on a line."""
    found = objective_near(gold, line)
    return found is not None and len(found["key_results"]) not in (2, 3, 4, 5)


def no_mission(gold: dict[str, Any], line: int) -> bool | None:  # noqa: ARG001
    """Whether readers found no mission."""
    return gold["mission_line"] is None


def no_cycle(gold: dict[str, Any], line: int) -> bool | None:  # noqa: ARG001
    """Whether readers found no cycle; they did not look everywhere."""
    return None if gold["cycle_known"] is None else not gold["cycle_known"]


def objective_near(gold: dict[str, Any], line: int) -> dict[str, Any] | None:
    """The objective that readers found on a line, or on the one before or behind it."""
    near = (o for n in (line, line - 1, line + 1) for o in gold["objectives"] if o["line"] == n)
    return next(near, None)


TRUE_BY_PLACE: dict[str, Callable[[dict[str, Any], int], bool | None]] = {
    "objective-without-key-results": without_key_results,
    "key-result-count": wrong_count,
    "missing-mission": no_mission,
    "no-deadline": no_cycle,
}
"""What readers found in a document decides of these rules; None where they did not look."""


@dataclass(frozen=True)
class Row:
    """One finding on a labelled document."""

    name: str
    line: int
    finding: Finding
    label: dict[str, str] | None
    """What readers said of the key result; None where no key result is."""
    gold: dict[str, Any]

    @property
    def true(self) -> bool | None:
        """Whether readers say so; None where they say nothing."""
        asked = TRUE_IF.get(self.finding.rule)
        if asked is None:
            judge = TRUE_BY_PLACE.get(self.finding.rule)
            return judge(self.gold, self.line) if judge else None
        return self.label is not None and self.label[asked[0]] in (asked[1], "?")


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row]


class Labels:
    """What readers said of the key results of a document, by line."""

    def __init__(self, gold: dict[str, Any], rows: Sequence[dict[str, Any]]) -> None:
        self.ranges = gold["ranges"]
        self._judged = {k["line"] for o in gold["objectives"] for k in o["key_results"]}
        self._at = {row["line"]: row for row in rows if row["document"] == gold["name"]}

    def near(self, line: int) -> dict[str, str] | None:
        """What was said of the key result on a line, or on the one before or behind it.

        Raises LookupError where nothing can be said: outside of what was read, or of a key result
        without labels.
        """
        if not any(first <= line <= last for first, last in self.ranges):
            raise LookupError(line)
        found = next((self._at[n] for n in (line, line - 1, line + 1) if n in self._at), None)
        if found is None and self._judged & {line - 1, line, line + 1}:
            raise LookupError(line)
        return found


def find_all(text: str, path: Path, cache: ReadingCache) -> list[Finding]:
    """What every rule finds in a document, repeats and unsure ones too."""
    settings = Settings(select=("ALL",))
    document = parse(text, str(path), settings)
    if not document.has_okrs and not document.unread:
        return []
    readings = read_documents([(document, settings)], cache)[0]
    context = context_of(document, readings, settings)
    active = [a for a in active_rules(settings, RULES) if not a.rule.after_others]
    return list(run_rules(active, context).findings)


def find_rows(
    golds: Sequence[dict[str, Any]], options: argparse.Namespace, cache: ReadingCache
) -> Iterator[Row]:
    """Yield each finding that is sure enough, with what readers said of its line."""
    labels = read_jsonl(options.folder / "labels.jsonl")
    for gold in golds:
        path = options.folder / "documents" / gold["name"]
        text = read_source(path)
        said, lines = Labels(gold, labels), LineIndex(text)
        for finding in find_all(text, path, cache):
            line = lines.location(finding.span).line
            try:
                label = said.near(line)
            except LookupError:
                continue
            if finding.certainty >= options.min_certainty:
                yield Row(gold["name"], line, finding, label, gold)


def render(rows: Sequence[Row]) -> str:
    """The table of the rules."""
    together: dict[tuple[str, object], set[str]] = defaultdict(set)
    for row in rows:
        if row.finding.about is not None:
            together[row.name, row.finding.about].add(row.finding.rule)
    out = [f"{'rule':30} on   said  true        nowhere  repeats"]
    for rule in RULES:
        mine = [row for row in rows if row.finding.rule == rule.name]
        judged = [row.true for row in mine if row.true is not None]
        right = f"{sum(judged):4} {sum(judged) / len(judged):.2f}" if judged else f"{'-':>9}"
        nowhere = sum(row.label is None for row in mine) if rule.name in TRUE_IF else 0
        others = Counter(
            name
            for row in mine
            for name in together[row.name, row.finding.about] - {rule.name}
            if row.finding.about is not None
        )
        most = "".join(f"{n / len(mine):.2f} {name}  " for name, n in others.most_common(2))
        on = "yes" if rule.default else "no"
        out.append(f"{rule.name:30} {on:3} {len(mine):5}  {right}  {nowhere:7}  {most}".rstrip())
    return "\n".join(out)


def render_default(golds: Sequence[dict[str, Any]], options: argparse.Namespace) -> str:
    """What a run without configuration tells of the documents, and the calm ones among them."""
    cache = ReadingCache(options.cache)
    severities: Counter[Severity] = Counter()
    rules: Counter[str] = Counter()
    key_results = 0
    calm: list[tuple[int, int, str]] = []
    for gold in golds:
        path = options.folder / "documents" / gold["name"]
        settings = Settings(min_certainty=options.min_certainty)
        result = lint_text(read_source(path), str(path), settings, RULES, cache)
        severities.update(finding.severity for finding in result.findings)
        rules.update(finding.rule for finding in result.findings)
        number = sum(1 for _ in result.document.key_results())
        key_results += number
        real = number and result.document.nature is not Nature.EXAMPLES
        if real and not any(f.severity is Severity.ERROR for f in result.findings):
            calm.append((number, len(result.findings), gold["name"]))
    told = severities[Severity.ERROR] + severities[Severity.WARNING]
    counts = ", ".join(f"{severities[one]} {one.label}s" for one in reversed(Severity))
    out = [
        f"\nby default: {counts} on {key_results} key results",
        f"errors and warnings per key result: {told / max(1, key_results):.2f}",
        *(f"{number:6}  {name}" for name, number in rules.most_common()),
        f"{len(calm)} documents that set OKRs are without an error (key results, findings):",
    ]
    calm.sort(key=lambda row: (-row[0], row[1], row[2]))
    return "\n".join([*out, *(f"{a:6} {b:4}  {name}" for a, b, name in calm[: options.calm])])


def main() -> None:
    """Print the table, or the findings of one rule."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, nargs="+", default=[0, 1, 2, 3])
    parser.add_argument("--min-certainty", type=float, default=Settings().min_certainty)
    parser.add_argument("--list", metavar="RULE")
    parser.add_argument("--calm", type=int, default=10, metavar="N")
    parser.add_argument("--cache", type=Path, default=Path(".okrlint_cache"))
    options = parser.parse_args()
    golds = [g for g in read_jsonl(options.folder / "gold.jsonl") if g["fold"] in options.folds]
    rows = list(find_rows(golds, options, ReadingCache(options.cache)))
    if options.list:
        for row in rows:
            if row.finding.rule == options.list:
                said = {True: "true", False: "false", None: "-"}[row.true]
                where = f"{row.name}:{row.line}"
                print(said, row.finding.certainty, where, row.finding.message,
                      row.finding.statement, sep="\t")  # fmt: skip
        return
    print(render(rows))
    print(render_default(golds, options))


if __name__ == "__main__":
    main()
