"""The front of the library: complete, told, tried, and the same from wherever it is used."""

from __future__ import annotations

import datetime as dt
import doctest
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import okrlint
from okrlint import api
from scripts.no_circles import find_circles
from scripts.write_api_page import FILE, GROUPS, PAGE, render_api_page, tell

LINTER = okrlint.Linter()
TEXTS = [
    f"- KR {i}: {words} {i} of {i + 9} {things} by August\n"
    for i, (words, things) in enumerate(
        [("Launch", "ferries"), ("Raise", "tickets"), ("Cut", "queues"), ("Ship the plan", "piers")]
        * 6
    )
]
RULE = '''
from okrlint import Bad, DocumentRule, Good, Severity


class Own(DocumentRule):
    """Why."""

    name, code, summary = "own", "OWN001", "something"
    severity, criterion = Severity.NOTE, "ours"
    examples = (Bad("- a"), Good("- b"))
'''
DECLARED = """
rule-files = ["own.py"]
min-certainty = 0.5
cycle = "Q3 2026"
per-file-ignores = { "a.md" = ["no-metric"] }
vocabulary = { accept = ["Route 66"] }
[severity]
task-like = "note"
[rules.too-long]
words = 30
[[rule]]
name = "no-slang"
kind = "phrase"
words = ["synergy"]
bad = ["- Synergy with 3 partners"]
good = ["- 3 partners sell tickets"]
"""


def test_every_name_is_there_and_told_once() -> None:
    told = [name for names in GROUPS.values() for name in names.split()]
    assert sorted(told) == sorted(api.__all__) == sorted(okrlint.__all__)
    assert all(getattr(okrlint, name) is getattr(api, name) for name in told)
    assert set(told) < set(dir(okrlint)) & set(dir(api)) | {"__version__"}
    with pytest.raises(AttributeError, match="no attribute 'lint_word'"):
        _ = okrlint.lint_word


def test_the_page_is_what_the_docstrings_say() -> None:
    message = "run `python scripts/write_api_page.py`"
    assert FILE.read_text(encoding="utf-8") == render_api_page(), message


@pytest.mark.parametrize("name", sorted(api.__all__))
def test_the_example_of_a_public_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = {one: getattr(okrlint, one) for one in api.__all__}
    known = {**names, "PAGE": PAGE, "Path": Path, "dt": dt, "__name__": "__main__"}
    test = doctest.DocTestParser().get_doctest(tell(name).text, known, name, None, None)
    assert test.examples, f"the docstring of {name} has no example"
    told: list[str] = []
    assert not doctest.DocTestRunner(verbose=False).run(test, out=told.append).failed, "".join(told)


