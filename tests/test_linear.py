"""Patterns of strangers: the same matches as `re` finds, and no runaway cost."""

from __future__ import annotations

import contextlib
import re
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.linear import RegexError, compile_regex
from tests.support import steps

_ATOMS = st.sampled_from(
    ["a", "b", ".", "[ab]", "[^a]", r"\d", r"\w", r"\b", "^", "$", " ", "é", "B"]
)


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    times = st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "{,2}", "+?"])
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, times).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
    )


PATTERNS = st.recursive(_ATOMS, _grown, max_leaves=6)
TEXTS = st.text(alphabet="abB 1é", max_size=12)


@given(PATTERNS, TEXTS)
def test_what_re_finds_is_found_and_nothing_else(pattern: str, text: str) -> None:
    automaton = compile_regex(pattern, ignore_case=False)
    found = next(automaton.find(text, 1), None)
    places = [(start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
    anywhere = [place for place in places if _is_match(pattern, text, *place)]
    first = min(anywhere, key=lambda place: (place[0], -place[1])) if anywhere else None
    assert found == first


def _is_match(pattern: str, text: str, start: int, end: int) -> bool:
    """Whether `re` can match exactly these characters, with the rest of the text around them."""
    exact = rf"(?s:.{{{start}}})(?P<m>{pattern})(?s:.{{{len(text) - end}}})\Z"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return (
            re.match(exact.replace("^", r"(?<![\s\S])").replace("[(?<![\\s\\S])", "[^"), text)
            is not None
        )


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("(a+)+b", "a"), ("(a|a)*b", "a"), ("(.*)(.*)(.*)x", "a"), (r"(\w+\s?)*!", "ab ")],
)
def test_effort_grows_with_the_text(pattern: str, text: str) -> None:
    automaton = compile_regex(pattern)
    short, long = (
        steps(lambda size=size: list(automaton.find(text * size))) for size in (200, 400)
    )
    assert long < short * 2.5


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(", "missing ), unterminated subpattern at position 0"),
        (r"(\w)\1", r"'\1' at character 5 refers to what was found"),
        ("(?P<a>x)(?P=a)", "'(?P' at character 9 refers to what was found"),
        ("x(?=y)", "'(?=' at character 2 looks around"),
        ("(?i)x", "'(?i' at character 1 is not known here"),
        ("(?:a{100}){100}", "repeats too much"),
        ("a{99999999999}", "repeat"),
        ("a" * 501, "has more than 500 characters"),
    ],
)
def test_what_cannot_be_used_is_told(pattern: str, said: str) -> None:
    with pytest.raises(RegexError) as caught:
        compile_regex(pattern)
    assert said in str(caught.value)


def test_deep_brackets_are_read_or_told() -> None:
    for depth in (20, 99, 400):
        with contextlib.suppress(RegexError):
            compile_regex("(" * depth + "a" + ")" * depth)


def test_case_and_several_matches() -> None:
    assert list(compile_regex("tbd|x").find("TBD, tbd X")) == [(0, 3), (5, 8), (9, 10)]
    assert list(compile_regex("tbd", ignore_case=False).find("TBD, tbd")) == [(5, 8)]
    assert list(compile_regex("a*").find("b aa")) == [(2, 4)]
    assert len(list(compile_regex("a").find("aaaa", 2))) == 2
