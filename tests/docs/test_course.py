"""The page about the course: each criterion with what okrlint checks, leaves and asks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from okrlint.registry import load_rules
from okrlint.review.questions import load_questions

PAGE = (Path(__file__).parents[2] / "docs" / "course.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", sorted(load_questions()))
def test_every_question_of_a_review_is_on_the_page(key: str) -> None:
    question = load_questions()[key]
    _, _, section = PAGE.partition(f"## {question.criterion}\n")
    text = question.text.format(mission="the mission") if "{" in question.text else question.text
    assert text in " ".join(section.partition("\n## ")[0].split())


def test_the_rules_it_names_exist_and_none_of_the_course_is_missing() -> None:
    named = set(re.findall(r"\[`([a-z-]+)`\]\(\.\./rules/\1\.md\)", PAGE))
    known = {rule.name: rule for rule in load_rules()}
    assert named <= set(known)
    words = ("Results-oriented", "Measurable", "Specific and time", "Aggressive", "Aspirational",
             "Aligned", "Action", "Concrete", "Significant", "Define your", "Brainstorm",
             "Working with one")  # fmt: skip
    assert named >= {n for n, rule in known.items() if rule.criterion.startswith(words)}


def test_the_page_says_which_rules_are_off() -> None:
    for rule in load_rules():
        row = re.search(
            rf"\[`{rule.name}`\]\([^)]*\)(, off unless asked for)?", " ".join(PAGE.split())
        )
        if row is not None:
            assert (row[1] is None) is rule.default, rule.name
