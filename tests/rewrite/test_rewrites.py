"""A key result said anew: what comes of which statement, and that the rules pass it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint import Settings, lint_text
from okrlint.context import Due
from okrlint.language import load_reader
from okrlint.rewrite import fill, rewrite

QUARTER = Due("title", dt.date(2027, 9, 30))
RULES = ("task-like", "activity-count", "no-metric", "no-deadline", "placeholder", "no-baseline")

SAID = [
    line.split("\t")
    for line in Path(__file__).with_name("said.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]


@cache
def said(text: str, due: Due | None = QUARTER) -> str | None:
    return rewrite(load_reader().read([text])[0], due)


@pytest.mark.parametrize(("text", "anew"), SAID)
def test_what_comes_of_a_statement(text: str, anew: str) -> None:
    assert said(text) == (None if anew == "-" else f"{anew} by 30 September")


def test_the_rules_pass_each_of_them_once_it_is_filled() -> None:
    lines = [fill(text) for statement, _ in SAID if (text := said(statement))]
    page = "# OKRs Q3 2027\n\n## Objective: Be good hosts\n\n" + "".join(
        f"- KR: {line}\n" for line in lines
    )
    result = lint_text(page, "okrs.md", Settings(select=RULES))
    assert len(lines) > 25
    assert len(result.document.objectives[0].key_results) == len(lines)
    assert [(f.rule, f.statement) for f in result.findings] == []


@pytest.mark.parametrize(
    ("text", "due", "end"),
    [
        ("Publish the tide tables guide", None, " by [date]"),
        ("Publish the tide tables guide", Due("field", dt.date(2027, 8, 1)), "guide"),
        ("Publish the tide tables guide", Due("document", event="until the launch"), "guide"),
        ("Improve punctuality by 12 May", QUARTER, " by 12 May"),
        ("Skippers know when the tide turns", QUARTER, "know when the tide turns"),
        ("Visitors find the exit without asking", QUARTER, "find the exit without asking"),
        ("Improve punctuality before the regatta", QUARTER, " before the regatta"),
    ],
)
def test_the_deadline_is_said_once(text: str, due: Due | None, end: str) -> None:
    anew = said(text, due)
    assert anew is not None
    assert anew.endswith(end)


@pytest.mark.parametrize(
    "text", ["Automate the tide tables by 12 May", "Publish the tide tables guide by 12 May"]
)
def test_the_day_that_a_thing_is_ready_is_no_day_for_what_it_is_good_for(text: str) -> None:
    assert said(text, QUARTER) is None


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        ("Raise sign-ups by 20 %", "Raise sign-ups by 20 % (from [now] to [target]) by [date]"),
        ("Raise NPS from 32 to 45", None),
        ("Maintain a stock of 40 crates", None),
    ],
)
def test_a_good_key_result_is_completed(text: str, anew: str | None) -> None:
    assert said(text, None) == anew


def test_what_is_good_already_is_left_alone() -> None:
    assert said("Raise NPS from 32 to 45 by 30 June") is None


def test_blanks_that_nobody_filled_are_left_to_the_placeholder_rule() -> None:
    anew = said("Improve NPS")
    assert anew is not None
    page = f"# OKRs Q3 2027\n\n## Objective: Be good hosts\n\n- KR: {anew}\n"
    found = lint_text(page, "okrs.md", Settings(select=("placeholder",))).findings
    assert [f.rule for f in found] == ["placeholder"]
    assert not any(s.instead for f in found for s in f.suggestions)


@pytest.mark.parametrize(
    "text",
    ["", "x", "Launch the " + "very " * 300 + "long portal", "Launch `rm -rf` | portal", "“"],
)
def test_odd_statements_have_none(text: str) -> None:
    assert said(text) is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Launch the a guide for nurses of in 12 X % and to reduce ( ) , : with by June"
            " portal people can see it weekly & / “ ” [ ] improve NPS from 3 support".split()
        ),
        max_size=14,
    )
)
def test_any_words_make_a_sentence_or_none(words: list[str]) -> None:
    anew = said(" ".join(words))
    assert anew is None or anew.strip() == anew != ""
    assert anew is None or ("  " not in anew and anew.count("(") == anew.count(")"))