def test_nothing_public_is_slow_to_import() -> None:
    code = (
        "import sys, okrlint; print(*sorted(m for m in sys.modules if 'okrlint' in m)); "
        "names = [getattr(okrlint, one) for one in okrlint.__all__]; print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "okrlint okrlint.api okrlint.version\nFalse\n"


@pytest.fixture
def loaded(tmp_path: Path) -> okrlint.Loaded:
    """A configuration with a bit of everything."""
    (tmp_path / "own.py").write_text(RULE, encoding="utf-8")
    (tmp_path / "okrlint.toml").write_text(DECLARED, encoding="utf-8")
    return okrlint.load_settings(tmp_path)


def _held(value: object) -> Iterator[object]:
    """A value and all that it holds."""
    yield value
    inside: list[object] = []
    if is_dataclass(value):
        inside = [getattr(value, one.name) for one in fields(value)]
    elif isinstance(value, Mapping):
        inside = [*value, *value.values()]
    elif isinstance(value, (tuple, list)):
        inside = list(value)
    for one in inside:
        yield from _held(one)


def _public_objects(loaded: okrlint.Loaded, folder: Path) -> Iterator[object]:
    page = PAGE.replace("## O", "<!-- okrlint-disable-file no-slang -->\n\n## O")
    linter = okrlint.Linter(loaded.settings, cache=okrlint.ReadingCache(folder / "cache"))
    linted = linter.lint_text(page + "- KR 3: NPS rises to X by June (due: 1 July 2026)\n", "q.md")
    baseline = okrlint.make_baseline([linted], folder)
    yield from (linter, linted, loaded, baseline, okrlint.MemoryCache(), okrlint.LineIndex("a"))
    yield okrlint.compare_with_baseline([linted], baseline, folder)
    yield from (okrlint.Location(1, 1, 1, 2), okrlint.Kind.HEALTH, okrlint.Nature.EXAMPLES)
    yield from (okrlint.Problem("m", okrlint.Span(0, 1)), okrlint.Edit(okrlint.Span(0, 1), "t"))
    yield from (okrlint.Unread(okrlint.Span(0, 1), "why"), okrlint.Crash("r", "p", "e"))
    yield okrlint.Before(linted.document, linted.context.readings if linted.context else {})
    yield from (rule() for rule in okrlint.load_rules())
    yield from (rule.examples + rule.sources for rule in okrlint.load_rules())
    yield from (okrlint.NoOptions(), okrlint.OkrlintError("a"))
    yield okrlint.UnknownRuleError("a", "b")
    for error in ("InputError", "RulePackError", "ConfigError", "PipelineError"):
        yield getattr(okrlint, error)("a", "b")


def test_everything_public_can_be_pickled(loaded: okrlint.Loaded, tmp_path: Path) -> None:
    seen: set[type] = set()
    for one in _public_objects(loaded, tmp_path):
        again = pickle.loads(pickle.dumps(one))
        assert type(again) is type(one)
        if type(one).__eq__ is not object.__eq__:
            assert again == one
        elif isinstance(one, Exception):
            assert str(again) == str(one)
        seen |= {base for held in _held(one) for base in type(held).__mro__}
    public = [getattr(okrlint, name) for name in api.__all__]
    assert [pickle.loads(pickle.dumps(one)) for one in public] == public
    classes = {one for one in public if isinstance(one, type)}
    assert classes - seen == {okrlint.Cache}, "of these no object was tried"


def test_rules_of_files_and_tables_can_be_pickled(loaded: okrlint.Loaded, tmp_path: Path) -> None:
    own = okrlint.load_rule_files([tmp_path / "own.py"])
    linter = okrlint.Linter(loaded.settings, okrlint.load_rules(own))
    code = (
        "import pickle, sys; linter = pickle.load(sys.stdin.buffer); "
        "found = linter.lint_text('- KR 1: Synergy with 3 partners').findings; "
        "print(linter.rules.find('own').__name__, *(f.rule for f in found))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=pickle.dumps(linter), capture_output=True, check=True
    )
    assert done.stdout.decode().split() == [
        "Own",
        *_rules(linter, "- KR 1: Synergy with 3 partners"),
    ]
    assert "no-slang" in done.stdout.decode()
    (tmp_path / "own.py").write_text(RULE.replace("Own(", "Other("), encoding="utf-8")
    sent = pickle.dumps(linter)
    sys.modules.pop(own[0].__module__)
    with pytest.raises(okrlint.RulePackError, match="no longer holds a rule class Own"):
        pickle.loads(sent)


def _rules(linter: okrlint.Linter, text: str) -> list[str]:
    return [finding.rule for finding in linter.lint_text(text).findings]


def test_threads_find_what_one_finds() -> None:
    linter = okrlint.Linter(cache=okrlint.MemoryCache(), patience=1.0)
    pairs = [(f"{i}.md", text) for i, text in enumerate(TEXTS)]
    alone = [result.findings for result in LINTER.lint_texts(pairs)]
    with ThreadPoolExecutor(8) as threads:
        runs = list(threads.map(lambda _: [r.findings for r in linter.lint_texts(pairs)], range(8)))
    assert any(alone)
    assert all(run == alone for run in runs)


def test_texts_are_linted_and_read_as_they_come() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "- KR 1: Launch the portal"

    results = LINTER.lint_texts(endless())
    assert next(results).findings == next(results).findings != ()
    readings = LINTER.read_statements(endless())
    assert next(readings) == next(readings) == okrlint.read("- KR 1: Launch the portal")


def test_a_circle_is_found_and_told_by_its_shortest_way() -> None:
    imports = {
        "a": {"b", "d"},
        "b": {"c", "a.x"},
        "c": {"a"},
        "d": {"d.e"},
        "d.e": {"d"},
        "a.x": set[str](),
    }
    assert list(find_circles(imports)) == [("a", "b", "c"), ("d", "d.e")]
    assert not list(find_circles({"a": {"b"}, "b": {"c"}, "c": set[str]()}))
