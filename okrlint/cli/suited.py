"""Settings and a hook that suit the OKRs of a folder, with the reason of each."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from okrlint.api import Document, Nature, Result, Severity, lint_text
from okrlint.budget import budget_of
from okrlint.cli.survey import Survey
from okrlint.report.safe import make_visible

NAMED_OKR = "(?i)okr"
"""What a hook reads unless it is told more."""

_SHOWN = 8
"""Files that are named; of more, only the number is told."""
_SAMPLE = 50
"""Documents that are linted to choose a profile; a first look must not take minutes."""
_ENOUGH = 3
"""Documents before a habit is taken for one."""
_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d\d){1,2}(?![\d/])")
_SPECIAL = re.compile(r"([\\*?\[!# ])")


def choose_profile(documents: Sequence[Document]) -> tuple[str | None, str]:
    """The profile to begin with, and why: "starter" where most key results have findings."""
    results = [
        lint_text(one.source, one.path, seconds=budget_of(one.source))
        for one in documents[:_SAMPLE]
    ]
    total = sum(1 for result in results for _ in result.document.key_results())
    failing = sum(map(_count_failing, results))
    if total < _ENOUGH or 2 * failing <= total:
        return None, ""
    why = f"{failing} of {total} key results have findings today; starter tells the worst"
    return "starter", why


def _count_failing(result: Result) -> int:
    starts = [f.span.start for f in result.findings if f.severity >= Severity.WARNING]
    spans = [key_result.prose.span for _, key_result in result.document.key_results()]
    return sum(any(span.start <= start < span.end for start in starts) for span in spans)


def describe(survey: Survey) -> str:
    """Which files hold OKRs, as one sentence."""
    more = "more than " if survey.cut else ""
    total = f"{more}{len(survey.markdown)} Markdown file{'s'[: len(survey.markdown) != 1]}"
    if not survey.okrs:
        return f"no OKRs in {total}"
    names = ", ".join(make_visible(document.path) for document in survey.okrs[:_SHOWN])
    rest = len(survey.okrs) - _SHOWN
    return f"OKRs in {len(survey.okrs)} of {total}: {names}{f', and {rest} more' * (rest > 0)}"


def suited_keys(survey: Survey) -> Iterator[str]:
    """Settings that the documents call for, each with its reason."""
    examples = [d.path for d in survey.okrs if d.nature is Nature.EXAMPLES]
    patterns = ", ".join(
        json.dumps(_pattern(path), ensure_ascii=False)
        for path in examples
        if path.isprintable()  # no other name can stand in a configuration
    )
    if patterns:
        yield f"\n# Examples and templates: nobody's OKRs.\nexclude = [{patterns}]\n"
    first = _day_first(survey.okrs)
    if first is not None:
        yield f"\n# Dates such as {first[0]} say so.\nday-first = {json.dumps(first[1])}\n"


def usual_cycle(survey: Survey) -> str | None:
    """The words of the cycle that most documents state, for a comment."""
    words = Counter(make_visible(d.cycle.words) for d in survey.okrs if d.cycle)
    return words.most_common(1)[0][0] if words else None


def hook_files(survey: Survey) -> str:
    """The regular expression of a hook that reads the files found, as YAML."""
    paths = [document.path for document in survey.okrs if document.path.isprintable()]
    others = [path for path in paths if "okr" not in path.lower()]
    parts = [NAMED_OKR, *(_expression(path, survey) for path in others)]
    return f"'{'|'.join(dict.fromkeys(parts))}'"


def _expression(path: str, survey: Survey) -> str:
    """A folder where most Markdown files hold OKRs, else the file alone."""
    folder = PurePath(path).parent
    if folder.parts:
        there = [p for p in survey.markdown if PurePath(p).parent == folder]
        with_okrs = [d for d in survey.okrs if PurePath(d.path).parent == folder]
        if 2 * len(with_okrs) > len(there):
            return f"^{_quoted(folder.as_posix())}/"
    return f"^{_quoted(path)}$"


def _quoted(path: str) -> str:
    """A path in a regular expression, in single quotes of YAML."""
    return re.escape(path).replace("'", "''")


def _pattern(path: str) -> str:
    """A pattern as in a .gitignore that matches one file."""
    return "/" + _SPECIAL.sub(r"\\\1", path)


def _day_first(documents: Sequence[Document]) -> tuple[str, bool] | None:
    """A date that tells whether days come before months, when all such dates agree."""
    found: dict[bool, str] = {}
    for document in documents:
        for match in _NUMERIC.finditer(document.source):
            one, two = int(match[1]), int(match[2])
            if one > 12 >= two >= 1:
                found.setdefault(True, match[0])
            elif two > 12 >= one >= 1:
                found.setdefault(False, match[0])
    if len(found) != 1:
        return None
    ((first, words),) = found.items()
    return words, first
