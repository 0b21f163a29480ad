"""What is fuzzed: each target takes one drawn input and must end without an unexpected error."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import strategies as st

from fuzz.strategies import configurations, documents, patterns, titles
from okrlint import Settings, lint_text
from okrlint.baseline import load_baseline, save_baseline
from okrlint.budget import limited
from okrlint.cache import ReadingCache
from okrlint.config import forget_settings, load_settings
from okrlint.dates import Calendar, find_dates, find_periods
from okrlint.engine import parse
from okrlint.errors import OkrlintError
from okrlint.files import decode_source
from okrlint.markdown.blocks import parse_blocks
from okrlint.model import Document
from okrlint.patterns import Patterns
from okrlint.registry import load_rules
from okrlint.report import FORMATS, render_findings

RULES = load_rules()
QUICK = tuple(rule.name for rule in RULES if not rule.needs_language)


def _spans(document: Document) -> Iterator[tuple[int, int]]:
    for objective in document.objectives:
        yield objective.prose.span.start, objective.prose.span.end
    for _, key_result in document.key_results():
        yield key_result.prose.span.start, key_result.prose.span.end
    for place in (*document.unread, *document.comments):
        yield place.span.start, place.span.end


def read(text: str) -> None:
    """Markdown -> document: every place lies in the source."""
    document = parse(text, "okrs.md")
    assert all(0 <= start <= end <= len(text) for start, end in _spans(document))


def blocks(text: str) -> None:
    """Markdown -> blocks."""
    assert all(0 <= b.span.start <= b.span.end <= len(text) for b in parse_blocks(text).blocks)


def lint(text: str) -> None:
    """Everything but spaCy: rules, suppressions and each format."""
    result = lint_text(text.replace("\ud800", ""), "okrs.md", Settings(select=QUICK), RULES)
    assert not result.crashes, result.crashes
    for output_format in FORMATS:
        render_findings(output_format, [result], RULES).encode()


def dates(text: str) -> None:
    """Date words and cycles."""
    for find in (find_dates, find_periods):
        assert all(0 <= w.start <= w.end <= len(text) for w in find(text, Calendar()))


def settings(text: str) -> None:
    """A configuration file."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "okrlint.toml").write_text(text, encoding="utf-8", errors="surrogatepass")
        forget_settings()
        with contextlib.suppress(OkrlintError):
            load_settings(Path(folder), RULES)


def gitignore(text: str) -> None:
    """Patterns against a path."""
    Patterns(text.split("\n")).matches("a/b/" + "a" * 50 + ".md")


def cache(data: bytes) -> None:
    """A file of the cache."""
    with tempfile.TemporaryDirectory() as name:
        kept = ReadingCache(Path(name))
        kept.save("a.md", {})
        for file in Path(name).rglob("*"):
            if file.is_file():
                file.write_bytes(data)
        assert kept.load("a.md") == {}


def baseline(data: bytes) -> None:
    """A baseline file; what can be read can be written and read again."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "known.json")
        file.write_bytes(data)
        with contextlib.suppress(OkrlintError):
            known = load_baseline(file)
            save_baseline(known, file)
            assert load_baseline(file) == known


def source(data: bytes) -> None:
    """The bytes of a document."""
    with contextlib.suppress(OkrlintError):
        decode_source(data, "a.md")


def _baselines() -> st.SearchStrategy[bytes]:
    entry = st.dictionaries(
        st.sampled_from(["path", "rule", "statement", "count", "x"]),
        st.one_of(st.text(max_size=5), st.integers()),
    )
    whole = st.fixed_dictionaries({"version": st.integers(0, 2), "findings": st.lists(entry)})
    return st.one_of(whole.map(json.dumps).map(str.encode), st.binary(max_size=99))


TARGETS: dict[str, tuple[Callable[..., None], st.SearchStrategy[object]]] = {
    "read": (read, documents),
    "blocks": (blocks, documents),
    "lint": (lint, documents),
    "dates": (dates, titles),
    "settings": (settings, configurations),
    "gitignore": (gitignore, patterns),
    "cache": (cache, st.binary(max_size=200)),
    "baseline": (baseline, _baselines()),
    "source": (source, st.binary(max_size=200)),
}


def run(name: str, drawn: object) -> None:
    """One input of a target, within ten seconds of the processor."""
    with limited(10):
        TARGETS[name][0](drawn)
