"""Whatever a table holds: a rule that works, or one sentence with its place."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint import ConfigError, Settings, lint_text
from okrlint.declared import read_rule
from okrlint.declared.raw import KEYS, KINDS
from okrlint.model import FIELD_NAMES

PAGE = """\
# OKRs Q3 2026

**Mission:** Fresh bread.

## Objective 1: Be the *leading* bakery

- KR 1: Leverage 30 shops by June (Owner: Ann)
- ~~KR 2: Old~~
"""
_ANYTHING: st.SearchStrategy[Any] = st.one_of(
    st.integers(-1, 3), st.booleans(), st.text(max_size=4), st.just([]), st.just({}),
    st.lists(st.one_of(st.text(max_size=4), st.integers()), max_size=2),
)  # fmt: skip
_WORDS = st.lists(st.sampled_from(["shop", "IT", "%", "-", " ", "lead by", "30"]), max_size=3)
_RIGHT: dict[str, st.SearchStrategy[Any]] = {
    "where": st.sampled_from(["mission", "objective", ["key-result", "document"], "document"]),
    "message": st.sampled_from(["{words}", "{count} of {most}", "m", "{x"]),
    "words": _WORDS,
    "replace": st.dictionaries(st.sampled_from(["shop", " ", "lead"]), st.just("x"), max_size=2),
    "regex": st.sampled_from([r"\d+", "(a", "x*", "[a-z]+ing", "^", r"(\w)\1"]),
    "fields": st.lists(st.sampled_from([*sorted(FIELD_NAMES), "x"]), max_size=2),
    "units": _WORDS,
    "of": st.sampled_from(["objectives", "key-results", "words", "characters"]),
    "least": st.integers(0, 3),
    "most": st.integers(0, 3),
}


def _table(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    keys = {key: _RIGHT[key] for key in KEYS[kind] if key in _RIGHT}
    right = st.fixed_dictionaries({}, optional=keys)
    wrong = st.dictionaries(st.sampled_from([*KEYS[kind], "x"]), _ANYTHING, max_size=1)
    rest = {"name": "own", "kind": kind, "bad": ["- a"], "good": ["- b"]}
    return st.builds(lambda a, b: {**rest, **a, **b}, right, wrong)


def _where(*keys: str, word: str | None = None) -> str:
    return f"a.toml:{'.'.join(keys)}:{word}"


@settings(max_examples=100)
@given(st.sampled_from(KINDS).flatmap(_table))
def test_a_table(table: dict[str, Any]) -> None:
    rule, fault = None, "a.toml:"
    try:
        rule = read_rule(table, _where, "a.toml")
    except ConfigError as error:
        fault = str(error)
    assert fault.startswith("a.toml:")
    assert "\n" not in fault
    if rule is None or rule.needs_language:
        return
    result = lint_text(PAGE, "", Settings(declared=(rule,), select=("own",)))
    assert result.crashes == ()
    for finding in result.findings:
        assert finding.message or rule.message
