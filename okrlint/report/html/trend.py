"""What changed since an earlier report: counts beside counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from okrlint.errors import InputError
from okrlint.files import read_regular
from okrlint.report.html.asks import Ask, count_asks, total
from okrlint.report.html.figures import share
from okrlint.report.html.markup import Child, Markup, element, path_words
from okrlint.report.html.overview import table
from okrlint.report.html.sheet import Sheet
from okrlint.rule import Rule

VERSION = 1
_MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier JSON tells: of a report everything, of a check its findings alone."""

    rules: Counter[str]
    documents: Counter[str]
    asks: Mapping[str, tuple[int, int]] | None = None
    """Criterion -> met, asked; None where only findings are known."""


class _Finding(msgspec.Struct, frozen=True):
    path: str
    rule: str


class _Ask(msgspec.Struct, frozen=True):
    criterion: str
    met: int
    asked: int


class _Document(msgspec.Struct, frozen=True):
    path: str
    findings: dict[str, int]


class _Report(msgspec.Struct, frozen=True):
    version: int
    asks: list[_Ask]
    documents: list[_Document]


def report_data(sheets: Sequence[Sheet], rules: Iterable[type[Rule]]) -> dict[str, object]:
    """The report as data, for a later `--against`; documented in docs/json.md."""
    asks = count_asks(sheets, tuple(rules))
    met, asked = total(asks)
    return {
        "version": VERSION,
        "met": met,
        "asked": asked,
        "asks": [{"criterion": a.criterion, "of": a.unit, "rules": a.rules, "met": a.met,
                  "asked": a.asked} for a in asks],
        "documents": [_document_data(sheet) for sheet in sheets],
    }  # fmt: skip


def _document_data(sheet: Sheet) -> dict[str, object]:
    counts = sheet.counts()
    found = Counter(finding.rule for finding in sheet.result.findings)
    return {
        "path": sheet.document.path,
        "objectives": counts.objectives,
        "key_results": counts.key_results,
        "promises": {kind.value: number for kind, number in counts.promises.items()},
        "with_metric": counts.metric,
        "with_baseline": counts.baseline,
        "with_deadline": counts.due,
        "findings": dict(sorted(found.items())),
    }


def load_earlier(path: Path) -> Earlier:
    """Read an earlier report or the findings of a check; raises InputError for anything else."""
    data = read_regular(path, _MOST_BYTES)
    try:
        if data.lstrip()[:1] == b"[":
            findings = msgspec.json.decode(data, type=list[_Finding])
            return Earlier(Counter(f.rule for f in findings), Counter(f.path for f in findings))
        report = msgspec.json.decode(data, type=_Report)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = f"is neither a report nor findings in JSON ({error}); make one with -f json"
        raise InputError(str(path), reason) from error
    if report.version != VERSION:
        reason = f"is of version {report.version}; this okrlint reads {VERSION}"
        raise InputError(str(path), reason)
    rules: Counter[str] = Counter()
    for document in report.documents:
        rules.update(document.findings)
    documents = Counter({d.path: sum(d.findings.values()) for d in report.documents})
    return Earlier(rules, documents, {ask.criterion: (ask.met, ask.asked) for ask in report.asks})


def trend_section(sheets: Sequence[Sheet], asks: Sequence[Ask], earlier: Earlier) -> Markup:
    """Before and now: asks where both are known, and findings by rule and by document."""
    rules = Counter(f.rule for sheet in sheets for f in sheet.result.findings)
    documents = Counter({s.document.path: len(s.result.findings) for s in sheets})
    parts: list[Child] = [element("h2", "Since the earlier report", id="trend")]
    if earlier.asks is not None:
        parts += [_score_line(asks, earlier.asks), _asks_table(asks, earlier.asks)]
    before, now = earlier.rules.total(), rules.total()
    parts += [
        element("p", f"Findings: {before} before, {now} now ({_change(before, now)})."),
        _counts_table("rule", earlier.rules, rules),
        _counts_table("document", earlier.documents, documents),
    ]
    return element("section", *parts, aria_labelledby="trend")


def _score_line(asks: Sequence[Ask], earlier: Mapping[str, tuple[int, int]]) -> Markup:
    met, asked = total(asks)
    old_met, old_asked = (sum(pair[n] for pair in earlier.values()) for n in (0, 1))
    return element(
        "p",
        f"Met: {share(old_met, old_asked)} before ({old_met} of {old_asked}), ",
        element("strong", f"{share(met, asked)} now ({met} of {asked})"),
        ".",
    )


def _asks_table(asks: Sequence[Ask], earlier: Mapping[str, tuple[int, int]]) -> Markup:
    rows: list[list[Child]] = []
    for ask in asks:
        met, asked = earlier.get(ask.criterion, (0, 0))
        if (met, asked) != (ask.met, ask.asked):
            before, now = f"{met} of {asked}", f"{ask.met} of {ask.asked}"
            rows.append([ask.criterion, before, now])
    return _changed("What is met, where that changed", ("Criterion", "Before", "Now"), rows)


def _counts_table(by: str, before: Counter[str], now: Counter[str]) -> Markup:
    names = sorted(before.keys() | now.keys(), key=lambda n: (-abs(now[n] - before[n]), n))
    rows: list[list[Child]] = [
        [path_words(name), str(before[name]), str(now[name]), _change(before[name], now[name])]
        for name in names
        if before[name] != now[name]
    ]
    heads = (by.capitalize(), "Before", "Now", "Change")
    return _changed(f"Findings by {by}, where that changed", heads, rows)


def _changed(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Child]]) -> Markup:
    if rows:
        return table(caption, heads, rows)
    return element("p", f"{caption}: all as before.")


def _change(before: int, now: int) -> str:
    return f"{now - before:+d}".replace("-", "−") if now != before else "as before"
