"""What is fuzzed: each target takes one drawn input and must end without an unexpected error."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from fuzz import conversation
from fuzz.statements import statements
from fuzz.strategies import MESSAGE, configurations, declared, documents, patterns, titles
from okrlint import Settings, lint_text
from okrlint.baseline import load_baseline, save_baseline
from okrlint.budget import limited
from okrlint.cache import ReadingCache
from okrlint.config import active_rules, all_rules, forget_settings, load_settings
from okrlint.dates import Calendar, find_dates, find_periods
from okrlint.engine import parse
from okrlint.errors import OkrlintError
from okrlint.files import decode_source
from okrlint.fix import apply_edits
from okrlint.language import load_reader
from okrlint.linear import RegexError, compile_regex
from okrlint.lines import LineIndex
from okrlint.markdown.blocks import parse_blocks
from okrlint.model import Comment, Document, Span
from okrlint.patterns import Patterns
from okrlint.registry import load_rules
from okrlint.report import FORMATS, render_findings
from okrlint.report.html import make_sheet, render_page
from okrlint.report.html.trend import load_earlier
from okrlint.result import Result
from okrlint.review.review import review_text
from okrlint.rewrite import rewrite as say_anew
from okrlint.sources import Source
from okrlint.suppress import find_suppressions, split_suppressed

RULES = load_rules()
QUICK = tuple(rule.name for rule in RULES if not rule.needs_language)


def _spans(document: Document) -> Iterator[tuple[int, int]]:
    for objective in document.objectives:
        yield objective.prose.span.start, objective.prose.span.end
    for _, key_result in document.key_results():
        yield key_result.prose.span.start, key_result.prose.span.end
    spans = [unread.span for unread in document.unread]
    for span in (*spans, *(comment.span for comment in document.comments)):
        yield span.start, span.end


def read(text: str) -> None:
    """Markdown -> document: every place lies in the source."""
    document = parse(text, "okrs.md")
    assert all(0 <= start <= end <= len(text) for start, end in _spans(document))


def blocks(text: str) -> None:
    """Markdown -> blocks."""
    assert all(0 <= b.span.start <= b.span.end <= len(text) for b in parse_blocks(text).blocks)


def lint(text: str) -> None:
    """Everything but spaCy: rules, suppressions, safe edits and each format."""
    result = _linted(text, Settings(select=QUICK))
    apply_edits(result.document.source, result.findings)
    for output_format in FORMATS:
        render_findings(output_format, [result], RULES).encode()


def _linted(text: str, settings: Settings) -> Result:
    result = lint_text(_writable(text), "okrs.md", settings, RULES)
    assert not result.crashes, result.crashes
    return result


def _writable(text: str) -> str:
    """Text as a file can hold it."""
    return text.encode("utf-8", "replace").decode()


def whole(text: str) -> None:
    """All rules, with spaCy, and each format."""
    result = _linted(text, Settings(select=("ALL",), min_certainty=0))
    for output_format in FORMATS:
        render_findings(output_format, [result], RULES).encode()


class _Page(HTMLParser):
    """Refuses elements that the report has no use for."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("iframe", "img", "object", "base", "link"), tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name != "href" or (value or "").startswith(("https://", "#")), value


def report(text: str) -> None:
    """The page to look at."""
    settings = Settings()
    sheet = make_sheet(_linted(text, settings), active_rules(settings, RULES, "okrs.md"))
    page = render_page([sheet], RULES)
    _Page().feed(page)
    assert page.count("<script") == 1


def review(text: str) -> None:
    """The checklist for a meeting."""
    review_text(Source(_writable(text)), "okrs.md", Settings(), RULES).encode()


def rewrite(text: str) -> None:
    """A statement, read and said anew."""
    words = " ".join(_writable(text).split())
    for reading in load_reader().read([words]):
        assert reading.text == words
        places: list[Any] = [*reading.evidence, *reading.quantities]
        places += [*reading.whens, *reading.compound]
        assert all(0 <= place.start <= place.end <= len(words) for place in places)
        say_anew(reading, None)


def dates(text: str) -> None:
    """Date words and cycles."""
    for find in (find_dates, find_periods):
        assert all(0 <= w.start <= w.end <= len(text) for w in find(text, Calendar()))


def suppressions(text: str) -> None:
    """Comments, each a line of the drawn text, and findings on every line."""
    index = LineIndex(text)
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    lines = [Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    comments = tuple(Comment(s, text[s.start : s.end]) for s in lines)
    found = find_suppressions(Document("okrs.md", text, comments=comments), index)
    (finding,) = _one_finding()
    kept, used = split_suppressed([replace(finding, span=s) for s in lines], found, index)
    hit = {s for s in lines for one in found if _hides(one, index.line_at(s.start), finding)}
    assert {one.span for one in kept} == set(lines) - hit
    assert used <= set(found)


def _hides(one: Any, line: int, finding: Any) -> bool:
    named = one.rule is None or one.rule.lower() in (finding.rule, finding.code.lower())
    return named and one.first_line <= line <= one.last_line


@cache
def _one_finding() -> tuple[Any, ...]:
    found = lint_text("# OKRs\n\n## Objective: Be found\n", "", Settings(), RULES).findings
    return found[:1]


def settings(text: str) -> None:
    """A configuration file."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "okrlint.toml").write_text(text, encoding="utf-8", errors="surrogatepass")
        forget_settings()
        with contextlib.suppress(OkrlintError):
            load_settings(Path(folder), RULES)


_TEAM = "# OKRs Q3\n\n## Objective: Be a guru\n\n- KR 1: Go live with C# for 5 teams (owner: Ana)\n"


def rules(text: str) -> None:
    """Rules without code and a team's words, on a document."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "okrlint.toml").write_text(text, encoding="utf-8", errors="surrogatepass")
        forget_settings()
        with contextlib.suppress(OkrlintError):
            held = load_settings(Path(folder), RULES).settings
            result = lint_text(_TEAM, "okrs.md", held, all_rules(held, RULES))
            assert not result.crashes, result.crashes


def regex(text: str) -> None:
    """A regular expression of a configuration."""
    pattern, _, words = text.partition("\n")
    with contextlib.suppress(RegexError):
        for start, end in compile_regex(pattern).find(words):
            assert 0 <= start <= end <= len(words)


def gitignore(text: str) -> None:
    """Patterns against a path."""
    Patterns(text.split("\n")).matches("a/b/" + "a" * 50 + ".md")


def cache_file(data: bytes) -> None:
    """A file of the cache."""
    with tempfile.TemporaryDirectory() as name:
        kept = ReadingCache(Path(name))
        kept.save("a.md", {})
        for file in Path(name).rglob("*"):
            if file.is_file():
                file.write_bytes(data)
        assert kept.load("a.md") == {}


def baseline(data: bytes) -> None:
    """A baseline file; what can be read can be written and read again. An earlier report too."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "known.json")
        file.write_bytes(data)
        with contextlib.suppress(OkrlintError):
            load_earlier(file)
        with contextlib.suppress(OkrlintError):
            known = load_baseline(file)
            save_baseline(known, file)
            assert load_baseline(file) == known


def source(data: bytes) -> None:
    """The bytes of a document."""
    with contextlib.suppress(OkrlintError):
        decode_source(data, "a.md")


def server(messages: Sequence[dict[str, Any]]) -> None:
    """Messages of an editor."""
    conversation.converse(messages)


def _baselines() -> st.SearchStrategy[bytes]:
    entry = st.dictionaries(
        st.sampled_from(["path", "rule", "statement", "count", "x"]),
        st.one_of(st.text(max_size=5), st.integers()),
    )
    entire = st.fixed_dictionaries({"version": st.integers(0, 2), "findings": st.lists(entry)})
    return st.one_of(entire.map(json.dumps).map(str.encode), st.binary(max_size=99))


def _messages() -> st.SearchStrategy[list[dict[str, object]]]:
    place = st.integers(0, 300)
    said = {"method": st.sampled_from(MESSAGE), "text": documents}
    return st.lists(st.fixed_dictionaries({**said, "line": place, "character": place}), max_size=8)


TARGETS: dict[str, tuple[Callable[..., None], st.SearchStrategy[Any], str]] = {
    "read": (read, documents, "document"),
    "blocks": (blocks, documents, "document"),
    "lint": (lint, documents, "document"),
    "whole": (whole, documents, "document"),
    "report": (report, documents, "document"),
    "review": (review, documents, "document"),
    "rewrite": (rewrite, titles, "title"),
    "statement": (rewrite, statements, "statement"),
    "dates": (dates, titles, "title"),
    "suppressions": (suppressions, documents, "document"),
    "settings": (settings, configurations, "settings"),
    "rules": (rules, declared, "rules"),
    "regex": (regex, patterns, "pattern"),
    "gitignore": (gitignore, patterns, "pattern"),
    "cache": (cache_file, st.binary(max_size=200), "bytes"),
    "baseline": (baseline, _baselines(), "baseline"),
    "source": (source, st.binary(max_size=200), "bytes"),
    "server": (server, _messages(), "messages"),
}
"""Each target, what hypothesis draws for it, and how bytes become that (see `drawn`)."""


def run(name: str, drawn: object) -> None:
    """One input of a target, within ten seconds of the processor."""
    with limited(10):
        TARGETS[name][0](drawn)
